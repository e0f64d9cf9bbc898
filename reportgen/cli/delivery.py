"""What `build` can do beyond the Word files, and what it tells of all that it made."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.tell import say, show, size, told
from reportgen.messages import msg, plural

if TYPE_CHECKING:
    from reportgen.output_files import Built


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of a build."""
    beside_options(command)
    command.add_argument(
        "--fonts",
        action="store_true",
        help=msg("tell every font: embedded, expected on Windows or macOS, or substituted"),
    )


def beside_options(command: argparse.ArgumentParser) -> None:
    """What builds and batches can make besides the Word files, and what stops them."""
    command.add_argument(
        "--embed-fonts",
        action="store_true",
        help=msg("put subsets of open fonts into the files, so that they look the same without any Chinese font"),
    )
    command.add_argument("--pdf", action="store_true", help=msg("write PDFs too, through LibreOffice"))
    command.add_argument(
        "--xlsx",
        action="store_true",
        help=msg("write a workbook too: every table, the figures of every chart, every fact, in all languages"),
    )
    command.add_argument(
        "--manifest", action="store_true", help=msg("write manifest.json too: files, checksums, pages, facts, versions")
    )
    command.add_argument(
        "--sign",
        metavar="KEY",
        type=Path,
        help=msg("sign the manifest with a private key of ed25519, in PEM or as OpenSSH keeps it: manifest.json.sig"),
    )
    command.add_argument(
        "--c2pa",
        metavar="CERTIFICATES",
        type=Path,
        help=msg("with --sign: write a C2PA sidecar beside each file, by the certificates of the key, a chain in PEM"),
    )
    command.add_argument(
        "--sealed",
        action="store_true",
        help=msg("leave out what the files carry of their facts, so that nobody can verify, refresh or pull them"),
    )
    command.add_argument(
        "--strict", action="store_true", help=msg("let warnings about the content stop the build, as errors do")
    )


def lacks_pdf_engine(options: argparse.Namespace, program: Path | None) -> bool:
    """Whether PDFs are asked for and nobody here can make them; told then."""
    if not options.pdf or program is not None:
        return False
    say(msg("--pdf: LibreOffice (soffice) makes the PDFs and is not on this machine, or --pages estimate keeps it out"))
    return True


def read_key(options: argparse.Namespace) -> None:
    """Put the key that `--sign` names in place of its name, its passphrase asked for at a terminal where none is told.

    ChoiceError where it is none; it is said before anything is made.
    """
    if options.sign is None:
        return
    from reportgen.credentials import attester
    from reportgen.signing import by_environment, read_signer  # here, since few builds are signed

    def asked() -> str | None:
        if (known := by_environment()) is not None or not sys.stdin.isatty():
            return known
        return getpass(told(msg("passphrase of {path}: ", path=options.sign)))

    options.sign, options.manifest = attester(read_signer(options.sign, asked), options.c2pa), True


def tell_built(built: Sequence[Built], *, fonts: bool) -> None:
    """Each file in a line; then every font once where all files use the same."""
    for one in built:
        print(_line(one))
    if not fonts:
        return
    word_files = [one for one in built if one.fonts]
    show(plural("fonts in {count} file:", "fonts in {count} files:", len(word_files)))
    for line in dict.fromkeys(str(use) for one in word_files for use in one.fonts):
        print(f"  {told(line)}")


def _line(one: Built) -> str:
    line = f"{one.path}  {told(size(len(one.data)))}"
    if not one.edition:
        return line
    if one.pages is not None:
        pages = told(plural("{count} page", "{count} pages", one.pages))
        return f"{line}  {pages}"
    off = one.pagination.off_by if one.pagination else None
    estimated = msg("page numbers estimated, up to {pages} off (LibreOffice was not used)", pages=off or 0)
    return f"{line}  {told(estimated)}"
