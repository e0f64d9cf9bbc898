#!/usr/bin/env bash
# A library for content credentials lists .docx among its types and stops at every Word file that is compressed.
#
# Package:   c2pa-python 0.38.1 (c2pa-rs 0.91.3), python-docx 1.2.0 for a Word file
# Date:      2026-11-28
# Expected:  Builder.get_supported_mime_types() names docx and its media type, so Builder.sign signs a Word file,
#            embedded or, with set_no_embed(), beside it.
# Instead:   "could not read the ZIP: compression method not supported: 8" for any file with deflated parts, which is
#            what Word and every library write, with set_no_embed() too, where nothing need be read. The same file stored
#            without compression is signed. Declared as application/zip, which is not listed, its bytes are bound
#            in a sidecar that Reader("docx", …) then holds valid.
# Matters:   Who asks the list before signing offers a choice that fails for every real file; who falls back
#            to storing makes files several times as large.
# reportgen: build --c2pa declares the archive and writes sidecars; nothing is embedded.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'c2pa-python==0.38.1' 'python-docx==1.2.0' 'cryptography==50.0.2'
cd "$here"

cat > try.py <<'PYTHON'
import datetime, io, json, zipfile

import c2pa, docx
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

root, key = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
start = datetime.datetime(2026, 1, 1)


def certificate(name, of, issues):
    called = lambda one: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Office")])
    made = x509.CertificateBuilder(called("Root"), called(name), of.public_key(), 7, start, start + datetime.timedelta(3650))
    made = made.add_extension(x509.BasicConstraints(issues, None), True)
    made = made.add_extension(x509.KeyUsage(True, False, False, False, False, issues, issues, False, False), True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(of.public_key()), False)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), False)
    if not issues:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False)
    return made.sign(root, None).public_bytes(Encoding.PEM).decode()


chain = certificate("Editor", key, False) + certificate("Root", root, True)
made = {"action": "c2pa.created", "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"}
actions = {"label": "c2pa.actions.v2", "data": {"actions": [made]}}
claim = json.dumps({"claim_generator_info": [{"name": "try", "version": "1"}], "title": "a", "assertions": [actions]})
written = io.BytesIO()
docx.Document().save(written)
compressed, stored = written.getvalue(), io.BytesIO()
with zipfile.ZipFile(written) as old, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as new:
    for name in old.namelist():
        new.writestr(name, old.read(name))


def signed(data, form, beside):
    try:
        with c2pa.Signer.from_callback(key.sign, c2pa.C2paSigningAlg.ED25519, chain) as signer, c2pa.Builder(claim) as builder:
            if beside:
                builder.set_no_embed()
            return builder.sign(signer, form, io.BytesIO(data), io.BytesIO()), "signed"
    except c2pa.C2paError as error:
        return None, str(error).rpartition(": could not read")[2].strip() or str(error)


listed = c2pa.Builder.get_supported_mime_types()
print("docx listed:", "docx" in listed, "| application/zip listed:", "application/zip" in listed)
print("docx, compressed, embedded:", signed(compressed, "docx", False)[1])
print("docx, compressed, beside:", signed(compressed, "docx", True)[1])
print("docx, stored, embedded:", signed(stored.getvalue(), "docx", False)[1])
sidecar, told = signed(compressed, "application/zip", True)
print("application/zip, compressed, beside:", told)
print("read as docx:", json.loads(c2pa.Reader("docx", io.BytesIO(compressed), sidecar).json())["validation_state"])
PYTHON
seen=$(venv/bin/python try.py 2>&1) || true
recorded='docx listed: True | application/zip listed: False
docx, compressed, embedded: the ZIP: compression method not supported: 8
docx, compressed, beside: the ZIP: compression method not supported: 8
docx, stored, embedded: signed
application/zip, compressed, beside: signed
read as docx: Valid'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
