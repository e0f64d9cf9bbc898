"""The nouns, units and currencies figures count in, as data in both languages.

Not here: what to do with them. A briefing's own terms are added with `lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.numbers.model.representation import Readable
from reportgen.records import record


class _Term(Readable):
    """What figures may count."""

    __slots__ = ()
    other: str
    more: tuple[tuple[str, str], ...]

    def said(self, language: str) -> str:
        """The word in a language beside Chinese and English, in English where it has none."""
        return dict(self.more).get(language, self.other)


@record
class Noun(_Term):
    """Something countable: its Chinese measure word and noun, and the English singular and plural."""

    key: str
    measure: str
    zh: str
    one: str
    other: str
    more: tuple[tuple[str, str], ...] = ()  # the word in further languages, by language

    def sayings(self) -> Iterator[str]:
        yield f"{self.key}: {self.measure}{self.zh} / {self.one} / {self.other}"
        yield from (f"{language}: {word}" for language, word in self.more)


@record
class Unit(_Term):
    """A unit of measure; `time` marks durations, `countable` units that English counts like things (two years)."""

    key: str
    zh: str
    one: str
    other: str
    time: bool = False
    countable: bool = False
    more: tuple[tuple[str, str], ...] = ()  # the word in further languages, by language

    def sayings(self) -> Iterator[str]:
        yield f"{self.key}: {self.zh} / {self.one} / {self.other}"
        yield from (f"{language}: {word}" for language, word in self.more)
        yield from (name for name, holds in (("time", self.time), ("countable", self.countable)) if holds)


@record
class Currency(Readable):
    """A currency: 元, yuan, and what stands before an English figure (`prefix` by default, `symbol` on request)."""

    code: str
    zh: str
    prefix: str
    symbol: str
    one: str
    other: str
    adjective: str  # trillion-YUAN-level

    @property
    def key(self) -> str:
        """Its code, by the name that terms have."""
        return self.code

    def sayings(self) -> Iterator[str]:
        yield f"{self.code}: {self.zh} / {self.prefix} / {self.other}"


@record
class Lexicon(Readable):
    """The nouns and units known by key."""

    nouns: Mapping[str, Noun]
    units: Mapping[str, Unit]

    def sayings(self) -> Iterator[str]:
        yield f"{len(self.nouns)} nouns"
        yield f"{len(self.units)} units"
        if own := self.own_terms():
            yield "own: " + " ".join(term.key for term in own)

    def own_terms(self) -> tuple[Noun | Unit, ...]:
        """The terms that are not built in."""
        if self.nouns is NOUNS and self.units is UNITS:
            return ()
        nouns = [noun for key, noun in self.nouns.items() if NOUNS.get(key) is not noun]
        units = [unit for key, unit in self.units.items() if UNITS.get(key) is not unit]
        return (*nouns, *units)


def _nouns(*rows: tuple[str, str, str, str, str]) -> dict[str, Noun]:
    return {row[0]: Noun(*row) for row in rows}


def _units(*rows: tuple[str, str, str, str], time: bool = False, countable: bool = False) -> dict[str, Unit]:
    return {row[0]: Unit(*row, time=time, countable=countable) for row in rows}


NOUNS: dict[str, Noun] = _nouns(
    ("enterprise", "家", "企业", "enterprise", "enterprises"),
    ("htech", "家", "高新技术企业", "high-tech enterprise", "high-tech enterprises"),
    ("zone", "家", "国家高新区", "national high-tech zone", "national high-tech zones"),
    ("listed", "家", "上市公司", "listed company", "listed companies"),
    ("unicorn", "家", "独角兽企业", "unicorn", "unicorns"),
    ("incubator", "家", "孵化器", "incubator", "incubators"),
    ("university", "所", "高校", "university", "universities"),
    ("project", "个", "项目", "project", "projects"),
    ("lab", "个", "重点实验室", "key laboratory", "key laboratories"),
    ("city", "个", "城市", "city", "cities"),
    ("job", "个", "就业岗位", "job", "jobs"),
    ("patent", "件", "发明专利", "invention patent", "invention patents"),
    ("policy", "项", "政策", "policy", "policies"),
    ("reform", "项", "改革举措", "reform measure", "reform measures"),
    ("event", "场", "活动", "event", "events"),
    ("person", "人", "", "person", "people"),
    ("household", "户", "", "household", "households"),
    ("researcher", "名", "科研人员", "researcher", "researchers"),
    ("robot", "台", "机器人", "robot", "robots"),
    ("vehicle", "辆", "新能源汽车", "new-energy vehicle", "new-energy vehicles"),
    ("train", "列", "列车", "train", "trains"),
    ("order", "笔", "订单", "order", "orders"),
)

UNITS: dict[str, Unit] = {
    **_units(
        ("km", "公里", "kilometer", "kilometers"),
        ("km2", "平方公里", "square kilometer", "square kilometers"),
        ("m", "米", "meter", "meters"),
        ("m2", "平方米", "square meter", "square meters"),
        ("m3", "立方米", "cubic meter", "cubic meters"),
        ("cm", "厘米", "cm", "cm"),
        ("mm", "毫米", "mm", "mm"),
        ("um", "微米", "μm", "μm"),
        ("nm", "纳米", "nm", "nm"),
        ("ha", "公顷", "hectare", "hectares"),
        ("mu", "亩", "mu", "mu"),
        ("t", "吨", "tonne", "tonnes"),
        ("kg", "公斤", "kg", "kg"),
        ("g", "克", "gram", "grams"),
        ("jin", "斤", "jin", "jin"),
        ("L", "升", "liter", "liters"),
        ("mg", "毫克", "milligram", "milligrams"),
        ("ug", "微克", "microgram", "micrograms"),
        ("ug/m3", "微克/立方米", "μg/m³", "μg/m³"),
        ("lb", "磅", "lb", "lb"),
        ("oz", "盎司", "ounce", "ounces"),
        ("ct", "克拉", "carat", "carats"),
        ("mL", "毫升", "milliliter", "milliliters"),
        ("bbl", "桶", "barrel", "barrels"),
        ("gal", "加仑", "gallon", "gallons"),
        ("nmi", "海里", "nautical mile", "nautical miles"),
        ("mi", "英里", "mile", "miles"),
        ("ft", "英尺", "foot", "feet"),
        ("in", "英寸", "inch", "inches"),
        ("li", "里", "li", "li"),
        ("chi", "尺", "chi", "chi"),
        ("ly", "光年", "light-year", "light-years"),
        ("acre", "英亩", "acre", "acres"),
        ("C", "℃", "°C", "°C"),
        ("Pa", "帕", "Pa", "Pa"),
        ("hPa", "百帕", "hPa", "hPa"),
        ("kPa", "千帕", "kPa", "kPa"),
        ("MPa", "兆帕", "MPa", "MPa"),
        ("mmHg", "毫米汞柱", "mmHg", "mmHg"),
        ("Wh", "Wh", "Wh", "Wh"),
        ("kWh", "千瓦时", "kWh", "kWh"),
        ("MWh", "MWh", "MWh", "MWh"),
        ("GWh", "GWh", "GWh", "GWh"),
        ("TWh", "TWh", "TWh", "TWh"),
        ("W", "瓦", "W", "W"),
        ("kW", "千瓦", "kW", "kW"),
        ("MW", "兆瓦", "MW", "MW"),
        ("GW", "吉瓦", "GW", "GW"),
        ("hp", "马力", "horsepower", "horsepower"),
        ("V", "伏", "V", "V"),
        ("kV", "千伏", "kV", "kV"),
        ("mAh", "mAh", "mAh", "mAh"),
        ("kcal", "千卡", "kcal", "kcal"),
        ("tce", "吨标准煤", "tonne of coal equivalent", "tonnes of coal equivalent"),
        ("Hz", "赫兹", "Hz", "Hz"),
        ("kHz", "kHz", "kHz", "kHz"),
        ("MHz", "MHz", "MHz", "MHz"),
        ("GHz", "GHz", "GHz", "GHz"),
        ("dB", "分贝", "dB", "dB"),
        ("ms", "毫秒", "ms", "ms"),
        ("us", "微秒", "μs", "μs"),
        ("ns", "纳秒", "ns", "ns"),
        ("TOPS", "TOPS", "TOPS", "TOPS"),
        ("PFLOPS", "PFLOPS", "PFLOPS", "PFLOPS"),
        ("EFLOPS", "EFLOPS", "EFLOPS", "EFLOPS"),
        ("bit", "比特", "bit", "bits"),
        ("qubit", "量子比特", "qubit", "qubits"),
        ("MB", "MB", "MB", "MB"),
        ("GB", "GB", "GB", "GB"),
        ("TB", "TB", "TB", "TB"),
        ("PB", "PB", "PB", "PB"),
        ("EB", "EB", "EB", "EB"),
        ("Mbps", "Mbps", "Mbps", "Mbps"),
        ("Gbps", "Gbps", "Gbps", "Gbps"),
        ("Tbps", "Tbps", "Tbps", "Tbps"),
        ("px", "像素", "pixel", "pixels"),
        ("F", "华氏度", "°F", "°F"),
        ("psi", "psi", "psi", "psi"),
        ("ppm", "ppm", "ppm", "ppm"),
        ("KB", "KB", "KB", "KB"),
        ("yd", "码", "yard", "yards"),
        ("ft2", "平方英尺", "square foot", "square feet"),
        ("mi2", "平方英里", "square mile", "square miles"),
        ("dwt", "载重吨", "dwt", "dwt"),
        ("mA", "毫安", "mA", "mA"),
        ("TEU", "标箱", "TEU", "TEUs"),
    ),
    **_units(
        ("visit", "人次", "visit", "visits"),
        ("dof", "个自由度", "degree of freedom", "degrees of freedom"),
        countable=True,
    ),
    **_units(
        ("second", "秒", "second", "seconds"),
        ("minute", "分钟", "minute", "minutes"),
        ("hour", "小时", "hour", "hours"),
        ("day", "天", "day", "days"),
        ("workday", "个工作日", "working day", "working days"),
        ("week", "周", "week", "weeks"),
        ("month", "个月", "month", "months"),
        ("year", "年", "year", "years"),
        time=True,
        countable=True,
    ),
}

CURRENCIES: dict[str, Currency] = {
    row[0]: Currency(*row)
    for row in (
        ("CNY", "元", "RMB", "¥", "yuan", "yuan", "yuan"),
        ("USD", "美元", "US$", "US$", "US dollar", "US dollars", "dollar"),
        ("EUR", "欧元", "€", "€", "euro", "euros", "euro"),
        ("HKD", "港元", "HK$", "HK$", "Hong Kong dollar", "Hong Kong dollars", "Hong-Kong-dollar"),
        ("GBP", "英镑", "£", "£", "British pound", "British pounds", "pound"),
        ("JPY", "日元", "JPY", "JPY", "Japanese yen", "Japanese yen", "yen"),
        ("AUD", "澳元", "A$", "A$", "Australian dollar", "Australian dollars", "Australian-dollar"),
        ("CAD", "加元", "C$", "C$", "Canadian dollar", "Canadian dollars", "Canadian-dollar"),
        ("SGD", "新加坡元", "S$", "S$", "Singapore dollar", "Singapore dollars", "Singapore-dollar"),
        ("CHF", "瑞士法郎", "CHF", "CHF", "Swiss franc", "Swiss francs", "Swiss-franc"),
        ("KRW", "韩元", "KRW", "KRW", "South Korean won", "South Korean won", "won"),
        ("MOP", "澳门元", "MOP", "MOP", "Macao pataca", "Macao patacas", "pataca"),
        ("TWD", "新台币", "NT$", "NT$", "New Taiwan dollar", "New Taiwan dollars", "New-Taiwan-dollar"),
        ("INR", "印度卢比", "₹", "₹", "Indian rupee", "Indian rupees", "rupee"),
        ("RUB", "卢布", "₽", "₽", "Russian ruble", "Russian rubles", "ruble"),
        ("THB", "泰铢", "฿", "฿", "Thai baht", "Thai baht", "baht"),
        ("NZD", "新西兰元", "NZ$", "NZ$", "New Zealand dollar", "New Zealand dollars", "New-Zealand-dollar"),
        ("MYR", "林吉特", "MYR", "MYR", "Malaysian ringgit", "Malaysian ringgit", "ringgit"),
        ("VND", "越南盾", "₫", "₫", "Vietnamese dong", "Vietnamese dong", "dong"),
        ("BRL", "雷亚尔", "R$", "R$", "Brazilian real", "Brazilian reais", "real"),
        ("ZAR", "兰特", "ZAR", "ZAR", "South African rand", "South African rand", "rand"),
        ("TRY", "里拉", "₺", "₺", "Turkish lira", "Turkish lira", "lira"),
        ("SEK", "瑞典克朗", "SEK", "SEK", "Swedish krona", "Swedish kronor", "Swedish-krona"),
        ("NOK", "挪威克朗", "NOK", "NOK", "Norwegian krone", "Norwegian kroner", "Norwegian-krone"),
        ("DKK", "丹麦克朗", "DKK", "DKK", "Danish krone", "Danish kroner", "Danish-krone"),
        ("PLN", "兹罗提", "PLN", "PLN", "Polish zloty", "Polish zlotys", "zloty"),
        ("SAR", "沙特里亚尔", "SAR", "SAR", "Saudi riyal", "Saudi riyals", "riyal"),
        ("AED", "迪拉姆", "AED", "AED", "UAE dirham", "UAE dirhams", "dirham"),
        ("IDR", "印尼盾", "IDR", "IDR", "Indonesian rupiah", "Indonesian rupiah", "rupiah"),
        ("PHP", "菲律宾比索", "PHP", "PHP", "Philippine peso", "Philippine pesos", "Philippine-peso"),
        ("MXN", "墨西哥比索", "MX$", "MX$", "Mexican peso", "Mexican pesos", "Mexican-peso"),
        ("ILS", "新谢克尔", "₪", "₪", "Israeli shekel", "Israeli shekels", "shekel"),
        ("NGN", "奈拉", "₦", "₦", "Nigerian naira", "Nigerian naira", "naira"),
    )
}

PERSON = NOUNS["person"]
BUILT_IN = Lexicon(NOUNS, UNITS)
UNITS_BY_ZH: dict[str, Unit] = {unit.zh: unit for unit in UNITS.values()}
