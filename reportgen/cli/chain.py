"""`verify --key` and `verify --chain`: who signed what a file is, and where each of its figures comes from, told.

What is found stands in living/signed.py and living/chain.py. Exit code 0 where all holds, 1 where anything does not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from reportgen.cli.tell import DONE, PROBLEMS, USAGE, say, show, told
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.living.chain import Cell, Chain, Cited, DataFile, Traced
    from reportgen.living.signed import Held

_GAP = "  "
_HASH = 12
"""Digits of a checksum that a person is told beside a cell; the list of data files has all."""


def add_options(command: argparse.ArgumentParser) -> None:
    """The options that hold files against signatures and figures against their sources."""
    command.add_argument(
        "--key",
        metavar="PUBLIC",
        type=Path,
        help=msg(
            "hold the files against the manifest that is signed by this public key, in PEM or as OpenSSH keeps it"
        ),
    )
    command.add_argument(
        "--manifest", metavar="FILE", type=Path, help=msg("the signed manifest (default: the one beside each file)")
    )
    command.add_argument(
        "--chain",
        action="store_true",
        help=msg("trace every figure: its place, its fact, its source, the cell it was read from, its date"),
    )


def asked(options: argparse.Namespace) -> bool:
    """Whether a command asks for either."""
    return options.key is not None or options.chain


def run(options: argparse.Namespace, files: Sequence[Path], content: Path | None) -> int:
    """Do what the options ask for; ChoiceError for a key that is none."""
    form: str = options.format
    if form not in ("text", "json"):
        say(msg("--format {format}: with --key and --chain one of text, json", format=form))
        return USAGE
    signed = _signed(options, files) if options.key else ()
    chains, data = _traced(options, files, content, signed)
    if form == "json":
        print(json.dumps(as_data(signed, chains, data), ensure_ascii=False, indent=2))
    else:
        _tell(signed, chains, data)
    from reportgen.living.chain import holds

    return PROBLEMS if any(one.fault for one in signed) or not holds(chains, data) else DONE


def _signed(options: argparse.Namespace, files: Sequence[Path]) -> tuple[Held, ...]:
    from reportgen.living.signed import held
    from reportgen.signing import read_public

    return held(files, read_public(options.key), options.manifest)


def _traced(
    options: argparse.Namespace, files: Sequence[Path], content: Path | None, signed: Sequence[Held]
) -> tuple[tuple[Chain, ...], tuple[DataFile, ...]]:
    """The figures where they are asked for, and the data files: those of the figures, else those of the manifests."""
    from reportgen.living.chain import chain_of, data_files

    chains = tuple(map(chain_of, files)) if options.chain else ()
    origins = [origin for one in (chains or signed) for origin in one.origins]
    return chains, data_files(origins, content) if options.chain or content else ()


# ---- for programs -----------------------------------------------------------------------------------------


def as_data(signed: Sequence[Held], chains: Sequence[Chain], data: Sequence[DataFile]) -> dict[str, Any]:
    """What was found, as JSON's own types."""
    found: dict[str, Any] = {}
    if signed:
        found["signed"] = [
            {
                "file": one.file.as_posix(),
                "manifest": one.manifest.as_posix() if one.manifest else None,
                **_verdict(one.fault),
            }
            for one in signed
        ]
    if chains:
        found["files"] = [
            {
                "file": chain.file.as_posix(),
                **_verdict(chain.fault),
                "figures": [_figure(figure) for figure in chain.figures],
            }
            for chain in chains
        ]
    found["data"] = [{"file": one.file, "sha256": one.sha256, **_verdict(one.fault)} for one in data]
    return found


def _verdict(fault: Message | None) -> dict[str, Any]:
    return {"holds": fault is None, **({"fault": str(fault)} if fault else {})}


def _figure(figure: Traced) -> dict[str, Any]:
    return {
        "place": str(figure.place),
        "language": figure.language,
        "figure": figure.found,
        "printed": figure.printed,
        "altered": figure.altered,
        "fact": figure.fact,
        "date": figure.date,
        "sources": [{"name": one.name, "number": one.number, "entry": one.entry} for one in figure.sources],
        "from": list(figure.parts),
        "cells": [{**cell.origin.as_data(), **({"of": cell.of} if cell.of else {})} for cell in figure.cells],
    }


# ---- for people -------------------------------------------------------------------------------------------


def _tell(signed: Sequence[Held], chains: Sequence[Chain], data: Sequence[DataFile]) -> None:
    for one in signed:
        show(msg("{file}: {verdict}", file=one.file, verdict=one.fault or _BUILT))
    for chain in chains:
        print(chain.file)
        if chain.fault:
            show(chain.fault)
            continue
        print("\n".join(_aligned([_HEADS, *(row for figure in chain.figures for row in _rows(figure))])))
        for cited in _cited(chain):
            print(f"[{cited.number or cited.name}] {cited.entry}".rstrip())
    for file in data:
        verdict = _GAP + told(file.fault) if file.fault else ""
        print(f"{file.file}{_GAP}sha256 {file.sha256}{verdict}")


_BUILT = msg("as it was built and signed")
_HEADS = (msg("place"), msg("figure"), msg("fact"), msg("source"), msg("cell"), msg("date"))


def _rows(figure: Traced) -> Iterator[tuple[str, ...]]:
    """A figure as a line of the table, and one more for every further cell."""
    said = msg("{found} (by hand; was {printed})", found=figure.found, printed=figure.printed)
    sources = "".join(f"[{one.number or one.name}]" for one in figure.sources)
    cells = [*map(_cell, figure.cells)] or ["–"]
    shown = said if figure.altered else figure.found
    yield figure.place, shown, figure.fact, sources, cells[0], figure.date
    yield from (("", "", "", "", cell, "") for cell in cells[1:])


def _cell(cell: Cell) -> str:
    """A cell as a person looks it up: its file, its place there or the query that was asked, its checksum."""
    origin = cell.origin
    spot = origin.spot or f"{origin.column} #{origin.row}"
    of = f"{cell.of}: " if cell.of else ""
    return f"{of}{origin.file} {spot} ({origin.sha256[:_HASH]})"


def _cited(chain: Chain) -> list[Cited]:
    """The sources of a file, each once, in the order of its list."""
    cited = dict.fromkeys(one for figure in chain.figures for one in figure.sources)
    return sorted(cited, key=lambda one: (one.number, one.name))


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns one below the other, on a terminal where a Chinese character is two wide."""
    shown = [tuple(" ".join(told(cell).split()) for cell in row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
