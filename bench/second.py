"""Writes a second content folder, of another field than the shipped one: a quarter of energy, its figures invented.

It has 30 paragraphs, 82 facts, 7 charts of seven kinds, 5 tables and 40 notes; every run writes the same bytes.

    python bench/second.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

NOW, BEFORE = "2025-Q1", "2024-Q1"
OFFICES = (
    ("能源统计室", "Energy Statistics Office"),
    ("电网运行中心", "Grid Operation Center"),
    ("海关贸易处", "Customs Trade Division"),
    ("电力交易所", "Power Exchange"),
    ("投资监测组", "Investment Monitoring Group"),
)
REPORTS = (
    ("季度快报", "Quarterly bulletin"),
    ("运行月报", "Monthly operation report"),
    ("口径说明", "Notes on coverage"),
    ("专项调查", "Special survey"),
)


class Said(NamedTuple):
    """The same words in both languages."""

    zh: str
    en: str


class Item(NamedTuple):
    """What a group of facts is about: its name in keys and in words, and its figures."""

    key: str
    name: Said
    figures: tuple[str, ...]


POWER = (  # 亿千瓦时 this quarter, and a year earlier
    Item("thermal", Said("火电", "thermal power"), ("14850", "15200")),
    Item("hydro", Said("水电", "hydropower"), ("2210", "2090")),
    Item("nuclear", Said("核电", "nuclear power"), ("1180", "1040")),
    Item("wind", Said("风电", "wind power"), ("2850", "2600")),
    Item("solar", Said("光伏发电", "solar power"), ("2150", "1600")),
)
REGIONS = (  # 亿千瓦时 used, growth, low and high price
    Item("north", Said("华北", "North China"), ("4480", "3.1", "0.31", "0.42")),
    Item("northeast", Said("东北", "Northeast China"), ("1520", "1.8", "0.29", "0.38")),
    Item("east", Said("华东", "East China"), ("6750", "4.6", "0.36", "0.47")),
    Item("central", Said("华中", "Central China"), ("3340", "5.2", "0.33", "0.44")),
    Item("south", Said("华南", "South China"), ("3590", "4.9", "0.34", "0.46")),
    Item("northwest", Said("西北", "Northwest China"), ("2170", "6.3", "0.18", "0.31")),
)
PLANT = (  # added in the quarter, there at its end
    Item("wind_plant", Said("风电装机", "wind capacity"), ("1460万千瓦", "5.36亿千瓦")),
    Item("solar_plant", Said("光伏装机", "solar capacity"), ("5970万千瓦", "9.46亿千瓦")),
    Item("storage_plant", Said("新型储能装机", "new-type storage capacity"), ("520万千瓦", "7890万千瓦")),
    Item("chargers", Said("充电桩", "charging points"), ("93.2万个充电桩", "1374.9万个充电桩")),
)
FUELS = (  # imported, change, worth
    Item("crude", Said("原油", "crude oil"), ("1.35亿吨", "下降1.5%", "5630亿元")),
    Item("gas", Said("天然气", "natural gas"), ("2933万吨", "下降10.2%", "960亿元")),
    Item("coal", Said("煤炭", "coal"), ("1.15亿吨", "下降0.9%", "780亿元")),
    Item("refined", Said("成品油", "refined oil"), ("918万吨", "增长3.7%", "342亿元")),
)
SPENDING = (  # spent, growth
    Item("plants", Said("电源工程", "power plants"), ("1322亿元", "增长2.5%")),
    Item("grid", Said("电网工程", "power grids"), ("956亿元", "增长24.8%")),
    Item("storage", Said("新型储能", "new-type storage"), ("214亿元", "增长36.1%")),
    Item("charging", Said("充电设施", "charging facilities"), ("148亿元", "增长18.4%")),
)
SINGLE: Mapping[str, tuple[str, Said]] = {
    "peak_load": ("12.1亿千瓦", Said("最高用电负荷", "peak load")),
    "pumped_plants": ("近70座", Said("在运抽水蓄能电站数量", "number of pumped storage plants in operation")),
    "storage_hours": ("2.3小时", Said("新型储能平均时长", "average duration of new-type storage")),
    "coal_days": ("约25天", Said("电厂存煤可用天数", "days that the coal stocks of power plants last")),
    "green_traded": ("1860亿千瓦时", Said("绿电交易电量", "green power traded")),
    "wind_use": ("93.8%", Said("风电利用率", "utilization rate of wind power")),
    "solar_use": ("94.6%", Said("光伏利用率", "utilization rate of solar power")),
}


# ---- facts ---------------------------------------------------------------------------------


def percent(part: Decimal, whole: Decimal) -> str:
    """A share in percent, to one decimal."""
    return str((100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def rise(now: Decimal, before: Decimal) -> str:
    """A change as Chinese prints it."""
    told = percent(now - before, before)
    return f"下降{told[1:]}%" if told.startswith("-") else f"增长{told}%"


def fact(figure: str, zh: str, en: str, **more: Any) -> dict[str, Any]:
    """A fact of this quarter, under names that charts print, too."""
    return {"is": figure, "what": {"zh": zh, "en": en}, **({} if "as_of" in more else {"when": NOW}), **more}


def labelled(name: Said) -> dict[str, Any]:
    """A name for charts."""
    return {"label": {"zh": name.zh, "en": cap(name.en)}}


def of_power() -> Iterator[tuple[str, dict[str, Any]]]:
    """Generation: this quarter, a year earlier, and the change; of each source and of all."""
    sums = [str(sum(int(item.figures[place]) for item in POWER)) for place in (0, 1)]
    every = Item("power", Said("总", "total power"), (sums[0], sums[1]))
    for key, name, (now, before) in (*POWER, every):
        zh, label = f"{name.zh}发电量".replace("发电发", "发"), labelled(name)
        yield f"{key}_now", fact(f"{now}亿千瓦时", zh, f"{name.en} generation", **label)
        yield f"{key}_before", fact(f"{before}亿千瓦时", zh, f"{name.en} generation", **label, when=BEFORE)
        change = rise(Decimal(now), Decimal(before))
        yield f"{key}_change", fact(change, f"{zh}增速", f"growth in {name.en} generation", **label)


def of_regions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Use, its growth and its share, and the prices of a kilowatt-hour."""
    whole = Decimal(sum(int(item.figures[0]) for item in REGIONS))
    for key, name, (used, growth, low, high) in REGIONS:
        label = labelled(name)
        yield f"{key}_used", fact(f"{used}亿千瓦时", f"{name.zh}用电量", f"power use in {name.en}", **label)
        yield (
            f"{key}_growth",
            fact(f"增长{growth}%", f"{name.zh}用电量增速", f"growth in power use in {name.en}", **label),
        )
        share = f"{percent(Decimal(used), whole)}%"
        yield (
            f"{key}_share",
            fact(share, f"{name.zh}用电量占比", f"share of {name.en} in power use", **label),
        )
        price = f"{low}～{high}元"
        yield f"{key}_price", fact(price, f"{name.zh}现货电价", f"spot price of power in {name.en}", **label)


def of_plant() -> Iterator[tuple[str, dict[str, Any]]]:
    """What was added, and what is there."""
    for key, name, (added, there) in PLANT:
        label = labelled(name)
        yield f"{key}_added", fact(added, f"新增{name.zh}", f"new {name.en}", **label)
        yield f"{key}_there", fact(there, f"累计{name.zh}", f"total {name.en}", **label, as_of="2025-03")


def of_fuels() -> Iterator[tuple[str, dict[str, Any]]]:
    """Imports: their amount, its change and their worth."""
    for key, name, (amount, change, worth) in FUELS:
        label = labelled(name)
        yield f"{key}_amount", fact(amount, f"{name.zh}进口量", f"imports of {name.en}", **label)
        yield f"{key}_rise", fact(change, f"{name.zh}进口量增速", f"growth in imports of {name.en}", **label)
        yield f"{key}_worth", fact(worth, f"{name.zh}进口额", f"value of the imports of {name.en}", **label)


def of_spending() -> Iterator[tuple[str, dict[str, Any]]]:
    """Investment and its growth."""
    for key, name, (spent, growth) in SPENDING:
        label = labelled(name)
        yield f"{key}_spent", fact(spent, f"{name.zh}投资", f"investment in {name.en}", **label)
        yield f"{key}_pace", fact(growth, f"{name.zh}投资增速", f"growth in investment in {name.en}", **label)


def derived() -> Iterator[tuple[str, dict[str, Any]]]:
    """What follows from other facts."""
    told = (
        ("wind_and_solar", "wind_now + solar_now", "", Said("风电和光伏发电量", "wind and solar generation")),
        (
            "clean_share",
            "(hydro_now + nuclear_now + wind_now + solar_now) / power_now",
            "0.1",
            Said("清洁能源发电量占比", "share of clean energy in generation"),
        ),
        (
            "fuel_bill",
            "crude_worth + gas_worth + coal_worth + refined_worth",
            "",
            Said("能源进口总额", "total value of energy imports"),
        ),
        (
            "all_spent",
            "plants_spent + grid_spent + storage_spent + charging_spent",
            "",
            Said("能源投资总额", "total investment in energy"),
        ),
        ("grid_share", "grid_spent / all_spent", "0.1", Said("电网工程投资占比", "share of power grids in investment")),
    )
    for key, expression, step, name in told:
        yield key, {"derived": expression, **({"round": step} if step else {}), "what": name._asdict(), "when": NOW}


NOTED: tuple[tuple[Sequence[Item], str, Said], ...] = (  # what is said of one fact of each item
    (POWER, "now", Said("按上网电量折算", "converted from power fed into the grid")),
    (REGIONS, "used", Said("含线路损耗", "losses on the lines included")),
    (FUELS, "amount", Said("按报关日期统计", "counted by the date of declaration")),
)


def facts() -> dict[str, dict[str, Any]]:
    """All of them, each with a source; some with notes."""
    told: dict[str, dict[str, Any]] = {}
    for place, part in enumerate((of_power, of_regions, of_plant, of_fuels, of_spending)):
        told |= {key: {**each, "source": source(place)} for key, each in part()}
    told |= {key: fact(figure, *name, source=source(5)) for key, (figure, name) in SINGLE.items()}
    for items, part, note in NOTED:
        for item in items:
            told[f"{item.key}_{part}"]["note"] = note._asdict()
    return told | dict(derived())


def source(place: int) -> str:
    """The name of the source at that place, counted around."""
    return f"report-{place % (len(OFFICES) * len(REPORTS)) + 1}"


def sources() -> dict[str, dict[str, Any]]:
    """Each office's reports."""
    pairs = [(office, report) for report in REPORTS for office in OFFICES]
    return {
        source(place): {
            "publisher": {"zh": office[0], "en": office[1]},
            "title": {"zh": report[0], "en": report[1]},
            "date": f"2025-04-{place + 5:02}",
            "kind": "report",
        }
        for place, (office, report) in enumerate(pairs)
    }


# ---- sections -------------------------------------------------------------------------------


def texts(*pairs: Said) -> list[dict[str, Any]]:
    """A paragraph a pair."""
    return [{"text": pair._asdict()} for pair in pairs]


def titled(zh: str, en: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    """A section."""
    return {"title": {"zh": zh, "en": en}, "blocks": [*blocks]}


def chart(kind: str, title: Said, measure: Said, **more: Any) -> dict[str, Any]:
    """A chart, called by its kind."""
    told = {"id": kind, "kind": kind, "title": title._asdict(), "measure": measure._asdict()}
    return {"chart": {**told, **more}}


def table(name: str, title: Said, items: Sequence[Item], heads: Sequence[tuple[str, Said]]) -> dict[str, Any]:
    """A table with a row an item, and a column of its facts under each head."""
    columns = [{"title": head._asdict(), "unit": "auto"} for _, head in heads]
    rows = [
        [{"zh": item.name.zh, "en": cap(item.name.en)}, *(f"{{{item.key}_{part}}}" for part, _ in heads)]
        for item in items
    ]
    return {
        "table": {
            "id": name,
            "title": title._asdict(),
            "columns": [{"zh": "项目", "en": "Item"}, *columns],
            "rows": rows,
        }
    }


def cap(text: str) -> str:
    """The text with a capital."""
    return text[0].upper() + text[1:]


def keys(items: Sequence[Item], part: str) -> list[str]:
    """The names of one fact of each item."""
    return [f"{item.key}_{part}" for item in items]


def sections(watched: Said) -> dict[str, dict[str, Any]]:
    """The briefing, section by section."""
    return {
        "overview": overview(),
        "generation": generation(),
        "use": use(),
        "capacity": capacity(),
        "imports": imports(),
        "prices": prices(),
        "investment": investment(),
        "outlook": outlook(watched),
    }


def overview() -> dict[str, Any]:
    """Three paragraphs."""
    return titled(
        "总体情况",
        "The quarter as a whole",
        {"metrics": ["power_now", "clean_share", "all_spent", "fuel_bill"]},
        *texts(
            Said(
                "{power_now:when}，能源供应总体平稳。总发电量为{power_now}，上年同期为{power_before}，{power_change}；"
                "[@report-1]其中清洁能源占比{clean_share}（本简报推算）。",
                "Energy supply was steady in {power_now:when}. Total generation came to {power_now}, compared with "
                "{power_before} a year earlier, {power_change};[@report-1] clean energy made up {clean_share} of it, "
                "by our own division.",
            ),
            Said(
                "用电负荷较高的时段集中在一月，最高用电负荷为{peak_load}。[@report-2]电厂存煤可用{coal_days}，"
                "保供压力小于往年。[@report-3]",
                "Demand was strongest in January, when the peak load reached {peak_load}.[@report-2] The coal stocks "
                "of power plants would last {coal_days}, and supply was under less strain than in earlier "
                "years.[@report-3]",
            ),
            Said(
                "投资和进口走势不同。能源投资总额为{all_spent}，能源进口总额为{fuel_bill}（均为本简报推算），"
                "前者的增长以电网为主，后者受价格回落影响。[@report-4]",
                "Investment and imports went different ways. Total investment in energy was {all_spent} and the value "
                "of energy imports {fuel_bill}, both by our own addition; the former was led by grids, while the "
                "latter reflected lower prices.[@report-4]",
            ),
        ),
    )


def generation() -> dict[str, Any]:
    """Five paragraphs, a table and three charts."""
    cited = ("report-5", "report-6", "report-7", "report-8")
    each = [
        Said(
            f"{item.name.zh}方面，{{{item.key}_now:when}}发电量为{{{item.key}_now}}，上年同期为{{{item.key}_before}}，"
            f"{{{item.key}_change}}。[@{cited[place]}]{zh}",
            f"The output of {item.name.en} was {{{item.key}_now}} in {{{item.key}_now:when}}, compared with "
            f"{{{item.key}_before}} a year earlier, {{{item.key}_change}}.[@{cited[place]}] {en}",
        )
        for place, (item, zh, en) in enumerate(
            (
                (
                    POWER[0],
                    "火电仍是主力，但继续为其他电源让路。",
                    "It remains the mainstay, but keeps making way for others.",
                ),
                (
                    POWER[1],
                    "来水好于往年，主要水库蓄水充足。",
                    "Rainfall was better than usual, and the main reservoirs were full.",
                ),
                (POWER[2], "新机组投产是增长的主要原因。", "The increase is mainly due to new units entering service."),
                (
                    POWER[3],
                    "风电利用率为{wind_use}，弃风有所减少。",
                    "Its utilization rate was {wind_use}, and less wind was wasted.",
                ),
            )
        )
    ]
    solar = Said(
        "光伏发电增长最快，{solar_now:when}发电量为{solar_now}，上年同期为{solar_before}，{solar_change}，"
        "利用率为{solar_use}。风电和光伏合计{wind_and_solar}（本简报推算）。[@report-9]",
        "Solar power grew fastest: its output was {solar_now} in {solar_now:when}, compared with {solar_before} a "
        "year earlier, {solar_change}, with a utilization rate of {solar_use}. Wind and solar together came to "
        "{wind_and_solar}, by our own addition.[@report-9]",
    )
    heads = (
        ("now", Said("本季", "This quarter")),
        ("before", Said("上年同期", "A year earlier")),
        ("change", Said("增速", "Growth")),
    )
    before_and_now = [
        {"name": {"zh": "2024年一季度", "en": "Q1 2024"}, "facts": keys(POWER, "before")},
        {"name": {"zh": "2025年一季度", "en": "Q1 2025"}, "facts": keys(POWER, "now")},
    ]
    lines = [
        {"name": {"zh": item.name.zh, "en": cap(item.name.en)}, "y": item.key, "unit": "亿千瓦时"} for item in POWER
    ]
    output = Said("发电量", "Generation")
    return titled(
        "发电",
        "Generation",
        *texts(*each[:3]),
        table("power", Said("各类电源发电量", "Generation by source"), POWER, heads),
        *texts(each[3], solar),
        chart("dumbbell", Said("光伏发电量升幅明显", "Solar power has grown markedly"), output, series=before_and_now),
        chart(
            "area",
            Said("各季发电量的构成", "What each quarter’s generation is made of"),
            output,
            data="power.csv",
            x="quarter",
            series=lines,
            source=["report-1"],
        ),
        chart(
            "waterfall",
            Said("火电之外的电源都拉动了增长", "Every source but thermal power added to growth"),
            output,
            data="change.csv",
            x="part",
            y="amount",
            unit="亿千瓦时",
            totals=["上年同期", "本季"],
            source=["report-1"],
        ),
    )


def use() -> dict[str, Any]:
    """Six paragraphs, a table and two charts."""
    ends = (
        ("钢铁和化工用电平稳。", "Steel and chemicals were stable."),
        ("供暖结束早于往年，居民用电偏低。", "Heating ended earlier than usual, and households used less."),
        ("电子信息制造业贡献较大。", "Electronics contributed much of it."),
        ("新建数据中心陆续投用。", "New data centers came into use one after another."),
        ("出口订单回暖，制造业用电加快。", "Export orders recovered, and manufacturing used more."),
        ("新能源材料项目集中投产。", "Projects for new energy materials went into production together."),
    )
    pairs = [
        Said(
            f"{item.name.zh}用电量为{{{item.key}_used}}，{{{item.key}_growth}}，占六个地区合计的{{{item.key}_share}}。"
            f"[@report-{place + 10}]{zh}",
            f"In {item.name.en} power use was {{{item.key}_used}}, {{{item.key}_growth}}, or {{{item.key}_share}} of "
            f"the total for the six regions.[@report-{place + 10}] {en}",
        )
        for place, (item, (zh, en)) in enumerate(zip(REGIONS, ends, strict=True))
    ]
    heads = (
        ("used", Said("用电量", "Power use")),
        ("growth", Said("增速", "Growth")),
        ("share", Said("占比", "Share")),
    )
    lines = [
        {"name": {"zh": zh, "en": en}, "y": y, "unit": "亿千瓦时"}
        for y, zh, en in (
            ("industry", "工业", "Industry"),
            ("services", "服务业", "Services"),
            ("homes", "居民", "Households"),
        )
    ]
    return titled(
        "用电",
        "Power use",
        *texts(*pairs[:3]),
        table("regions", Said("各地区用电量", "Power use by region"), REGIONS, heads),
        *texts(*pairs[3:]),
        chart(
            "bars",
            Said("西北用电增长最快", "Power use grew fastest in Northwest China"),
            Said("增速", "Growth"),
            facts=keys(REGIONS, "growth"),
            highlight=["northwest_growth"],
            sort="value",
        ),
        chart(
            "line",
            Said("工业用电在春节后回升", "Industry used more power after the Spring Festival"),
            Said("月用电量", "Monthly power use"),
            data="use.csv",
            x="month",
            series=lines,
            source=["report-2"],
        ),
    )


def capacity() -> dict[str, Any]:
    """Four paragraphs and a table."""
    heads = (("added", Said("新增", "Added")), ("there", Said("累计", "Total")))
    return titled(
        "装机与设施",
        "Capacity and facilities",
        *texts(
            Said(
                "本季新增风电装机{wind_plant_added}，累计{wind_plant_there}。[@report-16]海上项目开工较多，"
                "陆上项目转向西北。",
                "New wind capacity was {wind_plant_added}, for a total of {wind_plant_there}.[@report-16] Many "
                "projects started at sea, while those on land moved to the northwest.",
            ),
            Said(
                "新增光伏装机{solar_plant_added}，累计{solar_plant_there}。[@report-17]分布式项目的比重继续上升。",
                "New solar capacity was {solar_plant_added}, for a total of {solar_plant_there}.[@report-17] "
                "Distributed projects accounted for a growing part of it.",
            ),
            Said(
                "新型储能新增{storage_plant_added}，累计{storage_plant_there}，平均时长{storage_hours}。"
                "[@report-18]在运抽水蓄能电站{pumped_plants}，是调节能力的另一支柱。",
                "New-type storage grew by {storage_plant_added} to {storage_plant_there}, with an average duration of "
                "{storage_hours}.[@report-18] Pumped storage, with {pumped_plants} plants in operation, is the other "
                "pillar of flexibility.",
            ),
            Said(
                "本季新增{chargers_added}，累计{chargers_there}。[@report-19]高速公路服务区的覆盖面明显扩大。",
                "The quarter added {chargers_added}, for a total of {chargers_there}.[@report-19] Service areas along "
                "expressways are much better covered.",
            ),
        ),
        table("plant", Said("新增与累计装机", "Capacity added and in place"), PLANT[:3], heads),
    )


def imports() -> dict[str, Any]:
    """Four paragraphs and a table."""
    ends = (
        ("炼厂检修集中，采购放缓。", "Refineries were under maintenance and bought less."),
        ("国内产量上升，现货采购减少。", "Domestic output rose, and fewer cargoes were bought on the spot."),
        ("港口库存充足。", "Stocks at the ports were ample."),
        ("航空煤油需求恢复较快。", "Demand for jet fuel recovered quickly."),
    )
    pairs = [
        Said(
            f"进口{item.name.zh}{{{item.key}_amount}}，比上年同期{{{item.key}_rise}}，进口额为{{{item.key}_worth}}。"
            f"[@report-20]{zh}",
            f"Imports of {item.name.en} were {{{item.key}_amount}}, {{{item.key}_rise}} from a year earlier, and cost "
            f"{{{item.key}_worth}}.[@report-20] {en}",
        )
        for item, (zh, en) in zip(FUELS, ends, strict=True)
    ]
    heads = (("amount", Said("进口量", "Amount")), ("rise", Said("增速", "Growth")), ("worth", Said("进口额", "Value")))
    return titled(
        "进口",
        "Imports",
        *texts(*pairs),
        table("fuels", Said("主要能源进口", "Main energy imports"), FUELS, heads),
    )


def prices() -> dict[str, Any]:
    """Three paragraphs and a chart."""
    pairs = [
        Said(
            f"{first.name.zh}现货电价每千瓦时{{{first.key}_price}}，{second.name.zh}为{{{second.key}_price}}。"
            f"[@report-4]{zh}",
            f"In {first.name.en} a kilowatt-hour cost {{{first.key}_price}} on the spot market, and in "
            f"{second.name.en} {{{second.key}_price}}.[@report-4] {en}",
        )
        for first, second, (zh, en) in zip(
            REGIONS[::2],
            REGIONS[1::2],
            (
                ("两地价差不大，夜间最低。", "The two are close, and lowest at night."),
                ("晚高峰拉大了价差。", "The evening peak widened the spread."),
                ("西北午间光伏大发，价格最低。", "The northwest is cheapest at noon, when the sun is strong."),
            ),
            strict=True,
        )
    ]
    return titled(
        "价格",
        "Prices",
        *texts(*pairs),
        chart(
            "range",
            Said("西北现货电价最低", "Spot prices are lowest in Northwest China"),
            Said("每千瓦时价格", "Price of a kilowatt-hour"),
            facts=keys(REGIONS, "price"),
            highlight=["northwest_price"],
        ),
    )


def investment() -> dict[str, Any]:
    """Three paragraphs, a table and a chart."""
    heads = (("spent", Said("投资", "Investment")), ("pace", Said("增速", "Growth")))
    return titled(
        "投资",
        "Investment",
        *texts(
            Said(
                "电源工程完成投资{plants_spent}，{plants_pace}；电网工程完成投资{grid_spent}，{grid_pace}，"
                "占能源投资总额{grid_share}（本简报推算）。[@report-5]",
                "Investment in power plants was {plants_spent}, {plants_pace}, and that in power grids {grid_spent}, "
                "{grid_pace}, or {grid_share} of the total by our own division.[@report-5]",
            ),
            Said(
                "新型储能投资{storage_spent}，{storage_pace}，增速在各类投资中最高。[@report-10]",
                "Investment in new-type storage was {storage_spent}, {storage_pace}, the fastest of all.[@report-10]",
            ),
            Said(
                "充电设施投资{charging_spent}，{charging_pace}。[@report-15]县乡一级的项目占了多数。",
                "Investment in charging facilities was {charging_spent}, {charging_pace}.[@report-15] Most of the "
                "projects are in counties and townships.",
            ),
        ),
        table("spending", Said("能源投资", "Investment in energy"), SPENDING, heads),
        chart(
            "donut",
            Said("电源和电网占了投资的大部分", "Plants and grids take most of the investment"),
            Said("投资构成", "Make-up of investment"),
            facts=keys(SPENDING, "spent"),
        ),
    )


def outlook(watched: Said) -> dict[str, Any]:
    """Two paragraphs; the last sentence names what is watched."""
    return titled(
        "下一步",
        "What comes next",
        *texts(
            Said(
                "绿电交易电量已达{green_traded}，[@report-14]今后能否继续扩大，取决于用电需求（见[#line]）"
                "和各地区是否互认证书。",
                "Green power traded has reached {green_traded}.[@report-14] Whether it keeps growing depends on "
                "demand for power (see [#line]) and on whether the regions accept each other’s certificates.",
            ),
            Said(
                "夏季用电高峰将检验储能和需求响应的作用。本简报将在下一期继续跟踪这些指标（见[#regions]和[#plant]），"
                f"并关注{watched.zh}的变化。",
                "The summer peak will show what storage and demand response can do. The next issue will follow the "
                f"same indicators (see [#regions] and [#plant]) and watch {watched.en}.",
            ),
        ),
    )


# ---- files ----------------------------------------------------------------------------------


class Plain(yaml.SafeDumper):
    """Writes everything out, without anchors and aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Always."""
        return True


def data() -> dict[str, str]:
    """The tables of data/: quarters by source, months by user, and the steps from a year ago to now."""
    quarters = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1")
    moved = ((0, 0, 0, 0), (-900, 1700, 60, -300), (900, 2600, 90, -700), (300, 500, 120, -100))
    seen = [",".join(["quarter", *(item.key for item in POWER)])]
    for place, quarter in enumerate(quarters[:-1]):
        steps = (*moved[place], (0, 700, 900, 300)[place])
        seen.append(
            ",".join([quarter, *(str(int(item.figures[1]) + step) for item, step in zip(POWER, steps, strict=True))])
        )
    seen.append(",".join([quarters[-1], *(item.figures[0] for item in POWER)]))
    used = ["month,industry,services,homes"]
    for month in range(15):
        winter, summer = month % 12 in (0, 1, 11), month % 12 in (6, 7)
        industry = 4400 + 35 * month - (900 if month % 12 == 1 else 0)
        services, homes = 1180 + 12 * month + 240 * summer, 1020 + 8 * month + 310 * winter + 420 * summer
        used.append(f"{2024 + month // 12}-{month % 12 + 1:02},{industry},{services},{homes}")
    total = [sum(int(item.figures[place]) for item in POWER) for place in (0, 1)]
    steps = [f"{item.name.zh},{cap(item.name.en)},{int(item.figures[0]) - int(item.figures[1])}" for item in POWER]
    change = ["part_zh,part_en,amount", f"上年同期,A year earlier,{total[1]}", *steps, f"本季,This quarter,{total[0]}"]
    return {"power.csv": "\n".join(seen), "use.csv": "\n".join(used), "change.csv": "\n".join(change)}


def about(names: Sequence[str]) -> dict[str, Any]:
    """What the briefing says of itself."""
    return {
        "id": "energy-quarter",
        "title": {"zh": "能源运行季度简报", "en": "Energy in the quarter"},
        "subtitle": {"zh": "发电、用电、进口与投资", "en": "Generation, use, imports and investment"},
        "issuer": {"zh": "能源研究组", "en": "Energy Research Group"},
        "issue": {"zh": "季度简报", "en": "Quarterly briefing"},
        "date": "2025-04-28",
        "keywords": {"zh": ["能源", "发电", "用电"], "en": ["energy", "generation", "power use"]},
        "subject": {"zh": "能源运行情况", "en": "How energy fared"},
        "template": "modern",
        "layout": "interleaved",
        "english": "en-US",
        "sections": list(names),
    }


def terms() -> dict[str, Any]:
    """One form in each language."""
    charger = {"measure": "个", "zh": "充电桩", "one": "charging point", "other": "charging points"}
    pairs = [{"zh": zh, "en": en} for zh, en in (("新型储能", "new-type storage"), ("清洁能源", "clean energy"))]
    return {"terms": pairs, "nouns": {"charger": charger}}


WATCHED = (
    Said("来水", "rainfall"),
    Said("气温", "temperatures"),
    Said("库存", "stocks"),
    Said("检修", "maintenance"),
    Said("订单", "orders"),
    Said("运价", "freight rates"),
    Said("日照", "sunshine"),
    Said("煤价", "the price of coal"),
)


def watch(version: int) -> Said:
    """What the last sentence of that version names; there are 64."""
    first, second = divmod(version % len(WATCHED) ** 2, len(WATCHED))
    if not first:
        return WATCHED[second]
    other = WATCHED[(first + second) % len(WATCHED)]
    return Said(f"{other.zh}和{WATCHED[second].zh}", f"{other.en} and {WATCHED[second].en}")


def write(folder: Path, version: int = 0) -> None:
    """The content folder; versions differ in one sentence, and a file that stays as it is is not touched."""
    told = sections(watch(version))
    files: dict[str, object] = {
        "briefing.yaml": about([*told]),
        "facts.yaml": facts(),
        "sources.yaml": sources(),
        "terms.yaml": terms(),
        **{f"sections/{name}.yaml": section for name, section in told.items()},
    }
    written = {
        name: yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False, width=120)
        for name, value in files.items()
    }
    written |= {f"data/{name}": f"{text}\n" for name, text in data().items()}
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != text.encode():
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
