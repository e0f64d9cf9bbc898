"""Changed words come home: what every reviewer made of a text is merged with what the content says of it now.

A text that was changed in one language alone leaves a note at the other: `# stale: …`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportgen.languages import LANGUAGES
from reportgen.ledger import LedgerLine
from reportgen.living.pull.home import Home, Review, Spot
from reportgen.living.pull.merging import Change, Conflict, Side, changes_between, merge
from reportgen.living.pull.pull_rules import CONFLICT, WORDS
from reportgen.living.pull.tokens import Token, has_words, line_tokens, typed
from reportgen.messages import Message, listing, msg
from reportgen.problems import Evidence
from reportgen.records import record

CONTENT = "content"
"""The name of the side that the content is."""

STALE = "stale:"


@record
class Disputed:
    """A conflict where it stands in a reviewer's file, for the copy that shows it."""

    review: Review
    line: LedgerLine
    conflict: Conflict


@record
class _Part:
    """What one reviewer made of a text."""

    review: Review
    line: LedgerLine
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Words:
    """The texts that reviewers changed, and what came of it."""

    home: Home
    merged: int = 0
    disputed: list[Disputed] = field(default_factory=list[Disputed])
    changed: dict[tuple[str, tuple[str | int, ...]], dict[str, list[str]]] = field(
        default_factory=dict[tuple[str, tuple[str | int, ...]], dict[str, list[str]]]
    )  # by text: the languages that were changed, each with who did

    def bring(self, reviews: Sequence[Review]) -> None:
        """Merge every text that was changed in any file."""
        by_spot: defaultdict[tuple[str, tuple[str | int, ...]], list[tuple[Spot, _Part]]] = defaultdict(list)
        for review in reviews:
            edited = review.edited
            for number, line in edited.lines.items():
                now = review.now_of.get(number)
                spot = self.home.spot(now)
                if spot is not None:
                    by_spot[spot.file, spot.path].append((spot, _Part(review, line.line, line.changes)))
                elif line.changes:
                    self._gone(review, line.line, line.changes)
        for parts in by_spot.values():
            if any(part.changes for _, part in parts):
                self._text(parts[0][0], [part for _, part in parts])
        self._tell_stale()

    def _gone(self, review: Review, line: LedgerLine, changes: Iterable[Change]) -> None:
        """What was changed of a text that the content has no more."""
        if review.now_of.get(line.number) is not None:
            where = review.side.ready.briefing.about.id.place
            message = msg(
                "'{text}' was changed in {file}, and stands in no file of YAML", text=line.text, file=review.name
            )
            self.home.problems.append(WORDS.broken(where, message, msg("change it where it comes from")))
            return
        base, _, _ = line_tokens(line)
        theirs = typed(_applied(base, changes))
        place = review.side.ready.briefing.about.id.place
        message = msg("{file} changed what the content has deleted: '{text}'", file=review.name, text=theirs)
        hint = msg("put it back in the content, or leave it")
        self.home.problems.append(CONFLICT.broken(place, message, hint))
        self.disputed.append(
            Disputed(review, line, Conflict(base, ((CONTENT, ()), (review.name, _applied(base, changes)))))
        )

    # ---- one text ----------------------------------------------------------------------------

    def _text(self, spot: Spot, parts: Sequence[_Part]) -> None:
        """Merge one text; what serves every language is told in each where one alone was changed in words."""
        if spot.language:
            self._write(spot, spot.path, self._merged(spot, parts), parts)
            return
        languages = tuple(dict.fromkeys(part.line.language for part in parts))
        told = {each: self._merged(spot, [part for part in parts if part.line.language == each]) for each in languages}
        now = str(self.home.file(spot.file).at(spot.path))
        changed = {language: text for language, text in told.items() if text != now}
        if not changed:
            return
        if len(set(changed.values())) == 1 and not has_words(next(iter(changed.values()))):
            self._write(spot, spot.path, next(iter(changed.values())), parts)
            return
        every = tuple(parts[0].review.side.ready.briefing.languages)
        self.home.file(spot.file).part(spot.path, {each: told.get(each, now) for each in every or LANGUAGES})
        self.merged += 1
        self.home.told.append(msg("{place}: '{old}' is told in each language now", place=spot.place, old=now))

    def _merged(self, spot: Spot, parts: Sequence[_Part]) -> str:
        """The text with what every reviewer made of it; files that say another state of it come one after another."""
        now_line = parts[0].review.now_of[parts[0].line.number]
        current, _, _ = line_tokens(now_line)
        states: dict[str, list[_Part]] = {}
        for part in parts:
            if part.changes:
                states.setdefault(str(part.line.typed), []).append(part)
        for members in states.values():
            base, _, _ = line_tokens(members[0].line)
            content = Side(CONTENT, changes_between(base, current))
            sides = [Side(part.review.name, part.changes) for part in members]
            result = merge(base, [content, *sides])
            for conflict in result.conflicts:
                self._dispute(spot, conflict, members)
            current = result.tokens
        return typed(current) if states else str(now_line.typed)

    def _dispute(self, spot: Spot, conflict: Conflict, parts: Sequence[_Part]) -> None:
        """Tell a conflict with the names of all who are in it."""
        names = [name for name, _ in conflict.versions]
        who = listing([_who(name) for name in names], "and")
        base = typed(conflict.base)
        message = msg("{who} changed the same words: '{base}'", who=who, base=base)
        hint = msg("decide, and type it into the content; the rest was merged")
        evidence = [Evidence(_who(name), typed(tokens)) for name, tokens in conflict.versions]
        value = self.home.file(spot.file).at(spot.path)
        end = getattr(value, "end", None)
        shown = [msg("{who}: '{text}'", who=_who(name), text=typed(tokens)) for name, tokens in conflict.versions]
        message = msg("{message} ({versions})", message=message, versions=listing(shown, "unit"))
        self.home.problems.append(CONFLICT.broken(spot.place, message, hint, end=end, evidence=evidence))
        part = next((each for each in parts if each.review.name in names), parts[0])
        self.disputed.append(Disputed(part.review, part.line, conflict))

    def _write(self, spot: Spot, path: tuple[str | int, ...], text: str, parts: Sequence[_Part]) -> None:
        file = self.home.file(spot.file)
        before = str(file.at(path))
        if text == before:
            return
        file.replace(path, text)
        self.merged += 1
        names = [part.review.name for part in parts if part.changes]
        languages = [spot.language] if spot.language else [part.line.language for part in parts]
        known = self.changed.setdefault((spot.file, spot.whole), {})
        if _read(text) != _read(before):
            for language in languages:
                known.setdefault(language, []).extend(names)

    # ---- the other language --------------------------------------------------------------------

    def _tell_stale(self) -> None:
        """Note at each text whose pair alone was changed that it is stale; a note for what was changed now goes."""
        for (name, whole), languages in self.changed.items():
            file = self.home.file(name)
            others = file.at(whole)
            if not isinstance(others, dict):
                continue
            for language in languages:
                for line, note in file.notes_above((*whole, language)):
                    if note.startswith(f"# {STALE} {language} "):
                        file.drop_note(line)
                        languages = {}  # the pair was changed before, and this follows it
            for other in others:
                if languages and str(other) not in languages:
                    who = ", ".join(dict.fromkeys(each for names in languages.values() for each in names))
                    changed = ", ".join(languages)
                    file.note((*whole, str(other)), f"{STALE} {other} follows {changed} as it was before {who}")


def _who(name: str) -> str | Message:
    return msg("the content") if name == CONTENT else name


def _applied(base: Sequence[Token], changes: Iterable[Change]) -> tuple[Token, ...]:
    return merge(base, [Side("", tuple(changes))]).tokens


def _read(text: str) -> str:
    return text.replace("*", "")
