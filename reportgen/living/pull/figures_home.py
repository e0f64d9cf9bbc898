"""Figures that were changed by hand: told as facts to change, and changed in facts.yaml where that was asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from reportgen.content.source import Entries, Scalar
from reportgen.living.locate import FigureFound, State
from reportgen.living.pull.home import Home, Review
from reportgen.living.pull.pull_rules import FIGURE
from reportgen.messages import listing, msg
from reportgen.numbers import FigureError, Quantity, read
from reportgen.problems import Place


def bring_figures(home: Home, reviews: Sequence[Review], folder: Path, *, write: bool) -> None:
    """Tell every fact whose figure a person changed; write what it is now where `write` says so and it is stated."""
    by_fact: defaultdict[str, list[tuple[Review, FigureFound]]] = defaultdict(list)
    for review in reviews:
        for found in (*review.edited.located.figures.values(), *review.edited.located.copies):
            reshaped = found.line.owner in review.edited.reshaped and found.line.role == "cell"
            if found.state is State.ALTERED and found.figure.fact and not reshaped:
                by_fact[found.figure.fact].append((review, found))
    for name, members in by_fact.items():
        _fact(home, name, members, folder, write=write)


def _fact(home: Home, name: str, members: Sequence[tuple[Review, FigureFound]], folder: Path, *, write: bool) -> None:
    """One fact: nothing where the content says so by now."""
    review = members[0][0]
    fact = review.side.ready.briefing.facts.get(name)
    facts_file = str(folder / "facts.yaml")
    entry = home.file(facts_file).at((name,))
    stated = entry["is"] if isinstance(entry, Entries) and "is" in entry else None
    stated = stated if isinstance(stated, Scalar) else None
    now = fact.quantity if fact is not None else None
    read_as: dict[str, Quantity | None] = {}
    for each, found in members:
        text = _as_stated(found, stated)
        quantity = _read(text, each)
        if quantity is not None and now is not None and repr(quantity) == repr(now):
            continue
        read_as[text] = quantity
    if not read_as:
        return
    told = listing([msg("'{text}' in {file}", text=found.text, file=each.name) for each, found in members], "unit")
    was = next((found.figure.text for _, found in members), "")
    place = stated.place if stated is not None else fact.place if fact is not None else Place(facts_file)
    end = stated.end if stated is not None else None
    message = msg("'{fact}' was changed by hand from '{was}': {told}", fact=name, was=was, told=told)
    values = {repr(quantity) for quantity in read_as.values()}
    text, quantity = next(iter(read_as.items()))
    if stated is None:
        hint = msg("it is derived or read from data: change it there")
    elif len(values) > 1:
        hint = msg("the files say different figures: change the fact in facts.yaml")
    elif quantity is None or now is None or type(quantity) is not type(now):
        hint = msg("change it in facts.yaml, written as its source prints it")
    elif not write:
        hint = msg("change it in facts.yaml, or pull again with --facts")
    else:
        home.file(facts_file).replace((name, "is"), text)
        home.told.append(msg("{place}: {fact} is {new} (was {old})", place=place, fact=name, new=text, old=stated))
        return
    home.problems.append(FIGURE.broken(place, message, hint, end=end))


def _as_stated(found: FigureFound, stated: Scalar | None) -> str:
    """What was typed as a fact states it: in the words of the fact where the line prints the number alone."""
    if found.figure.form in ("bare", "table") and stated is not None and found.figure.text in stated:
        return stated.replace(found.figure.text, found.text, 1)
    return found.text


def _read(text: str, review: Review) -> Quantity | None:
    try:
        return read(text, lexicon=review.side.ready.briefing.lexicon)
    except FigureError:
        return None
