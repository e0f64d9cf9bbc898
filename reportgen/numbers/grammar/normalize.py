"""Texts made plain before a grammar reads them: full-width digits, odd spaces and dashes, Traditional characters.

Offsets stay those of the original text: characters are replaced one for one, and where some must go, a map says where
the rest came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reportgen.numbers.model.pattern import Pattern

_KEPT = "，；：！？（）"  # full-width punctuation that parts Chinese sentences
_PLAIN: dict[str, str] = (
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94) if chr(0xFF01 + offset) not in _KEPT}
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t", " ")
    | dict.fromkeys("‐‑‒—―﹣⁃", "–")
    | dict.fromkeys("〜∼˜", "~")
    | {"﹪": "%", "٪": "%", "İ": "I", "○": "〇", "￥": "¥", "µ": "μ"}
)
# Traditional characters that stand in words the Chinese grammar knows, and what they are written as in mainland China.
_TRADITIONAL_ONES = (
    "亞佈佔來侷係個偵備傢僅價儀億內兩冊別創劃勁動務勝勢區協員啓啟單噸國園圓圖報場塊壓學實將專對屆層屬崗師"
    "帶幣幾廠廳張強彆後徑從復恆慶應戰戶捲揚搖摺撥擁擊據擴攝敗敵數於昇時曆曏書會東枱條棟業樁樂樓標樣機檯欄"
    "權歐歲歷殺毀氣沖減準滬滿漲灣為熱燈燬爭爲爾牀獎獨獲獸環產畝當發盤盧確碼礎祇稅種稱穫筆節簡簽籤紀約紅納"
    "紐級組結給統經維網緒線締編緩緻縣縮總績織繫繳續罰羣義職臨臺與舉茲萬著蓆藍蘭處號衝衹裏補裡製複見規親訂"
    "計記許訴註証話語課調證識譭議護變豐負財責貸貼資賙賬購賽趕車較載輛輪轉辦迴連週過達違遠選還邊郵鄉鄰醫釐"
    "鈡銖銷錄錢錶鍵鍾鎊鎖鎮鐘長門開間關際險隻雙離難電韓頁頃項順預領頭頸顆題額類颱餘館馬驅驗體髮魚鳴鹹麪麴"
    "麵麼點齡齣龍"
)
_SIMPLIFIED_ONES = (
    "亚布占来局系个侦备家仅价仪亿内两册别创划劲动务胜势区协员启启单吨国园圆图报场块压学实将专对届层属岗师"
    "带币几厂厅张强别后径从复恒庆应战户卷扬摇折拨拥击据扩摄败敌数于升时历向书会东台条栋业桩乐楼标样机台栏"
    "权欧岁历杀毁气冲减准沪满涨湾为热灯毁争为尔床奖独获兽环产亩当发盘卢确码础只税种称获笔节简签签纪约红纳"
    "纽级组结给统经维网绪线缔编缓致县缩总绩织系缴续罚群义职临台与举兹万着席蓝兰处号冲只里补里制复见规亲订"
    "计记许诉注证话语课调证识毁议护变丰负财责贷贴资周账购赛赶车较载辆轮转办回连周过达违远选还边邮乡邻医厘"
    "钟铢销录钱表键钟镑锁镇钟长门开间关际险只双离难电韩页顷项顺预领头颈颗题额类台余馆马驱验体发鱼鸣咸面曲"
    "面么点龄出龙"
)
_SIMPLIFIED = str.maketrans(_TRADITIONAL_ONES, _SIMPLIFIED_ONES)
_TRADITIONAL = Pattern(f"[{_TRADITIONAL_ONES}]")
_ODD_ONES = "".join(map(re.escape, _PLAIN))
_ODD = Pattern(f"[{_ODD_ONES}]")
_CAPITAL_ONES = "壹贰叁肆伍陆柒捌玖拾佰仟"
_CAPITALS = dict(zip(_CAPITAL_ONES, "一二三四五六七八九十百千", strict=True))
_CAPITAL = Pattern(f"[零{_CAPITAL_ONES}万亿]{{2,30}}")  # 壹仟万元: numerals as contracts write them
_INVISIBLE_ONES = "\u2060\u200b-\u200f\u202a-\u202e\ufeff\u00ad\u2061-\u2064\ufe00-\ufe0f"
_INVISIBLE = Pattern(f"[{_INVISIBLE_ONES}]+")
_ANY_CAPITAL = Pattern(f"[{_CAPITAL_ONES}]")
MASK = "\ue000"
"""What stands for a masked character: no grammar knows it."""
_UNUSUAL = Pattern(f"[{_ODD_ONES}{_INVISIBLE_ONES}{_CAPITAL_ONES}{_TRADITIONAL_ONES}]")
_ADDRESS = Pattern(r"(?:http|www\.|ftp)[^\s，。；）)”》]+")
_MAIL = Pattern(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)


def plain(text: str) -> tuple[str, Sequence[int] | None]:
    """The text made plain, and the place in the original of each of its characters; None where that is the same."""
    if text.isascii() or not _UNUSUAL.search(text):
        return text, None
    places = None
    if _INVISIBLE.search(text):
        spans = [match.span() for match in _INVISIBLE.finditer(text)]
        text, places = _without(text, spans)
    if _TRADITIONAL.search(text):
        text = text.translate(_SIMPLIFIED)
    if _ANY_CAPITAL.search(text):
        text = _CAPITAL.sub(_common, text)
    return _ODD.sub(_plainly, text), places


def _common(match: re.Match[str]) -> str:
    return "".join([_CAPITALS.get(character, character) for character in match[0]])


def _plainly(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


def _without(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in spans:
        parts.append(text[at:start])
        places.extend(range(at, start))
        at = end
    places.extend(range(at, len(text) + 1))
    return "".join([*parts, text[at:]]), places


def hide(text: str, names: tuple[str, ...]) -> str:
    """The text with the document's own names, and addresses, masked; its length does not change."""
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(_masked, text)
    if "@" in text:
        text = _MAIL.sub(_masked, text)
    return _names(names).sub(_masked, text) if names else text


def _masked(match: re.Match[str]) -> str:
    return MASK * (match.end() - match.start())


@lru_cache(maxsize=16)
def _names(names: tuple[str, ...]) -> Pattern:
    """Longest first; a name of Latin letters and digits stands alone, so that G1 is not in G12."""
    words = sorted({plain(name)[0] for name in names if name}, key=len, reverse=True)
    parts = [
        (r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else "")
        + re.escape(word)
        + (r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]
    return Pattern("|".join(parts) or r"(?!)")
