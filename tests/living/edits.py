"""The table of edits: what people and programs do to a built file, and what verify, refresh and pull must say of it.

`tests/living/test_edits.py` does each of them to built files of several contents; docs/living.md prints the table.
Each stroke is one of a module beside this one. The codes of `verify` are those of a file in one language; a bilingual
one has those of `both` besides, where an edit made the languages disagree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from reportgen.records import record
from tests.living import edits_blocks as blocks
from tests.living import edits_dress as dress
from tests.living import edits_marks as marks
from tests.living import edits_tracked as tracking
from tests.living import edits_words as words
from tests.living.draft import Draft
from tests.living.engines import ENGINES

ALTERED, CONTRADICTS, REPEATS = "figures/altered", "figures/contradicting", "figures/repeated"
ONE_LANGUAGE = "figures/one-language"
CONTENTS, CHART, WORKBOOK, PICTURE = "contents/outdated", "charts/altered", "charts/workbook", "charts/picture"
COMPRESSED = "charts/compressed"

Refreshed = Literal["renewed", "conflict", "nothing there"]
"""What refresh makes of the figure that was edited where its fact has changed: the new one stands there; it is kept as
the person made it and told; or there is nothing left to renew."""

Pulled = Literal["nothing", "words", "fact to change", "gone", "new", "moved", "told"]
"""What pull brings home: nothing; a line reworded; nothing but telling a fact to change; a line that is gone, new or
elsewhere; what cannot be brought home, told."""


@record
class Edit:
    """One kind of edit: what was done, the stroke that does it, and what each command says of it."""

    about: str
    stroke: Callable[[Draft], None]
    verify: tuple[str, ...] = ()
    refresh: Refreshed = "renewed"
    pull: Pulled = "nothing"
    both: tuple[str, ...] = ()
    charts: Literal["native", "picture"] = "native"
    only: tuple[str, ...] = ()  # the contents that have what it needs; none: all
    listed: int = 0  # how many entries it makes stale of the lists of figures and tables, which one content has

    @property
    def name(self) -> str:
        """What the stroke is called."""
        return self.stroke.__name__

    def told(self, content: str, edition: str) -> tuple[str, ...]:
        """What verify says of it in a file of a content and edition."""
        stale = (CONTENTS,) * self.listed if content == "ferry" else ()
        return (*self.verify, *(self.both if edition == "bilingual" else ()), *stale)


FACT: Pulled = "fact to change"

TYPED_OVER = (
    Edit("a figure typed over", words.figure_typed_over, (ALTERED,), "conflict", FACT),
    Edit("… its mark left at the first digit", words.typed_over_mark_keeps_first_digit, (ALTERED,), "conflict", FACT),
    Edit("… its mark left empty before it", words.typed_over_mark_left_before, (ALTERED,), "conflict", FACT),
    Edit("… its mark left empty behind it", words.typed_over_mark_left_behind, (ALTERED,), "conflict", FACT),
    Edit("… all marks of its paragraph lost", words.typed_over_mark_lost, (ALTERED,), "conflict", FACT),
    Edit("one digit of a figure changed", words.one_digit_changed, (ALTERED,), "conflict", FACT),
    Edit("a digit added behind its last", words.digit_added_behind, (ALTERED,), "conflict", FACT),
    Edit("a digit added before its first", words.digit_added_before, (ALTERED,), "conflict", FACT),
    Edit("percent made percentage points", words.percent_made_points, (ALTERED,), "conflict", FACT),
    Edit("“nearly” or “about” dropped", words.qualifier_dropped, (ALTERED,), "conflict", FACT),
    Edit("“up” made “down”", words.direction_reversed, (ALTERED,), "conflict", FACT),
    Edit("two figures of a sentence exchanged", words.figures_exchanged, (ALTERED, ALTERED), "conflict", FACT),
    Edit("a key figure typed over", words.metric_typed_over, (ALTERED,), "conflict", FACT),
    Edit("a figure of a list's item typed over", words.item_typed_over, (ALTERED,), "conflict", FACT),
    Edit("a figure in a box typed over", words.box_typed_over, (ALTERED,), "conflict", FACT),
    Edit("a figure in a caption typed over", words.caption_figure_typed_over, (ALTERED,), "conflict", FACT, listed=1),
    Edit("a cell typed over", blocks.cell_typed_over, (ALTERED,), "conflict", FACT),
    Edit("… all marks of its table lost", blocks.cell_typed_over_marks_lost, (ALTERED,), "conflict", FACT),
)

SAYS_THE_SAME = (
    Edit("a figure typed again as it was", words.same_figure_typed),
    Edit("its digits made full-width", words.figure_in_full_width_digits),
    Edit("no-break spaces made plain ones", words.no_break_spaces_made_plain),
    Edit("thousands no longer separated", words.separators_dropped),
    Edit("spaces put round a figure", words.spaces_put_round_figures),
    Edit("quotes and dashes corrected", words.quotes_and_dashes_corrected, pull="words"),
)

WORDS = (
    Edit("words typed before a paragraph", words.words_typed_before_paragraph, pull="words"),
    Edit("words typed behind a paragraph", words.words_typed_behind_paragraph, pull="words"),
    Edit("words typed beside a figure", words.words_typed_beside_figure, pull="words"),
    Edit(
        "a sentence reworded round its figure", words.sentence_reworded, (), "nothing there", "words", (ONE_LANGUAGE,)
    ),
    Edit("the words before a figure deleted", words.words_before_figure_deleted, pull="words"),
    Edit("a figure of something else typed", words.another_figure_typed, pull="words"),
    Edit("a year typed", words.year_typed, pull="words"),
    Edit("a figure deleted from its sentence", words.figure_deleted, (), "nothing there", "words", (ONE_LANGUAGE,)),
    Edit("a figure moved in its sentence", words.figure_moved_in_sentence, (), "nothing there", "words"),
    Edit("a fact told once more by hand", words.fact_repeated_by_hand, (REPEATS,), "renewed", "new"),
    Edit("a fact told otherwise by hand", words.fact_contradicted_by_hand, (CONTRADICTS,), "renewed", "new"),
)

DRESS = (
    Edit("a figure made bold", dress.figure_made_bold),
    Edit("half a figure made bold", dress.half_a_figure_made_bold),
    Edit("a figure colored, enlarged and highlighted", dress.figure_highlighted),
    Edit("a figure in another font", dress.figure_in_another_font),
    Edit("a figure struck through", dress.figure_struck_through),
    Edit("a change of format tracked", dress.format_change_tracked),
    Edit("a figure hidden", dress.figure_hidden, (), "nothing there", "words", (ONE_LANGUAGE,)),
    Edit("another proofing language", dress.proofing_language_changed),
    Edit("runs split by the spell check", dress.runs_split_by_spell_check),
    Edit("runs merged", dress.runs_merged),
    Edit("another paragraph style", dress.paragraph_style_changed),
    Edit("a paragraph made an item of a list", dress.paragraph_made_list_item),
    Edit("a figure made a link", dress.figure_made_a_link),
    Edit("a figure put into a content control", dress.figure_put_into_a_control),
    Edit("a figure in a smart tag", dress.figure_in_a_smart_tag),
    Edit("a comment on a figure", dress.figure_commented, pull="told"),
    Edit("a footnote put behind a figure", dress.note_put_behind_figure, pull="told"),
    Edit("a line broken before a figure", dress.line_broken_before_figure),
    Edit("a tab before a figure", dress.tab_put_before_figure),
    Edit("a page break put in", dress.page_break_put_in),
    Edit("page breaks noted by Word", dress.page_breaks_noted),
    Edit("a section break put in", dress.section_break_put_in),
    Edit("a person's own bookmark over half a figure", dress.words_under_a_bookmark),
)

TRACKED = (
    Edit("a figure typed over, tracked", tracking.figure_typed_over_tracked, (ALTERED,), "conflict", FACT),
    Edit("… as LibreOffice writes it", tracking.insertion_before_deletion, (ALTERED,), "conflict", FACT),
    Edit("one digit changed, tracked", tracking.one_digit_changed_tracked, (ALTERED,), "conflict", FACT),
    Edit("a change by one, changed back by another", tracking.figure_changed_and_changed_back),
    Edit("a tracked change accepted", tracking.change_accepted, (ALTERED,), "conflict", FACT),
    Edit("a tracked change rejected", tracking.change_rejected),
    Edit("words inserted, tracked", tracking.words_inserted_tracked, pull="words"),
    Edit("words deleted, tracked", tracking.words_deleted_tracked, pull="words"),
    Edit("a figure deleted, tracked", tracking.figure_deleted_tracked, (), "nothing there", "words", (ONE_LANGUAGE,)),
    Edit(
        "a paragraph deleted, tracked", tracking.paragraph_deleted_tracked, (), "nothing there", "gone", (ONE_LANGUAGE,)
    ),
    Edit("a paragraph split, tracked", tracking.paragraph_split_tracked, pull="words"),
    Edit("a paragraph moved, tracked", tracking.paragraph_moved_tracked, pull="moved"),
    Edit("… with copies of its marks", tracking.paragraph_moved_tracked_with_copies, pull="moved"),
    Edit("a row deleted, tracked", tracking.row_deleted_tracked, (), "nothing there", "gone"),
    Edit("the end of a mark inside a deletion", tracking.mark_end_inside_deletion, pull="words"),
)

MARKS = (
    Edit("all marks lost", marks.all_marks_dropped),
    Edit("… and a figure typed over", marks.marks_dropped_and_figure_typed_over, (ALTERED,), "conflict", FACT),
    Edit("… and a sentence reworded", marks.marks_dropped_and_sentence_reworded, pull="words"),
    Edit("the marks of figures lost", marks.marks_of_figures_dropped),
    Edit("the marks of lines lost", marks.marks_of_lines_dropped),
    Edit("the end of a mark lost", marks.end_of_mark_dropped),
    Edit("the beginning of a mark lost", marks.beginning_of_mark_dropped),
    Edit("bookmarks numbered anew", marks.marks_renumbered),
    Edit("marks renamed to copies", marks.marks_renamed_to_copies),
    Edit("ends of marks put between paragraphs", marks.marks_between_paragraphs),
    Edit("ends of marks paired in their order (docxcompose)", marks.ends_paired_in_order),
    Edit("a paragraph pasted once more", marks.paragraph_pasted_again, (REPEATS,), "renewed", "new"),
    Edit("… with copies of its marks", marks.paragraph_pasted_with_copies, pull="new"),
    Edit("… and the copy typed over", marks.pasted_copy_typed_over, (ALTERED,), "conflict", "new"),
    Edit("words pasted with another file's mark", marks.pasted_over_another_file, pull="new"),
    Edit("a line's mark that reaches into the next", marks.line_mark_reaches_into_next),
)

BLOCKS = (
    Edit("a paragraph deleted", blocks.paragraph_deleted, (), "nothing there", "gone", (ONE_LANGUAGE,)),
    Edit("a paragraph deleted in all languages", blocks.paragraphs_of_pair_deleted, (), "nothing there", "gone"),
    Edit("a paragraph moved", blocks.paragraph_moved, pull="moved"),
    Edit("a paragraph cut and pasted without marks", blocks.paragraph_cut_and_pasted_without_marks, pull="moved"),
    Edit("a paragraph split behind a figure", blocks.paragraph_split_behind_figure, pull="words"),
    Edit("a paragraph split before a figure", blocks.paragraph_split_before_figure, pull="words"),
    Edit("two paragraphs joined", blocks.paragraphs_joined, pull="words"),
    Edit("a paragraph added", blocks.paragraph_added, pull="new"),
    Edit("a heading added, the contents left", blocks.heading_added, (CONTENTS,), pull="new", only=("ferry",)),
    Edit("a heading reworded, the contents left", blocks.heading_reworded, (CONTENTS,), pull="words", only=("ferry",)),
    Edit("a paragraph put into a text box", blocks.paragraph_put_into_a_text_box),
    Edit("a footer reworded", blocks.footer_reworded),
    Edit("a cell emptied", blocks.cell_emptied, (), "nothing there", "words", (ONE_LANGUAGE,), only=("ferry",)),
    Edit("a row moved", blocks.row_moved, pull="moved"),
    Edit("a row deleted", blocks.row_deleted, (), "nothing there", "gone"),
    Edit("a row added", blocks.row_added, pull="new"),
    Edit("two columns exchanged", blocks.columns_exchanged, pull="told"),
    Edit("the last column deleted", blocks.last_column_deleted, (), "nothing there", "told"),
    Edit("two cells merged", blocks.cells_merged, pull="told"),
    Edit("two cells merged downward", blocks.cells_merged_down, pull="told"),
    Edit("a table deleted", blocks.table_deleted, (), "nothing there", "gone"),
    Edit("a table made text", blocks.table_made_text, pull="told"),
    Edit("a caption deleted", blocks.caption_deleted, (), "nothing there", "gone", (ONE_LANGUAGE,), listed=1),
    Edit("captions numbered anew", blocks.captions_renumbered, listed=1),
    Edit("fields made text", blocks.fields_unlinked),
    Edit("page numbers of the contents updated", blocks.page_numbers_updated, only=("ferry",)),
    Edit("the contents made anew by Word", blocks.bookmarks_of_contents_renamed, only=("ferry",)),
    Edit("a chart deleted", blocks.chart_deleted, (), "nothing there", "gone"),
    Edit("a chart made smaller", blocks.chart_resized),
    Edit("an alt text reworded", blocks.alt_text_reworded),
    Edit("a chart's colors changed", blocks.chart_restyled),
    Edit("a value of a chart typed over", blocks.chart_data_typed_over, (CHART, WORKBOOK), "conflict", FACT),
    Edit("a value of a chart's workbook typed over", blocks.workbook_typed_over, (WORKBOOK,), "conflict", FACT),
    Edit("a picture exchanged for another chart's", blocks.picture_of_chart_exchanged, (PICTURE,), charts="picture"),
    Edit("pictures compressed", blocks.picture_compressed, (COMPRESSED,), charts="picture"),
)

EDITS: tuple[Edit, ...] = (*TYPED_OVER, *SAYS_THE_SAME, *WORDS, *DRESS, *TRACKED, *MARKS, *BLOCKS)
"""Every edit, in the order in which docs/living.md tells them."""

SAVED = tuple(ENGINES)
"""The programs that save a file as it is, and after a figure was typed over in it: nothing is told of the first, and of
the second that figure."""
