"""`build`: a content folder's editions made, or its problems told."""

from __future__ import annotations

import argparse
from pathlib import Path

from reportgen.cli.delivery import add_options, tell_built
from reportgen.cli.tell import DONE, USAGE, Commands, progress, say, tell
from reportgen.languages import BILINGUAL, LANGUAGES
from reportgen.problems import Problem

EDITIONS = (*LANGUAGES, BILINGUAL)
"""The editions of any briefing; one has those of its languages."""

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
        choices=EDITIONS,
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
    from reportgen.pipeline import ChoiceError, build, engine_path

    if not is_content(options.content):
        return USAGE
    program = None if options.pages == "estimate" else engine_path()
    if options.pages == "layout" and program is None:
        say("--pages layout: LibreOffice (soffice) is not on this machine; try --pages estimate")
        return USAGE
    if options.pdf and program is None:
        say("--pdf: LibreOffice (soffice) makes the PDFs and is not on this machine, or --pages estimate keeps it out")
        return USAGE
    try:
        with progress() as step:
            built = build(
                options.content,
                options.output,
                editions=options.edition,
                template=options.template,
                layout=options.layout,
                charts=options.charts,
                dpi=options.dpi,
                svg=options.svg,
                pages=options.pages,
                embed_fonts=options.embed_fonts,
                fonts=options.fonts,
                pdf=options.pdf,
                manifest=options.manifest,
                fresh=options.fresh,
                progress=step,
                warn=_warn,
            )
    except ChoiceError as error:
        say(str(error))
        return USAGE
    tell_built(built, fonts=options.fonts)
    return DONE


def _warn(told: Problem | str) -> None:
    if isinstance(told, Problem):
        tell([told])
    else:
        say(told)


def is_content(folder: Path) -> bool:
    """Whether the argument names a folder that could hold content; tells it if not."""
    if (folder / "briefing.yaml").is_file():
        return True
    what = "is no folder" if not folder.is_dir() else "holds no briefing.yaml"
    say(f"{folder} {what}; name a content folder, such as content/, or a command (--help tells them)")
    return False
