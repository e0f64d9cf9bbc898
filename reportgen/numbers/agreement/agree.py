"""Says where the figures of a Chinese and an English text disagree.

The figures of both are paired, exactly equal ones first, the rest by how near they come. What a pair says differently,
and what is left without a partner, is a disagreement. Agreement is exact after each side's own scale: no tolerance.
Not here: what two figures have in common (`figure_compare`), what stands around them (`roles`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportgen.messages import listing, msg
from reportgen.numbers.agreement.change_compare import mixed_changes
from reportgen.numbers.agreement.comparison import ERROR, UNDATED, WARNING, Verdict
from reportgen.numbers.agreement.comparison_basis import against, other_basis
from reportgen.numbers.agreement.disagreement import Disagreement
from reportgen.numbers.agreement.lonely import Side, leaves_year, lonely
from reportgen.numbers.agreement.pairing import nearest, with_shares, without_ends, without_equals
from reportgen.numbers.agreement.reference_compare import both_references, other_references, without_references
from reportgen.numbers.agreement.relative_periods import other_periods
from reportgen.numbers.agreement.roles import out_of_order
from reportgen.numbers.finding import sight
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.lexicon import Lexicon
from reportgen.numbers.writing.write import write

PAIRS: tuple[tuple[str, str], ...] = (("zh", "en"),)
"""The pairs of languages whose texts can be compared, the one that the other is a translation of first."""


def agree(
    zh_text: str,
    en_text: str,
    names: Iterable[str] = (),
    lexicon: Lexicon | Mapping[str, Any] | None = None,
) -> tuple[Disagreement, ...]:
    """What the figures of a Chinese text and of its English disagree about, in the order of the texts.

    `names` are left alone; the measure words and units of the lexicon are known beside the built-in ones.
    """
    return _disagreements(zh_text, en_text, tuple(names), lexicon)


def agree_pair(
    texts: Mapping[str, str],
    names: Iterable[str] = (),
    lexicon: Lexicon | Mapping[str, Any] | None = None,
) -> tuple[Disagreement, ...]:
    """The same for two texts by their languages; FigureError where these are no pair of `PAIRS`."""
    pair = next((pair for pair in PAIRS if set(texts) == set(pair)), None)
    if pair is None:
        raise FigureError(
            msg(
                "figures are compared between {pairs}, not between {languages}",
                pairs=listing(listing(pair) for pair in PAIRS),
                languages=listing(texts) if texts else msg("nothing"),
            )
        )
    return _disagreements(texts["zh"], texts["en"], tuple(names), lexicon)


def _disagreements(
    zh_text: str, en_text: str, masked: tuple[str, ...], lexicon: Lexicon | Mapping[str, Any] | None
) -> tuple[Disagreement, ...]:
    zh, en = sight(zh_text, "zh", masked, lexicon), sight(en_text, "en", masked, lexicon)
    if any(found.kind in ("percent", "fraction") for found in zh):
        en = with_shares(en, zh)
    references = both_references(zh_text, en_text)
    if references is not None:
        zh, en = without_references(zh, references.zh), without_references(en, references.en)
    changed = _on_another_basis(zh_text, en_text, zh, en)
    changed = (
        *changed,
        *out_of_order(zh_text, en_text, zh, en),
        *mixed_changes(zh, en),
        *(other_references(references, zh_text, en_text) if references else ()),
        *other_periods(zh_text, en_text),
    )
    zh_left, en_left = without_equals(zh, en)
    if not zh_left and not en_left:
        return _once(changed)
    zh_left, en_left = without_ends(zh_left, en_left)
    en_left, zh_left = without_ends(en_left, zh_left)
    pairs = nearest(zh_left, en_left)
    made = [
        Disagreement(verdict.severity, verdict.diagnosis, zh_left[i], en_left[j])
        for verdict, i, j in pairs
        if verdict.severity and verdict.diagnosis
    ]
    chinese, english = Side(zh_text, zh), Side(en_text, en)
    made += _undated(pairs, zh_left, en_left, chinese, english)
    alone = _without(zh_left, {i for _, i, _ in pairs}), _without(en_left, {j for _, _, j in pairs})
    if any(alone):
        made += [Disagreement(bad, "omitted", found, None) for bad, found in lonely(alone[0], chinese, english)]
        made += [Disagreement(bad, "added", None, found) for bad, found in lonely(alone[1], english, chinese)]
    return tuple(sorted(_once((*changed, *made)), key=_place))


def _undated(
    pairs: list[tuple[Verdict, int, int]], zh_left: list[Found], en_left: list[Found], chinese: Side, english: Side
) -> Iterator[Disagreement]:
    """Days and months of which one text says nowhere of which year they are."""
    for verdict, i, j in pairs:
        if verdict == UNDATED:
            first, second = zh_left[i], en_left[j]
            dated = str(first.value)[:4].isdigit()
            sides = (first, chinese, english) if dated else (second, english, chinese)
            if leaves_year(*sides):
                yield Disagreement(WARNING, "year", first, second)


def _on_another_basis(zh_text: str, en_text: str, zh: list[Found], en: list[Found]) -> tuple[Disagreement, ...]:
    """The first change that both texts tell alike but for its basis: 同比增长7.1%, up 7.1% month on month."""
    basis = other_basis(zh_text, en_text, zh) if any(each.direction for each in zh) else None
    if basis is None:
        return ()
    for first in zh:
        change = against(first, basis) if first.direction else None
        second = next((each for each in en if (each.kind, each.value) == (first.kind, first.value)), None)
        if change is not None and second is not None:
            right = write(change, "en").replace("\u00a0", " ")
            return (Disagreement(ERROR, "period", first, second, right),)
    return ()


def _once(made: tuple[Disagreement, ...]) -> tuple[Disagreement, ...]:
    """Each difference once, whatever has shown it."""
    if len(made) < 2:
        return made
    seen = {(each.diagnosis, each.zh and each.zh.start, each.en and each.en.start): each for each in reversed(made)}
    return tuple(reversed(seen.values()))


def _place(made: Disagreement) -> int:
    found = made.zh or made.en
    return found.start if found else 0


def _without(found: list[Found], paired: set[int]) -> list[Found]:
    return [each for index, each in enumerate(found) if index not in paired]
