"""The catalogues of messages: what Babel extracts from the code, what is translated, what is compiled.

    python -m tests.catalogues extract    write reportgen/locale/reportgen.pot anew from the code
    python -m tests.catalogues update     the same, and bring every .po up to it; look for `fuzzy` and empty ones then
    python -m tests.catalogues compile    write every .mo anew from its .po
    python -m tests.catalogues check      tell what is missing, unsure, stale or wrong; CI runs this as a test

All files are the same whoever writes them, and when: they hold no dates, no versions and no line numbers.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from reportgen.messages import CATALOGUES, DOMAIN, LOCALE

PACKAGE = LOCALE.parent
KEYWORDS = {"msg": None, "plural": (1, 2)}
"""The functions that make messages, and which of their arguments are text."""


class Steady(Catalog):
    """A catalogue whose head says nothing that changes by itself."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        head = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8")]
        if self.locale is None:
            return head
        return [("Language", str(self.locale_identifier)), ("Plural-Forms", self.plural_forms), *head]


def extracted(package: Path = PACKAGE) -> Steady:
    """Every message of the code, in the order of the files."""
    catalog = Steady(header_comment="# What reportgen says, as the code has it.", fuzzy=False)
    for path in sorted(package.rglob("*.py")):
        with path.open("rb") as file:
            for line, text, _, _ in extract("python", file, KEYWORDS):
                catalog.add(text, locations=[(path.relative_to(package.parent).as_posix(), line)])
    return catalog


def catalogue(locale: str, folder: Path = LOCALE) -> Steady:
    """A language's catalogue as it stands in its .po; an empty one where there is none yet."""
    steady = Steady(locale, header_comment=f"# What reportgen says, in {locale}.", fuzzy=False)
    path = po_path(locale, folder)
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale):
                if message.id:
                    steady[message.id] = message
    return steady


def po_path(locale: str, folder: Path = LOCALE) -> Path:
    """Where a language's catalogue stands; the compiled one stands beside it."""
    return folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as text."""
    for message in catalog:
        message.flags = _flags(message)
    data = BytesIO()
    write_po(data, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    return data.getvalue()


def _flags(message: Message) -> set[str]:
    """What editors of .po files have to check; Babel itself takes "5% of" for a %o, and guesses by version."""
    marks = placeholders(_texts(message.id)[-1])
    flags = {"python-format" if mark.startswith("%") else "python-brace-format" for mark in marks}
    return flags | ({"fuzzy"} if message.fuzzy and message.id else set[str]())


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue compiled."""
    data = BytesIO()
    write_mo(data, catalog)
    return data.getvalue()


# ---- what is wrong ------------------------------------------------------------------------


def problems(package: Path = PACKAGE, folder: Path = LOCALE) -> Iterator[str]:
    """What is missing, unsure, stale or wrong, a sentence each; nothing where all is well."""
    template = extracted(package)
    if (folder / f"{DOMAIN}.pot").read_bytes() != as_po(template):
        yield f"{DOMAIN}.pot is not what the code says now"
    for locale in CATALOGUES.values():
        told = catalogue(locale, folder)
        for message in template:
            if message.id:
                yield from (f"{locale}: {fault}: {message.id!r}" for fault in _faults(message, told.get(message.id)))
        for message in told:
            if message.id and message.id not in template:
                yield f"{locale}: the code no longer says this: {message.id!r}"
        path = po_path(locale, folder)
        told.update(template, no_fuzzy_matching=True)
        if path.read_bytes() != as_po(told):
            yield f"{locale}: the .po is not in the form that `update` writes"
        if path.with_suffix(".mo").read_bytes() != as_mo(told):
            yield f"{locale}: the .mo is not what the .po compiles to"


def _faults(message: Message, told: Message | None) -> Iterator[str]:
    texts = _texts(told.string) if told else ()
    if not texts or not all(texts):
        yield "not translated"
        return
    if told and told.fuzzy:
        yield "not sure (fuzzy)"
    wanted = placeholders(_texts(message.id)[-1])
    if any(placeholders(text) != wanted for text in texts):
        yield "other placeholders"


def _texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def placeholders(text: str) -> list[str]:
    """What is put into a text: {fields} of messages, %(fields)s, %s and %% of argparse's words, in any order.

    %r and %s count as one: a translation may set quotation marks of its own in place of those that %r brings.
    """
    fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    marks: list[str] = re.findall(r"%\(\w+\)[sr]|%[sr](?![a-zA-Z])|%%", text)
    return sorted(fields + [re.sub("r$", "s", mark) for mark in marks])


# ---- the command ----------------------------------------------------------------------------


def write_template() -> None:
    """Write the .pot anew."""
    (LOCALE / f"{DOMAIN}.pot").write_bytes(as_po(extracted()))


def update() -> None:
    """Write the .pot anew and bring every .po up to it; near translations of changed sentences are marked fuzzy."""
    write_template()
    template = extracted()
    for locale in CATALOGUES.values():
        told = catalogue(locale)
        told.update(template)
        path = po_path(locale)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(told))


def compile_all() -> None:
    """Write every .mo anew."""
    for locale in CATALOGUES.values():
        po_path(locale).with_suffix(".mo").write_bytes(as_mo(catalogue(locale)))


def main(arguments: list[str]) -> int:
    """Run one of the verbs; the exit code is 1 where `check` tells something."""
    match arguments:
        case ["extract"]:
            write_template()
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            told = list(problems())
            sys.stdout.writelines(f"{line}\n" for line in told)
            return int(bool(told))
        case _:
            sys.stdout.write(__doc__ or "")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
