# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Contents whose built files the tests of living files edit: the shipped one, and a small one with everything in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from reportgen.pipeline import build
from tests.content import write_files

SHIPPED = Path(__file__).parents[2] / "content"

FERRY: dict[str, str] = {
    "briefing.yaml": """\
id: ferry
title: {zh: 渡轮季报, en: Ferry quarterly}
issuer: {zh: 渡轮办公室, en: The ferry office}
date: 2025-06-06
template: modern
layout: interleaved
contents: true
lists: true
sections: [traffic, money, sources]
""",
    "facts.yaml": """\
trips: {is: 1286班, what: {zh: 航班数, en: number of trips}, label: {zh: 航班, en: Trips}, when: 2025-Q1, source: log}
passengers: {is: 45.2万人次, what: {zh: 客运量, en: passengers carried}, label: {zh: 客运, en: Passengers}, when: 2025-Q1, source: log}
passengers_change: {is: 同比增长7.1%, what: {zh: 客运量增速, en: change in passengers}, label: {zh: 客运, en: Passengers}, when: 2025-Q1, source: log}
cars_change: {is: 同比下降3.2%, what: {zh: 车运量增速, en: change in vehicles}, label: {zh: 车运, en: Vehicles}, when: 2025-Q1, source: log}
fares: {is: 近4500万元, what: {zh: 票款收入, en: fare income}, label: {zh: 票款, en: Fares}, when: 2025-Q1, source: books}
fuel: {is: 1860万元, what: {zh: 燃料支出, en: fuel costs}, label: {zh: 燃料, en: Fuel}, when: 2025-Q1, source: books}
wages: {is: 1240万元, what: {zh: 工资支出, en: wages}, label: {zh: 工资, en: Wages}, when: 2025-Q1, source: books}
on_time: {is: 96.5%, what: {zh: 正点率, en: punctuality}, label: {zh: 正点, en: On time}, when: 2025-Q1, source: log}
crew: {is: 132人, what: {zh: 船员人数, en: number of crew}, label: {zh: 船员, en: Crew}, as_of: 2025-03-31, source: books}
""",
    "sources.yaml": """\
log: {publisher: {zh: 渡轮调度室, en: Ferry Control}, title: {zh: 航行日志, en: Log of trips}, date: 2025-04-15}
books: {publisher: {zh: 渡轮财务处, en: Ferry Accounts}, title: {zh: 季度账簿, en: Quarterly books}, date: 2025-04-20}
""",
    "terms.yaml": """\
nouns:
  ferry_trip: {measure: 班, zh: 航班, one: trip, other: trips}
""",
    "sections/traffic.yaml": """\
title: {zh: 客运, en: Traffic}
blocks:
- metrics: [trips, passengers, on_time]
- text:
    zh: 一季度，渡轮共开航{trips}，运送旅客{passengers}，{passengers_change}。[@log]
    en: In the first quarter the ferries made {trips} and carried {passengers}, {passengers_change}.[@log]
- text:
    zh: 车运量{cars_change}，正点率为{on_time}，天气仍是主要原因。
    en: Vehicles were {cars_change}, and punctuality stood at {on_time}; the weather was again the main cause.
- heading: {zh: 变化, en: What changed}
- text: {zh: 新码头启用后，候船时间明显缩短。, en: Waits have become much shorter since the new pier opened.}
- chart:
    id: change
    kind: columns
    title: {zh: "客运{passengers_change}，车运{cars_change}", en: "Passengers {passengers_change}, vehicles {cars_change}"}
    measure: {zh: 同比（%）, en: Year on year (%)}
    facts: [passengers_change, cars_change]
    sort: none
""",
    "sections/money.yaml": """\
title: {zh: 收支, en: Money}
blocks:
- text:
    zh: 票款收入{fares}，船员{crew}。[@books]支出中燃料占{fuel}，工资占{wages}。
    en: Fares brought in {fares}, and the crew counted {crew}.[@books] Fuel took {fuel} of it, and wages {wages}.
- chart:
    id: costs
    kind: bars
    title: {zh: 燃料是最大的支出, en: Fuel is the largest cost}
    measure: {zh: 万元, en: RMB million}
    facts: [fuel, wages]
- table:
    id: costs-table
    title: {zh: 支出明细, en: Costs in detail}
    columns: [{zh: 项目, en: Item}, {zh: 金额, en: Amount}]
    rows:
    - ["{fuel:what}", "{fuel}"]
    - ["{wages:what}", "{wages}"]
    - ["{crew:what}", "{crew}"]
    source: books
- list:
    items:
    - {zh: "燃料支出{fuel}，来自季度账簿。", en: "Fuel cost {fuel}, by the quarterly books."}
    - {zh: "正点率{on_time}，好于预期。", en: "Punctuality of {on_time} was better than expected."}
- callout:
    title: {zh: 下一步, en: Next}
    text: {zh: "下季度将增购两艘船，船员{crew}照旧。", en: "More ferries will come next quarter; the crew stays at {crew}."}
""",
    "sections/sources.yaml": """\
title: {zh: 来源, en: Sources}
blocks:
- sources: {}
""",
}  # fmt: skip


@cache
def folder(name: str) -> Path:
    """A content folder: shipped or ferry."""
    return SHIPPED if name == "shipped" else write_files(Path(mkdtemp(prefix="reportgen-ferry-")), FERRY)


@cache
def built(name: str, edition: str, charts: str = "native") -> bytes:
    """A built file, its pages estimated."""
    (made,) = build(folder(name), editions=[edition], pages="estimate", charts=charts)  # pyright: ignore[reportArgumentType]
    return made.data
