"""Facts that a line and its rendering told together, and that one language alone tells now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set

from reportgen.differences import Side
from reportgen.languages import LANGUAGES
from reportgen.ledger import Ledger, LedgerLine
from reportgen.living.held.finding import ONE_LANGUAGE, Finding, found
from reportgen.living.held.placing import Placing
from reportgen.living.locate import Located, State
from reportgen.messages import listing, msg, wordings
from reportgen.records import record


@record
class Told:
    """What was found of a ledger in a file; `moved` are the figures that stand elsewhere, by their numbers.

    A ledger that is the content's own, since the file `lost` its, has lines that no file prints.
    """

    placing: Placing
    ledger: Ledger
    located: Located
    moved: Set[int]
    lost: bool

    def tells(self, line: LedgerLine, fact: str) -> bool:
        """Whether a line's figure of a fact still stands somewhere, or a copy of it."""
        numbers = {one.number for one in line.figures if one.fact == fact}
        states = [self.located.figures[number].state for number in numbers if number in self.located.figures]
        copied = any(one.figure.number in numbers for one in self.located.copies)
        return copied or bool(numbers & self.moved) or any(state is not State.GONE for state in states)


_Spoken = tuple[Told, LedgerLine]


def one_language_findings(told: Sequence[Told]) -> Iterator[Finding]:
    """The lines that lost a fact which their rendering kept, in one file or between the editions of one briefing."""
    briefings = dict.fromkeys(each.ledger.briefing for each in told)
    for briefing in briefings:
        for line, others in _pairs([each for each in told if each.ledger.briefing == briefing]):
            yield from _lost(line, others)


def _pairs(told: Sequence[Told]) -> Iterator[tuple[_Spoken, list[_Spoken]]]:
    """Each line with what says the same in other languages: the lines of one place, in their order."""
    places: defaultdict[Hashable, defaultdict[str, list[_Spoken]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        for line in each.ledger.lines:
            place = (line.section, line.role, line.owner, line.row, line.column)
            places[place][line.language].append((each, line))
    for languages in places.values():
        sides = list(languages.values())
        if len(sides) < 2 or len({len(side) for side in sides}) > 1:
            continue  # not every language says it, or one file is of another time
        for group in zip(*sides, strict=True):
            for one in group:
                yield one, [other for other in group if other is not one]


def _lost(spoken: _Spoken, others: Sequence[_Spoken]) -> Iterator[Finding]:
    here, line = spoken
    if line.number not in here.located.lines and (here.lost or line.role == "metric"):
        return  # a key figure stands in the words below it where its mark is gone
    lost = [
        one
        for one in dict.fromkeys(figure.fact for figure in line.figures)
        if not here.tells(line, one) and any(there.tells(other, one) for there, other in others)
    ]
    if not lost:
        return
    there, other = next((each for each in others if any(each[0].tells(each[1], one) for one in lost)), others[0])
    figures = [next(figure.text for figure in other.figures if figure.fact == one) for one in lost if _has(other, one)]
    message = msg(
        "{figures} stands in {language} only now",
        figures=listing(figures, "unit"),
        language=wordings({tongue: _called(other.language, tongue) for tongue in ("en", "zh")}),
    )
    was = next((figure.text for figure in line.figures if figure.fact == lost[0]), "")
    yield found(ONE_LANGUAGE, message, _where(here, line, there, other), fact=lost[0], was=was)


def _has(line: LedgerLine, fact: str) -> bool:
    return any(figure.fact == fact for figure in line.figures)


def _called(language: str, tongue: str) -> str:
    """What a language is called in another."""
    if tongue == "zh":
        return {"zh": "中文", "en": "英文"}.get(language, language)
    return LANGUAGES[language].name if language in LANGUAGES else language


def _where(here: Told, line: LedgerLine, there: Told, other: LedgerLine) -> Side:
    """At the line that lost it; where that is gone too, behind its rendering, or at that in the other file."""
    if (own := here.located.lines.get(line.number)) is not None:
        return here.placing.side(own.span, line.language)
    kept = there.located.lines.get(other.number)
    if kept is None:
        return here.placing.behind(0, line.language)
    return there.placing.side(kept.span, other.language)
