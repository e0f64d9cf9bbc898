"""Chinese: the product's words, and sources after GB/T 7714-2015."""

from __future__ import annotations

from reportgen.languages.model import Citation, Language
from reportgen.messages import msg

_WORDS = {
    "contents": "目录",
    "figures": "图目录",
    "tables": "表目录",
    "sources-title": "资料来源",
    "no-address": "网址未记录",
    "see-source": "，见资料来源",
    "see-source-end": "。",
    "findings": "要点",
    "quotation": "“{words}”",
    "attribution": "——{words}",
    "read-in": "（{sources}）",
    "section-number": "第{number}节",
    "figure": "图",
    "table": "表",
    "number-gap": "",
    "note": "注：",
    "source": "资料来源：",
    "sources": "资料来源：",
    "page": "第{page}页，共{pages}页",
    "preliminary": "{what}为初步数据。",
    "estimate": "{what}为估计数。",
    "forecast": "{what}为预测数。",
    "derived": "{what}为推算值，非来源公布：{formula}。",
    "origin": "数据取自{places}。",
    "origin-lines": "{column}列第{lines}行",
    "origin-query": "查询",
    "of-row": "{name}{what}",
    "derived-alike": "{names}均为推算值，非来源公布，算法相同，如{what}：{formula}。",
    "sum-of": "{count}项合计",
    "names-gap": "、",
    "names-more": "{names}等{count}项",
    "about-fact": "{what}：{note}。",
    "preliminary-sign": "* 初步数据",
    "estimate-sign": "† 估计数",
    "forecast-sign": "‡ 预测数",
    "far-sign": "虚点线两端之间无数据",
    "rounding": "因四舍五入，分项合计与总计可能略有出入。",
    "total": "合计",
    "table-unit": "单位：{unit}",
    "groups": "各组合计",
    "missing-sign": "…",
    "nil-sign": "—",
    "missing-note": "… 数据暂缺",
    "nil-note": "— 无此项或不适用",
    "signs": "{signs}。",
    "summed-up": "{what}由原始数据加总，非来源公布。",
    "weighted-by": "{what}按{weight}加权平均。",
    "weighted": "{what}为加权平均。",
    "workbook-about": "本工作簿收录简报的数据：各表、各图的数值，以及每一项数据的数值、单位、时期和来源。",
    "workbook-one-table": "本工作表有一张表。",
    "workbook-exact": "“数值”按不带“万”“亿”的单位列出；“文中写法”是正文中的写法。",
    "workbook-formats": "带单位或文字的单元格是数字，单位和文字由单元格格式显示。",
    "workbook-facts": "数据",
    "workbook-sources": "资料来源",
    "workbook-notes": "说明",
    "workbook-sheet": "工作表",
    "workbook-title": "标题",
    "workbook-sign": "符号",
    "workbook-meaning": "含义",
    "workbook-absent": "没有数据",
    "workbook-not-applicable": "不适用",
    "workbook-key": "代码",
    "workbook-name": "名称",
    "workbook-measure": "指标",
    "workbook-value": "数值",
    "workbook-low": "下限",
    "workbook-high": "上限",
    "workbook-unit": "单位",
    "workbook-printed": "文中写法",
    "workbook-language": "中文",
    "workbook-period": "时间",
    "workbook-status": "状态",
    "workbook-final": "最终数",
    "workbook-preliminary": "初步数据",
    "workbook-estimate": "估计数",
    "workbook-forecast": "预测数",
    "workbook-derived": "推算值",
    "workbook-source": "来源",
    "workbook-address": "网址",
    "workbook-formula": "推算公式",
    "workbook-origin": "数据出处",
    "workbook-note": "注",
    "workbook-series": "系列",
    "of-names": "{}{}|{}的{}",
    "growth-names": "{}增速|{}增长率|{}增幅|{}涨幅|{}降幅|{}同比|{}同比增速|{}同比增长|{}增长|{}变动",
    "comparable-names": "实际|可比|不变价|生产总值|增加值|GDP|投资|规模以上|限额以上",
    "whole-names": "全国|全省|全市|全区|全球|世界|合计|总计|总量|总额|总值|总产",
    "rounding-word": "舍入",
    "list-gap": "；",
    "sentence-gap": "",
    "colon": "：",
    "brackets": "（{}）",
    "title-marks": "《{}》",
    "chart-title": "{kind}：{title}。",
    "chart-measure": "指标：{measure}。",
    "chart-each": "{name}，{label}",
    "chart-of": "{series}{name}",
    "chart-between": "；",
    "chart-all": "{marks}。",
    "chart-extremes": "最高：{high}；最低：{low}。",
    "chart-shift": "{name}从{first}到{last}",
    "chart-shifts": "升幅最大：{up}；降幅最大：{down}。",
    "chart-ends": "首项：{first}；末项：{last}。",
    "chart-preliminary": "{label}（初步数据）",
    "chart-estimate": "{label}（估计数）",
    "chart-forecast": "{label}（预测数）",
    "chart-guide": "{name}：{label}",
    "chart-event": "{name}（{when}）",
    "chart-reference": "参照：{lines}。",
    "chart-events": "图中标出：{events}。",
    "chart-average": "平均",
    "chart-index": "{when}=100",
    "chart-sums": "合计：{sums}。",
    "chart-since": "{first}至{last}",
    "chart-point": "{name}的{label}",
    "chart-course": "从{first}到{last}，{trend}。",
    "chart-series": "{series}：",
    "chart-up": "持续上升",
    "chart-down": "持续下降",
    "chart-level": "没有变化",
    "chart-mixed": "有升有降",
    "chart-aside": "另有：{marks}。",
    "chart-gap": "",
    "chart-rest": "其余",
    "chart-missing": "无数据：{names}。",
    "chart-unknown": "{name}（无数据）",
    "chart-comma": "、",
    "chart-low-to-high": "各列由低到高",
    "no-data": "无数据",
    "axis-cut": "横轴不从零开始",
    "classification-top-secret": "绝密",
    "classification-secret": "机密",
    "classification-confidential": "秘密",
    "classified-for": "{level}★{period}",
    "secret-long-term": "长期",
    "urgency-immediate": "特提",
    "urgency-extra-urgent": "特急",
    "urgency-urgent": "加急",
    "urgency-priority": "平急",
    "signers": "签发人：",
    "signers-gap": "\u3000",
    "addressees": "{names}：",
    "attachment": "附件：",
    "attachments": "附件：",
    "remark": "（{remark}）",
    "copies": "抄送：",
    "copies-end": "。",
    "printed": "{date}印发",
}

_TYPE_MARKS = {
    "newspaper": "N",
    "journal": "J",
    "book": "M",
    "report": "R",
    "standard": "S",
    "data": "DB",
    "online": "EB",
    "press-conference": "Z",
}
"""The type marks of GB/T 7714-2015 by kinds of sources; what is read online adds OL."""


def _short_source(publisher: str, date: str) -> str:
    return f"{publisher}，{date}" if date else publisher


def _full_source(cited: Citation) -> str:
    """Author: 《title》, publisher, date: the order of GB/T 7714 with title marks; a foreign title in its own marks."""
    title = f"“{cited.own_title}”" if cited.own_title else ""
    title = title or (_WORDS["title-marks"].format(cited.title) if cited.title else "")
    first = "：".join(part for part in (cited.own_author or cited.author, title) if part)
    rest = (first, cited.own_publisher or cited.publisher, cited.date, cited.carried)
    return "，".join(filter(None, rest)) + "。"


def _gbt_7714(cited: Citation) -> str:
    """Author. Title[type]. Publisher, (day)[day of access]. The publisher stands first where no author is known.

    Everything that stands on the source is told in the source's own language, as the standard wants it.
    """
    author, publisher = cited.own_author or cited.author, cited.own_publisher or cited.publisher
    title = cited.own_title or cited.title
    online = cited.online or cited.kind == "online"
    kind = cited.kind or ("online" if online else "")
    mark = f"[{_TYPE_MARKS[kind]}{'/OL' if online else ''}]" if kind else ""
    opening = f"{author or publisher}. {title}{mark}" if title else f"{publisher}{mark}"
    day = f"({cited.day})" if cited.day and online and kind != "newspaper" else cited.day
    dates = day + (f"[{cited.accessed_day}]" if cited.accessed_day else "")
    named = ", ".join(filter(None, (publisher if author and title else "", dates)))
    missing = _WORDS["no-address"] if cited.unaddressed else ""
    return ". ".join(filter(None, (opening, named, cited.carried, missing))) + "."


CHINESE = Language(
    code="zh",
    name=msg("Chinese"),
    tag="zh-CN",
    script="Hans",
    words=_WORDS,
    short_source=_short_source,
    full_source=_full_source,
    bibliography=_gbt_7714,
    after_marks="。，、；：！？",
)
