"""Charts to test with, and what can be asked of a laid-out sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from reportgen.charts import CHARTS
from reportgen.charts.figure import Sheet, laid_out
from reportgen.charts.labels import crosses
from reportgen.charts.shapes import Area, Box, Dot, Shape, Stroke, Text
from reportgen.document import Bound, Chart, Mark, Words
from reportgen.numbers import common_unit
from reportgen.numbers.quantity import Percent
from reportgen.read import read_look

LOOK = read_look("modern")
BOTH = ("zh", "en")
EDITIONS: tuple[tuple[str, ...], ...] = (("zh",), ("en",), BOTH)
PERCENT = common_unit([Percent(value=Decimal("7.1"))])
LONG = (
    "国家级专精特新重点“小巨人”企业与制造业单项冠军企业研发投入合计（含境外子公司，按当年价格计算）",
    "R&D spending of specialized “little giant” enterprises and single-product champions, at current prices",
)


def words(zh: str, en: str, languages: Sequence[str] = BOTH) -> Words:
    return tuple((language, text) for language, text in (("zh", zh), ("en", en)) if language in languages)


def mark(name: str, value: str, label: str = "", **more: object) -> Mark:
    """A mark whose name and label are alike in both languages."""
    said = label or f"{value}%"
    return Mark(words(name, name), Decimal(value), words(said, said), **more)  # type: ignore[arg-type]


def chart(kind: str, *marks: Mark, **more: object) -> Chart:
    return Chart(kind, BOTH, marks, **more)  # type: ignore[arg-type]


def sheet(spec: Chart) -> Sheet:
    return laid_out(spec, CHARTS[spec.kind], LOOK)


def texts(made: Sheet, role: str = "") -> list[Text]:
    return [shape for shape in made.shapes if isinstance(shape, Text) and role in ("", shape.role)]


def boxes(made: Sheet, role: str) -> list[Box]:
    return [shape for shape in made.shapes if isinstance(shape, Box) and shape.role == role]


def dots(made: Sheet) -> list[Dot]:
    return [shape for shape in made.shapes if isinstance(shape, Dot)]


def faults(made: Sheet) -> Iterator[str]:
    """Everything that must not be in a picture: words over words or marks, things outside, type too small."""
    said = texts(made)
    for shape in made.shapes:
        box = shape.bounds
        if min(box.left, box.top) < -0.01 or box.right > made.width + 0.01 or box.bottom > made.height + 0.01:
            yield f"outside: {shape}"
    yield from (f"too small: {text}" for text in said if text.size < float(LOOK.chart.smallest))
    yield from (f"overlap: {a.text} / {b.text}" for a, b in combinations(said, 2) if a.bounds.meets(b.bounds, -0.05))
    for shape in made.shapes:
        yield from (f"{shape.role} under {text.text}" for text in said if _covers(shape, text))


def _covers(shape: Shape, text: Text) -> bool:
    match shape:
        case Box(role="bar" | "fade" | "short" | "cell" | "rest" | "key" | "rule" | "zero") | Dot() | Area(role="open"):
            return shape.bounds.meets(text.bounds, -0.05)
        case Stroke(role="line"):
            return any(crosses(a, b, text.bounds, -0.05) for a, b in pairwise(shape.points))
        case _:
            return False


def years(count: int, series: int = 0, *, label: str = "{}%") -> Iterator[Mark]:
    """A course of yearly figures that goes up and down."""
    for place in range(count):
        value = 8 + (place * 7 + series * 3) % 11
        name = words(f"{2000 + place}年", f"{2000 + place}")
        said = words(label.format(value), label.format(value))
        yield Mark(name, Decimal(value), said, when=Decimal(2000 + place), series=series)


def zones() -> Chart:
    """The number of national high-tech zones at the five dates known, unevenly apart."""
    known = (
        ("1988年", "1988", "1988", "1"),
        ("2008年3月", "March 2008", "2008.2", "54"),
        ("2020年", "2020", "2020", "169"),
        ("2022年9月", "September 2022", "2022.7", "173"),
        ("2023年11月", "November 2023", "2023.9", "178"),
    )
    marks = tuple(
        Mark(words(zh, en), Decimal(count), words(f"{count}家", count), when=Decimal(when))
        for zh, en, when, count in known
    )
    return chart("step", *marks, measure=words("国家高新区（家）", "National high-tech zones (number)"))


def shares() -> Chart:
    """What the zones hold of the nation's total, two figures of it approximate."""
    return chart(
        "bars",
        mark("全国重点实验室", "80", highlight=True),
        mark("独角兽企业", "67"),
        mark("企业研发经费投入", "50", "约50%", bound=Bound.ABOUT),
        mark("高新技术企业", "33"),
        measure=words("占全国比重（%）", "Share of the national total (%)"),
    )


def samples() -> tuple[Chart, ...]:
    """Charts of every kind, each drawn without fault in each edition."""
    return tuple(_samples())


def _samples() -> Iterator[Chart]:
    """Every kind, with few marks and many, short names and long ones, small figures and large, all ends."""
    bounds = list(Bound)
    yield shares()
    yield zones()
    yield chart("bars", mark("甲", "0.03"), mark("乙", "1700000000000"), mark("丙", "0"))
    yield chart("bars", mark("甲", "-3.2", bound=Bound.ABOUT), mark("乙", "-12", bound=Bound.ABOVE), mark("丙", "5"))
    yield chart(
        "bars",
        *(
            Mark(
                words(*LONG),
                Decimal(7 * 10**n),
                words(f"近{7 * 10**n}亿元", f"nearly RMB {7 * 10**n} billion"),
                bounds[n % 4],
            )
            for n in range(5)
        ),
    )
    yield chart("bars", *(mark(f"Item {n}", str(n)) for n in range(20)))
    yield chart("columns", *(mark(f"{2020 + n}", str(n - 2), bound=bounds[n % 4]) for n in range(5)))
    yield chart("columns", *(mark(f"{2005 + n}", str(n + 3)) for n in range(20)))
    yield chart("columns", *(mark(LONG[1], str(n + 3)) for n in range(6)))
    two = words("高新区", "Zones"), words("全国", "Nation")
    yield chart("columns", *(mark(f"{n}", str(n + s + 1), series=s) for n in range(4) for s in (0, 1)), series=two)
    yield chart("line", *years(2))
    yield chart("line", *years(12))
    yield chart("line", *years(40, label="{}.25 percent"), unit=PERCENT)
    yield chart("line", *years(9), *years(9, 1), series=two, unit=PERCENT)
    yield chart("line", mark("甲", "-3"), mark("乙", "4"), mark("丙", "-1"))
    yield chart("line", *(mark(name, str(n)) for n, name in enumerate(("甲", "乙", "丙"), 1)))
    five = tuple(words(f"地区{n}", f"Region {n}") for n in range(5))
    yield chart("line", *(m for n in range(5) for m in years(8, n)), series=five, unit=PERCENT)
    beside = mark("模速空间", "43", "累计43个"), mark("上海", "70", "约70个")
    yield chart("share", mark("占上海比重", "61", "约61%", bound=Bound.ABOUT), aside=beside)
    yield chart("share", mark("甲", "41.5"), mark("乙", "30"), mark("丙", "12.3", bound=Bound.BELOW))
    yield chart("share", mark("甲", "0.03", bound=Bound.ABOVE))
    yield chart("before-after", mark("揭牌当天", "6", "6名"), mark("现在", "200", "200多人", bound=Bound.ABOVE))
    pairs = [mark(name, value, series=s) for name in ("团队", "企业") for s, value in enumerate(("6", "200"))]
    yield chart("before-after", *pairs, series=two)
    yield chart("cards", mark("中关村", "1000000000000", "trillion-yuan-level"), mark("张江", "20"), mark("东湖", "50"))
    yield chart("cards", *(mark(LONG[0], str(n), f"nearly RMB {n}2,345.67 billion") for n in range(7)))


def in_languages(spec: Chart, languages: tuple[str, ...]) -> Chart:
    """The chart with only the words of some languages."""

    def kept(said: Words) -> Words:
        return tuple((language, text) for language, text in said if language in languages)

    def trimmed(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(replace(one, name=kept(one.name), label=kept(one.label)) for one in marks)

    return replace(
        spec,
        languages=languages,
        marks=trimmed(spec.marks),
        aside=trimmed(spec.aside),
        measure=kept(spec.measure),
        note=kept(spec.note),
        series=tuple(map(kept, spec.series)),
    )
