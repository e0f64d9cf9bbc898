"""`build`: a content folder's editions made, or its problems told."""

from __future__ import annotations

import argparse
from pathlib import Path

from reportgen.cli.delivery import add_options, lacks_pdf_engine, read_key, tell_built
from reportgen.cli.tell import DONE, USAGE, Commands, progress, say, tell, told
from reportgen.languages import BILINGUAL, LANGUAGES
from reportgen.messages import listing, msg
from reportgen.problems import ChoiceError, Problem
from reportgen.word.pages.engine import engine_path

EDITIONS = (*LANGUAGES, BILINGUAL)
"""The editions of any briefing; one has those of its languages."""

CHOICES = (
    "template",
    "layout",
    "charts",
    "dpi",
    "svg",
    "pages",
    "embed_fonts",
    "fonts",
    "pdf",
    "xlsx",
    "manifest",
    "strict",
    "sealed",
    "sign",
    "c2pa",
    "table",
    "row",
)
"""The options that are arguments of the pipeline by the same names."""

BUILD_EPILOG = msg("""\
A content folder holds briefing.yaml, facts.yaml, sources.yaml, terms.yaml, sections/ and data/.
Nothing is written while the content has an error; the old files stay as they are.
""")


def add(commands: Commands) -> None:
    """The command `build`, with its options."""
    about = msg("build a content folder's editions (the default command)")
    build = commands.add_parser("build", help=about, description=about, epilog=BUILD_EPILOG)
    content_argument(build)
    making_options(build)
    drawing_options(build)
    add_options(build)
    table_option(build, required=False)
    build.add_argument("--row", metavar="KEY", help=msg("build for one row of the table: the one of this key"))
    build.set_defaults(run=_build)


def table_option(command: argparse.ArgumentParser, *, required: bool) -> None:
    """The table whose rows briefings are made for."""
    command.add_argument(
        "--table",
        metavar="FILE",
        required=required,
        help=msg("the table of the rows: a file of the content's data/ or any other, .csv or .xlsx"),
    )


def making_options(command: argparse.ArgumentParser) -> None:
    """Options of every command that makes editions: where they go, which, and how they look."""
    command.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=Path,
        default=Path("output"),
        help=msg("where the files go (default: output)"),
    )
    command.add_argument(
        "--edition",
        metavar="EDITION",
        action="append",
        choices=EDITIONS,
        help=msg("one of {editions}; may be repeated (default: all)", editions=listing(EDITIONS, "unit")),
    )
    command.add_argument(
        "--template",
        metavar="NAME",
        help=msg("a built-in template, a folder with a look.yaml, or a .docx (default: the briefing's, else modern)"),
    )
    command.add_argument(
        "--layout",
        choices=["interleaved", "side-by-side", "facing"],
        help=msg("how two languages stand (default: what the briefing says, else interleaved)"),
    )
    command.add_argument(
        "--pages",
        choices=["auto", "layout", "estimate"],
        default="auto",
        help=msg(
            "page numbers in the contents: laid out by LibreOffice, or estimated (auto: laid out where it is there)"
        ),
    )
    command.add_argument(
        "--charts",
        choices=["picture", "native"],
        help=msg("charts as pictures, or as charts of Word where Word can draw them (default: what the template says)"),
    )


def drawing_options(command: argparse.ArgumentParser) -> None:
    """Options of every command that draws charts and keeps them."""
    picture_options(command)
    command.add_argument(
        "--fresh", action="store_true", help=msg("draw and lay out everything again, whatever earlier builds have kept")
    )


def picture_options(command: argparse.ArgumentParser) -> None:
    """How charts are drawn as pictures."""
    command.add_argument(
        "--dpi", type=_dpi, help=msg("dots an inch in pictures (default: what the template says, else 200)")
    )
    command.add_argument(
        "--svg", action="store_true", help=msg("put a vector beside each picture, for Word 2016 and later")
    )


def _dpi(text: str) -> int:
    from reportgen.template.model import DPI  # here, since few builds name a resolution

    if not text.isdecimal() or int(text) not in DPI:
        raise argparse.ArgumentTypeError(told(msg("a whole number from {least} to {most}", least=DPI[0], most=DPI[-1])))
    return int(text)


def content_argument(command: argparse.ArgumentParser) -> None:
    """The content folder."""
    command.add_argument(
        "content",
        metavar="CONTENT",
        nargs="?",
        type=Path,
        default=Path("content"),
        help=msg("the content folder (default: content)"),
    )


def _build(options: argparse.Namespace) -> int:
    from reportgen.results import build  # here, since other commands need none

    if not is_content(options.content):
        return USAGE
    program = None if options.pages == "estimate" else engine_path()
    if lacks_engine(options, program):
        return USAGE
    if lacks_pdf_engine(options, program):
        return USAGE
    try:
        read_key(options)
        with progress() as step:
            built = build(
                options.content,
                options.output,
                {name: getattr(options, name) for name in CHOICES} | {"editions": options.edition},
                engine=program,
                fresh=options.fresh,
                progress=step,
                warn=_warn,
            )
    except ChoiceError as error:
        say(str(error))
        return USAGE
    tell_built(built, fonts=options.fonts)
    return DONE


def lacks_engine(options: argparse.Namespace, program: Path | None) -> bool:
    """Whether pages must be laid out and nobody here can do it; told then."""
    if options.pages != "layout" or program is not None:
        return False
    say(msg("--pages layout: LibreOffice (soffice) is not on this machine; try --pages estimate"))
    return True


def _warn(warning: Problem | str) -> None:
    if isinstance(warning, str):
        say(warning)
    else:
        tell([warning])


def is_content(folder: Path) -> bool:
    """Whether the argument names a folder that could hold content; tells it if not."""
    if (folder / "briefing.yaml").is_file():
        return True
    what = msg("holds no briefing.yaml") if folder.is_dir() else msg("is no folder")
    say(
        msg(
            "{folder} {what}; name a content folder, such as content/, or a command (--help tells them)",
            folder=folder,
            what=what,
        )
    )
    return False
