"""How long a full build takes, as a ratio to a straight-line script that makes the same files in the same run.

    python bench/build.py [--pairs 9] [--layout]

Runs are taken in pairs, one right after the other, and the median of the pairs' ratios is told: single runs on a shared
machine move by a fifth. Both start cold: no chart is taken from an earlier build. `--layout` lets both use LibreOffice
for page numbers; without it neither does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
from pathlib import Path

from runs import PYTHON, ROOT, Time, environment, run, table
from straight_line import script

PARTS = """\
import json, sys, time
start = time.perf_counter()
marks = {}
def mark(name):
    global start
    now = time.perf_counter(); marks[name] = now - start; start = now
from pathlib import Path
import reportgen.cli, reportgen.checks, reportgen.compose, reportgen.briefing_reader
mark("imports: content")
briefing = reportgen.briefing_reader.read_briefing(Path("content"))
look = reportgen.briefing_reader.read_look("modern")
mark("reading")
reportgen.checks.check(briefing)
mark("checks")
documents = {edition: reportgen.compose.compose(briefing, edition) for edition in ("zh", "en", "bilingual")}
mark("composing")
import reportgen.word.body.render, reportgen.word.ooxml.package
mark("imports: docx")
import matplotlib.figure, matplotlib.backends.backend_agg
mark("imports: matplotlib")
from reportgen.charts import draw
from reportgen.document import Figure
drawings = {
    edition: {each.caption.id: draw(each.chart, look) for each in document.elements if isinstance(each, Figure)}
    for edition, document in documents.items()
}
mark("charts")
for edition, document in documents.items():
    reportgen.word.body.render.render(document, look, drawings[edition])
mark("writing")
print(json.dumps(marks))
"""


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=9)
    arguments.add_argument("--layout", action="store_true")
    options = arguments.parse_args()
    rows: dict[str, list[Time]] = {"straight line": [], "full build": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings = environment(folder)
        yardstick = folder / "script.py"
        yardstick.write_text(script(ROOT / "content"), encoding="utf-8")
        line = [PYTHON, str(yardstick), str(folder / "line"), str(ROOT / "fonts")]
        pages = "layout" if options.layout else "estimate"
        full = [PYTHON, "-m", "reportgen", "build", "-o", str(folder / "built"), "--pages", pages, "--fresh"]
        run(line, surroundings)
        run(full, surroundings)
        for _ in range(options.pairs):
            straight = run(line, surroundings)
            if options.layout:
                files = [str(file) for file in sorted((folder / "line").glob("*.docx"))]
                convert = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
                straight += run(
                    [*convert, "--convert-to", "pdf", "--outdir", str(folder / "pdf"), *files], surroundings
                )
            rows["straight line"].append(straight)
            rows["full build"].append(run(full, surroundings))
        code = [PYTHON, "-c", PARTS]
        parts = [
            json.loads(
                subprocess.run(code, cwd=ROOT, env=surroundings, check=True, capture_output=True, text=True).stdout
            )
            for _ in range(3)
        ]
    print(table("straight line", rows))
    for part in parts[0]:
        print(f"  {part:24}{statistics.median(found[part] for found in parts):9.2f}")


if __name__ == "__main__":
    main()
