"""What other readers of figures make of forty figures, beside reportgen: `python bench/readers.py`.

Prints the table of docs/numbers.md. The others are installed, pinned, into a temporary virtual environment, so this
needs a package index and some minutes; PyICU is built from source (libicu-dev, pkg-config and a C++ compiler).
Only values are compared: a reader that gives 7.1 for 7.1% is right, whether it tells a share or not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from decimal import Decimal
from pathlib import Path

from reportgen.numbers import find

PINNED = (
    "recognizers-text-suite==1.0.2a2",
    "emoji==1.7.0",  # recognizers-text imports a name that emoji 2 has not
    "jionlp==1.5.31",
    "cn2an==0.5.24",
    "chinese2digits==6.0.2",
    "quantulum3==0.10.0",
    "PyICU==2.17",
)
READERS = ("recognizers-text", "jionlp", "cn2an", "chinese2digits", "quantulum3", "ICU")

# What is read, and the numbers that it says: base units, the ends of a range, a percentage as its number.
FIGURES: dict[str, list[tuple[str, list[str]]]] = {
    "zh": [
        ("1.7万亿元", ["1700000000000"]),
        ("30多亿元", ["3000000000"]),
        ("1万2千元", ["12000"]),
        ("3亿2千万元", ["320000000"]),
        ("12元5角", ["12.5"]),
        ("两万五", ["25000"]),
        ("三四个月", ["3", "4"]),
        ("七八十家", ["70", "80"]),
        ("百分之七点一", ["7.1"]),
        ("三分之二", ["2/3"]),
        ("六成", ["60"]),
        ("9亿～16亿元", ["900000000", "1600000000"]),
        ("翻了两番", ["4"]),
        ("过半", ["1/2"]),
        ("十几个国家", ["10"]),
        ("327 289吨", ["327289"]),
        ("零下5℃", ["-5"]),
        ("二〇二四年", ["2024"]),
        ("一带一路", []),
        ("里约有12处场馆", ["12"]),
    ],
    "en": [
        ("RMB 1.7 trillion", ["1700000000000"]),
        ("$3.2bn", ["3200000000"]),
        ("120k users", ["120000"]),
        ("1.2B parameters", ["1200000000"]),
        ("-$3.2 billion", ["-3200000000"]),
        ("RMB 30–50 million", ["30000000", "50000000"]),
        ("two hundred and thirty-five", ["235"]),
        ("half a billion", ["500000000"]),
        ("two and a half hours", ["2.5"]),
        ("2½ hours", ["2.5"]),
        ("two thirds", ["2/3"]),
        ("0.5 percentage points", ["0.5"]),
        ("25 basis points", ["25"]),
        ("tripled", ["3"]),
        ("a dozen or so", ["12"]),
        ("327 289 tonnes", ["327289"]),
        ("minus 15°C", ["-15"]),
        ("1960s", ["1960"]),
        ("Boeing 737", []),
        ("World War II", []),
    ],
}

# Runs with the other readers' interpreter: a JSON list of [reader, text, numbers or null where it does not serve].
OTHERS = r"""
import contextlib, io, json, re, sys, warnings
warnings.simplefilter("ignore")
with contextlib.redirect_stdout(io.StringIO()):
    import chinese2digits, cn2an, icu, jionlp
    from quantulum3 import parser as quantulum
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_text import Culture
DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?")
def numbers_in(text):
    return DIGITS.findall(text)
def recognizers(text, language):
    culture = Culture.Chinese if language == "zh" else Culture.English
    seen = recognize_percentage(text, culture) or recognize_number(text, culture)
    return [str(found.resolution["value"]).removesuffix("%") for found in seen if found.resolution]
def jio(text, language):
    if language != "zh":
        return None
    value = jionlp.parse_money(text)["num"]
    return value if isinstance(value, list) else [value]
def cn(text, language):
    return numbers_in(cn2an.transform(text)) if language == "zh" else None
def c2d(text, language):
    return chinese2digits.takeNumberFromString(text)["digitsStringList"] if language == "zh" else None
def quant(text, language):
    return [format(found.value, "f") for found in quantulum.parse(text)] if language == "en" else None
def by_icu(text, language):
    reader = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    reader.setLenient(True)
    at = icu.ParsePosition(0)
    value = reader.parse(text, at)
    return [] if value is None else [format(value.getDouble(), "f")]
readers = {"recognizers-text": recognizers, "jionlp": jio, "cn2an": cn, "chinese2digits": c2d,
           "quantulum3": quant, "ICU": by_icu}
told = []
for language, texts in json.load(sys.stdin).items():
    for text in texts:
        for name, read in readers.items():
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    seen = read(text, language)
            except Exception:
                seen = []
            told.append([name, text, seen])
json.dump(told, sys.stdout)
"""


def others_read() -> dict[tuple[str, str], list[str] | None]:
    """What each other reader gives for each text: numbers as text, None where it has not the language."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--quiet", *PINNED], check=True)
        texts = json.dumps({language: [text for text, _ in rows] for language, rows in FIGURES.items()})
        script = Path(folder) / "others.py"
        script.write_text(OTHERS, encoding="utf-8")
        ran = subprocess.run([python, script], input=texts, capture_output=True, text=True, check=True, cwd=folder)
    return {(name, text): seen for name, text, seen in json.loads(ran.stdout)}


def own(text: str, language: str) -> list[str]:
    """What reportgen finds in a text, as the numbers of its figures."""
    numbers: list[str] = []
    for found in find(text, language):
        seen = found.as_mapping()
        numbers += [str(seen[name]) for name in ("value", "low", "high", "order") if name in seen]
    return numbers


def as_number(text: str) -> Decimal:
    first, _, second = text.removesuffix("s").partition("/")
    return Decimal(first) / Decimal(second) if second else Decimal(first)


def same(seen: list[str], right: list[str]) -> bool:
    """Whether the numbers are those that the text says; a percentage may be told as a hundredth."""
    try:
        one, two = [as_number(text) for text in seen], [as_number(text) for text in right]
    except (ArithmeticError, ValueError):
        return False
    scales = (1, 100) if len(two) == 1 else (1,)
    return len(one) == len(two) and any(
        all(abs(a * scale - b) <= abs(b) / 10**5 for a, b in zip(one, two, strict=True)) for scale in scales
    )


def short(number: str) -> str:
    """A number as a cell shows it."""
    try:
        value = as_number(number)
    except (ArithmeticError, ValueError):
        return number
    return number if "/" in number else format(value.normalize(), "f")[:14]


def cell(seen: list[str] | None, right: list[str]) -> str:
    if seen is None:
        return ""
    if same(seen, right):
        return "right"
    return ", ".join(map(short, seen)) or "nothing"


def main() -> int:
    others = others_read()
    names = ("reportgen", *READERS)
    print("| figure | says |", " | ".join(names), "|")
    print("|---" * (len(names) + 2) + "|")
    score = {name: [0, 0] for name in names}
    for language, rows in FIGURES.items():
        for text, right in rows:
            seen = {"reportgen": own(text, language)} | {name: others[name, text] for name in READERS}
            for name, numbers in seen.items():
                if numbers is not None:
                    score[name][0] += same(numbers, right)
                    score[name][1] += 1
            cells = [cell(seen[name], right) for name in names]
            print("|", text, "|", ", ".join(map(short, right)) or "no figure", "|", " | ".join(cells), "|")
    print("| **right** | |", " | ".join(f"**{right} of {asked}**" for right, asked in score.values()), "|")
    return 0


if __name__ == "__main__":
    sys.exit(main())
