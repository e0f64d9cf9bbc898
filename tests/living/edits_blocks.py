"""Edits of whole paragraphs, tables, captions, contents, pictures and charts."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from copy import deepcopy

from reportgen.word.ooxml.archive import pack, unpack
from tests.living.draft import (
    Draft,
    Node,
    W,
    delete,
    drop_marks,
    new_paragraph,
    node,
    pasted,
    printed,
    runs,
    type_at,
    type_over,
)

# ---- paragraphs -----------------------------------------------------------------------------------


def paragraph_deleted(draft: Draft) -> None:
    one = draft.amid().paragraph
    one.getparent().remove(one)


def paragraphs_of_pair_deleted(draft: Draft) -> None:
    """A paragraph in every language that the file has."""
    first = draft.amid().line
    place = [line for line in draft.ledger.lines if (line.section, line.role) == (first.section, first.role)]
    of_language = [line for line in place if line.language == first.language]
    for language in draft.ledger.languages:
        line = [each for each in place if each.language == language][of_language.index(first)]
        paragraph = draft.paragraph_of(line)
        paragraph.getparent().remove(paragraph)


def paragraph_moved(draft: Draft) -> None:
    one = draft.amid().paragraph
    one.getparent()[-2].addnext(one)


def paragraph_cut_and_pasted_without_marks(draft: Draft) -> None:
    one = draft.amid().paragraph
    one.getparent()[-2].addnext(pasted(one, draft))
    one.getparent().remove(one)


def paragraph_split_behind_figure(draft: Draft) -> None:
    one = draft.amid()
    _split_at(one.paragraph, one.end)


def paragraph_split_before_figure(draft: Draft) -> None:
    one = draft.amid()
    _split_at(one.paragraph, one.start)


def _split_at(paragraph: Node, at: int) -> None:
    found = runs(paragraph, at, len(printed(paragraph)))
    second = paragraph.makeelement(W + "p")
    second.extend(deepcopy(child) for child in paragraph if child.tag == W + "pPr")
    second.extend([*paragraph][paragraph.index(found[0]) :])
    paragraph.addnext(second)


def paragraphs_joined(draft: Draft) -> None:
    one = draft.amid().paragraph
    following = next(each for each in one.itersiblings(W + "p") if printed(each))
    one.extend(child for child in [*following] if child.tag != W + "pPr")
    following.getparent().remove(following)


def paragraph_added(draft: Draft) -> None:
    one = draft.amid()
    said = {"zh": "本段由编辑添加，没有数字。", "en": "An editor has added this paragraph, without a figure."}
    one.paragraph.addnext(new_paragraph(one.paragraph, said[one.line.language]))


def heading_added(draft: Draft) -> None:
    line = draft.line("heading")
    heading = draft.paragraph_of(line)
    heading.addprevious(new_paragraph(heading, {"zh": "新的一节", "en": "A new section"}[line.language]))


def heading_reworded(draft: Draft) -> None:
    """The contents, where there are any, go on telling the old words."""
    line = draft.line("heading")
    paragraph = draft.paragraph_of(line)
    type_at(paragraph, len(printed(paragraph)), {"zh": "概览", "en": ", an overview"}[line.language])


def paragraph_put_into_a_text_box(draft: Draft) -> None:
    one = draft.amid().paragraph
    holder = one.makeelement(W + "p")
    one.addprevious(holder)
    box = node("<w:r><w:pict/></w:r>")
    shape = box.find(W + "pict").makeelement("{urn:schemas-microsoft-com:vml}textbox")
    inside = box.makeelement(W + "txbxContent")
    inside.append(one)
    shape.append(inside)
    box.find(W + "pict").append(shape)
    holder.append(box)


def footer_reworded(draft: Draft) -> None:
    for name in draft.file.opened.sizes:
        if re.fullmatch(r"word/footer\d+\.xml", name):
            draft.parts[name] = draft.file.opened.raw(name).replace(b"</w:p>", b"<w:r><w:t>2031</w:t></w:r></w:p>", 1)


# ---- tables ---------------------------------------------------------------------------------------


def _row(draft: Draft) -> Node:
    return next(draft.target("cell").paragraph.iterancestors(W + "tr"))


def cell_typed_over(draft: Draft) -> None:
    one = draft.target("cell")
    type_over(one.paragraph, one.start, one.end, one.other)


def cell_typed_over_marks_lost(draft: Draft) -> None:
    one = draft.target("cell")
    type_over(one.paragraph, one.start, one.end, one.other)
    drop_marks(next(one.paragraph.iterancestors(W + "tbl")))


def cell_emptied(draft: Draft) -> None:
    one = draft.target("cell")
    delete(one.paragraph, 0, len(printed(one.paragraph)))


def row_moved(draft: Draft) -> None:
    row = _row(draft)
    row.getparent().append(row)


def row_deleted(draft: Draft) -> None:
    row = _row(draft)
    row.getparent().remove(row)


def row_added(draft: Draft) -> None:
    row = _row(draft)
    copy = pasted(row, draft)
    for paragraph in copy.iter(W + "p"):
        if said := printed(paragraph):
            type_over(paragraph, 0, len(said), "57.3" if any(letter.isdigit() for letter in said) else "Ⅷ")
    row.addnext(copy)


def columns_exchanged(draft: Draft) -> None:
    table = _row(draft).getparent()
    for row in table.findall(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) > 1:
            row.append(cells[-2])


def last_column_deleted(draft: Draft) -> None:
    table = _row(draft).getparent()
    for row in table.findall(W + "tr"):
        cells = row.findall(W + "tc")
        row.remove(cells[-1])


def cells_merged(draft: Draft) -> None:
    """Two cells of a row become one: Word puts the second one's paragraphs behind the first one's."""
    first, second, *_ = _row(draft).findall(W + "tc")
    first.find(W + "tcPr").append(node('<w:gridSpan w:val="2"/>'))
    first.extend(second.findall(W + "p"))
    second.getparent().remove(second)


def cells_merged_down(draft: Draft) -> None:
    row = _row(draft)
    following = next(row.itersiblings(W + "tr"))
    for each, kind in ((row, ' w:val="restart"'), (following, "")):
        each.find(W + "tc").find(W + "tcPr").append(node(f"<w:vMerge{kind}/>"))


def table_deleted(draft: Draft) -> None:
    table = _row(draft).getparent()
    table.getparent().remove(table)


def table_made_text(draft: Draft) -> None:
    """Word's "convert to text": a row becomes a paragraph, tabs between its cells."""
    table = _row(draft).getparent()
    for row in table.findall(W + "tr"):
        line = row.makeelement(W + "p")
        for number, paragraph in enumerate([*row.iter(W + "p")]):
            if number:
                line.append(node("<w:r><w:tab/></w:r>"))
            line.extend(child for child in [*paragraph] if child.tag != W + "pPr")
        table.addprevious(line)
    table.getparent().remove(table)


# ---- captions, contents, fields ---------------------------------------------------------------------


def caption_deleted(draft: Draft) -> None:
    caption = draft.paragraph_of(draft.line("caption"))
    caption.getparent().remove(caption)


def captions_renumbered(draft: Draft) -> None:
    """The first caption is deleted and all fields updated: the others count anew, and references follow."""
    _fields(draft, lambda said: re.sub(r"\d+", lambda number: str(max(1, int(number[0]) - 1)), said), "SEQ", "REF")


def _fields(draft: Draft, change: Callable[[str], str], *kinds: str) -> None:
    """Change what fields of some kinds show."""
    for paragraph in draft.body.iter(W + "p"):
        inside, shown = "", False
        for each in [*paragraph.iter(W + "fldChar", W + "instrText", W + "t")]:
            kind = each.get(W + "fldCharType")
            if each.tag == W + "instrText":
                inside += each.text or ""
            elif kind == "begin":
                inside, shown = "", False
            elif kind == "separate":
                shown = True
            elif kind == "end":
                inside, shown = "", False
            elif shown and inside.split()[:1] and inside.split()[0] in kinds:
                each.text = change(each.text or "")


def fields_unlinked(draft: Draft) -> None:
    """Ctrl+Shift+F9: fields become their words."""
    for each in [*draft.body.iter(W + "fldChar", W + "instrText")]:
        run = each.getparent()
        run.getparent().remove(run)


def page_numbers_updated(draft: Draft) -> None:
    _fields(draft, lambda said: str(int(said) + 1) if said.isdecimal() else said, "PAGEREF")


def bookmarks_of_contents_renamed(draft: Draft) -> None:
    """Updating the whole contents gives their headings new bookmarks."""
    for each in draft.body.iter():
        for key, value in each.attrib.items():
            if value.startswith("_Toc"):
                each.set(key, "_Toc2" + value[5:])
        if each.tag == W + "instrText" and "_Toc" in (each.text or ""):
            each.text = each.text.replace("_Toc", "_Toc2")


# ---- pictures and charts ------------------------------------------------------------------------------


def chart_deleted(draft: Draft) -> None:
    drawing = _graphic(draft)
    paragraph = next(drawing.iterancestors(W + "p"))
    paragraph.getparent().remove(paragraph)


def _graphic(draft: Draft) -> Node:
    """The drawing of the first chart: native or a picture that is wider than high."""
    found = [*draft.body.iter(W + "drawing")]
    charts = [each for each in found if next(each.iter("{*}chart"), None) is not None]
    return charts[0] if charts else max(found, key=lambda each: int(next(each.iter("{*}extent")).get("cy", "0")))


def chart_resized(draft: Draft) -> None:
    extent = next(_graphic(draft).iter("{*}extent"))
    extent.set("cx", str(int(extent.get("cx")) * 3 // 4))


def alt_text_reworded(draft: Draft) -> None:
    next(_graphic(draft).iter("{*}docPr")).set("descr", "改写过的说明")


def first_chart(draft: Draft) -> str:
    """The name of the part of the first chart of Word."""
    return next(name for name in draft.file.opened.sizes if re.fullmatch(r"word/charts/chart[^/]*\.xml", name))


def chart_data_typed_over(draft: Draft) -> None:
    """A value of the chart itself: its workbook goes on holding the old one."""
    name = first_chart(draft)
    part = draft.file.opened.raw(name).decode()
    changed = re.sub(r"(<c:val>.*?<c:v>)([^<]*)(</c:v>)", r"\g<1>93.5\3", part, count=1, flags=re.S)
    assert changed != part
    draft.parts[name] = changed.encode()


def chart_restyled(draft: Draft) -> None:
    name = first_chart(draft)
    part = draft.file.opened.raw(name)
    draft.parts[name] = re.sub(rb'<a:srgbClr val="[0-9A-F]{6}"/>', b'<a:srgbClr val="7030A0"/>', part)


def workbook_typed_over(draft: Draft) -> None:
    """A cell of a chart's workbook, without the chart being drawn anew."""
    name = next(each for each in draft.file.opened.sizes if each.endswith(".xlsx"))
    inner = unpack(draft.file.opened.raw(name))
    sheet = "xl/worksheets/sheet1.xml"
    changed = re.sub(rb"(<v>)[0-9.]+\.[0-9]+(</v>)", rb"\g<1>88.8\2", inner[sheet], count=1)
    if changed == inner[sheet]:
        changed = re.sub(rb"(<c r=\"B2\"[^>]*><v>)[^<]*(</v>)", rb"\g<1>88.8\2", inner[sheet], count=1)
    assert changed != inner[sheet]
    draft.parts[name] = pack((inner | {sheet: changed}).items())


def picture_of_chart_exchanged(draft: Draft) -> None:
    """The picture of another chart of the file in the place of the first one's."""
    names = [each for each in draft.file.opened.sizes if re.fullmatch(r"word/media/image\d+\.png", each)]
    first, second = sorted(names, key=lambda each: -draft.file.opened.sizes[each])[:2]
    draft.parts[first] = draft.file.opened.raw(second)


def picture_compressed(draft: Draft) -> None:
    """Word's "compress pictures", and programs that make files smaller: the same picture in other bytes."""
    for name in draft.file.opened.sizes:
        if re.fullmatch(r"word/media/image\d+\.png", name):
            draft.parts[name] = _recompressed(draft.file.opened.raw(name))


def _recompressed(png: bytes) -> bytes:
    """The same pixels, in chunks as Word writes them: with sRGB and gamma, compressed otherwise."""
    chunks: list[tuple[bytes, bytes]] = []
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    data = zlib.compress(zlib.decompress(b"".join(inside for kind, inside in chunks if kind == b"IDAT")), 3)
    head = [each for each in chunks if each[0] in (b"IHDR", b"PLTE", b"tRNS")]
    own = [head[0], (b"sRGB", b"\0"), (b"gAMA", struct.pack(">I", 45455)), *head[1:]]
    made = (*own, (b"IDAT", data), (b"IEND", b""))
    told = (
        struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))
        for kind, inside in made
    )
    return png[:8] + b"".join(told)
