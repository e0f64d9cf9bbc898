"""What attests the files of a build: the signature of its manifest, and C2PA sidecars. The home of c2pa.

A sidecar is a C2PA manifest store beside its file, which other verifiers read. c2pa lists .docx among its types but
stops at every file that is compressed, as all of Word's are; asked to bind the bytes of a plain archive, it writes a
sidecar that it and an independent verifier hold against the Word file. findings/ shows it:
c2pa-lists-word-files-and-reads-none-that-is-compressed.sh. Sidecars hold ids that c2pa draws at random: they are the
one thing of a build that is not the same the next time.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportgen.extras import need
from reportgen.messages import msg
from reportgen.problems import ChoiceError
from reportgen.records import record
from reportgen.signing import SUFFIX, Signer, key_id_of_certificate
from reportgen.version import __version__

MANIFEST = "manifest.json"
"""What the name of every manifest ends with: that of a row of a batch stands after the row's."""

ARCHIVE, ENDING = "application/zip", ".c2pa"
_CREATED = {
    "action": "c2pa.created",
    "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia",
}


@record
class Attester:
    """Who attests files: a signer, and the certificates of its key where sidecars are wanted."""

    signer: Signer
    certificates: str = ""

    @property
    def told(self) -> str:
        """What tells it from another."""
        return f"{self.signer.key_id} {self.certificates}"


def attester(signer: Signer, certificates: Path | None) -> Attester:
    """The signer with the chain of certificates in a PEM file, its own first.

    ChoiceError where that is no such chain or another key's, OSError where it cannot be read.
    """
    if certificates is None:
        return Attester(signer)
    need("c2pa", "c2pa")
    chain = certificates.read_bytes()
    if key_id_of_certificate(chain) != signer.key_id:
        raise ChoiceError(msg("{path}: the first certificate is not one of the key that signs", path=certificates))
    made = Attester(signer, chain.decode("ascii", "replace"))
    _sidecar("", b"-", made)  # what c2pa has to say of the certificates, it says now
    return made


def attested(files: Iterable[tuple[str, bytes]], by: Attester) -> Iterator[tuple[str, bytes]]:
    """What stands beside these files, by name: of a manifest its signature, of another its sidecar where wanted."""
    for name, data in files:
        if name.endswith(MANIFEST):
            yield name + SUFFIX, by.signer.signature(data)
        elif by.certificates:
            yield _beside(name), _sidecar(name.rpartition("/")[2], data, by)


def _beside(name: str) -> str:
    """Where verifiers look for a sidecar: in place of the ending; of a PDF behind it, whose Word file has that name."""
    return name + ENDING if name.endswith(".pdf") else name.rpartition(".")[0] + ENDING


def _sidecar(title: str, data: bytes, by: Attester) -> bytes:
    """The manifest store of a file."""
    import c2pa as library  # pyright: ignore[reportMissingTypeStubs]  # here, since few builds want it

    c2pa: Any = library
    claim = {
        "claim_generator_info": [{"name": "reportgen", "version": __version__}],
        "title": title,
        "format": ARCHIVE,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [_CREATED]}}],
    }
    try:
        with (
            c2pa.Signer.from_callback(by.signer.sign, c2pa.C2paSigningAlg.ED25519, by.certificates) as signer,
            c2pa.Builder(json.dumps(claim)) as builder,
        ):
            builder.set_no_embed()
            return builder.sign(signer, ARCHIVE, io.BytesIO(data), io.BytesIO())
    except c2pa.C2paError as error:
        raise ChoiceError(
            msg("no C2PA sidecar can be written by these certificates: {reason}", reason=str(error))
        ) from error
