"""Edits of words and figures in prose: what is typed over, put in, taken out and moved."""

from __future__ import annotations

from tests.living.draft import (
    Draft,
    Target,
    delete,
    drop_marks,
    move_mark,
    new_paragraph,
    printed,
    type_at,
    type_over,
)

# ---- figures typed over ---------------------------------------------------------------------------


def figure_typed_over(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)


def typed_over_mark_keeps_first_digit(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)
    move_mark(draft, one, one.start, one.start + 1)


def typed_over_mark_left_before(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)
    move_mark(draft, one, one.start, one.start)


def typed_over_mark_left_behind(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)
    move_mark(draft, one, one.end, one.end)


def typed_over_mark_lost(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.other)
    drop_marks(one.paragraph)


def _digit(one: Target, nth: int = 0) -> int:
    return one.start + [place for place, letter in enumerate(one.text) if letter.isdigit()][nth]


def one_digit_changed(draft: Draft) -> None:
    one = draft.amid()
    at = _digit(one)
    type_over(one.paragraph, at, at + 1, str(int(printed(one.paragraph)[at]) % 9 + 1))


def digit_added_behind(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, _digit(one, -1) + 1, "5")


def digit_added_before(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, _digit(one), "3")


def percent_made_points(draft: Draft) -> None:
    one = draft.target(among=lambda each: "%" in each.text and each.end < len(printed(each.paragraph)))
    at = one.start + one.text.index("%")
    type_over(one.paragraph, at, at + 1, {"zh": "个百分点", "en": " percentage points"}[one.line.language])


QUALIFIERS = ("近", "约", "超过", "nearly ", "about ", "more than ")


def qualifier_dropped(draft: Draft) -> None:
    one = draft.target(among=lambda each: each.text.startswith(QUALIFIERS))
    qualifier = next(each for each in QUALIFIERS if one.text.startswith(each))
    delete(one.paragraph, one.start, one.start + len(qualifier))


OPPOSITES = {"增长": "下降", "下降": "增长", "up ": "down ", "down ": "up "}


def direction_reversed(draft: Draft) -> None:
    one = draft.target(among=lambda each: any(word in each.text for word in OPPOSITES))
    word = next(each for each in OPPOSITES if each in one.text)
    at = one.start + one.text.index(word)
    type_over(one.paragraph, at, at + len(word), OPPOSITES[word])


def figures_exchanged(draft: Draft) -> None:
    one, two = _pair(draft)
    type_over(two.paragraph, two.start, two.end, one.text)
    type_over(one.paragraph, one.start, one.end, two.text)


def _pair(draft: Draft) -> tuple[Target, Target]:
    """Two different figures of one line that stand in words."""
    first = draft.amid()
    second = next(
        each
        for each in draft.targets()
        if each.line.number == first.line.number and each.start > first.end and each.text != first.text
    )
    return first, second


def metric_typed_over(draft: Draft) -> None:
    one = draft.target("metric")
    type_over(one.paragraph, one.start, one.end, one.other)


def item_typed_over(draft: Draft) -> None:
    one = draft.target("item")
    type_over(one.paragraph, one.start, one.end, one.other)


def box_typed_over(draft: Draft) -> None:
    one = draft.target("box")
    type_over(one.paragraph, one.start, one.end, one.other)


def caption_figure_typed_over(draft: Draft) -> None:
    one = draft.target("caption")
    type_over(one.paragraph, one.start, one.end, one.other)


# ---- figures that say the same ----------------------------------------------------------------------


def same_figure_typed(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.text)


def figure_in_full_width_digits(draft: Draft) -> None:
    one = draft.amid()
    wide = one.text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    type_over(one.paragraph, one.start, one.end, wide)


def no_break_spaces_made_plain(draft: Draft) -> None:
    for one in draft.body.iter("{*}t"):
        one.text = (one.text or "").replace("\u00a0", " ")


def separators_dropped(draft: Draft) -> None:
    one = draft.amid()
    type_over(one.paragraph, one.start, one.end, one.text.replace(",", ""))


def spaces_put_round_figures(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, one.end, " ")
    type_at(one.paragraph, one.start, " ")


def quotes_and_dashes_corrected(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, len(printed(one.paragraph)), "“……”——‘’–")
    type_at(one.paragraph, one.end, "——")


# ---- words ------------------------------------------------------------------------------------------


def words_typed_before_paragraph(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, 0, {"zh": "总的看，", "en": "On the whole, "}[one.line.language])


def words_typed_behind_paragraph(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, len(printed(one.paragraph)), {"zh": "形势不错。", "en": " All is well."}[one.line.language])


def words_typed_beside_figure(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, one.end, {"zh": "左近", "en": " (final)"}[one.line.language])
    type_at(one.paragraph, one.start, {"zh": "恰好为", "en": "just "}[one.line.language])


def sentence_reworded(draft: Draft) -> None:
    one = draft.amid()
    said = printed(one.paragraph)
    type_over(one.paragraph, one.end, len(said), {"zh": "，情况如上。", "en": ", as told above."}[one.line.language])
    type_over(
        one.paragraph, 0, one.start, {"zh": "据统计，总数达到", "en": "By the records, it came to "}[one.line.language]
    )


def words_before_figure_deleted(draft: Draft) -> None:
    one = draft.amid()
    delete(one.paragraph, 0, one.start)


def another_figure_typed(draft: Draft) -> None:
    one = draft.amid()
    type_at(
        one.paragraph,
        len(printed(one.paragraph)),
        {"zh": "另有37座灯塔。", "en": " There are 37 lighthouses too."}[one.line.language],
    )


def year_typed(draft: Draft) -> None:
    one = draft.amid()
    type_at(one.paragraph, 0, {"zh": "自2019年以来，", "en": "Since 2019, "}[one.line.language])


def figure_deleted(draft: Draft) -> None:
    one = draft.amid()
    delete(one.paragraph, one.start, one.end)


def figure_moved_in_sentence(draft: Draft) -> None:
    one = draft.amid()
    type_at(
        one.paragraph,
        len(printed(one.paragraph)),
        {"zh": f"合计{one.text}。", "en": f" In all {one.text}."}[one.line.language],
    )
    delete(one.paragraph, one.start, one.end)


def fact_repeated_by_hand(draft: Draft) -> None:
    one = draft.amid()
    said = {"zh": f"如前所述，{one.text}这一数字值得注意。", "en": f"As was said, {one.text} is worth a thought."}
    one.paragraph.addnext(new_paragraph(one.paragraph, said[one.line.language]))


def fact_contradicted_by_hand(draft: Draft) -> None:
    """The words of a sentence typed again elsewhere, with another figure."""
    one = draft.amid()
    said = printed(one.paragraph)
    clause = said[: one.start] + one.other + said[one.end : one.end + 1]
    one.paragraph.getparent()[-2].addnext(new_paragraph(one.paragraph, clause))
