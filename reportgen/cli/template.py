"""`template`: the built-in looks listed, copied and exported; any template examined, and Word files mended."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from reportgen.cli.help import examples
from reportgen.cli.tell import DONE, PROBLEMS, USAGE, Commands, counted, say, size, tell, told
from reportgen.messages import listing, msg

EXAMPLES = (
    ("python -m reportgen template list", msg("the templates there are")),
    (
        "python -m reportgen template new my-look --from modern",
        msg("a folder of data to change: colors, fonts, sizes, page"),
    ),
    ("python -m reportgen template export modern -o my.docx", msg("a Word file to change in Word")),
    ("python -m reportgen template check my.docx", msg("what it lacks or does wrong, and what is used instead")),
    ("python -m reportgen template check my.docx --fix", msg("a mended copy beside it: my.fixed.docx")),
    ("python -m reportgen build --template my.docx", msg("briefings in it")),
)

ABOUT = {
    "brief": msg("A briefing of two to four pages: a masthead on a band of color, text in two columns, small charts."),
    "modern": msg("The modern look: quiet, sans serif, one accent."),
    "official": msg(
        "The layout of Chinese official documents (GB/T 9704-2012), and a sober English page that goes with it."
    ),
    "report": msg("A longer report: a cover on a band of color, contents on pages of their own, running heads."),
}
"""The built-in templates, each in a sentence."""


def add(commands: Commands) -> None:
    """The command, its verbs and their options."""
    about = msg("list, copy, export and check templates")
    command = commands.add_parser("template", help=about, description=about, epilog=examples(EXAMPLES))
    verbs = command.add_subparsers(dest="verb", metavar="VERB", required=True)

    about = msg("list the built-in templates")
    verbs.add_parser("list", help=about, description=about).set_defaults(run=_list)

    about = msg("copy a built-in template into a new folder, to be changed")
    verb = verbs.add_parser("new", help=about, description=about)
    verb.add_argument("folder", metavar="DIR", type=Path, help=msg("the folder to make"))
    verb.add_argument(
        "--from", dest="source", metavar="NAME", default="modern", help=msg("which one (default: modern)")
    )
    verb.set_defaults(run=_new)

    about = msg("write a template as a Word file with all its styles and a sample page")
    verb = verbs.add_parser("export", help=about, description=about)
    verb.add_argument("template", metavar="NAME", help=msg("a built-in template, or a folder with a look.yaml"))
    verb.add_argument("-o", "--output", metavar="DOCX", type=Path, help=msg("the file (default: NAME.docx)"))
    verb.set_defaults(run=_export)

    about = msg("tell what a template lacks or does wrong, and what is used instead")
    verb = verbs.add_parser("check", help=about, description=about)
    verb.add_argument(
        "template", metavar="TEMPLATE", help=msg("a .docx, a folder with a look.yaml, or a built-in template")
    )
    verb.add_argument(
        "--fix", action="store_true", help=msg("write a mended copy of a .docx beside it: NAME.fixed.docx")
    )
    verb.add_argument("-o", "--output", metavar="DOCX", type=Path, help=msg("with --fix: where the mended copy goes"))
    verb.set_defaults(run=_check)


def _built_in() -> dict[str, Path]:
    from reportgen.template.model import BUILT_IN

    return {path.parent.name: path for path in sorted(BUILT_IN.glob("*/look.yaml"))}


def _list(options: argparse.Namespace) -> int:
    for name in _built_in():
        print(f"{name:12} {told(ABOUT[name])}")
    return DONE


def _new(options: argparse.Namespace) -> int:
    source = _built_in().get(options.source)
    if source is None:
        say(
            msg(
                "no built-in template is called '{name}'; there are: {names}",
                name=options.source,
                names=listing(_built_in(), "unit"),
            )
        )
        return USAGE
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        say(msg("{folder} is there already; name a new folder", folder=options.folder))
        return USAGE
    shutil.copytree(source.parent, options.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    look = options.folder / "look.yaml"
    text = look.read_text(encoding="utf-8")
    name = re.sub(r"[^\w-]+", "-", options.folder.resolve().name) or "my-look"
    look.write_text(re.sub(r"(?m)^name: .*$", f'name: "{name}"', text, count=1), encoding="utf-8")
    print(look)
    return DONE


def _export(options: argparse.Namespace) -> int:
    from reportgen.word.template.doctor import export

    path = options.output or Path(f"{Path(options.template).name}.docx")
    _write(path, export(options.template))
    return DONE


def _check(options: argparse.Namespace) -> int:
    from reportgen.problems import stops
    from reportgen.word.template.doctor import examine, repaired

    if options.output and not options.fix:
        say(msg("-o is where --fix writes; say --fix too"))
        return USAGE
    is_file = options.template.lower().endswith((".docx", ".dotx"))
    if options.fix and not is_file:
        say(msg("--fix mends Word files; a look.yaml is mended by hand, where check says so"))
        return USAGE
    _, problems, used = examine(options.template)
    tell(problems)
    for each in used:
        style = each.style or told(msg("(the look’s)"))
        print(f"{told(each.role):22} {style}")
    say(msg("{what}: {count}", what=options.template, count=counted(problems)))
    if options.fix:
        path = Path(options.template)
        _write(options.output or path.with_name(f"{path.stem}.fixed.docx"), repaired(path))
    return PROBLEMS if stops(problems) else DONE


def _write(path: Path, data: bytes) -> None:
    """Put the file in place whole, and tell it."""
    from reportgen.output_files import put

    put(path.parent, {path.name: data})
    print(f"{path}  {told(size(len(data)))}")
