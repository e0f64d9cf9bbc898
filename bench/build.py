"""How long a full build takes, as a ratio to a straight-line script that makes the same files in the same run.

    python bench/build.py [--pairs 9] [--layout]

Runs are taken in pairs, one right after the other, and the median of the pairs' ratios is told: single runs on a shared
machine move by a fifth. `--layout` lets both use LibreOffice for page numbers; without it neither does.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from straight_line import script

ROOT = Path(__file__).resolve().parent.parent
CONTENT = None
PARTS = """\
import json, sys, time
start = time.perf_counter()
marks = {}
def mark(name):
    global start
    now = time.perf_counter(); marks[name] = now - start; start = now
from pathlib import Path
import reportgen.cli, reportgen.checks, reportgen.compose, reportgen.read
mark("imports: content")
briefing = reportgen.read.read_briefing(Path("content"))
look = reportgen.read.read_look("modern")
mark("reading")
reportgen.checks.check(briefing)
mark("checks")
documents = {edition: reportgen.compose.compose(briefing, edition) for edition in ("zh", "en", "bilingual")}
mark("composing")
import reportgen.word.render
mark("imports: docx")
import matplotlib.figure, matplotlib.backends.backend_agg
mark("imports: matplotlib")
from reportgen.build import _draw
drawings = {edition: _draw(document, look, edition, lambda step: None) for edition, document in documents.items()}
mark("charts")
for edition, document in documents.items():
    reportgen.word.render.render(document, look, drawings[edition])
mark("writing")
print(json.dumps(marks))
"""


def run(*command: str) -> float:
    """Seconds that a command takes; it must end well."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=9)
    arguments.add_argument("--layout", action="store_true")
    options = arguments.parse_args()
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yardstick = folder / "script.py"
        yardstick.write_text(script(Path("content")), encoding="utf-8")
        line = [python, str(yardstick), str(folder / "line"), str(ROOT / "fonts")]
        pages = "layout" if options.layout else "estimate"
        full = [python, "-m", "reportgen", "build", *([str(CONTENT)] if CONTENT else []), "-o", str(folder / "built"), "--pages", pages]
        pairs: list[tuple[float, float]] = []
        for _ in range(options.pairs):
            straight = run(*line)
            if options.layout:
                files = [str(file) for file in sorted((folder / "line").glob("*.docx"))]
                profile = (folder / "profile").as_uri()
                straight += run(
                    *("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
                    *("--outdir", str(folder / "pdf"), *files),
                )
            pairs.append((straight, run(*full)))
        import json

        parts = [
            json.loads(
                subprocess.run([python, "-c", PARTS], cwd=ROOT, check=True, capture_output=True, text=True).stdout
            )
            for _ in range(3)
        ]
    straight = statistics.median(first for first, _ in pairs)
    ratio = statistics.median(second / first for first, second in pairs)
    print(f"{'what':24}{'seconds':>9}{'of straight line':>18}")
    print(f"{'straight line':24}{straight:9.2f}{1:18.2f}")
    print(f"{'full build':24}{statistics.median(second for _, second in pairs):9.2f}{ratio:18.2f}")
    for part in parts[0]:
        seconds = statistics.median(found[part] for found in parts)
        print(f"  {part:22}{seconds:9.2f}{seconds / straight:18.2f}")


if __name__ == "__main__":
    main()
