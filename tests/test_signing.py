"""Manifests are signed by keys that openssl and ssh-keygen make, and verified without us; files get C2PA sidecars."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from reportgen import cli
from reportgen.batch.run import Order, run
from reportgen.credentials import Attester, attested, attester
from reportgen.messages import Message
from reportgen.pipeline import Beside, Plan, build
from reportgen.problems import ChoiceError
from reportgen.signing import PASSPHRASE, read_public, read_signer
from tests.content import GOOD, write_content, write_files

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
OPENSSL = shutil.which("openssl")


def private(path: Path, form: PrivateFormat = PrivateFormat.PKCS8, secret: str = "", key: Any = KEY) -> Path:
    locked: KeySerializationEncryption = BestAvailableEncryption(secret.encode()) if secret else NoEncryption()
    path.write_bytes(key.private_bytes(Encoding.PEM, form, locked))
    return path


def public(path: Path, key: Ed25519PrivateKey = KEY, *, ssh: bool = False) -> Path:
    form = (Encoding.OpenSSH, PublicFormat.OpenSSH) if ssh else (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    path.write_bytes(key.public_key().public_bytes(*form))
    return path


def certificates(path: Path, key: Ed25519PrivateKey = KEY) -> Path:
    """A chain for the key: its certificate, then that of an office that issued it."""
    root, start = Ed25519PrivateKey.from_private_bytes(b"r" * 32), datetime(2025, 1, 1, tzinfo=UTC)

    def certificate(name: str, of: Ed25519PrivateKey, issuer: str, *, issues: bool) -> bytes:
        def called(name: str) -> x509.Name:
            return x509.Name(
                [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Office")]
            )

        usage = x509.KeyUsage(True, False, False, False, False, issues, issues, False, False)
        made = (
            x509.CertificateBuilder(called(issuer), called(name), of.public_key(), 7, start, start + timedelta(9999))
            .add_extension(x509.BasicConstraints(issues, None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(of.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), critical=False)
        )
        if not issues:
            made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        return made.sign(root, None).public_bytes(Encoding.PEM)

    path.write_bytes(certificate("Editor", key, "Root", issues=False) + certificate("Root", root, "Root", issues=True))
    return path


# ---- keys ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.OpenSSH])
@pytest.mark.parametrize("secret", ["", "hush"])
@pytest.mark.parametrize("ssh", [False, True])
def test_keys_of_openssl_and_openssh_sign_and_verify(
    form: PrivateFormat, secret: str, ssh: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, secret)
    signer = read_signer(private(tmp_path / "key", form, secret))
    key = read_public(public(tmp_path / "key.pub", ssh=ssh))
    signature = signer.signature(b"figures")
    assert key.key_id == signer.key_id
    assert key.fault(b"figures", signature) is None
    assert isinstance(key.fault(b"figure5", signature), Message)
    assert signature == signer.signature(b"figures"), "the same bytes each time"


def test_a_key_that_is_locked_opens_by_its_passphrase_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = private(tmp_path / "key", secret="hush")
    monkeypatch.delenv(PASSPHRASE, raising=False)
    with pytest.raises(ChoiceError, match=PASSPHRASE):
        read_signer(path)
    with pytest.raises(ChoiceError, match="does not open"):
        read_signer(path, lambda: "hash")
    assert read_signer(path, lambda: "hush").key_id


def test_what_is_no_key_of_ed25519_is_refused(tmp_path: Path) -> None:
    other = private(tmp_path / "rsa", key=rsa.generate_private_key(65537, 2048))
    wrong = tmp_path / "words"
    wrong.write_text("figures")
    for path in (other, wrong, public(tmp_path / "public")):
        with pytest.raises(ChoiceError, match="no private key of ed25519"):
            read_signer(path)
    with pytest.raises(ChoiceError, match="is a private key"):
        read_public(private(tmp_path / "private"))
    with pytest.raises(ChoiceError, match="no public key"):
        read_public(wrong)


def test_a_signature_of_another_key_another_text_or_another_form_does_not_hold(tmp_path: Path) -> None:
    signer, key = read_signer(private(tmp_path / "key")), read_public(public(tmp_path / "pub"))
    stranger = read_signer(private(tmp_path / "other", key=OTHER))
    head, raw = signer.signature(b"figures").splitlines()
    faults = [
        key.fault(b"figures", stranger.signature(b"figures")),
        key.fault(b"figures", b"\n".join((head, stranger.signature(b"figures").splitlines()[1])) + b"\n"),
        key.fault(b"figures", raw),
        key.fault(b"figures", b""),
        key.fault(b"figures", base64.b64decode(raw)),
    ]
    assert [str(fault)[:22] for fault in faults] == [
        "it was signed by anoth",
        "it is not what was sig",
        *["the signature has not "] * 3,
    ]


@pytest.mark.skipif(OPENSSL is None, reason="openssl is not on this machine")
def test_openssl_alone_verifies_a_manifest(tmp_path: Path) -> None:
    folder, out = write_content(tmp_path / "content"), tmp_path / "out"
    pem = public(tmp_path / "public.pem")
    build(folder, out, editions=["en"], pages="estimate", sign=private(tmp_path / "private.pem"))
    head, raw = (out / "manifest.json.sig").read_text().splitlines()
    (tmp_path / "raw").write_bytes(base64.b64decode(raw))
    verify = ["pkeyutl", "-verify", "-pubin", "-inkey", str(pem), "-rawin", "-in", str(out / "manifest.json")]
    done = subprocess.run([str(OPENSSL), *verify, "-sigfile", str(tmp_path / "raw")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    der = subprocess.run(
        [str(OPENSSL), "pkey", "-pubin", "-in", str(pem), "-outform", "DER"], capture_output=True, check=True
    )
    digest = subprocess.run([str(OPENSSL), "dgst", "-sha256", "-r"], input=der.stdout, capture_output=True, check=True)
    assert head == f"ed25519 {digest.stdout.decode().split()[0]}"


# ---- builds ---------------------------------------------------------------------------------------------


def test_a_signed_build_has_a_manifest_of_its_files_and_its_signature(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out, key = write_content(tmp_path / "content"), tmp_path / "out", private(tmp_path / "key")
    done = cli.run(["build", str(folder), "-o", str(out), "--edition", "en", "--pages", "estimate", "--sign", str(key)])
    assert done == 0, capsys.readouterr().err
    assert sorted(path.name for path in out.iterdir()) == ["manifest.json", "manifest.json.sig", "small.en.docx"]
    signature = (out / "manifest.json.sig").read_bytes()
    assert read_public(public(tmp_path / "pub")).fault((out / "manifest.json").read_bytes(), signature) is None


def test_a_key_that_does_not_sign_is_wrong_usage_and_nothing_is_written(tmp_path: Path) -> None:
    folder, out, wrong = write_content(tmp_path / "content"), tmp_path / "out", public(tmp_path / "pub")
    assert cli.run(["build", str(folder), "-o", str(out), "--pages", "estimate", "--sign", str(wrong)]) == 2
    assert not out.exists()


def test_every_row_of_a_batch_has_its_manifest_signed(tmp_path: Path) -> None:
    briefing = GOOD["briefing.yaml"].replace(
        "{zh: 小简报, en: A small briefing}", '{zh: "{row:zh}简报", en: "The {row:code} briefing"}'
    )
    table = "code,zh\na,甲\nb,乙\n"
    files = {**GOOD, "briefing.yaml": briefing + 'batch: {key: code, files: "{row:code}"}\n', "data/rows.csv": table}
    folder, out = write_files(tmp_path / "content", files), tmp_path / "out"

    def made(key: Path, *, resume: bool) -> tuple[int, int]:
        plan, beside, by = Plan(("en",), pages="estimate"), Beside(manifest=True), attester(read_signer(key), None)
        order = Order(folder, "rows.csv", out, plan, beside=beside, resume=resume, attester=by)
        outcome = run(order, lambda _: None)
        return outcome.made, outcome.kept

    assert made(private(tmp_path / "key"), resume=False) == (2, 0)
    key = read_public(public(tmp_path / "pub"))
    for row in "ab":
        signature = (out / f"{row}.manifest.json.sig").read_bytes()
        assert key.fault((out / f"{row}.manifest.json").read_bytes(), signature) is None
    entries = json.loads((out / "batch.json").read_bytes())["rows"]
    assert [file["file"] for file in entries[0]["files"]] == ["a.en.docx", "a.manifest.json", "a.manifest.json.sig"]
    assert made(private(tmp_path / "key"), resume=True) == (0, 2)
    assert made(private(tmp_path / "other", key=OTHER), resume=True) == (2, 0), "another key signs anew"


# ---- C2PA -----------------------------------------------------------------------------------------------


def test_a_sidecar_holds_for_its_file_and_for_no_other(tmp_path: Path) -> None:
    library: Any = pytest.importorskip("c2pa")
    folder, key = write_content(tmp_path / "content"), private(tmp_path / "key")
    built = build(folder, editions=["en"], pages="estimate", xlsx=True, sign=key, c2pa=certificates(tmp_path / "chain"))
    files = {one.file: one.data for one in built}
    assert [*files] == [
        *("small.en.docx", "small.xlsx", "manifest.json"),
        *("small.en.c2pa", "small.c2pa", "manifest.json.sig"),
    ]

    def faults(name: str, data: bytes, sidecar: str) -> list[str]:
        told = json.loads(library.Reader(name, io.BytesIO(data), files[sidecar]).json())
        found = told["validation_results"]["activeManifest"]
        return [one["code"] for one in found["failure"] if one["code"] != "signingCredential.untrusted"]

    data = files["small.en.docx"]
    assert faults("docx", data, "small.en.c2pa") == []
    assert faults("xlsx", files["small.xlsx"], "small.c2pa") == []
    assert faults("docx", data[:-1] + b"!", "small.en.c2pa") == ["assertion.dataHash.mismatch"]
    assert faults("docx", data, "small.c2pa") == ["assertion.dataHash.mismatch"]


def test_certificates_of_another_key_and_sidecars_without_a_key_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("c2pa")
    folder, key = write_content(tmp_path / "content"), private(tmp_path / "key")
    with pytest.raises(ChoiceError, match="not one of the key"):
        build(folder, pages="estimate", sign=key, c2pa=certificates(tmp_path / "chain", OTHER))
    with pytest.raises(ChoiceError, match="are signed"):
        build(folder, pages="estimate", c2pa=certificates(tmp_path / "chain"))


def test_a_pdf_and_its_word_file_have_sidecars_of_their_own(tmp_path: Path) -> None:
    pytest.importorskip("c2pa")
    by = attester(read_signer(private(tmp_path / "key")), certificates(tmp_path / "chain"))
    names = [name for name, _ in attested([("a.zh.docx", b"1"), ("a.zh.pdf", b"2"), ("rows/a.xlsx", b"3")], by)]
    assert names == ["a.zh.c2pa", "a.zh.pdf.c2pa", "rows/a.c2pa"]
    assert [name for name, _ in attested([("a.zh.docx", b"1")], Attester(by.signer))] == []
