"""Chinese: signs without blanks, quotation marks and widths, and the ways to mention a term again."""

from __future__ import annotations

import re
import unicodedata

from reportgen.terms.folding import FACT, Folded, Mentions, Name, word_set

_SILENT = frozenset(" \t\n\u3000\u00a0\u2060\u200b“”‘’\"'「」『』《》〈〉·・•*-‐‑")
_POINTING = "该本此这那其各全我贵原每两几多"
_BEFORE = frozenset(
    _POINTING
    + "的地得了着过在是有为与和及同或、，。；：！？（）()—…□对把被将从向到由于就而也都并让给比等按据因以使则可"
    "家个种类些项批所条座件位名处间新老大小们上下前后内外中里多少成"
)
"""What may stand before a noun that means a term named before: 这些企业, 各园区, 新区; anything else names another."""

_PRONOUNS = ("其", "它", "他", "她", "前者", "后者", "二者", "两者", "该", "此", "这", "本")
_THINGS = {
    "person": ("他", "她", "其", "先生", "女士", "教授", "主任", "部长", "局长", "总经理", "董事长"),
    "firm": ("公司", "企业", "集团", "厂商", "银行", "厂家"),
    "place": (
        "当地",
        "这里",
        "那里",
        "全市",
        "全省",
        "全区",
        "全县",
        "该市",
        "该省",
        "该区",
        "该县",
        "园区",
        "港区",
        "全港",
        "全园",
    ),
}
_OF_ANY = (
    "他",
    "她",
    "公司",
    "集团",
    "该市",
    "该省",
    "该区",
    "该县",
    "该部",
    "该局",
    "该会",
    "该报",
    "该所",
    "该院",
    "该校",
    "该行",
    "该社",
)
"""Of a name of which nobody says what it names."""

_TITLES = ("先生", "女士", "总", "教授", "博士", "主任", "院士", "部长", "局长")
_COMMON_PARTS = word_set(
    "公司 企业 集团 有限 股份 科技 中国 国家 全国 工业 园区 新区 高新 委员 员会 大学 学院 研究 银行 市场 中心"
)


def fold(text: str) -> Folded:
    """The signs in half width and lower case, without blanks, quotation marks and dots between names."""
    return Folded(
        text.translate(_NARROW),
        lambda: [(at, at + 1) for at, sign in enumerate(text) for _ in sign.translate(_NARROW)],
    )


class _Narrow(dict[int, str]):
    """Each sign as it is folded, known once it was met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = "" if sign in _SILENT else unicodedata.normalize("NFKC", sign).lower()
        return self[code]


_NARROW = _Narrow()


def fold_loosely(text: str) -> str:
    """The same without 的 and without facts."""
    return fold(text).text.replace(FACT, "").replace("的", "")


def mentioned(folded: str, name: Name, how: Mentions) -> bool:
    """Whether the text speaks of the term: 园区, 这些企业, 其, 张江."""
    own = name.folded
    known = how.before or how.label
    return (
        (how.label and len(own) > 3 and folded.startswith(own[:2]))
        or (how.near and any(word in how.here for word in _PRONOUNS))
        or (known and any(_by_head(how.here, form) for form in name.forms))
        or (known and name.proper and (_by_part(folded, name) or _by_kind(how.here, name)))
    )


def _by_head(folded: str, own: str) -> bool:
    """The end of a form where no other word tells more of it: 园区 would, 这些企业 and 高新技术企业 do not."""
    if len(own) < 3:
        return False
    return any(sign + own[-1] in folded for sign in _POINTING) or _stands_alone(folded, own, 2)


def _stands_alone(folded: str, own: str, least: int) -> bool:
    """Whether the end of a form, of so many signs at least, stands where no other word is joined to it."""
    at = folded.find(own[-least:])
    while at >= 0:
        length = least
        while length < len(own) and at and folded[at - 1] == own[-1 - length]:
            at, length = at - 1, length + 1
        if at == 0 or folded[at - 1] in _BEFORE or folded[at - 1].isdigit():
            return True
        at = folded.find(own[-least:], at + length)
    return False


def _by_part(folded: str, name: Name) -> bool:
    """A part of a name that stands for it: 张江 for 张江高新区, 夏 with a title for 夏立雪."""
    own = name.folded
    if len(own) < 3:
        return False
    if own[:2] not in _COMMON_PARTS and own[:2] in folded:
        return True
    if own[-2:] not in _COMMON_PARTS and _stands_alone(folded, own, 2):
        return True
    return name.kind == "person" and any(own[0] + title in folded for title in _TITLES)


def _by_kind(folded: str, name: Name) -> bool:
    """他, 公司, 该市: what a name is called again by."""
    return any(word in folded for word in (_THINGS[name.kind] if name.kind else _OF_ANY))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in re.split(r"(?<=[。！？])", text) if sentence]


def is_abbreviation(text: str) -> bool:
    """Whether only brackets can introduce a short form: letters, since a shortened Chinese name shows what it is of."""
    return text.isascii() and sum(map(str.isalpha, text)) > 1
