"""The functions of derived facts at work: what docs/content.md shows, and the tests reckon."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.records import record


@record
class Example:
    """A function at work, for docs/content.md: an expression of facts, their figures and times, and what it makes."""

    expression: str
    facts: Mapping[str, tuple[str, str]]
    zh: str
    en: str


EXAMPLES: dict[str, Example] = {
    "growth": Example(
        "growth(gdp_2024, gdp_2023)",
        {"gdp_2024": ("1349084亿元", "2024"), "gdp_2023": ("1294272亿元", "2023")},
        "比上年增长4.2%",
        "up 4.2% from the previous year",
    ),
    "difference": Example(
        "difference(urban_2024, urban_2023)",
        {"urban_2024": ("67.0%", "2024"), "urban_2023": ("66.2%", "2023")},
        "比上年提高0.8个百分点",
        "up 0.8 percentage points from the previous year",
    ),
    "share": Example(
        "share(foreign_routes, routes)",
        {"foreign_routes": ("86条", "2024"), "routes": ("215条", "2024")},
        "40.0%",
        "40.0%",
    ),
    "ratio": Example(
        "ratio(urban_income, rural_income)",
        {"urban_income": ("54188元", "2024"), "rural_income": ("23119元", "2024")},
        "2.34倍",
        "2.34 times",
    ),
    "per_head": Example(
        "per_head(patents, people, 10000)",
        {"patents": ("53000件", "2024"), "people": ("2480万人", "end-2024")},
        "每万人21.37件",
        "21.37 per 10,000 people",
    ),
    "average_price": Example(
        "average_price(imports, tonnes)",
        {"imports": ("248.63亿元", "2024"), "tonnes": ("37.41万吨", "2024")},
        "66460元/吨",
        "RMB 66,460 per tonne",
    ),
    "per": Example(
        "per(energy, gdp, 10000)",
        {"energy": ("59.6亿吨标准煤", "2024"), "gdp": ("134.91万亿元", "2024")},
        "0.442吨标准煤/万元",
        "0.442 tonnes of coal equivalent per RMB 10,000",
    ),
    "index": Example(
        "index(boxes_2024, boxes_2020)",
        {"boxes_2024": ("5120万标箱", "2024"), "boxes_2020": ("4350万标箱", "2020")},
        "117.7",
        "117.7",
    ),
    "cagr": Example(
        "cagr(gdp_2024, gdp_2020)",
        {"gdp_2024": ("1349084亿元", "2024"), "gdp_2020": ("1034868亿元", "2020")},
        "年均增长6.9%",
        "average annual growth of 6.9%",
    ),
    "contribution": Example(
        "contribution(cars_2024, cars_2023, exports_2023)",
        {
            "cars_2024": ("620亿元", "2024"),
            "cars_2023": ("560亿元", "2023"),
            "exports_2023": ("2400亿元", "2023"),
        },
        "2.5个百分点",
        "2.5 percentage points",
    ),
    "sum": Example(
        "sum(cities.gdp)",
        {"cities.suzhou.gdp": ("26727亿元", "2024"), "cities.wuxi.gdp": ("16263.29亿元", "2024")},
        "42990.29亿元",
        "RMB 4,299.029 billion",
    ),
    "mean": Example(
        "mean(pmi.*)",
        {"pmi.jan": ("49.1", "2025-01"), "pmi.feb": ("50.2", "2025-02"), "pmi.mar": ("50.5", "2025-03")},
        "49.9",
        "49.9",
    ),
}
"""An example of each function, by its name."""
