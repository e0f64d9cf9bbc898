#!/usr/bin/env bash
# A log that says its columns count characters is read as if they counted UTF-16 units: the excerpt slips aside.
#
# Package:   @microsoft/sarif-multitool 5.7.0 (npm, with its binary for Linux)
# Date:      2026-11-27
# Expected:  SARIF 2.1.0 has run.columnKind, utf16CodeUnits or unicodeCodePoints, just so that a reader finds the
#            same words. In "𠮷林营收17亿元" 营收 is columns 3 to 5 by code points and 4 to 6 by UTF-16 units; with
#            either kind stated, `rewrite --insert RegionSnippets` inserts 营收.
# Instead:   With unicodeCodePoints it inserts 林营 and keeps columnKind as it stands. A log that is right by the
#            standard is shown wrong, and the file that comes out contradicts itself. `validate` has no word on it.
# Matters:   Names of people and places hold characters beyond the 16 bits (𠮷, 𨭎, 𫖯). A report points beside the slip,
#            and an editor that applies a fix there deletes the wrong character.
# reportgen: `check --format sarif` should write columnKind utf16CodeUnits and count UTF-16 units, not Python's characters;
#            a test should hold a line with such a character before the slip.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init --yes > init.log
npm install --silent --no-audit --no-fund '@microsoft/sarif-multitool@5.7.0'

cat > make.py <<'CODE'
import json
from pathlib import Path

line = "𠮷林营收17亿元"
Path("a.yaml").write_text(line + "\n", encoding="utf-8")
for kind, start in (("unicodeCodePoints", 3), ("utf16CodeUnits", 4)):
    region = {"startLine": 1, "startColumn": start, "endColumn": start + 2}
    place = {"artifactLocation": {"uri": "a.yaml", "uriBaseId": "SOURCE"}, "region": region}
    run = {
        "tool": {"driver": {"name": "demo", "rules": [{"id": "XX1001"}]}},
        "columnKind": kind,
        "originalUriBaseIds": {"SOURCE": {"uri": Path.cwd().as_uri() + "/"}},
        "results": [{"ruleId": "XX1001", "message": {"text": "x"}, "locations": [{"physicalLocation": place}]}],
    }
    log = {"version": "2.1.0", "runs": [run]}
    Path(f"{kind}.sarif").write_text(json.dumps(log), encoding="utf-8")
CODE
cat > show.py <<'CODE'
import json

for kind in ("unicodeCodePoints", "utf16CodeUnits"):
    run = json.load(open(f"{kind}-out.sarif", encoding="utf-8-sig"))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    print(kind, "in, out", run.get("columnKind"), region["startColumn"], region["endColumn"], region["snippet"]["text"])
CODE
python3 make.py
for kind in unicodeCodePoints utf16CodeUnits; do
    node_modules/.bin/sarif-multitool rewrite "$kind.sarif" --output "$kind-out.sarif" --insert RegionSnippets > tool.log
done
seen=$(python3 show.py)
recorded='unicodeCodePoints in, out unicodeCodePoints 3 5 林营
utf16CodeUnits in, out utf16CodeUnits 4 6 营收'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
