"""The command line: arguments, progress, problems told, exit codes. No rule about content stands here.

Exit codes: 0 done, 1 content problems or a file that cannot be written, 2 usage. What is slow to load (matplotlib,
python-docx, rich) is loaded by the command that needs it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import __version__
from reportgen.languages import EDITIONS
from reportgen.problems import ContentError, Problem, Severity

if TYPE_CHECKING:
    from reportgen.content.model import Briefing
    from reportgen.template.model import Look

DONE, PROBLEMS, USAGE = 0, 1, 2

DESCRIPTION = """\
Build Word briefings in Chinese, in English and in both from one content folder,
so that no figure, date, unit, term or chart can disagree between them.

Without arguments: builds the briefing in content/ into output/.
"""

EPILOG = """\
examples:
  python -m reportgen                               build content/ into output/, all editions
  python -m reportgen build my-briefing -o out      another content folder, another place
  python -m reportgen build --edition zh            the Chinese edition alone
  python -m reportgen build --template my-look      a template of your own: a folder with a look.yaml
  python -m reportgen check my-briefing             tell every problem, write nothing

exit codes: 0 done, 1 problems in the content, 2 wrong usage.
How content is written: docs/content.md. How templates are made: docs/templates.md.
"""

BUILD_EPILOG = """\
A content folder holds briefing.yaml, facts.yaml, sources.yaml, terms.yaml, sections/ and data/.
Nothing is written while the content has an error; the old files stay as they are.
"""


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    raw = argparse.RawDescriptionHelpFormatter
    main = argparse.ArgumentParser("python -m reportgen", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw)
    main.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = main.add_subparsers(dest="command", metavar="COMMAND", required=True)

    about = "build a content folder's editions (the default command)"
    build = commands.add_parser("build", help=about, description=about, epilog=BUILD_EPILOG, formatter_class=raw)
    _content(build)
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
        help="a built-in template, or a folder with a look.yaml (default: what the briefing says, else modern)",
    )
    build.add_argument(
        "--pages",
        choices=["auto", "layout", "estimate"],
        default="auto",
        help="page numbers in the contents: laid out by LibreOffice, or estimated (auto: laid out where it is there)",
    )
    build.set_defaults(run=_build)

    about = "tell every problem of a content folder, and write nothing"
    check = commands.add_parser("check", help=about, description=about)
    _content(check)
    check.set_defaults(run=_check)
    return main


def _content(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "content",
        metavar="CONTENT",
        nargs="?",
        type=Path,
        default=Path("content"),
        help="the content folder (default: content)",
    )


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; argparse itself exits with 2 on wrong usage."""
    options = parser().parse_args(_with_command(arguments))
    try:
        return options.run(options)
    except ContentError as error:
        _tell(error.problems)
        _say(_counted(error.problems) + "; nothing was written")
        return PROBLEMS
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}; the files that were there are as they were")
        return PROBLEMS
    except KeyboardInterrupt:
        _say("stopped; the files that were there are as they were")
        return 130


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` put first where no command is named: `reportgen CONTENT -o DIR` builds."""
    first = next(iter(arguments), "build")
    named = first in ("build", "check", "-h", "--help", "--version")
    return [*arguments] if arguments and named else ["build", *arguments]


# ---- commands ---------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from reportgen.checks import check
    from reportgen.read import read_briefing, read_look

    if not _is_content(options.content):
        return USAGE
    briefing = read_briefing(options.content)
    problems = check(briefing)
    if briefing.about.template:
        read_look(briefing.about.template)
    _tell(problems)
    _say(f"{options.content}: {_counted(problems)}")
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else DONE


def _build(options: argparse.Namespace) -> int:
    from reportgen.checks import check
    from reportgen.read import read_briefing, read_look

    if not _is_content(options.content):
        return USAGE
    editions = tuple(dict.fromkeys(options.edition or EDITIONS))
    program = _layout_program(options.pages)
    if options.pages == "layout" and program is None:
        _say("--pages layout: LibreOffice (soffice) is not on this machine; try --pages estimate")
        return USAGE
    briefing = read_briefing(options.content)
    problems = check(briefing)
    look = read_look(options.template or briefing.about.template or "modern")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    _tell(problems)
    _make(options, briefing, look, editions, program)
    return DONE


def _make(
    options: argparse.Namespace, briefing: Briefing, look: Look, editions: Sequence[str], program: str | None
) -> None:
    """Draw every edition, put the files in place, and tell each in a line."""
    from reportgen.build import Layout, build, put, steps
    from reportgen.compose import compose

    _usable(options.output)
    layout = Layout(Path(program), needed=options.pages == "layout") if program else None
    documents = {edition: compose(briefing, edition) for edition in editions}
    with _progress(steps(documents)) as progress:
        built = build(briefing, look, documents, layout=layout, progress=progress, warn=_say)
    paths = put(options.output, {one.file: one.data for one in built})
    for path, one in zip(paths, built, strict=True):
        pages = "pages not counted (LibreOffice was not used)" if one.pages is None else _number(one.pages, "page")
        print(f"{path}  {_size(len(one.data))}  {pages}")


def _is_content(folder: Path) -> bool:
    """Whether the argument names a folder that could hold content; tells it if not."""
    if (folder / "briefing.yaml").is_file():
        return True
    what = "is no folder" if not folder.is_dir() else "holds no briefing.yaml"
    _say(f"{folder} {what}; name the content folder, such as content/")
    return False


def _usable(folder: Path) -> None:
    """Fail before any work where the files could not be written after it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(13, "this folder cannot be written to", str(folder))


def _layout_program(wanted: str) -> str | None:
    """LibreOffice's path, where it is there and wanted."""
    return None if wanted == "estimate" else shutil.which("soffice") or shutil.which("libreoffice")


# ---- what is told -------------------------------------------------------------------


def _say(line: str) -> None:
    print(f"reportgen: {line}", file=sys.stderr)


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _counted(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{_number(errors, 'error')}, {_number(len(problems) - errors, 'warning')}"


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _size(count: int) -> str:
    return f"{-(-count // 1024)} KB"


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal; nothing where the output is piped."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda step: bar.update(task, advance=1, description=step)
