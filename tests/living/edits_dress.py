"""Edits of how a file looks, and what programs do to its runs: none of them changes what it says."""

from __future__ import annotations

from copy import deepcopy

from tests.living.draft import WHEN, Draft, W, node, printed, runs, split, type_at


def _dress(draft: Draft, *properties: str, half: bool = False) -> None:
    one = draft.amid()
    stop = (one.start + one.end + 1) // 2 if half else one.end
    for run in runs(one.paragraph, one.start, stop):
        properties_of = run.find(W + "rPr")
        if properties_of is None:
            properties_of = node("<w:rPr/>")
            run.insert(0, properties_of)
        for each in properties:
            properties_of.append(node(each))


def figure_made_bold(draft: Draft) -> None:
    _dress(draft, "<w:b/>")


def half_a_figure_made_bold(draft: Draft) -> None:
    _dress(draft, "<w:b/>", half=True)


def figure_highlighted(draft: Draft) -> None:
    _dress(draft, '<w:color w:val="C00000"/>', '<w:sz w:val="32"/>', '<w:highlight w:val="yellow"/>')


def figure_in_another_font(draft: Draft) -> None:
    _dress(draft, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimHei"/>')


def figure_struck_through(draft: Draft) -> None:
    _dress(draft, "<w:strike/>")


def format_change_tracked(draft: Draft) -> None:
    _dress(draft, "<w:b/>", f'<w:rPrChange w:id="90301" w:author="李编辑" w:date="{WHEN}"><w:rPr/></w:rPrChange>')


def figure_hidden(draft: Draft) -> None:
    _dress(draft, "<w:vanish/>")


def proofing_language_changed(draft: Draft) -> None:
    for each in draft.body.iter(W + "lang"):
        each.set(W + "val", "en-GB")


def runs_split_by_spell_check(draft: Draft) -> None:
    for one in [*draft.targets()]:
        for at in range(one.start, one.end):
            split(one.paragraph, at)
    for number, run in enumerate([*draft.body.iter(W + "r")]):
        run.set(W + "rsidR", f"00A{number % 4096:05X}")
        if number % 3 == 0:
            run.addprevious(node('<w:proofErr w:type="spellStart"/>'))
            run.addnext(node('<w:proofErr w:type="spellEnd"/>'))


def runs_merged(draft: Draft) -> None:
    """Neighbors become one run, as programs that clean files up make them."""
    for run in [*draft.body.iter(W + "r")]:
        before = run.getprevious()
        if before is None or before.tag != run.tag:
            continue
        kept, gone = ([child.tag for child in each if child.tag != W + "rPr"] for each in (before, run))
        if kept == gone == [W + "t"] and before.getparent() is not None:
            first, second = before.find(W + "t"), run.find(W + "t")
            second.text = (first.text or "") + (second.text or "")
            before.getparent().remove(before)


def paragraph_style_changed(draft: Draft) -> None:
    one = draft.amid()
    properties = one.paragraph.find(W + "pPr")
    if properties is None:
        properties = node("<w:pPr/>")
        one.paragraph.insert(0, properties)
    for style in properties.findall(W + "pStyle"):
        properties.remove(style)
    properties.insert(0, node('<w:pStyle w:val="Quote"/>'))


def paragraph_made_list_item(draft: Draft) -> None:
    one = draft.amid()
    properties = one.paragraph.find(W + "pPr")
    properties.append(node('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))


def _wrapped(draft: Draft, xml: str, inside: str = "") -> None:
    """The runs of a figure put into an element."""
    one = draft.amid()
    found = runs(one.paragraph, one.start, one.end)
    wrapper = node(xml)
    found[0].addprevious(wrapper)
    holder = wrapper.find(W + inside) if inside else wrapper
    holder.extend(found)


def figure_made_a_link(draft: Draft) -> None:
    _wrapped(draft, '<w:hyperlink w:anchor="_top"/>')


def figure_put_into_a_control(draft: Draft) -> None:
    _wrapped(draft, "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>", "sdtContent")


def figure_in_a_smart_tag(draft: Draft) -> None:
    _wrapped(draft, '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="metricconverter"/>')


def figure_commented(draft: Draft) -> None:
    one = draft.amid()
    found = runs(one.paragraph, one.start, one.end)
    found[0].addprevious(node('<w:commentRangeStart w:id="1"/>'))
    found[-1].addnext(node('<w:r><w:commentReference w:id="1"/></w:r>'))
    found[-1].addnext(node('<w:commentRangeEnd w:id="1"/>'))


def note_put_behind_figure(draft: Draft) -> None:
    one = draft.amid()
    runs(one.paragraph, one.start, one.end)[-1].addnext(
        node('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>')
    )


def line_broken_before_figure(draft: Draft) -> None:
    one = draft.amid()
    made = type_at(one.paragraph, one.start, "x")
    made.replace(made.find(W + "t"), node("<w:br/>"))


def tab_put_before_figure(draft: Draft) -> None:
    one = draft.amid()
    made = type_at(one.paragraph, one.start, "x")
    made.replace(made.find(W + "t"), node("<w:tab/>"))


def page_break_put_in(draft: Draft) -> None:
    one = draft.amid()
    one.paragraph.addprevious(node('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))


def page_breaks_noted(draft: Draft) -> None:
    for one in [*draft.targets()]:
        runs(one.paragraph, one.start, one.end)[0].insert(1, node("<w:lastRenderedPageBreak/>"))


def section_break_put_in(draft: Draft) -> None:
    one = draft.amid()
    section = deepcopy(draft.body.find(f".//{W}sectPr"))
    paragraph = node("<w:p><w:pPr/></w:p>")
    paragraph.find(W + "pPr").append(section)
    one.paragraph.addnext(paragraph)


def words_under_a_bookmark(draft: Draft) -> None:
    """A person's own bookmark over half of a figure."""
    one = draft.amid()
    found = runs(one.paragraph, one.start, one.start + 1)
    found[0].addprevious(node('<w:bookmarkStart w:id="80001" w:name="mine"/>'))
    one.paragraph.append(node('<w:bookmarkEnd w:id="80001"/>'))
    assert printed(one.paragraph)
