"""A page or two with every role in it, each saying what it is: for people who change a template in Word."""

from __future__ import annotations

from reportgen.document import (
    Align,
    Bullets,
    Callout,
    Caption,
    CaptionLine,
    Column,
    Contents,
    Document,
    Element,
    Heading,
    Line,
    Metric,
    Metrics,
    Note,
    Paragraph,
    Phrase,
    Properties,
    Run,
    Table,
    Timeline,
    TimelineEntry,
    TitleBlock,
)
from reportgen.languages import say

DATE = "2025-01-01"
"""The date of every sample, so that its bytes repeat."""


_LANGUAGES = ("zh", "en")
"""The languages that the sample is written in."""


def _both(*texts: str) -> Phrase:
    return tuple(Line(language, (Run(text),)) for language, text in zip(_LANGUAGES, texts, strict=True))


def _metric(figure: str, *unit: str) -> Metric:
    lines = zip(_LANGUAGES, unit, strict=True)
    figure_lines = tuple(
        Line(language, (Run(figure, role="figure"), Run(word, role="affix"))) for language, word in lines
    )
    return Metric(figure_lines, _both("指标名称", "What is measured"), _both("时间", "Period"))


def _caption() -> Caption:
    words = _both("表题说出结论", "A caption says the conclusion")
    lines = (
        CaptionLine(line.language, say("table", line.language), say("number-gap", line.language), line.inlines)
        for line in words
    )
    return Caption("sample", "table", 1, tuple(lines))


def sample(name: str) -> Document:
    """The sample of the template called `name`, in both languages."""
    note = Note("note", 1, _both("脚注文字。", "The words of a footnote.")[:1])
    body = _both("正文：一段文字，用来看字体、字号和行距。", "Body: a paragraph to judge face, size and leading by.")
    noted = tuple(
        Line(line.language, (*line.inlines, note) if not index else line.inlines) for index, line in enumerate(body)
    )
    numbered = (_both("编号列表的一项", "An item of a numbered list"), _both("又一项", "Another"))
    remark = Paragraph("note", _both("注：说明。", "Note: a remark."))
    head = (_both("项目", "Item"), _both("数值", "Figure"))
    rows = ((_both("甲", "First"), _both("1.5", "1.5")), (_both("合计", "Total"), _both("1.5", "1.5")))
    elements: tuple[Element, ...] = (
        TitleBlock(
            issuer=_both("发文单位", "Issuer"),
            issue=_both("期号", "Issue"),
            title=_both("标题", "Title"),
            subtitle=_both("副标题", "Subtitle"),
            date=_both("日期", "Date"),
        ),
        Contents(_both(*(say("contents", language) for language in _LANGUAGES))),
        Heading("one", 1, (1,), _both("一级标题", "Heading of the first level")),
        Paragraph("lead", _both("导语：全文要点。", "Lead: the point of it all.")),
        Paragraph("body", noted),
        Heading("two", 2, (1, 1), _both("二级标题", "Heading of the second level")),
        Metrics((_metric("178", "家", " zones"), _metric("67", "%", "%")), (remark,)),
        Bullets((_both("列表的一项", "An item of a list"), _both("又一项", "Another"))),
        Bullets(numbered, ordered=True),
        Heading("three", 3, (1, 1, 1), _both("三级标题", "Heading of the third level")),
        Callout(_both("提示框标题", "Title of a box"), (_both("提示框文字。", "Words in a box."),)),
        Table(
            _caption(),
            (Column(head[0]), Column(head[1], align=Align.RIGHT)),
            rows,
            (Paragraph("source", _both("资料来源：来源", "Source: where it is from")),),
            frozenset({1}),
        ),
        Timeline((TimelineEntry(_both("时间", "When"), _both("发生了什么", "What happened")),)),
        Heading("sources", 1, (), _both("来源与说明", "Sources and notes")),
        Bullets((_both("一个来源", "A source"),), ordered=True, role="sources"),
    )  # fmt: skip
    return Document(_LANGUAGES, Properties(name, "", (), "", DATE), _both("短标题", "Short title"), elements)
