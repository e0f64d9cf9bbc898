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
    "並亂亞伕佈佔併來侷係個側偵備傢傳傷傾僅價儀億兒內兩冊別則創劃勁動務勝勢區協參叢員問啓啟喪喫單噸嚴囌國"
    "圍園圓圖團報場塊壇壓壽夠奧奮學宮寀實寬寶將專尋對導屆層屬峯峽崗嶺師帳帶幀幣幫幾廂廠廳張強彆彈後徑從復"
    "徵恆愛態慶慾應懞戰戶捱捲掃採揚換揹損搖摺撥擁擇擊擔據擴擺攝敗敵數於昇時晉曆曏書會東枱條梟棟業極榮槍樁"
    "樂樓標樣樹橋機橫檢檯欄權歐歲歷殘殲殺毀氣決沒沖淩減湊準溫滬滿漲潛潤澤濛灣為無熱燈燒營燬爭爲爾牀獎獨獲"
    "獵獸現環瓊產甦畝當發盃盤盧矇確碼磚礎祇禮稅種稱穫筆節範簡簽籤糧糰紀約紅納紐紙級細終組結絕給統經維網綵"
    "緒線締緣編緩練緻縣縮總績織繫繳繼續罈罰羅羣義習聯聲職聽脩腦腳臉臨臺與舉舊茲華萬葯蓆蓋蔘藍藥蘇蘋蘭處號"
    "衚衝衹裏補裝裡製複襬見規親覺訂計訊記訪設許訴註証詞詢試詩話認語說説課調談請論諮講謝證識譭議護讀變讓豐"
    "豬貝負財貫責貸費貼資賓賙賬購賽趕踐車軍較載輕輛輩輪轄轉轟辦農迴連週遊運過達違遠適選還邊郵鄉鄰醫釋釐鈡"
    "鉅銖銜銷鋪錄錢錯錶鍵鍾鎊鎖鎮鐘鐵長門開間闆關陣陸陽隊階際險隱隻雙離難雲電靜韓響頁頃項順須預頓領頭頸頻"
    "顆題額願類風颱颶飛餘館馬馳驅驍驗驚驟體髮鬍鬚鬥魚鳴鴻鵬鷹鹹麥麪麴麵麼點黨齊齡齣龍"
)
_SIMPLIFIED_ONES = (
    "并乱亚夫布占并来局系个侧侦备家传伤倾仅价仪亿儿内两册别则创划劲动务胜势区协参丛员问启启丧吃单吨严苏国"
    "围园圆图团报场块坛压寿够奥奋学宫采实宽宝将专寻对导届层属峰峡岗岭师帐带帧币帮几厢厂厅张强别弹后径从复"
    "征恒爱态庆欲应蒙战户挨卷扫采扬换背损摇折拨拥择击担据扩摆摄败敌数于升时晋历向书会东台条枭栋业极荣枪桩"
    "乐楼标样树桥机横检台栏权欧岁历残歼杀毁气决没冲凌减凑准温沪满涨潜润泽蒙湾为无热灯烧营毁争为尔床奖独获"
    "猎兽现环琼产苏亩当发杯盘卢蒙确码砖础只礼税种称获笔节范简签签粮团纪约红纳纽纸级细终组结绝给统经维网彩"
    "绪线缔缘编缓练致县缩总绩织系缴继续坛罚罗群义习联声职听修脑脚脸临台与举旧兹华万药席盖参蓝药苏苹兰处号"
    "胡冲只里补装里制复摆见规亲觉订计讯记访设许诉注证词询试诗话认语说说课调谈请论咨讲谢证识毁议护读变让丰"
    "猪贝负财贯责贷费贴资宾周账购赛赶践车军较载轻辆辈轮辖转轰办农回连周游运过达违远适选还边邮乡邻医释厘钟"
    "巨铢衔销铺录钱错表键钟镑锁镇钟铁长门开间板关阵陆阳队阶际险隐只双离难云电静韩响页顷项顺须预顿领头颈频"
    "颗题额愿类风台飓飞余馆马驰驱骁验惊骤体发胡须斗鱼鸣鸿鹏鹰咸麦面曲面么点党齐龄出龙"
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
_DOUBLED = Pattern("(?<=[0-9]-)-(?=[0-9])")  # 20--25: an en dash as typewriters and TeX have it
_LEFT_OUT = Pattern(f"{_INVISIBLE.source}|{_DOUBLED.source}")
_ANY_CAPITAL = Pattern(f"[{_CAPITAL_ONES}]")
MASK = "\ue000"
"""What stands for a masked character: no grammar knows it."""
_UNUSUAL = Pattern(f"[{_ODD_ONES}{_INVISIBLE_ONES}{_CAPITAL_ONES}{_TRADITIONAL_ONES}]")
_ADDRESS = Pattern(r"(?:http|www\.|ftp)[^\s，。；）)”》]+")
_MAIL = Pattern(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)


def plain(text: str) -> tuple[str, Sequence[int] | None]:
    """The text made plain, and the place in the original of each of its characters; None where that is the same."""
    doubled = "--" in text and _DOUBLED.search(text)
    if not doubled and (text.isascii() or not _UNUSUAL.search(text)):
        return text, None
    places = None
    if doubled or _INVISIBLE.search(text):
        spans = [match.span() for match in _LEFT_OUT.finditer(text)]
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
