"""What `build` can do beyond the Word files: fonts inside them or told, PDFs beside them, and a manifest."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.tell import number, size

if TYPE_CHECKING:
    from reportgen.content.model import Briefing
    from reportgen.document import Document
    from reportgen.manifest import Listed
    from reportgen.pipeline import Built
    from reportgen.word.embed.embedding import FontUse
    from reportgen.word.template.master import Template


def add_options(command: argparse.ArgumentParser) -> None:
    """The options."""
    command.add_argument(
        "--embed-fonts",
        action="store_true",
        help="put subsets of open fonts into the files, so that they look the same without any Chinese font",
    )
    command.add_argument(
        "--fonts", action="store_true", help="tell every font: embedded, expected on Windows or macOS, or substituted"
    )
    command.add_argument("--pdf", action="store_true", help="write PDFs too, through LibreOffice")
    command.add_argument(
        "--manifest", action="store_true", help="write manifest.json too: files, checksums, pages, facts, versions"
    )


def finishing(options: argparse.Namespace, template: Template) -> Callable[[bytes], bytes]:
    """The last steps of every Word file: into the person's own styles, fonts into it."""
    from reportgen.word.template import loader

    dressed = loader.finishing(template)
    if not options.embed_fonts:
        return dressed
    from reportgen.word.embed.embedding import embed

    return lambda data: embed(dressed(data), template.look)


def deliver(
    options: argparse.Namespace,
    briefing: Briefing,
    template: Template,
    documents: Mapping[str, Document],
    built: Sequence[Built],
    program: str | None,
) -> None:
    """Put all files in place together, and tell each in a line."""
    from reportgen.manifest import FILE, Listed, manifest
    from reportgen.pipeline import put

    uses = [_fonts(one.data, template) if options.fonts or options.manifest else () for one in built]
    listed = [
        Listed(one.file, one.edition, one.data, one.pages, [str(use) for use in fonts])
        for one, fonts in zip(built, uses, strict=True)
    ]
    if options.pdf and program:
        listed += _pdfs(documents, built, program)
    files = {each.file: each.data for each in listed}
    if options.manifest:
        files[FILE] = manifest(briefing, template.look.name, listed)
    for path, each in zip(put(options.output, files), [*listed, None], strict=False):
        print(_line(path, each, len(files[path.name])))
    if options.fonts:
        _tell_fonts(built, uses)


def _fonts(data: bytes, template: Template) -> tuple[FontUse, ...]:
    """The fonts that a file asks for."""
    from reportgen.word.embed.embedding import font_report  # here, since it loads lxml and few builds ask

    return font_report(data, template.look)


def _pdfs(documents: Mapping[str, Document], built: Sequence[Built], program: str) -> list[Listed]:
    from reportgen.manifest import Listed
    from reportgen.word.pages.pdf import write_pdfs

    drawn = write_pdfs([(documents[one.edition], one.data) for one in built], Path(program))
    return [
        Listed(str(Path(one.file).with_suffix(".pdf")), one.edition, pdf, one.pages)
        for one, pdf in zip(built, drawn, strict=True)
    ]


def _line(path: Path, each: Listed | None, count: int) -> str:
    if each is None:
        return f"{path}  {size(count)}"
    pages = "pages not counted (LibreOffice was not used)" if each.pages is None else number(each.pages, "page")
    return f"{path}  {size(count)}  {pages}"


def _tell_fonts(built: Sequence[Built], uses: Sequence[Sequence[FontUse]]) -> None:
    """Every font once where all files use the same."""
    told = dict.fromkeys(str(use) for fonts in uses for use in fonts)
    print(f"fonts in {number(len(built), 'file')}:")
    for line in told:
        print(f"  {line}")
