"""From a content folder to its files, step by step: plan, read, check, compose, draw, render, lay out, finish.

This is what `reportgen.read`, `check` and `build` are, and what the command line runs. Nothing here prints, exits or
keeps anything but in the cache; any number of builds may run at once. Not here: any rule about content (checks/), and
how a document becomes a Word file (assembly.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from reportgen.briefing_reader import DEFAULT_TEMPLATE, read_briefing
from reportgen.checks import Subject, judge, placed
from reportgen.content.folder import Folder as ContentFolder
from reportgen.content.model import Briefing, Layout
from reportgen.credentials import Attester, attested, attester
from reportgen.decimals import exact
from reportgen.document import Document
from reportgen.messages import Message, listing, msg
from reportgen.output_files import Built, put, usable
from reportgen.problems import ChoiceError, ContentError, Ignored, Problem, stops
from reportgen.progress import Progress
from reportgen.records import record
from reportgen.signing import read_signer
from reportgen.template.model import DPI
from reportgen.word.pages.engine import engine_path
from reportgen.word.template.loader import open_template
from reportgen.word.template.master import Template

if TYPE_CHECKING:
    from reportgen.assembly import LayoutEngine, WordFile

Charts = Literal["picture", "native"]
PageNumbers = Literal["auto", "layout", "estimate"]
Folder = str | PathLike[str]
Opening = Callable[[str], Template]
"""What finds a template by its name."""

Warn = Callable[[Problem | Message], None]
"""Told each warning of a build: a problem of the content, or what was made otherwise than asked for."""


@record
class Plan:
    """What a build is to make, and with what; what is None is as the briefing or its template says."""

    editions: tuple[str, ...] = ()  # none: all that the briefing has
    template: str | None = None
    layout: Layout | None = None
    charts: Charts | None = None
    dpi: int | None = None
    svg: bool = False
    pages: PageNumbers = "auto"
    strict: bool = False  # warnings stop it too
    sealed: bool = False  # the files carry no facts and no marks

    def __post_init__(self) -> None:
        _one_of("layout", self.layout, (None, *get_args(Layout)))
        _one_of("charts", self.charts, (None, *get_args(Charts)))
        _one_of("pages", self.pages, get_args(PageNumbers))
        if self.dpi is not None and self.dpi not in DPI:
            raise ChoiceError(msg("dpi: a whole number from {least} to {most}", least=DPI[0], most=DPI[-1]))

    def suited(self, template: Template) -> Template:
        """The template with what the plan says of charts."""
        said = {"render": self.charts, "dpi": self.dpi, "svg": self.svg or None}
        changed = {name: value for name, value in said.items() if value is not None}
        look = template.look
        return replace(template, look=look.model_copy(update={"chart": look.chart.model_copy(update=changed)}))

    def settled(self, briefing: Briefing, template: Template) -> Briefing:
        """The briefing with what the plan and the template decide of its pages."""
        about = briefing.about
        lists = template.look.lists if about.lists is None else about.lists
        told = {"layout": self.layout or about.layout, "lists": lists, "template": self.named(briefing)}
        return replace(briefing, about=about.model_copy(update=told))

    def chosen(self, briefing: Briefing) -> tuple[str, ...]:
        """The editions to make; ChoiceError for one that the briefing has not."""
        for edition in self.editions:
            _one_of("editions", edition, tuple(briefing.editions))
        return self.editions or tuple(briefing.editions)

    def named(self, briefing: Briefing) -> str:
        """The name of the template."""
        return str(self.template or briefing.about.template or DEFAULT_TEMPLATE)


@record
class Beside:
    """What is made beside the Word files, and whether their fonts are told."""

    fonts: bool = False
    pdf: bool = False
    xlsx: bool = False
    manifest: bool = False


@record
class Ready:
    """A briefing that was read, checked and composed, ready to be drawn."""

    briefing: Briefing
    template: Template
    documents: Mapping[str, Document]
    warnings: tuple[Problem, ...]
    stem: str  # of its files' names
    others: Mapping[str, Document]  # editions that are not made: figures stand in one order in all


# ---- the public steps -----------------------------------------------------------------------


def read(folder: Folder) -> Briefing:
    """The briefing in a content folder; ContentError with every problem when it cannot be read.

    Whether its parts fit each other (names, languages, figures) is for `check` to say.
    """
    with exact():
        return read_briefing(Path(folder))


def check(briefing: Briefing, *, template: str | None = None) -> tuple[Problem, ...]:
    """Every problem of a briefing, in the order of its files, errors and warnings; none is raised.

    `template` is a name as `build` takes it; None is the one that the briefing names. Its problems are told too.
    """
    with exact():
        return check_all(briefing, Plan(template=template)).problems


def build(
    folder: Folder,
    out: Folder | None = None,
    *,
    editions: Collection[str] | None = None,
    template: str | None = None,
    layout: Layout | None = None,
    charts: Charts | None = None,
    dpi: int | None = None,
    svg: bool = False,
    pages: PageNumbers = "auto",
    embed_fonts: bool = False,
    fonts: bool = False,
    pdf: bool = False,
    xlsx: bool = False,
    manifest: bool = False,
    table: Folder | None = None,
    row: str | None = None,
    fresh: bool = False,
    strict: bool = False,
    sealed: bool = False,
    sign: Attester | Folder | None = None,
    c2pa: Folder | None = None,
    progress: Progress | None = None,
    warn: Warn | None = None,
) -> tuple[Built, ...]:
    """A content folder's editions as Word files, and what else is asked for, put into the folder `out` all together.

    The arguments are the command line's, with its defaults; without `out` nothing is written, and the bytes are in what
    comes back: the Word files by edition, their PDFs, the workbook, the manifest, what attests them. With a `table` the
    briefing is made for its row of the key `row`, under the names that the row has in a batch. `sign` is the file of a
    private key, and a manifest is made then; `c2pa` that of its certificates, for sidecars. `progress` is told each
    step, and `warn` each warning. ContentError with every problem when the content has an error (or, if `strict`, a
    warning),
    ChoiceError for an argument that is none of its choices, OSError when a file cannot be written or LibreOffice, where
    it is needed, is missing or fails: nothing was written then.
    """
    from reportgen.assembly import assemble  # here, since a check needs nothing that draws
    from reportgen.charts.making.store import store

    chosen = tuple(dict.fromkeys(editions or ()))
    plan = Plan(chosen, template, layout, charts, dpi, svg, pages, strict, sealed)
    engine, by = layout_engine(pages, pdf=pdf), _attester(sign, c2pa)
    with exact():
        ready = prepare(folder, plan) if table is None and row is None else _of_row(folder, table, row, plan)
        if out is not None:
            usable(Path(out))
        if warn:
            for problem in ready.warnings:
                warn(problem)
        if engine:
            engine.begin()
        files = assemble(
            ready.documents,
            ready.template,
            engine=engine,
            store=store(),
            fresh=fresh,
            embed_fonts=embed_fonts,
            progress=progress,
            warn=warn,
            others=ready.others,
        )
        built = delivered(ready, files, engine, Beside(fonts, pdf, xlsx, manifest or by is not None))
        if by:
            beside = attested([(one.file, one.data) for one in built], by)
            built = (*built, *(Built("", name, data) for name, data in beside))
    if out is None:
        return built
    paths = put(Path(out), {one.file: one.data for one in built})
    return tuple(replace(one, path=path) for one, path in zip(built, paths, strict=True))


# ---- plan -------------------------------------------------------------------------------------


def layout_engine(pages: PageNumbers, *, pdf: bool = False) -> LayoutEngine | None:
    """Who lays the pages out; None where they are to be estimated. LayoutError where it is missing and needed."""
    program = None if pages == "estimate" else engine_path()
    if program is None and (pages == "layout" or pdf):
        from reportgen.word.pages.layout import LayoutError

        raise LayoutError(msg("LibreOffice (soffice) is not on this machine, or pages='estimate' keeps it out"))
    if program is None:
        return None
    from reportgen.assembly import LayoutEngine
    from reportgen.word.pages.page_cache import page_cache

    return LayoutEngine(program, pages == "layout", page_cache())


def _one_of(name: str, value: str | None, known: Sequence[str | None]) -> None:
    if value not in known:
        choices = listing([str(each) for each in known if each], "or")
        raise ChoiceError(msg("{name}: one of {choices}, not '{value}'", name=name, choices=choices, value=str(value)))


# ---- read, check, compose ----------------------------------------------------------------------


@record
class Checked:
    """What every check finds, and what they were held against.

    No template where it cannot be opened; no editions where the content has an error, since it cannot be composed then.
    """

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...]
    briefing: Briefing
    template: Template | None = None
    documents: Mapping[str, Document] = field(default_factory=dict[str, Document])


def check_all(briefing: Briefing, plan: Plan, opening: Opening = open_template) -> Checked:
    """Every check there is: of the content, of its editions, of its template, which is found by `opening`."""
    chosen = plan.chosen(briefing)
    try:
        template = plan.suited(opening(plan.named(briefing)))
    except ContentError as error:
        verdict = judge(Subject(briefing, None, chosen), placed(error, briefing))
        return Checked(verdict.problems, verdict.ignored, briefing)
    settled = plan.settled(briefing, template)
    subject = Subject(settled, template.look, chosen)
    verdict = judge(subject, template.master.findings if template.master else ())
    if stops(verdict.problems):
        return Checked(verdict.problems, verdict.ignored, settled, template)
    return Checked(verdict.problems, verdict.ignored, settled, template, subject.documents)


def prepare(folder: Folder | ContentFolder, plan: Plan, opening: Opening = open_template, *, stem: str = "") -> Ready:
    """The content read, checked and composed; ContentError with every problem when any check finds an error.

    Where the plan is strict, a warning that its author does not ignore stops it too.
    """
    read_from = folder if isinstance(folder, ContentFolder) else Path(folder)
    checked = check_all(read_briefing(read_from), plan, opening)
    if checked.template is None or stops(checked.problems) or (plan.strict and checked.problems):
        raise ContentError(checked.problems)
    stem = stem or str(checked.briefing.about.id)
    rest = tuple(name for name in checked.briefing.whole_editions if name not in checked.documents)
    others = Subject(checked.briefing, checked.template.look, rest).documents
    made = {name: replace(document, sealed=plan.sealed) for name, document in checked.documents.items()}
    return Ready(checked.briefing, checked.template, made, checked.problems, stem, others)


def _of_row(folder: Folder, table: Folder | None, row: str | None, plan: Plan) -> Ready:
    """The content made ready for a row of a table."""
    if table is None or row is None:
        raise ChoiceError(msg("a table and the key of a row go together: --table zones.csv --row KEY"))
    from reportgen.content.batch_rows import batch_rows  # here, since few briefings are of a row

    content = ContentFolder(Path(folder))
    found = batch_rows(content, str(table)).row(row)
    return prepare(content.of_row(found.cells), plan, stem=found.stem)


# ---- draw, render, lay out, finish: assembly.py; then what stands beside the Word files ----------------


def delivered(
    ready: Ready,
    files: Mapping[str, WordFile],
    engine: LayoutEngine | None,
    wanted: Beside,
    *,
    manifest: str = "manifest.json",
) -> tuple[Built, ...]:
    """The Word files and what is wanted beside them; LayoutError where a PDF cannot be made. `manifest` is a name."""
    built = [*_word_files(ready, files, told_fonts=wanted.fonts or wanted.manifest)]
    if wanted.pdf and engine:
        built += [*_pdfs(ready, built, engine)]
    if wanted.xlsx:
        built.append(_workbook(ready))
    if wanted.manifest:
        built.append(_manifest(ready, built, engine, manifest))
    return tuple(built)


def _attester(sign: Attester | Folder | None, c2pa: Folder | None) -> Attester | None:
    if c2pa is not None and sign is None:
        raise ChoiceError(msg("C2PA sidecars are signed: they take the private key of the certificates too"))
    if not isinstance(sign, str | PathLike):
        return sign
    return attester(read_signer(Path(sign)), None if c2pa is None else Path(c2pa))


def _word_files(ready: Ready, files: Mapping[str, WordFile], *, told_fonts: bool) -> Iterator[Built]:
    """The editions, with their fonts where those are to be told."""
    for edition, file in files.items():
        name, uses = f"{ready.stem}.{edition}.docx", ()
        if told_fonts:
            from reportgen.word.embed.embedding import font_report

            uses = font_report(file.data, ready.template.look)
        yield Built(edition, name, file.data, file.pages, uses, pagination=file.pagination)


def _pdfs(ready: Ready, files: Sequence[Built], engine: LayoutEngine) -> Iterator[Built]:
    """The same editions as PDFs."""
    from reportgen.word.pages.pdf import write_pdfs

    drawn = write_pdfs([(ready.documents[one.edition], one.data) for one in files], engine.program)
    for one, pdf in zip(files, drawn, strict=True):
        name = Path(one.file).with_suffix(".pdf").as_posix()
        yield Built(one.edition, name, pdf, one.pages, pagination=one.pagination)


def _workbook(ready: Ready) -> Built:
    """The figures of the editions' languages as a workbook."""
    from reportgen.companion.sheets import sheets
    from reportgen.companion.workbook import workbook
    from reportgen.compose import compose

    briefing = ready.briefing
    wanted = {language for document in ready.documents.values() for language in document.languages}
    documents = {language: compose(briefing, language) for language in briefing.languages if language in wanted}
    about = next(iter(documents.values())).properties
    return Built("", f"{ready.stem}.xlsx", workbook(sheets(briefing, documents), ready.template.look, about))


def _manifest(ready: Ready, files: Sequence[Built], engine: LayoutEngine | None, name: str) -> Built:
    from reportgen.manifest import manifest
    from reportgen.word.pages.layout import version

    laid_out = version(engine.program) if engine and any(one.pages for one in files) else ""
    documents = ready.documents
    return Built("", name, manifest(ready.briefing, ready.template.look.name, files, laid_out, documents))
