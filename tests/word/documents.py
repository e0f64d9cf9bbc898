# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Documents written by hand, with every element in them, in any edition."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.document import (
    Align,
    Bullets,
    Callout,
    Caption,
    CaptionLine,
    Chart,
    Cite,
    Column,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Inline,
    Line,
    Link,
    Metric,
    Metrics,
    Note,
    Paragraph,
    Phrase,
    Properties,
    Reference,
    Run,
    Table,
    Timeline,
    TimelineEntry,
    TitleBlock,
    Words,
)

BOTH = ("zh", "en")
_WORDS = {"figure": {"zh": "图", "en": "Figure"}, "table": {"zh": "表", "en": "Table"}}


@dataclass(frozen=True)
class Picture:
    """A drawn chart, as charts/ would give it."""

    png: bytes
    width_mm: float = 162.0
    height_mm: float = 60.0
    svg: bytes = b""


def picture(height_mm: float = 60.0) -> Picture:
    """A plain tinted rectangle."""
    wide, high = 324, round(height_mm * 2)
    line = b"\x00" + bytes((0xE8, 0xEE, 0xF2)) * wide

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * high)) + chunk(b"IEND", b"")
    return Picture(png, 162.0, height_mm)


PICTURES: Mapping[str, Picture] = {"shares": picture(66), "zones": picture(72)}


def words(languages: tuple[str, ...], *texts: str) -> Words:
    """The texts, Chinese first, of those languages that the edition has."""
    return tuple((language, text) for language, text in zip(BOTH, texts, strict=True) if language in languages)


def says(languages: tuple[str, ...], *texts: str | tuple[Inline, ...]) -> Phrase:
    """A phrase from the wording of both languages: text, or inlines."""
    return tuple(
        Line(language, (Run(text),) if isinstance(text, str) else text)
        for language, text in zip(BOTH, texts, strict=True)
        if language in languages
    )


def caption(languages: tuple[str, ...], sequence: str, name: str, number: int, *texts: str) -> Caption:
    """A caption in the edition's languages."""
    lines = tuple(
        CaptionLine(language, _WORDS[sequence][language], "" if language == "zh" else " ", (Run(text),))
        for language, text in zip(BOTH, texts, strict=True)
        if language in languages
    )
    return Caption(name, sequence, number, lines)


def document(languages: tuple[str, ...], *elements: Element, layout: str = "interleaved") -> Document:
    """An edition of the given elements, without the marks of its lines and figures."""
    title = {"zh": "国家高新区：原创技术与新兴产业", "en": "National high-tech zones: original technology"}[
        languages[0]
    ]
    properties = Properties(
        title=title,
        subject="国家高新区" if languages[0] == "zh" else "High-tech zones",
        keywords=("国家高新区", "AI"),
        author="高新区发展研究组" if languages[0] == "zh" else "High-Tech Zone Research Group",
        date="2025-06-06",
    )
    short = says(languages, "国家高新区简报", "High-tech zones briefing")
    return Document(languages, properties, short, elements, layout, sealed=True)


def briefing(languages: tuple[str, ...], layout: str = "interleaved") -> Document:
    """A briefing with every element, as an author would write it."""

    def both(*texts: str | tuple[Inline, ...]) -> Phrase:
        return says(languages, *texts)

    said: set[str] = set()

    def note(name: str, number: int, language: str, text: str) -> Note:
        again = name in said
        said.add(name)
        return Note(name, number, (Line(language, (Run(text),)),), again)

    def added(language: str) -> Note:
        told = {"zh": "规模以上工业增加值为初步数据。", "en": "Value added of large industrial firms: preliminary."}
        return note("fact-added", 1, language, told[language])

    def share(language: str) -> Note:
        told = {"zh": "占全国的比重为推算值：2.2 ÷ 7.4。", "en": "Share of the nation: derived here: 2.2 ÷ 7.4."}
        return note("fact-share", 2, language, told[language])

    eid, miit = Cite("source-eid", 1), Cite("source-miit", 2)

    def figures(*texts: str) -> Phrase:
        return tuple(Line(language, (Run(text),)) for language, text in zip(languages, texts, strict=False))

    def key(zh: tuple[tuple[str, str], ...], en: tuple[tuple[str, str], ...]) -> Phrase:
        return both(*(tuple(Run(text, role=role) for role, text in parts) for parts in (zh, en)))

    def ordered(*parts: Inline | bool) -> tuple[Inline, ...]:
        return tuple(part for part in parts if not isinstance(part, bool))

    zh, en = "zh" in languages, "en" in languages
    elements: list[Element] = [
        TitleBlock(
            issuer=both("高新区发展研究组", "High-Tech Zone Research Group"),
            issue=both("专题简报", "Special briefing"),
            title=both("国家高新区：原创技术与新兴产业", "National high-tech zones: original technology and emerging industries"),
            subtitle=both("从最新数据看园区的创新、产业与服务", "Innovation, industry and services in the latest figures"),
            date=both("2025年6月6日", "June 6, 2025"),
        ),
        Contents(both("目录", "Contents")),
        Heading("key-figures", 1, (1,), both("关键数字", "Key figures")),
        Metrics(
            (
                Metric(key((("figure", "1.7"), ("affix", "万亿元")), (("affix", "RMB "), ("figure", "1.7"), ("affix", " trillion"))), both("规模以上工业增加值", "Value added of industrial enterprises above designated size"), both("2025年一季度", "First quarter of 2025")),
                Metric(key((("affix", "增长"), ("figure", "7.1"), ("affix", "%")), (("affix", "up "), ("figure", "7.1"), ("affix", "%"))), both("同比增速", "Growth from a year earlier"), both("2025年一季度", "First quarter of 2025")),
                Metric(key((("figure", "178"), ("affix", "家")), (("figure", "178"),)), both("国家高新区", "National high-tech zones"), both("2023年11月以来", "Since November 2023")),
                Metric(key((("affix", "约"), ("figure", "67"), ("affix", "%")), (("affix", "about "), ("figure", "67"), ("affix", "%"))), both("占全国独角兽企业的比重", "Share of the country’s unicorns"), both("2024年", "2024")),
            ),
            (Paragraph("note", both("注：增加值为初步估算。", "Note: Value added is a preliminary estimate.")),),
        ),
        Paragraph("lead", both("园区在创新上的分量，比在产出上更重。", "The zones weigh more in innovation than in output.")),
        Paragraph("body", both(
            (Run("国家高新技术产业开发区，简称“国家高新区”，全国现有"), Run("178家", fact="zones"), Run("。据工业和信息化部初步估算，一季度这些园区的规模以上工业增加值为"), Run("1.7万亿元", fact="value_added_q1"), Run("，同比增长7.1%。"), added("zh") if zh else Run(""), eid, Run("初步估算今后可能修订，引用时请注明——尤其是R&D <5%的情形（见"), Reference("shares", "图1"), Run("和"), Reference("scoreboard", "表1"), Run("）。")),
            (Run("China has "), Run("178", fact="zones"), Run(" national high-tech industrial development zones, called “national high-tech zones” for short. The Ministry of Industry and Information Technology (MIIT) puts the value added of their industrial enterprises above designated size at "), Run("RMB 1.7 trillion", fact="value_added_q1"), Run(" in the first quarter, up 7.1% from a year earlier."), added("en") if en else Run(""), eid, Run(" This is a preliminary estimate that may yet be revised — see "), Reference("shares", "Figure 1"), Run(" and "), Reference("scoreboard", "Table 1"), Run(".")),
        )),
        Bullets((
            both((Run("技术", strong=True), Run("：人工智能、人形机器人和脑机接口等方向出现了原创成果；人形机器人灵犀X2预计下半年规模化出货。")), (Run("Technology.", strong=True), Run(" Original results have appeared in artificial intelligence, humanoid robots and brain-computer interfaces; the humanoid Lingxi X2 is expected to ship at scale in the second half of the year."))),
            both((Run("产业", strong=True), Run("：中关村的新一代信息技术已成为万亿级产业集群。")), (Run("Industry.", strong=True), Run(" New-generation information technology in Zhongguancun has become a trillion-yuan cluster."))),
            both((Run("企业", strong=True), Run("：模速空间推动落地的备案大模型累计43个。")), (Run("Firms.", strong=True), Run(" Mosu Space has helped bring 43 registered large models into use."))),
        )),
        Callout(both("怎样读这些数字", "How to read these figures"), (
            both("来源写“约”“近”“左右”“余”的，本简报照写，不改成确数。由本简报算出来的数字，都标明“推算”。", "Where a source says “about,” “nearly” or “more than,” so do we; nothing has been rounded into an exact figure. Figures that we worked out ourselves are marked as derived."),
            both("各项数字的时点和口径不完全相同，文末有说明。", "Dates and coverage vary, and the notes at the end explain how."),
        )),
        Heading("big-picture", 1, (2,), both("总体态势", "The big picture")),
        Heading("big-picture-1", 2, (2, 1), both("年度成绩单", "The latest full year")),
        Paragraph("body", both(
            ordered(Run("2024年，园区生产总值19.3万亿元，名义增长7.6%；"), miit, eid, Run("工业增加值9.4万亿元。利润没有产出涨得快，但占全国的比重仍高。"), share("zh") if zh else True),
            ordered(Run("In 2024 the gross domestic product of the zones was RMB 19.3 trillion, up 7.6% in nominal terms;"), miit, eid, Run(" their industrial value added was RMB 9.4 trillion. Profits lagged behind output, and yet the zones earned a large share of the nation’s total."), share("en") if en else True),
        )),
        Table(
            caption(languages, "table", "scoreboard", 1, "国家高新区2024年主要指标", "National high-tech zones: main indicators for 2024"),
            (
                Column(both("指标", "Indicator")),
                Column(both("总额", "Amount"), both("万亿元", "RMB trillion"), Align.RIGHT),
                Column(both("增速", "Growth"), both("%", "%"), Align.RIGHT),
                Column(both("占全国比重", "Share of the nation"), both("%", "%"), Align.RIGHT),
            ),
            (
                (both("园区生产总值（名义）", "GDP of the zones (nominal)"), figures("19.3", "19.3"), figures("7.6", "7.6"), figures("14.3", "14.3")),
                (both("工业增加值（名义）", "Industrial value added (nominal)"), figures("9.4", "9.4"), figures("5.8", "5.8"), figures("23.2", "23.2")),
                (both("规模以上工业总产值", "Industrial gross output, above designated size"), figures("34.8", "34.8"), figures("4.1", "4.1"), figures("—", "—")),
                (both("规模以上工业企业利润总额", "Industrial profits, above designated size"), figures("2.2", "2.2"), figures("−1.4", "−1.4"), figures("29.6", "29.6")),
                (both("合计", "Total"), figures("65.7", "65.7"), figures("—", "—"), figures("—", "—")),
            ),
            (
                Paragraph("note", both("注：标“名义”的为名义增速，其余各项来源未说明是否扣除价格因素。", "Note: Growth is nominal where marked; for the other rows the sources do not say whether prices were taken out.")),
                Paragraph("source", both("资料来源：工业和信息化部，2025年2月26日", "Source: Ministry of Industry and Information Technology, February 26, 2025")),
            ),
            frozenset({4}),
        ),
        Heading("big-picture-2", 2, (2, 2), both("在全国的份额", "Shares of the national total")),
        Paragraph("body", both((Run("科研平台更为集中（见"), Reference("shares", "图1"), Run("），详见第"), Reference("longer-view", "3"), Run("节。企业研发经费投入占全国的约一半，"), Run("份额之大", emphasis=True), Run("超出产出。")), (Run("Research platforms are more concentrated still (see "), Reference("shares", "Figure 1"), Run(" and "), Reference("longer-view", "Section 3"), Run("). The firms account for about half of the nation’s enterprise R&D spending, "), Run("a larger share", emphasis=True), Run(" than that of output.")))),
        Figure(
            caption(languages, "figure", "shares", 1, "国家高新区汇聚全国约67%的独角兽企业", "The zones hold about 67% of the country’s unicorns"),
            Chart("bars", languages, ()),
            words(languages, "条形图：独角兽企业约67%，高新技术企业36%。", "Bar chart: unicorns about 67%, high-tech enterprises 36%."),
            (
                Paragraph("note", both("注：各类企业的份额为2024年数字。", "Note: The shares of firms are for 2024.")),
                Paragraph("source", both("资料来源：经济日报，2025年6月5日", "Source: Economic Daily, June 5, 2025")),
            ),
        ),
        Heading("longer-view", 1, (3,), both("更长的时间线", "The longer view")),
        Paragraph("body", both("国家高新区从北京中关村起步，1988年只有1家；此后稳步增加，至今没有变化。份额的措辞也值得对照：2023年的说法与今年不同，来源没有解释。", "The story begins in 1988 with one zone, Zhongguancun in Beijing. Since then the number has crept up to where it still stands. The wording of shares repays comparison too; the sources do not explain why it differs from that of 2023.")),
        Figure(
            caption(languages, "figure", "zones", 2, "国家高新区从1家增加到178家", "National high-tech zones have grown in number from 1 to 178"),
            Chart("step", languages, ()),
            words(languages, "阶梯图：1988年1家，2023年178家。", "Step chart: 1 in 1988, 178 in 2023."),
            (Paragraph("source", both("资料来源：《人民日报》，2023年12月12日", "Source: People’s Daily, December 12, 2023")),),
        ),
        Timeline((
            TimelineEntry(both("1988年", "1988"), both("中关村设立，全国有国家高新区1家。", "Zhongguancun is set up; the country has one national high-tech zone.")),
            TimelineEntry(both("2008年3月", "March 2008"), both("国家高新区达到54家。", "The number of national high-tech zones reaches 54.")),
            TimelineEntry(both("2023年11月", "November 2023"), both("国家高新区增至178家。", "The number of zones rises to 178.")),
            TimelineEntry(both("2025年下半年", "Second half of 2025"), both("灵犀X2预计规模化出货。", "Lingxi X2 is expected to ship at scale.")),
        )),
        Heading("next", 1, (4,), both("服务、政策与下一步", "Services and policy: what comes next")),
        Paragraph("body", both("步骤如下：", "It proceeds in steps:")),
        Bullets((
            both("推荐：所有国家高新区都可以推荐新赛道。", "Nomination. Every national high-tech zone may put new tracks forward."),
            both("入库：建立新赛道培育库。", "Pooling. The nominations form a cultivation pool."),
            both("培育：选优培育，定期评估。", "Cultivation. The best are cultivated, and assessed at intervals."),
        ), ordered=True),
        Paragraph("body", both("另有两点：", "Two points more:")),
        Bullets((both("资金从哪里来；", "where the money comes from;"), both("企业怎样成长。", "how a company moves up.")), ordered=True),
        Heading("sources", 1, (), both("资料来源与说明", "Sources and notes")),
        Bullets((
            both((Run("经济日报：《高新区领跑新赛道》，2025年6月5日。 "), Link("https://example.org/a?b=1&c=新", "https://example.org/a?b=1&c=新")), (Run("Economic Daily, “High-tech zones take the lead,” June 5, 2025. "), Link("https://example.org/a?b=1&c=新", "https://example.org/a?b=1&c=新"))),
            both("工业和信息化部，2025年2月26日。", "Ministry of Industry and Information Technology, February 26, 2025."),
        ), ordered=True, role="sources", ids=("source-eid", "source-miit")),
    ]  # fmt: skip
    return document(languages, *elements, layout=layout)


EDITIONS = {
    "zh": briefing(("zh",)),
    "en": briefing(("en",)),
    "interleaved": briefing(BOTH),
    "side-by-side": briefing(BOTH, "side-by-side"),
}
"""The briefing in every edition and layout."""
