"""`build`: a content folder's editions made, or its problems told."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.delivery import add_options, deliver, finishing
from reportgen.cli.tell import DONE, USAGE, Commands, progress, say, tell
from reportgen.languages import EDITIONS
from reportgen.problems import ContentError, stops

if TYPE_CHECKING:
    from reportgen.content.model import Briefing, BriefingEntry
    from reportgen.template.model import Look
    from reportgen.word.template.master import Template

DPI = range(72, 601)
"""What a template may say, too."""

BUILD_EPILOG = """\
A content folder holds briefing.yaml, facts.yaml, sources.yaml, terms.yaml, sections/ and data/.
Nothing is written while the content has an error; the old files stay as they are.
"""


def add(commands: Commands) -> None:
    """The command `build`, with its options."""
    raw = argparse.RawDescriptionHelpFormatter
    about = "build a content folder's editions (the default command)"
    build = commands.add_parser("build", help=about, description=about, epilog=BUILD_EPILOG, formatter_class=raw)
    content_argument(build)
    build.add_argument(
        "-o", "--output", metavar="DIR", type=Path, default=Path("output"), help="where the files go (default: output)"
    )
    build.add_argument(
        "--edition",
        metavar="EDITION",
        action="append",
        choices=list(EDITIONS),
        help=f"one of {', '.join(EDITIONS)}; may be repeated (default: all)",
    )
    build.add_argument(
        "--template",
        metavar="NAME",
        help="a built-in template, a folder with a look.yaml, or a .docx (default: the briefing's, else modern)",
    )
    build.add_argument(
        "--layout",
        choices=["interleaved", "side-by-side", "facing"],
        help="how two languages stand (default: what the briefing says, else interleaved)",
    )
    build.add_argument(
        "--pages",
        choices=["auto", "layout", "estimate"],
        default="auto",
        help="page numbers in the contents: laid out by LibreOffice, or estimated (auto: laid out where it is there)",
    )
    build.add_argument(
        "--charts",
        choices=["picture", "native"],
        help="charts as pictures, or as charts of Word where Word can draw them (default: what the template says)",
    )
    drawing_options(build)
    add_options(build)
    build.set_defaults(run=_build)


def drawing_options(command: argparse.ArgumentParser) -> None:
    """Options of every command that draws charts."""
    command.add_argument(
        "--dpi", type=_dpi, help="dots an inch in pictures (default: what the template says, else 200)"
    )
    command.add_argument("--svg", action="store_true", help="put a vector beside each picture, for Word 2016 and later")
    command.add_argument(
        "--fresh", action="store_true", help="draw and lay out everything again, whatever earlier builds have kept"
    )


def _dpi(text: str) -> int:
    if not text.isdecimal() or int(text) not in DPI:
        raise argparse.ArgumentTypeError(f"a whole number from {DPI[0]} to {DPI[-1]}")
    return int(text)


def with_options(look: Look, options: argparse.Namespace) -> Look:
    """The look with what the command line says of charts."""
    told = {"render": getattr(options, "charts", None), "dpi": options.dpi, "svg": options.svg or None}
    said = {name: value for name, value in told.items() if value is not None}
    return look.model_copy(update={"chart": look.chart.model_copy(update=said)})


def content_argument(command: argparse.ArgumentParser) -> None:
    """The content folder."""
    command.add_argument(
        "content",
        metavar="CONTENT",
        nargs="?",
        type=Path,
        default=Path("content"),
        help="the content folder (default: content)",
    )


def _build(options: argparse.Namespace) -> int:
    from reportgen.briefing_reader import read_briefing
    from reportgen.checks import check
    from reportgen.word.template.master import open_template

    if not is_content(options.content):
        return USAGE
    editions = tuple(dict.fromkeys(options.edition or EDITIONS))
    program = _layout_program(options.pages)
    if options.pages == "layout" and program is None:
        say("--pages layout: LibreOffice (soffice) is not on this machine; try --pages estimate")
        return USAGE
    if options.pdf and program is None:
        say("--pdf: LibreOffice (soffice) makes the PDFs and is not on this machine, or --pages estimate keeps it out")
        return USAGE
    briefing = read_briefing(options.content)
    template = open_template(options.template or briefing.about.template or "modern")
    template = replace(template, look=with_options(template.look, options))
    problems = check(briefing, template.look)
    if stops(problems):
        raise ContentError(problems)
    tell((*problems, *(template.master.findings if template.master else ())))
    _make(options, briefing, template, editions, program)
    return DONE


def _make(
    options: argparse.Namespace, briefing: Briefing, template: Template, editions: Sequence[str], program: str | None
) -> None:
    """Draw every edition, put the files in place, and tell each in a line."""
    from reportgen.charts.making.store import store
    from reportgen.compose import compose
    from reportgen.pipeline import Layout, build, steps
    from reportgen.word.pages.page_cache import paged

    _usable(options.output)
    layout = Layout(Path(program), options.pages == "layout", paged()) if program else None
    briefing = replace(briefing, about=_settled(briefing.about, options.layout, template.look))
    documents = {edition: compose(briefing, edition) for edition in editions}
    with progress(steps(documents)) as made:
        built = build(
            briefing,
            template.look,
            documents,
            layout=layout,
            store=store(),
            fresh=options.fresh,
            progress=made,
            warn=say,
            finish=finishing(options, template),
        )
    deliver(options, briefing, template, documents, built, program)


def is_content(folder: Path) -> bool:
    """Whether the argument names a folder that could hold content; tells it if not."""
    if (folder / "briefing.yaml").is_file():
        return True
    what = "is no folder" if not folder.is_dir() else "holds no briefing.yaml"
    say(f"{folder} {what}; name a content folder, such as content/, or a command (--help tells them)")
    return False


def _usable(folder: Path) -> None:
    """Fail before any work where the files could not be written after it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(13, "this folder cannot be written to", str(folder))


def _layout_program(wanted: str) -> str | None:
    """LibreOffice's path, where it is there and wanted."""
    return None if wanted == "estimate" else shutil.which("soffice") or shutil.which("libreoffice")


def _settled(about: BriefingEntry, layout: str | None, look: Look) -> BriefingEntry:
    """What the briefing says of its pages, with what the command line and the template decide."""
    lists = look.lists if about.lists is None else about.lists
    return about.model_copy(update={"layout": layout or about.layout, "lists": lists})
