"""Places in an order in Chinese: 第一位, 首个, 前三, 21世纪, 十四届全国人大; and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.number_patterns import ARABIC, HAN, NUMBER, value_of

_FIRST = Pattern("首(?P<tail>[个家批次台座条款届例位单套部艘架列项种支所期轮笔片根幅颗枚])(?![要选席])")


def first(run: TextScan, at: int) -> ScanStep | None:
    found = _FIRST.match(run.text, at)
    if found is None:
        return None
    tail = found["tail"]
    return run.figure(at, found.end(), "ordinal", Decimal(1), tail=tail, form="first", weak=tail != "位")


_TOP = Pattern(
    rf"前\s?(?P<n>{ARABIC}|{HAN})\s?(?:(?P<tail>[名位家强席甲大])|(?P<other>%|年|个?月|天|日|周|任|个|次|期|轮|万|亿|秒|分钟|小时))?"
)


def top(run: TextScan, at: int) -> ScanStep | None:
    """前三, 前十位; what is no rank (前三年, 前20%) is left to the other rules."""
    if run.text.endswith("公元", 0, at) and (before := _BEFORE_CHRIST.match(run.text, at)):
        return None, before.end()
    found = _TOP.match(run.text, at)
    value = value_of(found["n"]) if found and not found["other"] else None
    if (
        found is None
        or value is None
        or value < 2
        or value != int(value)
        or run.text[at - 1 : at] in tuple("目以之此提当日年月")
    ):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail=found["tail"] or "", form="top")


_BEFORE_CHRIST = Pattern(rf"前\s?{NUMBER}(?:年代?|世纪)?")
_CENTURY = Pattern(rf"(?P<n>{NUMBER})\s?世纪(?!\s?[0-9一二三四五六七八九])")


def century(run: TextScan, at: int) -> ScanStep | None:
    """21世纪: English says the 21st."""
    found = _CENTURY.match(run.text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or not 1 < value < 100:
        return None
    return run.figure(at, found.end(), "ordinal", value, tail="世纪", form="nth", weak=True)


_CONGRESS = Pattern(rf"(?P<n>{NUMBER})届(?=全国|人大|政协|中央|中纪委|省委|市委|理事)")


def congress(run: TextScan, at: int) -> ScanStep | None:
    """十四届全国人大: the 14th, without saying 第."""
    found = _CONGRESS.match(run.text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or value != int(value):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail="届", form="nth")


_N = "[0-9一二三四五六七八九十百千零〇两]+"
_ORDINAL = Pattern(
    rf"第\s?(?P<n>{ARABIC}|{HAN})\s?(?P<tail>[位名届个次批家大期代座项例轮站张艘架台天年日周回场局节度])?"
)
_SUCCESSIVE = frozenset("天年日周大")  # 第二天 is the next day, 第一大 the largest
_NO_ORDINALS: tuple[tuple[str, str], ...] = (  # why, and the pattern
    ("sectors of the economy", "第[一二三][、一二第三和]{0,5}产业"),
    (
        "the first in set phrases",
        (
            "第一(?:书记|财经|时间|线|手|道(?!题|菜)|要[务义素]|资源|动力|生产力|责任|步|把|要|反应|印象|夫人|桶金|现场|课堂|人称|感觉|眼|村|梯队"
            "|语言|母语|人选|战线|抓手|信号|国际|商业|创业|太阳|医药|拖拉机)"
        ),
    ),
    (
        "set phrases",
        "第二(?:课堂|曲线|次世界大战|市场|职业|语言|外语|人生|春)|第一次世界大战|第三(?:方|世界|者|国|帝国|人)|第四权|第六感",
    ),
    ("the persons of grammar", "第[一二三]人称"),
    (
        "parts of a document, and numbers of a series",
        (
            rf"第\s?{_N}(?:\s?(?:[、,，~–-]|和|与|及|以及|或|至|到)\s?第?\s?{_N}){{0,9}}\s?"
            rf"(?:[章节条款页卷图表号栏](?![^，。；、：\s]{{0,4}}(?:线|路)开通)(?:第?\s?{_N}\s?期)?|号(?:文|令|修正案|决议|线)?|附录|附件)"
        ),
    ),
    (
        "classes and stages told apart by digits, or several of them",
        (
            r"第\s?(?:[0-9]{1,3}|[0-9一二三四五六七八九十]{1,3}(?:\s?(?:[、,，~–-]|和|与|及|或|至|到)\s?第?\s?[0-9一二三四五六七八九十]{1,3}){1,9})"
            r"\s?(?:类|阶段|级(?![台别强])|层|单元|部分|版|集|段|题|课|行|列|步|组|期(?=临床|试验|工程)|季(?!度))"
        ),
    ),
    (
        "names of works, hospitals and schools",
        r"第[一二三四五六七八九十]{1,3}(?:[^，。；、：的家所个座批名位届次期大\s]{1,4}厂|(?:人民|附属|实验|职业|高级)?(?:医院|中学|小学))",
    ),
)
_NOT_ORDINAL = Pattern(
    "|".join(pattern for _, pattern in _NO_ORDINALS) + r"|(?P<opener>第[一二三四五六七八九十])(?=，|、第|,)"
)
_NTH_PLAN = Pattern(
    r"第(?P<n>十[一二三四五六七八九]?|[0-9]{1,2}|[一二三四五六七八九])个五年(?:规划|计划)(?:时期|期间)?"
)
_OPENING = Pattern(r"(?:^|[。；：:;!?！？\n”])\s?$")


def ordinal(run: TextScan, at: int) -> ScanStep | None:
    """第一位, 第12届; also 第十四个五年规划, and 第一产业 which is none."""
    text = run.text
    if plan := _NTH_PLAN.match(text, at):
        return run.figure(at, plan.end(), "date", f"FYP{value_of(plan['n'])}")
    mask = _NOT_ORDINAL.match(text, at)
    if mask and (not mask["opener"] or _OPENING.search(text, max(0, at - 2), at)):
        return None, mask.end()
    found = _ORDINAL.match(text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or value != int(value):
        return None
    tail, end = found["tail"] or "", found.end()
    weak = tail in _SUCCESSIVE and value < 4 if tail != "大" else value == 1
    weak = weak or _STAGED.match(text, end) is not None
    return run.figure(at, end, "ordinal", value, tail=tail, form="nth", weak=weak)


_STAGED = Pattern("类|阶段|级|层(?!楼)|单元|部分|版|集|段|步|组|季(?!度)|种|幕")
