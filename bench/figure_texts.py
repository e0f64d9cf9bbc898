"""What `figures.py` writes, finds and compares: the same bytes every time, and no number twice where it would help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

FIGURES: tuple[dict[str, Any], ...] = (
    {"money": "1.7e12"},
    {"money": "450e9", "qualifier": "nearly"},
    {"count": 178, "noun": "zone"},
    {"count": 200, "measure": "人", "qualifier": "more", "qform": "多"},
    {"percent": "7.15", "quantum": "0.1"},
    {"pp": "0.5"},
    {"change": "7.1", "basis": "yoy"},
    {"multiple": 3, "form": "increase"},
    {"measure": 30, "unit": "dof", "qualifier": "approx"},
    {"percent": [20, 50]},
    {"date": "2025-Q1"},
    {"ordinal": 12, "measure": "位"},
)

# Prose: one figure stands in some 27 Chinese or 80 English characters.
PROSE = {
    "zh": "2025年一季度，178家国家高新区实现工业增加值1.7万亿元，同比增长7.1%，占全国比重约50%左右，近400家企业落户。"
    "园区坚持创新驱动发展，持续优化营商环境，推动产业链上下游协同，企业活力明显增强，人才加快集聚，"
    "开放合作不断深化，重点领域改革取得新的突破，一批重大项目落地见效，公共服务水平稳步提升，群众获得感持续增强。",
    "en": "In Q1 2025, 178 national high-tech zones posted value added of RMB 1.7 trillion, up 7.1% year on year."
    "The zones kept opening up, improved their business environment and deepened cooperation along industrial "
    "chains; reforms in key areas moved ahead, major projects took shape and public services became better. ",
}

# Dense news: a figure in every few words.
_NEWS = {
    "zh": (
        "{year}年前{month}个月，全市规模以上工业增加值{money}亿元，同比增长{share}%，比上年同期加快{points}个百分点；",
        "其中{count}家企业营业收入{money}亿元，下降{share}%，利润约{money}万元，产销率{rate}%。",
        "截至{month}月{day}日，累计发电{money}亿千瓦时，出口{count}辆，增长{share}%；",
        "城镇新增就业{tens}万人，完成全年目标的{rate}%，{count}个项目开工，近{tens}%超过{money}万元。",
    ),
    "en": (
        "In the first {months} months of {year}, output reached RMB {money} billion, up {share}% year on year, ",
        "{points} percentage points faster; {count} companies earned {money} million yuan, down {share}%, ",
        "with margins of {rate} percent. ",
        "By October {day}, plants had made {money} billion kWh and sold {count} cars, up {share}%; ",
        "about {tens} million people found work, {rate}% of the goal, and {count} projects of ${money} million began. ",
    ),
}

# A line of lists, without a break: a figure in every 20 bytes.
_LIST = {
    "zh": ("产量{money}万吨、", "增长{share}%，", "{count}家、", "约{money}元；", "{year}年{money}件，"),
    "en": ("output {money} tons, ", "up {share}%, ", "RMB {money} million, ", "{count} people, ", "in {year}, "),
}


def page(language: str) -> str:
    """A page of prose."""
    return PROSE[language] * 10


def dense(language: str, figures: int = 400) -> str:
    """News of that many figures, some more."""
    return "".join(_filled(_NEWS[language], figures))


def line(language: str, figures: int = 500_000) -> str:
    """One line of that many figures, some more, and of 20 bytes for each."""
    text = "".join(_filled(_LIST[language], figures))
    room = 20 * figures - len(text.encode())
    filling = {"zh": "持续优化营商环境", "en": "and so on to the end "}[language]
    return text + filling * (room // len(filling.encode()))


def _filled(templates: tuple[str, ...], figures: int) -> Iterator[str]:
    chance, made = Random(11), 0
    while made < figures:
        for template in templates:
            yield template.format(
                year=chance.randint(1990, 2029),
                month=chance.randint(2, 12),
                months=chance.choice(("two", "five", "seven", "11")),
                day=chance.randint(1, 28),
                money=f"{chance.randint(20, 9_999) / 10:.1f}",
                share=f"{chance.randint(1, 400) / 10}",
                points=f"{chance.randint(1, 30) / 10}",
                rate=f"{chance.randint(300, 999) / 10}",
                tens=chance.randint(20, 99),
                count=chance.randint(11, 1_899),
            )
            made += template.count("{")


RANGES = 1_600


def ranges(language: str, apart: bool = False) -> str:
    """A paragraph of 1,600 ranges; `apart` tells both ends of each as figures of their own."""
    chance = Random(11)
    rows = [(low := chance.randint(11, 5_000), low + chance.randint(1, 900)) for _ in range(RANGES)]
    told = {
        ("zh", False): "均价{low}元～{high}元",
        ("en", False): "prices of RMB {low}–{high}",
        ("zh", True): "均价由{low}元涨到后来的{high}元",
        ("en", True): "prices of {low} yuan and later of {high} yuan",
    }[language, apart]
    return ("，" if language == "zh" else ", ").join(told.format(low=low, high=high) for low, high in rows)


def other_ranges(language: str) -> str:
    """A paragraph of as many ranges, every one of them another: each upper end is one more."""
    text = ranges(language)
    return text.replace("元～", "1元～") if language == "zh" else text.replace("–", "1–")


PAIRS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "tests" / "numbers" / "pairs.yaml").read_text(encoding="utf-8")
)["pair_cases"]
