"""The command line: arguments, progress, problems told, exit codes. No rule about content stands here.

Exit codes: 0 done, 1 content problems or a file that cannot be written, 2 usage. What is slow to load (matplotlib,
lxml, rich) is loaded by the command that needs it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from reportgen.cli import (
    argparse_words,
    batch,
    build,
    charts,
    check,
    compare,
    diff,
    docs,
    numbers,
    pull,
    refresh,
    start,
    template,
    verify,
)
from reportgen.cli.help import Parser, examples, tongue
from reportgen.cli.tell import PROBLEMS, TONGUE, USAGE, counted, say, tell, told
from reportgen.cli.texts import NoTextError
from reportgen.extras import ExtraMissingError
from reportgen.library_words import os_reason
from reportgen.messages import msg, preferred
from reportgen.version import __version__

COMMANDS = (build, batch, check, start, template, charts, compare, verify, refresh, pull, diff, numbers, docs)
"""The modules of the commands, in the order in which --help tells them."""

OWN_LANGUAGE = frozenset({"chart", "numbers"})
"""The commands whose --language is that of a figure; what the program speaks is said before them."""

DESCRIPTION = msg("""\
Build Word briefings in Chinese, in English and in both from one content folder,
so that no figure, date, unit, term or chart can disagree between them.

Without arguments: builds the briefing in content/ into output/.
""")

EXAMPLES = (
    ("python -m reportgen", msg("build content/ into output/, all editions")),
    ("python -m reportgen build my-briefing -o out", msg("another content folder, another place")),
    ("python -m reportgen build --edition zh", msg("the Chinese edition alone")),
    ("python -m reportgen build --template my-look", msg("a template of your own: a folder with a look.yaml")),
    ("python -m reportgen batch zones --table zones.csv -o out", msg("one briefing for each row of a table")),
    ("python -m reportgen new my-briefing", msg("a small working content folder to start from")),
    ("python -m reportgen check my-briefing", msg("tell every problem, write nothing")),
    ("python -m reportgen check --fix my-briefing", msg("mend what can be mended safely")),
    ("python -m reportgen chart my-briefing shares", msg("one chart alone, as a picture or a vector")),
    ("python -m reportgen compare A.docx B.docx", msg("where the figures of two Word files disagree")),
    ("python -m reportgen verify edited.docx", msg("which figures of a built file are not what their facts say")),
    ("python -m reportgen diff last-quarter this-quarter", msg("what two editions say differently, facts and words")),
    ('python -m reportgen numbers read "近4500亿元"', msg("what a printed figure means, in both languages")),
)

EPILOG = msg("""\
exit codes: 0 done, 1 problems in the content, 2 wrong usage.
How content is written: docs/content.md. What is checked: docs/checks.md. Templates: docs/templates.md.
""")


def parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """The commands with their options, and the commands' names."""
    main = Parser("python -m reportgen", description=DESCRIPTION, epilog=examples(EXAMPLES, below=EPILOG))
    main.add_argument(
        "--version",
        action="version",
        version=f"reportgen {__version__}",
        help=msg("show program's version number and exit"),
    )
    commands = main.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add(commands)
    return main, frozenset(commands.choices)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; argparse itself exits with 2 on wrong usage."""
    spoken = TONGUE.set(preferred())
    try:
        rest, tag, origin = _language(arguments)
        try:
            TONGUE.set(tongue(tag) if tag else TONGUE.get())
        except argparse.ArgumentTypeError as error:
            say(msg("{option}: {reason}", option=origin, reason=str(error)))
            return USAGE
        argparse_words.install()
        return _run(rest)
    finally:
        TONGUE.reset(spoken)


def _language(arguments: Sequence[str]) -> tuple[list[str], str, str]:
    """The arguments less the --language that chooses what the program speaks; what is chosen, and where it was said.

    It is looked for before argparse reads a word, since what argparse says is said in it too.
    """
    rest, kept = list(arguments), list[str]()
    tag, origin = os.environ.get("REPORTGEN_LANGUAGE", ""), "REPORTGEN_LANGUAGE"
    while rest:
        word = rest.pop(0)
        if word == "--" or (word in OWN_LANGUAGE and not kept):
            return [*kept, word, *rest], tag, origin
        if word.startswith("--language="):
            tag, origin = word.partition("=")[2], "--language"
        elif word == "--language" and rest:
            tag, origin = rest.pop(0), "--language"
        else:
            kept.append(word)
    return kept, tag, origin


def _run(arguments: Sequence[str]) -> int:
    main, names = parser()
    if meant := _mistyped(arguments, names):
        say(
            msg(
                "there is neither a command nor a folder '{word}' (did you mean '{meant}'?)",
                word=arguments[0],
                meant=meant,
            )
        )
        return USAGE
    options = main.parse_args(_with_command(arguments, names))
    TONGUE.set(getattr(options, "tongue", TONGUE.get()))
    from reportgen.kept_patterns import patterns_kept  # here, since --help needs neither
    from reportgen.problems import ContentError

    try:
        with patterns_kept():
            return options.run(options)
    except ContentError as error:
        tell(error.problems)
        say(msg("{count}; nothing was written", count=counted(error.problems)))
        return PROBLEMS
    except ExtraMissingError as error:
        say(str(error))
        return USAGE
    except NoTextError as error:
        say(str(error))
        return USAGE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{told(os_reason(error))}{told(_untouched(options))}")
        return PROBLEMS
    except KeyboardInterrupt:
        say(msg("stopped{untouched}", untouched=_untouched(options)))
        return 130


def _untouched(options: argparse.Namespace) -> str:
    """What became of the files, after a command that writes some has failed."""
    return msg("; the files that were there are as they were") if getattr(options, "writes", True) else ""


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
