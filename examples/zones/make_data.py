"""Makes data/zones.csv: a table of 178 zones, whose figures are made up here and are no statistics.

    python examples/zones/make_data.py

The names are those of places with high-tech zones; the list is no register of them. The figures are drawn from a
generator with a fixed seed, so that the same table comes out everywhere.
"""

from __future__ import annotations

import csv
import random
from decimal import Decimal
from pathlib import Path

PLACES = Path(__file__).with_name("places.txt")
"""A line a province: its zones, each in Chinese and in English."""

COLUMNS = (
    *("code", "name_zh", "name_en", "province_zh", "province_en", "revenue", "growth", "q1", "q2", "q3", "q4"),
    *("rd_share", "firms", "new_firms", "electronics", "machinery", "health", "materials", "unicorns"),
)


def zones() -> list[tuple[str, str, str, str]]:
    """Each zone: its name and its province, in Chinese and in English."""
    found: list[tuple[str, str, str, str]] = []
    for line in PLACES.read_text(encoding="utf-8").splitlines():
        province, _, places = line.partition(": ")
        province_zh, _, province_en = province.partition(" ")
        for place in places.split(", "):
            zh, _, en = place.partition(" ")
            found.append((f"{zh}高新区", f"{en} High-Tech Zone", province_zh, province_en))
    return found


def tenths(count: int) -> Decimal:
    """So many tenths, with their decimal."""
    return Decimal(count).scaleb(-1)


def row(number: int, names: tuple[str, str, str, str], draw: random.Random) -> dict[str, str]:
    """The made-up figures of a zone: quarters that make the year, shares that make a hundred."""
    size = draw.lognormvariate(0, 0.9)
    quarters = [tenths(round(3000 * size * draw.uniform(0.85, 1.15))) for _ in range(4)]
    cuts = sorted(draw.sample(range(80, 920), 3))
    shares = [tenths(end - start) for start, end in zip([0, *cuts], [*cuts, 1000], strict=True)]
    firms = round(220 * size * draw.uniform(0.7, 1.3)) + 12
    unicorns = round(size * draw.uniform(0, 2.2))
    cells = [
        *(f"{number:03}", *names, str(sum(quarters)), str(tenths(draw.randint(-38, 142))), *map(str, quarters)),
        *(str(tenths(draw.randint(21, 98))), str(firms), str(round(firms * draw.uniform(0.04, 0.2)) + 1)),
        *(*map(str, shares), str(unicorns) if unicorns else ""),
    ]
    return dict(zip(COLUMNS, cells, strict=True))


def main() -> None:
    """Write the table."""
    draw = random.Random(178)
    path = Path(__file__).parent / "data" / "zones.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row(number, names, draw) for number, names in enumerate(zones(), 1))


if __name__ == "__main__":
    main()
