"""The command line: arguments, progress, problems told, exit codes. No rule about content stands here.

Exit codes: 0 done, 1 content problems or a file that cannot be written, 2 usage. What is slow to load (matplotlib,
lxml, rich) is loaded by the command that needs it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from reportgen.cli import build, charts, check, compare, docs, numbers, start, template
from reportgen.cli.tell import PROBLEMS, USAGE, counted, say, tell
from reportgen.cli.texts import NoTextError
from reportgen.extras import ExtraMissingError
from reportgen.problems import ContentError
from reportgen.version import __version__

COMMANDS = (build, check, start, template, charts, compare, numbers, docs)
"""The modules of the commands, in the order in which --help tells them."""

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
  python -m reportgen new my-briefing               a small working content folder to start from
  python -m reportgen check my-briefing             tell every problem, write nothing
  python -m reportgen chart my-briefing shares      one chart alone, as a picture or a vector
  python -m reportgen compare A.docx B.docx         where the figures of two Word files disagree
  python -m reportgen numbers read "近4500亿元"       what a printed figure means, in both languages

exit codes: 0 done, 1 problems in the content, 2 wrong usage.
How content is written: docs/content.md. How templates are made: docs/templates.md.
"""


def parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """The commands with their options, and the commands' names."""
    raw = argparse.RawDescriptionHelpFormatter
    main = argparse.ArgumentParser("python -m reportgen", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw)
    main.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = main.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add(commands)
    return main, frozenset(commands.choices)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; argparse itself exits with 2 on wrong usage."""
    main, names = parser()
    if meant := _mistyped(arguments, names):
        say(f"there is neither a command nor a folder '{arguments[0]}' (did you mean '{meant}'?)")
        return USAGE
    options = main.parse_args(_with_command(arguments, names))
    try:
        return options.run(options)
    except ContentError as error:
        tell(error.problems)
        say(counted(error.problems) + "; nothing was written")
        return PROBLEMS
    except ExtraMissingError as error:
        say(error.told)
        return USAGE
    except NoTextError as error:
        say(str(error))
        return USAGE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}{_untouched(options)}")
        return PROBLEMS
    except KeyboardInterrupt:
        say(f"stopped{_untouched(options)}")
        return 130


def _untouched(options: argparse.Namespace) -> str:
    """What became of the files, after a command that writes some has failed."""
    return "; the files that were there are as they were" if getattr(options, "writes", True) else ""


def _mistyped(arguments: Sequence[str], names: frozenset[str]) -> str:
    """The command that a word near it was meant for; none where it names a command, a folder or an option."""
    first = next(iter(arguments), "build")
    if first in names or first.startswith("-") or Path(first).exists():
        return ""
    return next(iter(get_close_matches(first.lower(), names, 1, 0.7)), "")


def _with_command(arguments: Sequence[str], names: frozenset[str]) -> list[str]:
    """The arguments with `build` put first where no command is named: `reportgen CONTENT -o DIR` builds."""
    first = next(iter(arguments), "build")
    named = first in names or first in ("-h", "--help", "--version")
    return [*arguments] if arguments and named else ["build", *arguments]
