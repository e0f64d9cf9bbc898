"""`template`: the built-in looks listed, copied and exported; any template examined, and Word files mended."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from reportgen.cli.tell import DONE, PROBLEMS, USAGE, Commands, counted, say, size, tell
from reportgen.problems import Severity

EPILOG = """\
examples:
  python -m reportgen template list                        the templates there are
  python -m reportgen template new my-look --from modern   a folder of data to change: colors, fonts, sizes, page
  python -m reportgen template export modern -o my.docx    a Word file to change in Word
  python -m reportgen template check my.docx               what it lacks or does wrong, and what is used instead
  python -m reportgen template check my.docx --fix         a mended copy beside it: my.fixed.docx
  python -m reportgen build --template my.docx             briefings in it
"""


def add(commands: Commands) -> None:
    """The command, its verbs and their options."""
    raw = argparse.RawDescriptionHelpFormatter
    about = "list, copy, export and check templates"
    command = commands.add_parser("template", help=about, description=about, epilog=EPILOG, formatter_class=raw)
    verbs = command.add_subparsers(dest="verb", metavar="VERB", required=True)

    about = "list the built-in templates"
    verbs.add_parser("list", help=about, description=about).set_defaults(run=_list)

    about = "copy a built-in template into a new folder, to be changed"
    verb = verbs.add_parser("new", help=about, description=about)
    verb.add_argument("folder", metavar="DIR", type=Path, help="the folder to make")
    verb.add_argument("--from", dest="source", metavar="NAME", default="modern", help="which one (default: modern)")
    verb.set_defaults(run=_new)

    about = "write a template as a Word file with all its styles and a sample page"
    verb = verbs.add_parser("export", help=about, description=about)
    verb.add_argument("template", metavar="NAME", help="a built-in template, or a folder with a look.yaml")
    verb.add_argument("-o", "--output", metavar="DOCX", type=Path, help="the file (default: NAME.docx)")
    verb.set_defaults(run=_export)

    about = "tell what a template lacks or does wrong, and what is used instead"
    verb = verbs.add_parser("check", help=about, description=about)
    verb.add_argument("template", metavar="TEMPLATE", help="a .docx, a folder with a look.yaml, or a built-in template")
    verb.add_argument("--fix", action="store_true", help="write a mended copy of a .docx beside it: NAME.fixed.docx")
    verb.add_argument("-o", "--output", metavar="DOCX", type=Path, help="with --fix: where the mended copy goes")
    verb.set_defaults(run=_check)


def _built_in() -> dict[str, Path]:
    from reportgen.template.model import BUILT_IN

    return {path.parent.name: path for path in sorted(BUILT_IN.glob("*/look.yaml"))}


def _list(options: argparse.Namespace) -> int:
    for name, path in _built_in().items():
        first = path.read_text(encoding="utf-8").splitlines()[0]
        print(f"{name:12} {first.removeprefix('#').strip()}")
    return DONE


def _new(options: argparse.Namespace) -> int:
    source = _built_in().get(options.source)
    if source is None:
        say(f"no built-in template is called '{options.source}'; there are: {', '.join(_built_in())}")
        return USAGE
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        say(f"{options.folder} is there already; name a new folder")
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
    from reportgen.word.template.doctor import examine, repaired

    if options.output and not options.fix:
        say("-o is where --fix writes; say --fix too")
        return USAGE
    is_file = options.template.lower().endswith((".docx", ".dotx"))
    if options.fix and not is_file:
        say("--fix mends Word files; a look.yaml is mended by hand, where check says so")
        return USAGE
    _, problems, used = examine(options.template)
    tell(problems)
    for each in used:
        print(f"{each.role:22} {each.style or '(the look’s)'}")
    say(f"{options.template}: {counted(problems)}")
    if options.fix:
        path = Path(options.template)
        _write(options.output or path.with_name(f"{path.stem}.fixed.docx"), repaired(path))
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else DONE


def _write(path: Path, data: bytes) -> None:
    """Put the file in place whole, and tell it."""
    from reportgen.output_files import put

    put(path.parent, {path.name: data})
    print(f"{path}  {size(len(data))}")
