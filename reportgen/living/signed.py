"""Files held against a signed manifest: by whom it was signed, and whether the files are those that it tells.

Not here: what a signature is (signing.py), and what the files say (chain.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from reportgen.content.origin import Origin
from reportgen.credentials import MANIFEST
from reportgen.messages import Message, msg
from reportgen.records import record
from reportgen.signing import SUFFIX, PublicKey

MOST_BYTES = 200_000_000
"""Of a manifest: a larger one is none of ours."""


@record
class Held:
    """A file held against its manifest, and what is wrong with either; `origins` are those of the manifest's facts."""

    file: Path
    manifest: Path | None
    fault: Message | None
    origins: tuple[Origin, ...] = ()


def held(files: Sequence[Path], key: PublicKey, manifest: Path | None = None) -> tuple[Held, ...]:
    """Every file with the manifest that is named, else with the one that stands beside it. OSError as it comes."""
    known: dict[Path, _Manifest] = {}
    return tuple(_held(file, key, manifest or beside(file), known) for file in files)


def beside(file: Path) -> Path | None:
    """The manifest beside a file: manifest.json, or of a row of a batch that of the file's name."""
    stems = (file.name.rsplit(".", parts)[0] for parts in (2, 1))  # an edition's file, or a workbook
    candidates = (*(f"{stem}.{MANIFEST}" for stem in stems), MANIFEST)
    return next((one for name in candidates if (one := file.with_name(name)).is_file()), None)


@record
class _Manifest:
    """A manifest as it was read: what is wrong with it, the checksums of files by names, and where facts were read."""

    fault: Message | None
    files: Mapping[str, str]
    origins: tuple[Origin, ...] = ()


def _held(file: Path, key: PublicKey, manifest: Path | None, known: dict[Path, _Manifest]) -> Held:
    if manifest is None:
        return Held(file, None, msg("no manifest stands beside it; --manifest names one"))
    if manifest not in known:
        known[manifest] = _manifest(manifest, key)
    told = known[manifest]
    if told.fault:
        return Held(file, manifest, msg("{manifest}: {fault}", manifest=manifest, fault=told.fault))
    if file.name not in told.files:
        return Held(file, manifest, msg("{manifest} does not tell it", manifest=manifest))
    if _checksum(file) != told.files[file.name]:
        return Held(file, manifest, msg("it is not the file that was built: it was changed since, or is another"))
    return Held(file, manifest, None, told.origins)


def _manifest(path: Path, key: PublicKey) -> _Manifest:
    """A manifest whose signature holds; else what is wrong with it."""
    signature = path.with_name(path.name + SUFFIX)
    if not signature.is_file():
        return _Manifest(msg("it is not signed: there is no {signature}", signature=signature.name), {})
    with path.open("rb") as file:
        data = file.read(MOST_BYTES)
    with signature.open("rb") as file:
        fault = key.fault(data, file.read(MOST_BYTES))
    if fault:
        return _Manifest(fault, {})
    try:
        told: Any = json.loads(data)
        files = {str(one["file"]).rpartition("/")[2]: str(one["sha256"]) for one in told["files"]}
        return _Manifest(None, files, tuple(_origins(told["facts"])))
    except (ValueError, LookupError, TypeError, RecursionError):
        return _Manifest(msg("it is signed, and no manifest of a build"), {})


def _origins(facts: Sequence[Mapping[str, Any]]) -> Iterator[Origin]:
    for fact in facts:
        if read := cast("dict[str, Any] | None", fact.get("read")):
            yield Origin(**read)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
