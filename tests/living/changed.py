# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Two contents with all sorts of changes: figures, words, paragraphs new, gone and moved, rows, lists, a section less."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

Changes = Mapping[str, Iterable[tuple[str, str]]]
"""For each file, what is replaced by what."""

LATER: Mapping[str, Changes] = {
    "ferry": {
        "briefing.yaml": [("2025-06-06", "2025-09-06"), ("渡轮季报", "渡轮季度报告")],
        "facts.yaml": [("45.2万人次", "48.6万人次"), ("增长7.1%", "增长5.4%"), ("1860万元", "1980万元"), ("96.5%", "97.1%")],
        "sections/traffic.yaml": [
            ("天气仍是主要原因", "潮汐才是主要原因"),
            ("the weather was again", "the tide was"),
            (
                "- text: {zh: 新码头启用后，候船时间明显缩短。, en: Waits have become much shorter since the new pier opened.}\n",
                "",
            ),
        ],
        "sections/money.yaml": [
            ('    - ["{wages:what}", "{wages}"]\n', '    - ["{fares:what}", "{fares}"]\n'),
            ("    - {zh: \"正点率{on_time}，好于预期。\"", "    - {zh: \"航道已经疏浚。\", en: \"The channel has been dredged.\"}\n    - {zh: \"正点率{on_time}，好于预期。\""),
            (
                "- callout:",
                "- text: {zh: 新码头启用后，候船时间明显缩短。, en: Waits have become much shorter since the new pier opened.}\n- callout:",
            ),
        ],
    },
    "shipped": {
        "briefing.yaml": [
            ("date: 2025-06-06", "date: 2025-09-06"),
            ("short_title: {zh: 国家高新区,", "short_title: {zh: 国家级高新区,"),
            ("从最新数据看", "用最新数据看"),
            ("- suzhou\n", ""),
        ],
        "facts.yaml": [("is: 1.7万亿元", "is: 1.9万亿元"), ("is: 33%", "is: 35%"), ("同比增长7.1%", "同比增长6.4%")],
        "sections/original-technology.yaml": [("走访了上海、江苏等地的园区", "实地走访了江苏、浙江等地的园区")],
        "sections/firms.yaml": [("- heading: {zh: 思必驰：对话式人工智能", "- text: {zh: 本段是新增的一段文字。, en: This paragraph is new.}\n- heading: {zh: 思必驰：对话式人工智能")],
        "sections/next.yaml": [
            ('    - {zh: "入库：建立新赛道培育库。", en: "Pooling. The nominations form a cultivation pool."}\n', ""),
            ("企业可以期待什么", "企业能得到什么"),
        ],
        "sections/big-picture.yaml": [
            (
                '    - [{zh: 规模以上工业总产值, en: "Industrial gross output, above designated size"}, "{output_2024}", "{output_growth_2024}", "—"]\n',
                '    - [{zh: 高新技术企业, en: High-tech enterprises}, "—", "—", "{high_tech_enterprises}"]\n',
            )
        ],
    },
}  # fmt: skip


def changed(source: Path, folder: Path, changes: Changes) -> Path:
    """A copy of a content folder with the changes done, each of which must be there to do."""
    shutil.copytree(source, folder)
    for name, pairs in changes.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, f"{name} no longer says {old}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return folder
