"""China's provinces as tiles: 34 by their names in both languages, each at a place of a grid that keeps neighbors.

The names are those of the Constitution's Article 30 and of the National Bureau of Statistics: provinces, autonomous
regions, municipalities, and the special administrative regions. Nothing is drawn here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from reportgen.document import Words
from reportgen.records import record

APART = frozenset({"HK", "MO", "TW"})
"""Those that a map of 31 leaves out."""

GRID = """\
.  .  .  .  .  JL HL .
.  .  .  .  NM LN .  .
.  .  .  NX SX HE BJ .
XJ QH GS SN HA SD TJ .
.  XZ SC CQ HB AH JS SH
.  .  YN GZ HN JX ZJ .
.  .  .  GX GD FJ TW .
.  .  .  HI MO HK .  ."""
"""Where each stands, by its code of GB/T 2260."""

_MUNICIPALITY = ("市", " Municipality")
_PROVINCE = ("省", " Province")
_SPECIAL = ("特别行政区", " Special Administrative Region")

_NAMES: dict[str, tuple[str, str, tuple[str, str]]] = {
    "BJ": ("北京", "Beijing", _MUNICIPALITY),
    "TJ": ("天津", "Tianjin", _MUNICIPALITY),
    "HE": ("河北", "Hebei", _PROVINCE),
    "SX": ("山西", "Shanxi", _PROVINCE),
    "NM": ("内蒙古", "Inner Mongolia", ("自治区", " Autonomous Region")),
    "LN": ("辽宁", "Liaoning", _PROVINCE),
    "JL": ("吉林", "Jilin", _PROVINCE),
    "HL": ("黑龙江", "Heilongjiang", _PROVINCE),
    "SH": ("上海", "Shanghai", _MUNICIPALITY),
    "JS": ("江苏", "Jiangsu", _PROVINCE),
    "ZJ": ("浙江", "Zhejiang", _PROVINCE),
    "AH": ("安徽", "Anhui", _PROVINCE),
    "FJ": ("福建", "Fujian", _PROVINCE),
    "JX": ("江西", "Jiangxi", _PROVINCE),
    "SD": ("山东", "Shandong", _PROVINCE),
    "HA": ("河南", "Henan", _PROVINCE),
    "HB": ("湖北", "Hubei", _PROVINCE),
    "HN": ("湖南", "Hunan", _PROVINCE),
    "GD": ("广东", "Guangdong", _PROVINCE),
    "GX": ("广西", "Guangxi", ("壮族自治区", " Zhuang Autonomous Region")),
    "HI": ("海南", "Hainan", _PROVINCE),
    "CQ": ("重庆", "Chongqing", _MUNICIPALITY),
    "SC": ("四川", "Sichuan", _PROVINCE),
    "GZ": ("贵州", "Guizhou", _PROVINCE),
    "YN": ("云南", "Yunnan", _PROVINCE),
    "XZ": ("西藏", "Xizang", ("自治区", " Autonomous Region")),
    "SN": ("陕西", "Shaanxi", _PROVINCE),
    "GS": ("甘肃", "Gansu", _PROVINCE),
    "QH": ("青海", "Qinghai", _PROVINCE),
    "NX": ("宁夏", "Ningxia", ("回族自治区", " Hui Autonomous Region")),
    "XJ": ("新疆", "Xinjiang", ("维吾尔自治区", " Uygur Autonomous Region")),
    "TW": ("台湾", "Taiwan", _PROVINCE),
    "HK": ("香港", "Hong Kong", _SPECIAL),
    "MO": ("澳门", "Macao", _SPECIAL),
}

_ALSO = {
    "XZ": (("Tibet", "Tibet Autonomous Region"),),
    "XJ": (("Xinjiang", "Xinjiang Uyghur Autonomous Region"),),
    "MO": (("Macau", "Macau Special Administrative Region"), ("Macau", "Macau SAR"), ("Macao", "Macao SAR")),
    "HK": (("Hong Kong", "Hong Kong SAR"), ("Hongkong", "Hongkong")),
}
"""Further English names, each with how it is told in short."""


@record
class Province:
    """One of them: its code, its place in the grid (column, row), its short names."""

    code: str
    column: int
    row: int
    zh: str
    en: str


@cache
def provinces() -> tuple[Province, ...]:
    """All of them, from the top left of the grid."""
    places = {
        code: (column, row)
        for row, line in enumerate(GRID.split("\n"))
        for column, code in enumerate(line.split())
        if code != "."
    }
    return tuple(Province(code, *place, *_NAMES[code][:2]) for code, place in places.items())


@cache
def _known() -> dict[str, tuple[Province, str]]:
    """Every name, folded: whose it is, and the short English name that goes with it."""
    return {_folded(name): (province, short) for province in provinces() for name, short in _names(province)}


def _names(province: Province) -> Iterator[tuple[str, str]]:
    zh, en, (ending, english) = _NAMES[province.code]
    yield from ((name, en) for name in (zh, zh + ending, en, en + english))
    if english == _MUNICIPALITY[1]:
        yield f"{en} City", en
    for short, name in _ALSO.get(province.code, ()):
        yield from ((short, short), (name, short))


def _folded(name: str) -> str:
    """A name without what is typed now this way, now that: case, width, blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def find_province(name: str) -> Province | None:
    """The province that is called so in either language, in short or officially."""
    found = _known().get(_folded(name))
    return found[0] if found else None


def names_of(name: str) -> Words | None:
    """The short names in both languages of the province that is called so."""
    found = _known().get(_folded(name))
    return (("zh", found[0].zh), ("en", found[1])) if found else None


def all_names() -> tuple[str, ...]:
    """Every name as it is printed."""
    return tuple(dict.fromkeys(name for province in provinces() for name, _ in _names(province)))
