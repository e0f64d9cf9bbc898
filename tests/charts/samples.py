"""Charts to test with, and what can be asked of a laid-out sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from reportgen.briefing_reader import read_look
from reportgen.charts import CHARTS
from reportgen.charts.drawing.labels import crosses
from reportgen.charts.drawing.provinces import provinces
from reportgen.charts.drawing.shapes import Area, Box, Dot, Shape, Stroke, TextShape
from reportgen.charts.picture import laid_out
from reportgen.document import (
    ASIDE,
    GAP,
    LOW,
    MISSING,
    TOTAL,
    AxisRange,
    Bound,
    Chart,
    Guide,
    Mark,
    Words,
)
from reportgen.numbers import common_unit
from reportgen.numbers.model.quantity import Count, Percent
from reportgen.template.model import Look

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


@dataclass(frozen=True)
class Sheet:
    """A laid-out chart: everything on it, and its size in millimeters."""

    shapes: tuple[Shape, ...]
    width: float
    height: float


def sheet(spec: Chart, look: Look = LOOK) -> Sheet:
    laid = laid_out(spec, CHARTS[spec.kind], look)
    return Sheet(tuple(laid.shapes()), laid.width, laid.height)


def texts(made: Sheet, role: str = "") -> list[TextShape]:
    return [shape for shape in made.shapes if isinstance(shape, TextShape) and role in ("", shape.role)]


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


def _covers(shape: Shape, text: TextShape) -> bool:
    match shape:
        case Box(role="bar" | "fade" | "short" | "cell" | "rest" | "key" | "rule" | "zero") | Dot() | Area(role="open"):
            return shape.bounds.meets(text.bounds, -0.05)
        case Stroke(role="line" | "reference" | "event"):
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
    """Charts of every kind, each drawn without fault in each edition: the kinds' own, and harder ones."""
    return (*_samples(), *guided(), *(kind.sample() for kind in CHARTS.values()))


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
    beside = mark("模速空间", "43", "累计43个", role=ASIDE), mark("上海", "70", "约70个", role=ASIDE)
    yield chart("share", mark("占上海比重", "61", "约61%", bound=Bound.ABOUT), beside=beside)
    yield chart("share", mark("甲", "41.5"), mark("乙", "30"), mark("丙", "12.3", bound=Bound.BELOW))
    yield chart("share", mark("甲", "0.03", bound=Bound.ABOVE))
    yield chart("before-after", mark("揭牌当天", "6", "6名"), mark("现在", "200", "200多人", bound=Bound.ABOVE))
    pairs = [mark(name, value, series=s) for name in ("团队", "企业") for s, value in enumerate(("6", "200"))]
    yield chart("before-after", *pairs, series=two)
    yield chart("cards", mark("中关村", "1000000000000", "trillion-yuan-level"), mark("张江", "20"), mark("东湖", "50"))
    yield from wide_samples()
    yield from shaded_samples()
    yield from scattered_samples()
    yield chart("cards", *(mark(LONG[0], str(n), f"nearly RMB {n}2,345.67 billion") for n in range(7)))


def line_at(value: str, zh: str = "目标", en: str = "Target", end: str | None = None) -> Guide:
    """A line or a band of values in percent."""
    said = f"{value}%" if end is None else f"{value}%–{end}%"
    return Guide(words(zh, en), words(said, said), Decimal(value), None if end is None else Decimal(end))


def at_time(start: str, zh: str = "政策出台", en: str = "Policy adopted", end: str | None = None) -> Guide:
    """An event or a stretch of time."""
    label = words(f"{start[:4]}年", start[:4])
    return Guide(words(zh, en), label, Decimal(start), None if end is None else Decimal(end), upright=True)


def months(values: Sequence[str], first: int = 0, year: int = 2025, series: int = 0) -> Iterator[Mark]:
    """A course of monthly figures."""
    for place, value in enumerate(values, first):
        at, month = divmod(place, 12)
        name, short = f"{MONTHS[month]} {year + at}", MONTHS[month][:3]
        ticks = words(f"{year + at}年{month + 1}月", f"{short} {year + at}"), words(f"{month + 1}", short)
        when = Decimal(year + at) + (month + Decimal("0.5")) / 12
        said = words(value, value)
        yield Mark(
            words(f"{year + at}年{month + 1}月", name), Decimal(value), said, when=when, series=series, ticks=ticks
        )


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PMI = ["49.1", "50.2", "50.5", "49.0", "49.5", "49.7", "49.3", "49.4", "49.8", "49.0", "49.2", "50.1"]


def guided() -> Iterator[Chart]:
    """Charts with axes that their authors set, and with lines, bands and events to read figures against."""
    crowd = (line_at("9"), line_at("9.2", *LONG), line_at("15", end="17"), line_at("8.8", "平均", "Average"))
    happened = (at_time("2001.5"), at_time("2002", *LONG), at_time("2003", end="2006"), at_time("2009.8", "乙", "B"))
    sums = (("sums", "True"),)
    yield chart("stacked", *table(LONG, ("41", "3"), ("8", "40")), series=series(2), unit=PERCENT, options=sums)
    many = [str(2005 + n) for n in range(20)]
    rising = [str(n + 5) for n in range(20)]
    yield chart("stacked", *table(many, rising, rising[::-1]), series=series(2), unit=PERCENT, options=sums)
    yield chart(
        "stacked", *table(("甲", "乙"), ("-3", "-8"), ("-5", "-1")), series=series(2), unit=PERCENT, options=sums
    )
    auto, names = AxisRange(), ("研发", "专利", "人才", "出口", "税收")
    yield chart("line", *months(PMI), unit=PERCENT, axis=auto, guides=(line_at("50", "荣枯线", "No change"),))
    yield chart("line", *months(PMI * 4), unit=PERCENT, axis=auto, guides=(line_at("50"),))
    yield chart(
        "line", *years(12), unit=PERCENT, axis=AxisRange(Decimal(0), Decimal(40), 1), guides=(*crowd, *happened)
    )
    both = (*years(9), *years(9, 1))
    yield chart("line", *both, unit=PERCENT, series=series(2), axis=auto, guides=(*crowd, *happened[:3]))
    yield chart("line", mark("甲", "-3"), mark("乙", "4"), mark("丙", "-1"), axis=auto, unit=PERCENT)
    yield chart("step", *years(8), guides=(line_at("12"), *happened[:3]))
    yield chart("area", *years(12), unit=PERCENT, guides=(*crowd[:2], *happened))
    piled = (m for n in range(3) for m in years(9, n))
    yield chart("area", *piled, series=series(3), unit=PERCENT, guides=(line_at("30"), at_time("2003", end="2005")))
    yield chart("bars", *(mark(name, str(n * 7 - 4)) for n, name in enumerate(names)), guides=crowd)
    yield chart("bars", *(mark(name, str(n + 8)) for n, name in enumerate(names)), guides=(line_at("10", *LONG),))
    yield chart("columns", *(mark(f"{2020 + n}", str(n * 4 - 2)) for n in range(5)), guides=crowd)
    yield chart("columns", *(mark(LONG[1], str(n + 3)) for n in range(6)), guides=crowd)
    yield chart("grouped", *table(names[:3], ("12", "30", "5"), ("9", "-4", "8")), series=series(2), guides=crowd[:2])
    ninety = [mark(name, value) for name, value in zip(names, ("96", "93", "97.5", "99", "95"), strict=True)]
    yield chart("dot", *ninety, unit=PERCENT, axis=auto, guides=(line_at("95"), line_at("98", end="98.5")))
    yield chart("dot", *ninety, unit=PERCENT, axis=AxisRange(Decimal(50), Decimal(100)))
    pair = ("12", "30", "5", "88", "0"), ("19", "24", "5", "90", "3")
    yield chart("dumbbell", *table(names, *pair), series=series(2), unit=PERCENT, axis=auto, guides=(line_at("40"),))
    spans = ranges(ranged("甲", "9", "16"), ranged(LONG[1], "12", "30"))
    yield replace(spans, unit=PERCENT, axis=auto, guides=(line_at("15", *LONG), line_at("28", end="29")))


def series(count: int) -> tuple[Words, ...]:
    return tuple(words(*pair) for pair in SERIES[:count])


SERIES = (
    ("高新区", "High-tech zones"), ("经开区", "Development zones"), ("自贸区", "Free-trade zones"),
    ("新区", "New areas"), ("综保区", "Bonded zones"),
)  # fmt: skip


def table(names: Sequence[str], *columns: Sequence[str], label: str = "{}%") -> tuple[Mark, ...]:
    """A mark a cell: a row of `names` holds one of each column, its series."""
    return tuple(
        mark(name, column[row], label.format(column[row]), series=place)
        for row, name in enumerate(names)
        for place, column in enumerate(columns)
    )


def ranged(name: str, low: str, high: str, **more: object) -> tuple[Mark, Mark]:
    """Where a stretch ends, and where it starts."""
    end = mark(name, high, f"{low}%–{high}%", **more)
    return end, replace(end, value=Decimal(low), role=LOW)


def ranges(*stretches: tuple[Mark, Mark], single: tuple[Mark, ...] = ()) -> Chart:
    return chart("range", *(end for end, _ in stretches), *single, beside=tuple(low for _, low in stretches))


def wide_samples() -> Iterator[Chart]:
    """The kinds of several series, of ranges, of changes and of events, in the same breadth."""
    names = ("研发", "专利", "人才", "出口", "税收")
    yield chart("grouped", *table(names[:3], ("12", "30", "5"), ("9", "-4", "8")), series=series(2), unit=PERCENT)
    yield chart("grouped", *table(LONG, ("12", "30"), ("9", "4"), ("1", "2")), series=series(3), unit=PERCENT)
    four = ("41", "32", "8", "50", "3"), ("20", "40", "12", "25", "90"), ("30", "20", "60", "20", "2")
    yield chart("stacked", *table(names, *four), series=series(3), unit=PERCENT)
    yield chart("stacked", *table(names, *four, label="RMB {}2.5 billion"), series=series(3), unit=PERCENT)
    yield chart("stacked", *table(LONG, *((a, b) for a, b, *_ in four)), series=series(3), unit=PERCENT)
    big = ("0.03", "1700000000000"), ("5", "900000000000")
    yield chart("stacked", *table(("甲", "乙"), *big), series=series(2), unit=PERCENT)
    yield chart("stacked", *table(("甲", "乙"), ("-3", "-8"), ("-5", "-1")), series=series(2), unit=PERCENT)
    many = [str(2005 + n) for n in range(20)]
    rising = [str(n + 5) for n in range(20)]
    yield chart("stacked", *table(many, rising, rising[::-1]), series=series(2), unit=PERCENT)
    yield chart("stacked-100", *table(names, *four), series=series(3), unit=PERCENT)
    yield chart("stacked-100", *table(LONG, *((a, b) for a, b, *_ in four), ("1", "2")), series=series(4), unit=PERCENT)
    yield chart("stacked-100", *table(("甲",), ("41.5",), ("58.5",)), series=series(2), unit=PERCENT)
    yield chart("area", *years(12), unit=PERCENT)
    yield chart("area", *(m for n in range(3) for m in years(9, n)), series=series(3), unit=PERCENT)
    yield chart("area", *(m for n in range(5) for m in years(20, n)), series=series(5), unit=PERCENT)
    yield chart("line", *(replace(m, role=GAP if n == 3 else "") for n, m in enumerate(years(7))), unit=PERCENT)
    yield chart(
        "dot", *(mark(name, value) for name, value in zip(names, ("96", "93", "97.5", "99", "95"), strict=True))
    )
    yield chart("dot", mark("甲", "-3"), mark(LONG[1], "8", bound=Bound.ABOUT), mark("丙", "0.03", status="estimate"))
    yield chart("dot", mark("甲", "5"))
    yield chart("dumbbell", *table(names, ("12", "30", "5", "88", "0"), ("19", "24", "5", "90", "3")), series=series(2))
    yield chart("dumbbell", *table((*LONG, "丙"), ("-12", "3", "8"), ("9", "-4", "8.1")), series=series(2))
    yield chart("slope", *table(names, ("12", "30", "5", "8", "7"), ("19", "24", "5", "90", "20")), series=series(2))
    yield chart("slope", *table(LONG, ("12", "12"), ("19", "19")), series=series(2))
    crowd = [str(50 + n % 3) for n in range(12)]
    yield chart("slope", *table([f"Item {n}" for n in range(12)], crowd, crowd[::-1]), series=series(2))
    yield chart(
        "donut",
        mark("占上海比重", "61", "约61%", bound=Bound.ABOUT),
        beside=(mark("上海", "70", "约70个", role=ASIDE),),
    )
    yield chart("donut", mark("甲", "41.5"), mark(LONG[0], "30", status="estimate"), mark("丙", "0.03"), unit=PERCENT)
    yield chart("donut", mark("甲", "100"))
    yield chart("share", mark("甲", "34.5", status="preliminary"), mark("乙", "12"), unit=PERCENT)
    yield ranges(ranged("甲", "9", "16"), ranged(LONG[1], "12", "30", status="estimate"), single=(mark("丙", "14"),))
    yield ranges(ranged("甲", "-9", "-3"), ranged("乙", "-1", "4"))
    yield ranges(*(ranged(f"Item {n}", str(90 + n), str(95 + n)) for n in range(20)))
    flow = [mark("期初", "50", role=TOTAL), mark("新增", "30"), mark("退出", "-12"), mark("其他", "-1")]
    yield chart("waterfall", *flow, mark("期末", "67", role=TOTAL))
    yield chart("waterfall", mark(LONG[0], "5"), mark(LONG[1], "-9", bound=Bound.ABOUT), mark("丙", "-4", role=TOTAL))
    steps = [mark(f"M{n}", str((-1) ** n * (n + 2)), f"RMB {n} billion", status="preliminary") for n in range(18)]
    yield chart("waterfall", *steps)
    yield chart("small-multiples", *(m for n in range(5) for m in years(9, n)), series=series(5), unit=PERCENT)
    yield chart("small-multiples", *years(3), *years(3, 1), series=(words(*LONG), words(*LONG)), unit=PERCENT)
    yield chart("small-multiples", *table(("甲", "乙", "丙"), ("-3", "5", "2"), ("1", "0", "-8")), series=series(2))
    yield chart("timeline", *(event(year, *LONG) for year in ("1988", "2008.2", "2020", "2022.7", "2023.9")))
    yield chart("timeline", *(event(f"{2000 + n / 8}", "挂牌", "WordPackage") for n in range(20)))
    yield chart("timeline", event("1988", "挂牌", "WordPackage"))
    yield chart("table-with-bars", *table(names, ("12", "30", "5", "8", "7")), unit=PERCENT)
    yield chart(
        "table-with-bars",
        *table((*names, *LONG), *([str(n - 2) for n in range(7)] for _ in range(4))),
        series=series(4),
    )
    yield chart("table-with-bars", *table([f"Item {n}" for n in range(20)], [str(n) for n in range(20)]))


def gap(name: str, series: int = 0) -> Mark:
    return replace(mark(name, "0"), label=words("无数据", "No data"), series=series, role=MISSING)


def shaded_samples() -> Iterator[Chart]:
    """Shades of values: one cell and many, both signs and one, gaps, long words, all tiles, few and many classes."""
    names = ("研发", "专利", "人才", "出口", "税收")
    yield chart("heat-table", mark("甲", "5"), unit=PERCENT)
    columns = tuple([f"{(row * 7 + column * 5) % 23 - 9}.5" for row in range(5)] for column in range(12))
    twelve = tuple(words(f"{n + 1}月", f"Month {n + 1}") for n in range(12))
    yield chart("heat-table", *table(names, *columns), series=twelve, unit=PERCENT)
    long = table((*LONG, "丙"), ("12", "30", "-5"), ("9", "4", "0"), label="RMB {} billion")
    yield chart("heat-table", *long[:-1], series=(words(*LONG), words("乙", "B")), beside=(gap("丙", 1),), unit=PERCENT)
    loose = (
        mark("甲", "5", "约5%", bound=Bound.ABOUT),
        mark("乙", "7", status="estimate"),
        mark("丙", "9", highlight=True),
    )
    yield chart("heat-table", *loose, series=(words("值", "Value"),), unit=PERCENT)
    middle = replace(mark("", "50", "50"), name=(), role="middle")
    around = table(("制造业", "服务业"), ("49.1", "50.4"), ("51.2", "50.0"))
    yield chart("heat-table", *around, series=series(2), beside=(middle,), unit=PERCENT)
    two = table(names, ("1", "2", "3", "4", "5"), ("-5", "6", "70", "8", "9"))
    yield chart("heat-table", *two, series=series(2), units=(PERCENT, PERCENT))
    tiles = [mark(one.en if place % 2 else one.zh, str(place * place - 200)) for place, one in enumerate(provinces())]
    yield chart("tile-map", *tiles, unit=PERCENT)
    yield chart("tile-map", mark("内蒙古", "1700000000000", "RMB 1.7 trillion"), unit=PERCENT)
    yield chart("tile-map", *(replace(tile, status="preliminary", highlight=tile is tiles[5]) for tile in tiles[5:20]))
    limits = tuple(replace(mark("", value, value), name=(), role="limit") for value in ("0", "100", "400"))
    yield chart("tile-map", *tiles[2:30], beside=limits, unit=PERCENT)
    answers = ("12", "30", "5"), ("20", "24", "0"), ("18", "16", "45"), ("50", "30", "50")
    for count in (2, 3, 4):
        yield chart("diverging-stack", *table((*LONG, "丙"), *answers[:count]), series=series(count), unit=PERCENT)
    apart = (("neutral", "apart"),)
    yield chart("diverging-stack", *table(names[:3], *answers[:3]), series=series(3), unit=PERCENT, options=apart)
    counted = common_unit([Count(value=Decimal(1), measure="家")])
    yield chart("diverging-stack", *table(names[:3], *answers, label="{}家"), series=series(4), unit=counted)


def scattered_samples() -> Iterator[Chart]:
    """Points of two figures: two and thirty, alike, below zero, long names, lines across, names that lack a figure."""
    axes = words("人均产值（万元）", "Output per head (RMB 10,000)"), words("增速（%）", "Growth (%)")
    both = (PERCENT, PERCENT)
    yield chart("scatter", *table(("甲", "乙"), ("5", "5"), ("-3", "-3")), series=axes, units=both)
    yield chart("scatter", *table((*LONG, "丙"), ("-5", "900", "3"), ("0.001", "-3", "8")), series=axes, units=both)
    thirty = [one.en for one in provinces()][:30]
    across = [str(40 + place * 37 % 61) for place in range(30)]
    up = [f"{(place * 53 % 97) / 10 - 2:.1f}" for place in range(30)]
    marks = [replace(m, highlight=dict(m.name)["en"] == "Hebei") for m in table(thirty, across, up)]
    lines = tuple(
        Guide(words("均值", "Average"), words(f"{at}%", f"{at}%"), Decimal(at), series=series)
        for series, at in ((0, "70"), (0, "72"), (1, "3"))
    )
    yield chart("scatter", *marks, series=axes, units=both, guides=lines, beside=(gap("Hong Kong", 1),))
    band = Guide(words(*LONG), words("2%～4%", "2%–4%"), Decimal(2), Decimal(4), series=1)
    yield chart("scatter", *marks, series=axes, units=both, guides=(band, replace(band, series=0)))


def event(when: str, zh: str, en: str) -> Mark:
    return Mark(words(zh, en), Decimal(when), words(f"{when[:4]}年", when[:4]), when=Decimal(when))
