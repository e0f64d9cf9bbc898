"""The figures of the example, made up: a workbook as an office keeps it, and a database of the years before.

    python examples/quarterly/make_data.py

Haiyue and its figures do not exist. The same call makes the same figures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

DATA = Path(__file__).parent / "data"
SEED = 20251023

QUARTERS = (
    # quarter, exports, imports, generation, use (亿元, 亿元, 亿千瓦时, 亿千瓦时)
    ("2024-Q3", 412.6, 268.4, 186.3, 171.9),
    ("2024-Q4", 431.8, 275.9, 178.8, 169.4),
    ("2025-Q1", 405.2, 262.3, 181.5, 166.2),
    ("2025-Q2", 438.9, 279.7, 184.6, 170.8),
    ("2025-Q3", 457.3, 283.1, 203.7, 182.4),
)
DISTRICTS = (
    # key, names, area, GDP and exports of the quarter (亿元), growth of industry by quarter (%)
    ("dongwan", "东湾区", "Dongwan", "沿海", "Coast", 386.4, 168.9, (6.1, 6.4, 6.8, 7.2, 7.5)),
    ("nangang", "南港区", "Nangang", "沿海", "Coast", 331.7, 142.6, (5.2, 5.0, 5.6, 5.9, 6.3)),
    ("beitang", "北塘区", "Beitang", "沿海", "Coast", 214.5, 61.2, (4.8, 4.1, 3.9, 4.4, 4.6)),
    ("shixi", "石溪区", "Shixi", "中心城区", "Urban core", 298.2, 44.7, (3.7, 3.9, 4.2, 4.0, 4.3)),
    ("qingyun", "青云区", "Qingyun", "中心城区", "Urban core", 187.9, 21.4, (5.9, 5.1, 4.4, 3.6, 2.9)),
    ("luoshan", "罗山县", "Luoshan", "山区", "Hills", 96.3, 12.8, (8.2, 7.7, 7.9, 8.4, 8.8)),
    ("hejia", "禾家县", "Hejia", "山区", "Hills", 71.6, 5.7, (2.4, 1.8, 0.9, -0.6, -1.4)),
)
PARTNERS = (
    # names, exports of the quarter and of the same one a year earlier (亿元)
    ("东盟", "ASEAN", 118.4, 101.7),
    ("欧盟", "European Union", 87.6, 80.9),
    ("美国", "United States", 61.2, 69.8),
    ("日本", "Japan", 39.5, 38.1),
    ("韩国", "South Korea", 34.8, 30.6),
    ("中国香港", "Hong Kong, China", 28.3, 25.9),
    ("俄罗斯", "Russia", 19.7, 14.2),
    ("巴西", "Brazil", 15.9, 11.8),
    ("墨西哥", "Mexico", 13.2, 12.4),
    ("中东", "Middle East", 21.1, 14.8),
    ("印度", "India", 17.6, 12.4),
)
SOURCES = (
    # names, generation of the quarter and of the same one a year earlier (亿千瓦时)
    ("火电", "Thermal power", 92.4, 97.6),
    ("核电", "Nuclear power", 48.9, 45.3),
    ("风电", "Wind power", 38.6, 28.1),
    ("光伏", "Solar power", 18.2, 10.4),
    ("水电", "Hydropower", 5.6, 4.9),
)
OPINIONS = (
    # names, shares of firms that expect less, the same, more (%)
    ("电子", "Electronics", 12, 34, 54),
    ("装备", "Machinery", 18, 37, 45),
    ("化工", "Chemicals", 27, 41, 32),
    ("纺织", "Textiles", 39, 38, 23),
)
PROVINCES = (
    # electricity that Haiyue sent to each (亿千瓦时)
    ("上海", 6.8), ("江苏", 9.3), ("浙江", 7.9), ("安徽", 2.6), ("福建", 3.1), ("江西", 1.8), ("山东", 2.2),
    ("广东", 1.4), ("湖北", 0.9), ("湖南", 0.7), ("河南", 1.2),
)  # fmt: skip
YEARS = range(2015, 2025)


def main() -> None:
    """Write both files anew."""
    DATA.mkdir(exist_ok=True)
    _workbook(DATA / "quarter.xlsx")
    _database(DATA / "history.sqlite")


def _workbook(path: Path) -> None:
    book: Any = xlsxwriter.Workbook(str(path))
    book.set_properties(
        {"created": datetime(2025, 10, 23), "comments": "Made-up figures of a place that does not exist"}
    )
    head, one = book.add_format({"bold": True}), book.add_format({"num_format": "0.0"})
    month = book.add_format({"num_format": 'yyyy"年"m"月"'})

    def sheet(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        page = book.add_worksheet(name)
        page.write_row(0, 0, heads, head)
        for down, row in enumerate(rows, 1):
            for across, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(down, across, cell, month)
                else:
                    page.write(down, across, cell, one if isinstance(cell, float) else None)

    sheet("季度", ("quarter", "exports", "imports", "generation", "use"), QUARTERS)
    sheet("月度", ("month", "exports", "imports", "pmi", "status"), _months())
    sheet("伙伴", ("name_zh", "name_en", "exports", "before"), PARTNERS)
    quarters = ("2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3")
    sheet(
        "区县",
        ("district", "name_zh", "name_en", "area_zh", "area_en", "gdp", "exports", "growth", *quarters),
        ((*row[:7], row[7][-1], *row[7]) for row in DISTRICTS),
    )
    sheet("能源", ("name_zh", "name_en", "2025-Q3", "2024-Q3"), SOURCES)
    sheet("景气", ("name_zh", "name_en", "less", "same", "more"), OPINIONS)
    sheet("外送", ("province", "electricity"), PROVINCES)
    sheet("峰值", ("item", "value"), (("peak", 1284.0), ("mean", 1037.0)))
    book.define_name("peak_load", "=峰值!$B$2")
    book.close()


def _months() -> Iterable[tuple[object, ...]]:
    """Trade by month, which adds up to the quarters that are known, and the index of purchasing managers."""
    chance = Random(SEED)
    known = {quarter: (exports, imports) for quarter, exports, imports, *_ in QUARTERS}
    for year, number in ((2024, 3), (2024, 4), (2025, 1), (2025, 2), (2025, 3)):
        exports, imports = known[f"{year}-Q{number}"]
        for place, (out, back) in enumerate(zip(_thirds(exports, chance), _thirds(imports, chance), strict=True)):
            index = round(49.9 + 0.18 * (4 * (year - 2024) + number) + chance.uniform(-0.9, 0.9), 1)
            yield date(year, 3 * number - 2 + place, 1), out, back, index, ""
    for place, out in enumerate((154.8, 157.2, 161.5)):
        yield date(2025, 10 + place, 1), out, "", "", "forecast"


def _thirds(total: float, chance: Random) -> tuple[float, float, float]:
    """Three parts of one decimal that add up to the total."""
    tenths = round(total * 10)
    first = round(tenths / 3 * chance.uniform(0.94, 1.02))
    second = round(tenths / 3 * chance.uniform(0.97, 1.05))
    return first / 10, second / 10, (tenths - first - second) / 10


def _database(path: Path) -> None:
    """Trade and electricity of the years before, as whole units of the last decimal."""
    chance = Random(SEED)
    path.unlink(missing_ok=True)
    book = sqlite3.connect(path)
    book.execute("create table annual (year integer, exports text, generation text, wind_and_solar text)")
    exports, generation, green = 905.0, 520.0, 21.0
    for year in YEARS:
        book.execute(
            "insert into annual values (?, ?, ?, ?)", (year, f"{exports:.1f}", f"{generation:.1f}", f"{green:.1f}")
        )
        exports *= chance.uniform(1.03, 1.11)
        generation *= chance.uniform(1.02, 1.06)
        green *= chance.uniform(1.18, 1.29)
    book.commit()
    book.close()


if __name__ == "__main__":
    main()
