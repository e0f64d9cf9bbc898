"""Signatures of manifests: ed25519, by keys that openssl and ssh-keygen make and read. The home of cryptography.

A signature is a file of two lines: `ed25519` and the id of the key, then the 64 bytes of the signature in base64. The
id is the SHA-256 of the public key in DER; docs/living.md tells how openssl alone verifies both. Not here: what is
signed.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.extras import need
from reportgen.messages import Message, msg
from reportgen.problems import ChoiceError
from reportgen.records import record

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
    from cryptography.hazmat.primitives.serialization import SSHPrivateKeyTypes, SSHPublicKeyTypes

SUFFIX = ".sig"
"""What is put behind the name of a file for that of its signature."""

PASSPHRASE = "REPORTGEN_SIGN_PASSPHRASE"
"""The environment variable that holds the passphrase of an encrypted key."""

MOST_BYTES = 65_536
"""Of a key or a signature: a larger file is neither."""

_FORM = re.compile(rb"ed25519 ([0-9a-f]{64})\r?\n([A-Za-z0-9+/]{86}==)\s*")
_MAKE = "openssl genpkey -algorithm ed25519 -out private.pem"
_SHOW = "openssl pkey -in private.pem -pubout -out public.pem"

Ask = Callable[[], str | None]
"""What gives the passphrase of an encrypted key; None where nobody does."""


def by_environment() -> str | None:
    """The passphrase as the environment holds it."""
    return os.environ.get(PASSPHRASE)


@record
class Signer:
    """A private key that signs, and the id of its public key."""

    key_id: str
    sign: Callable[[bytes], bytes]

    def signature(self, data: bytes) -> bytes:
        """The file that stands beside what is signed."""
        return f"ed25519 {self.key_id}\n{base64.b64encode(self.sign(data)).decode()}\n".encode()


@record
class PublicKey:
    """A public key: its id, and whether 64 bytes are its signature of data."""

    key_id: str
    signed: Callable[[bytes, bytes], bool]

    def fault(self, data: bytes, signature: bytes) -> Message | None:
        """What is wrong with the file that is to be the signature of the data by this key; None where it holds."""
        if len(signature) > MOST_BYTES or not (told := _FORM.fullmatch(signature)):
            return msg("the signature has not the form that a build gives it")
        if told[1].decode() != self.key_id:
            return msg("it was signed by another key, {key}", key=shortened(told[1].decode()))
        try:
            raw = base64.b64decode(told[2], validate=True)
        except binascii.Error:
            return msg("the signature has not the form that a build gives it")
        return None if self.signed(data, raw) else msg("it is not what was signed: it was changed since, or is another")


def shortened(key_id: str) -> str:
    """A key's id as it is told: its first 16 digits."""
    return key_id[:16]


def read_signer(path: Path, passphrase: Ask = by_environment) -> Signer:
    """The private key in a file: PEM (PKCS#8) or OpenSSH's own; `passphrase` is asked for where it is encrypted.

    ChoiceError where the file holds none of ed25519 or the passphrase does not open it, OSError where it cannot be
    read.
    """
    need("sign", "cryptography")
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    data = _bytes(path)
    try:
        key = _private(data, None)
    except TypeError:  # what cryptography raises where a key is encrypted and no passphrase given
        key = _opened(data, path, passphrase)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_private(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_private(path)
    return Signer(_key_id(key.public_key()), key.sign)


def read_public(path: Path) -> PublicKey:
    """The public key in a file: PEM, or a line of OpenSSH's.

    ChoiceError where the file holds none of ed25519, OSError where it cannot be read.
    """
    need("sign", "cryptography")
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    data = _bytes(path)
    if b"PRIVATE KEY-----" in data:
        raise ChoiceError(
            msg("{path} is a private key, to sign with; the public one: {command}", path=path, command=_SHOW)
        )
    try:
        key = _public(data)
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise ChoiceError(
            msg("{path} holds no public key of ed25519, neither in PEM nor as a line of OpenSSH", path=path)
        )
    verify = key.verify

    def signed(data: bytes, signature: bytes) -> bool:
        try:
            verify(signature, data)
        except InvalidSignature:
            return False
        return True

    return PublicKey(_key_id(key), signed)


def key_id_of_certificate(chain: bytes) -> str:
    """The id of the key that the first certificate of a PEM file is of; none where it holds none of ed25519."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.x509 import load_pem_x509_certificates

    try:
        key = load_pem_x509_certificates(chain)[0].public_key()
    except (ValueError, UnsupportedAlgorithm):
        return ""
    return _key_id(key) if isinstance(key, Ed25519PublicKey) else ""


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _private(data: bytes, passphrase: bytes | None) -> SSHPrivateKeyTypes | object:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_ssh_private_key

    load = load_ssh_private_key if b"BEGIN OPENSSH PRIVATE KEY" in data else load_pem_private_key
    return load(data, passphrase)


def _opened(data: bytes, path: Path, passphrase: Ask) -> object:
    """An encrypted key, opened."""
    from cryptography.exceptions import UnsupportedAlgorithm

    given = passphrase()
    if given is None:
        raise ChoiceError(
            msg("{path} is encrypted; put its passphrase into {variable}", path=path, variable=PASSPHRASE)
        )
    try:
        return _private(data, given.encode())
    except UnsupportedAlgorithm as error:
        raise _no_private(path) from error
    except (ValueError, TypeError) as error:
        raise ChoiceError(msg("the passphrase does not open {path}", path=path)) from error


def _no_private(path: Path) -> ChoiceError:
    return ChoiceError(
        msg("{path} holds no private key of ed25519; one is made by: {command}", path=path, command=_MAKE)
    )


def _public(data: bytes) -> PublicKeyTypes | SSHPublicKeyTypes:
    from cryptography.hazmat.primitives.serialization import load_pem_public_key, load_ssh_public_key

    return load_ssh_public_key(data) if data.startswith(b"ssh-") else load_pem_public_key(data)


def _key_id(key: Ed25519PublicKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
