"""An edited file brought up to the content: `reportgen.refresh`. Nothing is printed here.

Figures, tables, charts, captions, notes and contents follow the content; what people wrote, moved, styled and commented
stays. A figure that somebody altered by hand is a conflict: kept and told, unless `take` decides it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from reportgen.assembly import drawings, spark_names
from reportgen.charts.making.store import store
from reportgen.decimals import exact
from reportgen.document import Document
from reportgen.ledger import Ledger, LedgerChart
from reportgen.living.content_side import ContentSide, content_side, lost_side
from reportgen.living.locate import locate
from reportgen.living.pairing import paired
from reportgen.living.renewed.charts import as_in_file, charts_found, renew_charts
from reportgen.living.renewed.contents import renew_contents
from reportgen.living.renewed.file import Drawn, RenewedFile
from reportgen.living.renewed.lines import Sides, Take
from reportgen.living.renewed.remarks import Remark, not_found_again
from reportgen.messages import msg
from reportgen.output_files import Built, put
from reportgen.pipeline import Folder, PageNumbers, layout_engine
from reportgen.problems import ChoiceError
from reportgen.records import record
from reportgen.word.body.context import Pages, drawing_context
from reportgen.word.body.grid import look_of, sized
from reportgen.word.body.render import render
from reportgen.word.body.runs import runs
from reportgen.word.cutting import root_of
from reportgen.word.marked_file import MarkedFile, read_marked
from reportgen.word.ooxml.graphics import Graphic
from reportgen.word.ooxml.ledger_part import ledger_parts
from reportgen.word.ooxml.ledger_reader import ledger_part_of
from reportgen.word.ooxml.tree import parse
from reportgen.word.ooxml.xml import NAMESPACES, XML_HEAD
from reportgen.word.pages.engine import engine_path
from reportgen.word.renewing.contents import set_pages, wanted
from reportgen.word.renewing.parts import EditedPackage
from reportgen.word.renewing.revisions import Revisions
from reportgen.word.renewing.tables import describe
from reportgen.word.template.loader import finishing


@record
class Refreshed:
    """An edited file, brought up to the content: its bytes, and what is told of it.

    `renewed` counts the stretches, charts and blocks that were changed; `path` is where the file was put. `pages` is
    None where no layout program counted them. `manifest` is asked for.
    """

    file: str
    data: bytes
    remarks: tuple[Remark, ...]
    renewed: int
    pages: int | None = None
    manifest: bytes = b""
    path: Path | None = None

    @property
    def conflicts(self) -> tuple[Remark, ...]:
        """What a person has to decide."""
        return tuple(remark for remark in self.remarks if remark.conflict)


def refresh(
    file: Folder,
    content: Folder,
    out: Folder | None = None,
    *,
    take: Take | None = None,
    track: bool = False,
    template: str | None = None,
    pages: PageNumbers = "auto",
    manifest: bool = False,
) -> Refreshed:
    """The file with the content's figures; written to `out` where that is named, with manifest.json beside it if asked.

    `take` decides figures that were altered by hand; `track` has Word show what was changed. `template` and `pages` are
    as `build` takes them. ContentError where the content cannot be built or the file is none of Word's; ChoiceError
    where they do not belong together, or the file carries no marks.
    """
    _one_of_take(take)
    engine = layout_engine(pages)
    with exact():
        marked = read_marked(Path(file))
        data, told, renewed, pages_counted = marked.opened.data, list[Remark](), 0, None
        sides = list(_sides(marked, Path(content), template))
        for place, (ledger, side) in enumerate(sides):
            opened = marked if place == 0 else read_marked(data, str(file))
            one = _renewed(opened, ledger, side, take, _revisions(side.document, track=track))
            data, more, changed = one
            told += more
            renewed += changed
        data, pages_counted = _paged(data, engine.program if engine else None)
        name = Path(out).name if out is not None else Path(file).name
        made = Built(sides[0][1].document.edition, name, data, pages_counted)
        beside = _manifest(sides[0][1], made, laid_out=engine is not None) if manifest else b""
    result = Refreshed(name, data, tuple(told), renewed, pages_counted, beside)
    if out is None:
        return result
    target = Path(out).resolve()
    files = {target.name: data} | ({"manifest.json": beside} if manifest else {})
    return replace(result, path=put(target.parent, files)[0])


def _one_of_take(take: str | None) -> None:
    if take not in (None, "content", "file"):
        raise ChoiceError(msg("take: one of content or file, not '{value}'", value=str(take)))


def _sides(marked: MarkedFile, content: Path, template: str | None) -> Iterator[tuple[Ledger | None, ContentSide]]:
    """Every edition of the content that the file holds, with its ledger, or without one where that is lost."""
    refused: ChoiceError | None = None
    found = 0
    known = {ledger.file for ledger in marked.ledgers}
    for ledger in marked.ledgers:
        try:
            yield ledger, content_side(content, ledger, template)
            found += 1
        except ChoiceError as error:
            refused = error
    for digits in marked.marks:
        if digits not in known and (side := lost_side(content, digits, template)) is not None:
            yield None, side
            found += 1
    if not found:
        told = msg("{file} carries no marks of its figures: sealed, or none of ours", file=marked.opened.name)
        raise refused or ChoiceError(told)


def _revisions(document: Document, *, track: bool) -> Revisions:
    return Revisions(document.properties.author, document.properties.date, track)


def _renewed(
    marked: MarkedFile, ledger: Ledger | None, side: ContentSide, take: Take | None, revisions: Revisions
) -> tuple[bytes, list[Remark], int]:
    """The file renewed in one of its editions, what is told of it, and how much was changed."""
    look, lost = side.ready.template.look, ledger is None
    package = _package(marked)
    document = sized(side.document, look)
    then = side.ledger if ledger is None else ledger
    found = charts_found(package, then, side.ledger, spark_names(document), lost=lost)
    document = as_in_file(document, look, found)
    pictures = drawings(document, look, found.drawn, store())
    drawn, now = _drawn(side, document, pictures)
    then = replace(now, file="") if lost else then
    sides = Sides(marked, locate(marked, then), then, now, paired(then, now), take)
    file = RenewedFile(sides, drawn, package, revisions)
    file.renew_lines()
    if lost and (missing := [each for each in then.lines if each.figures and each.number not in sides.located.lines]):
        file.remarks.append(not_found_again(missing))
    charts: list[LedgerChart] = []
    for told in renew_charts(package, document, found, pictures, take):
        if isinstance(told, LedgerChart):
            charts.append(told)
        else:
            file.remarks.append(told)
    renew_contents(file)
    describe(file.twins, _described(then, now))
    kept = replace(file.ledger(), charts=tuple(charts), template=side.ready.template.look.name)
    part, about = ledger_parts(kept)
    package.set_ledger(
        ledger_part_of(marked.opened, ledger.file) if ledger else "",
        (XML_HEAD + part).encode(),
        (XML_HEAD + about).encode(),
    )
    return package.data(), file.remarks, file.changed + len(found.stale)


def _package(marked: MarkedFile) -> EditedPackage:
    """The file's parts, those that paragraphs were read from as the same trees."""
    package = EditedPackage(marked.opened)
    names = {"": package.main, "footnote": package.target_of_kind("footnotes")}
    for paragraph in marked.paragraphs:
        name = names.get(paragraph.story, "")
        if name and name not in package.trees:
            package.trees[name] = root_of(paragraph.element)
    return package


def _drawn(side: ContentSide, document: Document, pictures: Mapping[str, Graphic]) -> tuple[Drawn, Ledger]:
    """The content drawn as a file, its pages unknown; and its ledger, of the lines that are drawn."""
    look = side.ready.template.look
    data = finishing(side.ready.template)(render(document, look, pictures, Pages({}, 1)))
    file = read_marked(data)
    own = file.ledgers[0]
    places = locate(file, own)
    numbers = {line.number for line in own.lines}
    now = replace(side.ledger, lines=tuple(line for line in side.ledger.lines if line.number in numbers))
    context = drawing_context(document, look_of(document, look), pictures, Pages({}, 1))

    def draw(text: str, language: str) -> list[Element]:
        tongue = language if language in document.languages else document.languages[0]
        return [*parse(f"<w:p {NAMESPACES}>{runs(context, text, tongue)}</w:p>".encode())]

    spans = {number: found.span for number, found in places.lines.items()}
    return Drawn(file, _package(file), spans, draw), now


def _described(then: Ledger, now: Ledger) -> dict[str, str]:
    """What tables say to those who cannot see them: what they said, and what they are to say."""

    def words(ledger: Ledger) -> dict[str, str]:
        captions: dict[str, list[str]] = {}
        for line in ledger.lines:
            if line.role == "caption":
                captions.setdefault(line.owner, []).append(line.text.replace("\u2002", " "))
        return {owner: " / ".join(lines) for owner, lines in captions.items()}

    before, after = words(then), words(now)
    return {text: after[owner] for owner, text in before.items() if owner in after and after[owner] != text}


def _paged(data: bytes, soffice: Path | None) -> tuple[bytes, int | None]:
    """The file with the pages of its contents as it is laid out now; as it was where nobody can tell."""
    if soffice is None:
        return data, None
    from reportgen.word.pages.bookmark_pages import bookmark_pages
    from reportgen.word.pages.layout import LayoutError

    package = _package(read_marked(data))
    body = package.tree(package.main)
    try:
        found, counted = bookmark_pages(data, soffice, list(wanted(body)))
    except LayoutError:
        return data, None
    set_pages(body, found)
    return package.data(), counted


def _manifest(side: ContentSide, made: Built, *, laid_out: bool) -> bytes:
    """What was made, as a build tells it."""
    from reportgen.manifest import manifest
    from reportgen.word.pages.layout import version

    program = engine_path() if laid_out else None
    return manifest(side.ready.briefing, side.ready.template.look.name, [made], version(program) if program else "")
