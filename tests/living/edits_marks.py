"""What programs and people do to the marks themselves: dropped, renamed, renumbered, cut in half, copied."""

from __future__ import annotations

from tests.living.draft import LINE, Draft, W, drop_marks, mark_ends, node, pasted, printed, type_over


def all_marks_dropped(draft: Draft) -> None:
    drop_marks(draft.body)


def marks_dropped_and_figure_typed_over(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)
    drop_marks(draft.body)


def marks_dropped_and_sentence_reworded(draft: Draft) -> None:
    one = draft.amid()
    drop_marks(draft.body)
    type_over(one.paragraph, 0, one.start, printed(one.paragraph)[: one.start].replace("，", "，据报"))


def marks_of_figures_dropped(draft: Draft) -> None:
    for name in [each.get(W + "name") for each in draft.names()]:
        if name.startswith("_Fig"):
            for one in mark_ends(draft.body, name):
                one.getparent().remove(one)


def marks_of_lines_dropped(draft: Draft) -> None:
    for name in [each.get(W + "name") for each in draft.names()]:
        if name.startswith("_Lin"):
            for one in mark_ends(draft.body, name):
                one.getparent().remove(one)


def end_of_mark_dropped(draft: Draft) -> None:
    _, end = mark_ends(draft.body, draft.mark(draft.amid().figure.number))
    end.getparent().remove(end)


def beginning_of_mark_dropped(draft: Draft) -> None:
    start, _ = mark_ends(draft.body, draft.mark(draft.amid().figure.number))
    start.getparent().remove(start)


def marks_renumbered(draft: Draft) -> None:
    """Every program numbers bookmarks anew when it saves."""
    for number, start in enumerate([*draft.body.iter(W + "bookmarkStart")]):
        for end in draft.body.iter(W + "bookmarkEnd"):
            if end.get(W + "id") == start.get(W + "id"):
                end.set(W + "id", f"new{number}")
                break
        start.set(W + "id", f"new{number}")
    for each in (*draft.body.iter(W + "bookmarkStart"), *draft.body.iter(W + "bookmarkEnd")):
        each.set(W + "id", each.get(W + "id").removeprefix("new"))


def marks_renamed_to_copies(draft: Draft) -> None:
    """A move: the first is gone, and NAME_Copy_1 stands for it."""
    for each in draft.names():
        each.set(W + "name", each.get(W + "name") + "_Copy_1")


def marks_between_paragraphs(draft: Draft) -> None:
    """Word puts the ends of bookmarks that end a paragraph behind it."""
    for paragraph in [*draft.body.iter(W + "p")]:
        last = paragraph[-1] if len(paragraph) else None
        if last is not None and last.tag == W + "bookmarkEnd" and paragraph.getnext() is not None:
            paragraph.addnext(last)


def ends_paired_in_order(draft: Draft) -> None:
    """docxcompose numbers beginnings and ends each in their own order: marks that overlap exchange their ends."""
    for kind in ("bookmarkStart", "bookmarkEnd"):
        for number, each in enumerate(draft.body.iter(W + kind)):
            each.set(W + "id", str(number))


def paragraph_pasted_again(draft: Draft) -> None:
    one = draft.amid()
    one.paragraph.getparent()[-2].addnext(pasted(one.paragraph, draft))


def paragraph_pasted_with_copies(draft: Draft) -> None:
    one = draft.amid()
    one.paragraph.getparent()[-2].addnext(pasted(one.paragraph, draft, named="_Copy_1"))


def pasted_copy_typed_over(draft: Draft) -> None:
    one = draft.amid()
    copy = pasted(one.paragraph, draft, named="_Copy_1")
    one.paragraph.getparent()[-2].addnext(copy)
    type_over(copy, one.start, one.end, one.other)


def pasted_over_another_file(draft: Draft) -> None:
    """A paragraph of another briefing's file, with that file's marks, whose part stayed behind."""
    one = draft.amid()
    copy = pasted(one.paragraph, draft, named="")
    copy.insert(1, node('<w:bookmarkStart w:id="60001" w:name="_Fig999999999999_4"/>'))
    copy.append(node('<w:bookmarkEnd w:id="60001"/>'))
    type_over(
        copy,
        0,
        len(printed(copy)),
        {"zh": "另一份简报的一段话。", "en": "Words of another briefing."}[one.line.language],
    )
    one.paragraph.addnext(copy)


def ledger_dropped(draft: Draft) -> None:
    """Programs that drop custom XML parts: the marks stay."""
    for name in draft.file.opened.sizes:
        if name.startswith("customXml/"):
            draft.parts[name] = None


def line_mark_reaches_into_next(draft: Draft) -> None:
    """Joining two paragraphs and parting them elsewhere leaves a mark over both."""
    one = draft.amid()
    _, end = mark_ends(draft.body, draft.mark(one.line.number, LINE))
    following = next(each for each in one.paragraph.itersiblings(W + "p") if len(printed(each)) > 3)
    following.insert(2, end)
