"""Rows that people put into tables come home into tables whose rows are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.content.yaml_text import scalar
from reportgen.living.pull.edited import NewRow
from reportgen.living.pull.home import Home, Review
from reportgen.living.pull.pull_rules import STRUCTURE
from reportgen.living.pull.tokens import Token, has_words, typed
from reportgen.living.pull.yaml_tree import Path_, in_brackets
from reportgen.messages import msg
from reportgen.numbers import FigureError, read
from reportgen.problems import Place


def put_rows(home: Home, reviews: Sequence[Review]) -> None:
    """Put every new row behind the one that it stands behind; those of tables of data are told."""
    done: set[tuple[str, int, str]] = set()
    for review in reviews:
        for row in review.edited.rows:
            cells = [_cell(cell, review) for cell in row.cells]
            found = _row_path(home, review, row)
            told = "[" + ", ".join(cells) + "]"
            if _is_there(review, row):
                continue
            if found is None:
                where = review.side.ready.briefing.about.id.place
                message = msg(
                    "{file} has a new row in the table '{name}': {row}", file=review.name, name=row.owner, row=told
                )
                home.problems.append(STRUCTURE.broken(where, message, msg("put it into the data of the table")))
                continue
            name, path = found
            if (row.owner, row.behind, told) in done:
                continue
            done.add((row.owner, row.behind, told))
            if home.file(name).put_raw_behind(path, [f"- {told}"]):
                place = Place(name, home.file(name).lines_of(path)[0])
                home.told.append(msg("{place}: new from {file}: '{text}'", place=place, file=review.name, text=told))


def _is_there(review: Review, row: NewRow) -> bool:
    """Whether the content has such a row already, brought home before."""
    said = {(line.language, str(line.typed) or line.text) for line in review.pairs.new if line.owner == row.owner}
    cells = [(language, typed(tokens)) for cell in row.cells for language, tokens in cell.items()]
    return bool(cells) and all(cell in said for cell in cells)


def _row_path(home: Home, review: Review, row: NewRow) -> tuple[str, Path_] | None:
    """The file and the path of the row behind which another stands; None where rows are not typed."""
    for line, spot in home.spots(review):
        if line.owner == row.owner and line.row == row.behind and "rows" in spot.path:
            return spot.file, spot.path[: spot.path.index("rows") + 2]
    return None


def _cell(cell: Mapping[str, tuple[Token, ...]], review: Review) -> str:
    """A cell as it is typed: one text where it is a figure, a fact or a sign, else its words by language."""
    words = {language: typed(tokens) for language, tokens in cell.items()}
    texts = list(dict.fromkeys(words.values()))
    if not texts:
        return '"—"'
    if len(texts) == 1 and (not has_words(texts[0]) or _is_figure(texts[0], review)):
        return scalar(texts[0], flow=True)
    return in_brackets(words)


def _is_figure(text: str, review: Review) -> bool:
    try:
        read(text, lexicon=review.side.ready.briefing.lexicon)
    except FigureError:
        return False
    return True
