"""Ratios, scores and times of a race in Chinese: 3∶1, 2比1, 39-39-4, 18胜6负3平, 3分27秒46."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.figure import SCALE
from reportgen.numbers.zh.left_context import left_of
from reportgen.numbers.zh.number_patterns import NUMBER, value_of
from reportgen.numbers.zh.reading_words import tail_at

_RATIO = Pattern(
    r"(?P<a>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?(?:[:：∶]|比(?=\s?[0-9]))\s?(?P<b>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
    r"(?P<c>(?:\s?(?:[:：∶]|比)\s?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,3})?(?![0-9:：]|\.[0-9]|\s?[月年时点])"
)
_TERMS = Pattern(r"[0-9.]+")
_SCORED = Pattern("(?:比分[^，。；]{0,6}|[战打踢扳逼追]成|定格在|锁定为?|改写[为成]|总分|半场|终场|首局|次局)$")
_WON = Pattern(
    r"(?:的?比分)?(?:结束|战胜|击败|取胜|获胜|逆转|险胜|大胜|完胜|力克|淘汰|战平|不敌|告负|胜出|告捷|领先|落后|打平|握手言和|惜败|负于|取得|拿下|击退|力压|横扫|轻取|小胜|爆冷|淘汰)"
)
_SCORE = Pattern(
    r"[0-9]{1,3}(?:[-–][0-9]{1,3}){2,3}(?![0-9–-])|(?P<a>[0-9]{1,3})\s?[-–]\s?(?P<b>[0-9]{1,3})(?![0-9%-]|\.[0-9])"
)


def ratio(run: TextScan, at: int) -> ScanStep | None:
    """3∶1, 3比1; a time of day is masked before."""
    found = _RATIO.match(run.text, at)
    if found is None:
        return None
    terms = [found["a"], found["b"], *(_TERMS.findall(found["c"]) if found["c"] else ())]
    if _WON.match(run.text, found.end()) or is_scored(run, at):
        return run.figure(at, found.end(), "score", "-".join(terms))
    left = left_of(run.text, at, run.floor, found[0])
    said = {"qualifier": left.qualifier, "qform": left.qform}
    return run.figure(left.start, found.end(), "ratio", ":".join(terms), **said)


_NEXT = Pattern(r"\s?[、，,和及]\s?")


def is_scored(run: TextScan, at: int) -> bool:
    """Whether two numbers are points: behind 比分, or in a row of scores."""
    last = run.found[-1] if run.found else None
    in_row = last is not None and last.kind == "score" and _NEXT.fullmatch(run.text, last.end, at)
    return bool(in_row) or _SCORED.search(run.text, max(0, at - 9), at) is not None


def score(run: TextScan, at: int) -> ScanStep | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen and counting nothing; rising ones are a range."""
    found = _SCORE.match(run.text, at)
    if found is None or _counted(run, found.end()):
        return None
    if found["a"]:
        told = is_scored(run, at) or _WON.match(run.text, found.end()) is not None
        if not told and ("–" in found[0] or int(found["a"]) < int(found["b"]) or len(found["a"]) > 2):
            return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-").replace(" ", ""))


_SCALED = Pattern(rf"\s?(?:{SCALE})")


def _counted(run: TextScan, end: int) -> bool:
    """Whether what follows makes a count of the last number: 30-20万 is no score."""
    return _SCALED.match(run.text, end) is not None or tail_at(run.tails, run.text, end)[1] is not None


_WINS = Pattern(
    rf"(?P<a>{NUMBER})\s?(?:胜|(?P<draw>平)|(?P<loss>负))\s?(?P<b>{NUMBER})\s?[胜平负]"
    rf"(?:\s?(?P<c>{NUMBER})\s?[胜平负])?(?!利|者|出|选|任|面)"
)


def record(run: TextScan, at: int) -> ScanStep | None:
    """18胜6负3平: games won, lost and drawn, in the order told."""
    found = _WINS.match(run.text, at)
    values = [value_of(found[name]) for name in ("a", "b", "c") if found[name]] if found else []
    if found is None or None in values:
        return None
    return run.figure(at, found.end(), "score", "-".join(str(value) for value in values))


_CLOCKED = Pattern(
    r"(?:(?P<h>[0-9]{1,2})\s?(?:个?小时|[时:：])\s?)?(?P<m>[0-9]{1,2})\s?(?:分钟?|[:：])\s?(?P<s>[0-5]?[0-9](?:\.[0-9]{1,3})?)"
    r"(?P<word>\s?秒(?P<hundredths>[0-9]{2,3}(?![0-9%.]))?)?(?![0-9:：])"
)


def clocked(run: TextScan, at: int) -> ScanStep | None:
    """3分27秒46 and 3:27.46: the time of a race in seconds; 2小时19分24秒 is told in its parts."""
    found = _CLOCKED.match(run.text, at)
    if found is None:
        return None
    hours, hundredths = found["h"], found["hundredths"]
    spelled = "分" in found[0]
    if spelled is not (found["word"] is not None) or not (hundredths or "." in found["s"] or (spelled and not hours)):
        return None
    if hundredths is None and _after_hours(run, at):
        return None
    seconds = Decimal(found["s"] + (f".{hundredths}" if hundredths else ""))
    value = Decimal(hours or 0) * 3600 + Decimal(found["m"]) * 60 + seconds
    left = left_of(run.text, at, run.floor, found["m"])
    return run.figure(
        left.start, found.end(), "duration", value, unit="second", tail="秒", qualifier=left.qualifier, qform=left.qform
    )


def _after_hours(run: TextScan, at: int) -> bool:
    """Whether hours have been told right before: 2小时, and then 19分24秒."""
    return bool(run.found) and run.found[-1].end == at and run.found[-1].unit == "hour"
