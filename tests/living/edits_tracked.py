"""Edits made with tracking on, open, accepted or rejected: what is read is the file with all of them accepted."""

from __future__ import annotations

from copy import deepcopy

from tests.living.draft import (
    WHEN,
    Draft,
    Node,
    W,
    mark_ends,
    node,
    pasted,
    printed,
    runs,
    track_in,
    track_out,
    tracked,
    word,
)


def figure_typed_over_tracked(draft: Draft) -> None:
    one = draft.amid()
    like = deepcopy(runs(one.paragraph, one.start, one.end)[0])
    track_in(track_out(one.paragraph, one.start, one.end), word(like, one.other))


def insertion_before_deletion(draft: Draft) -> None:
    """LibreOffice writes what was typed before what it stands for."""
    one = draft.amid()
    found = runs(one.paragraph, one.start, one.end)
    made = tracked("ins", 90101)
    made.append(word(found[0], one.other))
    found[0].addprevious(made)
    track_out(one.paragraph, one.start + len(one.other), one.end + len(one.other))


def one_digit_changed_tracked(draft: Draft) -> None:
    one = draft.amid()
    at = one.start + next(place for place, letter in enumerate(one.text) if letter in "123456789")
    digit = str(int(printed(one.paragraph)[at]) % 9 + 1)
    like = deepcopy(runs(one.paragraph, at, at + 1)[0])
    track_in(track_out(one.paragraph, at, at + 1), word(like, digit))


def figure_changed_and_changed_back(draft: Draft) -> None:
    """A second author deletes inside the first one's insertion and types the old figure again."""
    one = draft.amid()
    like = deepcopy(runs(one.paragraph, one.start, one.end)[0])
    last = track_out(one.paragraph, one.start, one.end)
    again = tracked("ins", 90102, "王主任")
    again.append(word(like, one.text))
    inner = tracked("del", 90103, "王主任")
    gone = word(like, one.other)
    gone.find(W + "t").tag = W + "delText"
    inner.append(gone)
    first = tracked("ins", 90101)
    first.append(inner)
    last.addnext(first)
    first.addnext(again)


def change_accepted(draft: Draft) -> None:
    figure_typed_over_tracked(draft)
    _accept(draft)


def change_rejected(draft: Draft) -> None:
    figure_typed_over_tracked(draft)
    for each in [*draft.body.iter(W + "ins")]:
        each.getparent().remove(each)
    for each in [*draft.body.iter(W + "del")]:
        for text in each.iter(W + "delText"):
            text.tag = W + "t"
        _unwrap(each)


def _accept(draft: Draft) -> None:
    for each in [*draft.body.iter(W + "del")]:
        each.getparent().remove(each)
    for each in [*draft.body.iter(W + "ins")]:
        _unwrap(each)


def _unwrap(element: Node) -> None:
    parent = element.getparent()
    for child in [*element]:
        element.addprevious(child)
    parent.remove(element)


def words_inserted_tracked(draft: Draft) -> None:
    one = draft.amid()
    last = runs(one.paragraph, one.end, one.end + 1)[-1]
    track_in(last, word(last, {"zh": "（初步）", "en": " (as far as known)"}[one.line.language]))


def words_deleted_tracked(draft: Draft) -> None:
    one = draft.amid()
    track_out(one.paragraph, 0, one.start)


def figure_deleted_tracked(draft: Draft) -> None:
    one = draft.amid()
    track_out(one.paragraph, one.start, one.end)


def paragraph_deleted_tracked(draft: Draft) -> None:
    one = draft.amid()
    track_out(one.paragraph, 0, len(printed(one.paragraph)))
    properties = one.paragraph.find(W + "pPr")
    properties.append(node(f'<w:rPr><w:del w:id="90200" w:author="李编辑" w:date="{WHEN}"/></w:rPr>'))


def paragraph_split_tracked(draft: Draft) -> None:
    one = draft.amid()
    second = one.paragraph.makeelement(W + "p")
    properties = one.paragraph.find(W + "pPr")
    second.append(deepcopy(properties))
    found = runs(one.paragraph, one.end, len(printed(one.paragraph)))
    start = one.paragraph.index(found[0])
    second.extend([*one.paragraph][start:])
    properties.append(node(f'<w:rPr><w:ins w:id="90201" w:author="李编辑" w:date="{WHEN}"/></w:rPr>'))
    one.paragraph.addnext(second)


def paragraph_moved_tracked(draft: Draft, named: str = "") -> None:
    """Word leaves the old place as moved from, its bookmarks with it, and writes the new one without them."""
    one = draft.amid()
    copy = pasted(one.paragraph, draft, named=named)
    target = one.paragraph.getparent()[-2]
    track_out(one.paragraph, 0, len(printed(one.paragraph)), kind="moveFrom")
    for run in [*copy.findall(W + "r")]:
        wrapped = tracked("moveTo", 90400)
        run.addprevious(wrapped)
        wrapped.append(run)
    target.addnext(copy)


def paragraph_moved_tracked_with_copies(draft: Draft) -> None:
    """LibreOffice keeps both places' bookmarks, those of the second as copies."""
    paragraph_moved_tracked(draft, "_Copy_1")


def row_deleted_tracked(draft: Draft) -> None:
    one = draft.target("cell")
    row = next(one.paragraph.iterancestors(W + "tr"))
    for paragraph in row.iter(W + "p"):
        if printed(paragraph):
            track_out(paragraph, 0, len(printed(paragraph)))
    properties = row.find(W + "trPr")
    if properties is None:
        properties = node("<w:trPr/>")
        row.insert(0, properties)
    properties.append(node(f'<w:del w:id="90500" w:author="李编辑" w:date="{WHEN}"/>'))


def mark_end_inside_deletion(draft: Draft) -> None:
    """What was deleted took an end of the figure's mark along."""
    one = draft.amid()
    _, end = mark_ends(draft.body, draft.mark(one.figure.number))
    last = track_out(one.paragraph, one.end, one.end + 1)
    last.append(end)
