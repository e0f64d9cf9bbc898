#!/usr/bin/env bash
# Joining two files gives bookmarks that overlap or nest each other's ends.
#
# Package:   docxcompose 2.2.0 (with python-docx 1.2.0)
# Date:      2026-11-28
# Expected:  A bookmark that wraps another goes on wrapping it when a second file is appended.
# Instead:   renumber_bookmarks numbers all beginnings in their order and all ends in theirs, so the outer
#            bookmark is given the inner one's end and the inner one reaches on to the outer one's.
# Matters:   REF fields then print other words than they did, and whatever is kept by bookmarks is kept wrongly;
#            the file opens without a complaint.
# reportgen: What stands at a mark is found by the figure's own words from the mark's beginning on, and a line that
#            stands letter for letter holds whatever its marks say.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'docxcompose==2.2.0' 'python-docx==1.2.0' 'setuptools<81'
cat > "$here/join.py" <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxcompose.composer import Composer

W = nsdecls("w")
first = Document()
paragraph = first.add_paragraph()._p
for piece in (
    f'<w:bookmarkStart {W} w:id="1" w:name="outer"/>', f"<w:r {W}><w:t>one </w:t></w:r>",
    f'<w:bookmarkStart {W} w:id="2" w:name="inner"/>', f"<w:r {W}><w:t>two </w:t></w:r>", f'<w:bookmarkEnd {W} w:id="2"/>',
    f"<w:r {W}><w:t>three</w:t></w:r>", f'<w:bookmarkEnd {W} w:id="1"/>',
):
    paragraph.append(parse_xml(piece))


def told(document):
    words, opened, found = "", {}, {}
    for element in document.element.body.iter():
        if element.tag == qn("w:t"):
            words += element.text
        elif element.tag == qn("w:bookmarkStart"):
            opened[element.get(qn("w:id"))] = (element.get(qn("w:name")), len(words))
        elif element.tag == qn("w:bookmarkEnd"):
            name, start = opened[element.get(qn("w:id"))]
            found[name] = words[start:]
    return found


before = told(first)
joined = Composer(first)
joined.append(Document())
after = told(joined.doc)
print("before:", before)
print("after: ", after)
assert before == {"inner": "two ", "outer": "one two three"}
assert after == {"outer": "one two ", "inner": "two three"}, "docxcompose keeps the ends of bookmarks now"
PY
"$here/venv/bin/python" "$here/join.py"
