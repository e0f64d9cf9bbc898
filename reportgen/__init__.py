"""Chinese and English Word briefings from structured content, in which no figure can disagree.

    import reportgen

    briefing = reportgen.read("content")
    problems = reportgen.check(briefing)
    built = reportgen.build("content", "output", editions=["zh", "en"])
    differences = reportgen.compare("output/a.zh.docx", "output/a.en.docx")
    delta = reportgen.diff("last-quarter", "this-quarter")
    figures = reportgen.numbers.find("产值近4500亿元", "zh")

Everything named in `__all__` is public; docs/python.md tells it with examples. It is loaded when it is first used, so
that `import reportgen` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportgen.version import __version__

if TYPE_CHECKING:
    from reportgen import numbers
    from reportgen.content.model import Briefing
    from reportgen.differences import Difference
    from reportgen.file_compare import compare
    from reportgen.living.delta.compared import diff
    from reportgen.living.delta.found import Delta
    from reportgen.living.held.finding import Finding
    from reportgen.living.pull.bringing import Pulled, pull
    from reportgen.living.refresh import Refreshed, refresh
    from reportgen.living.renewed.remarks import Remark
    from reportgen.living.verify import verify
    from reportgen.output_files import Built
    from reportgen.pipeline import build, check, read
    from reportgen.problems import Certainty, ContentError, Edit, Evidence, Place, Problem, Severity
    from reportgen.progress import Step

__all__ = [
    "Briefing",
    "Built",
    "Certainty",
    "ContentError",
    "Delta",
    "Difference",
    "Edit",
    "Evidence",
    "Finding",
    "Place",
    "Problem",
    "Pulled",
    "Refreshed",
    "Remark",
    "Severity",
    "Step",
    "__version__",
    "build",
    "check",
    "compare",
    "diff",
    "numbers",
    "pull",
    "read",
    "refresh",
    "verify",
]

_HOMES = {
    "Briefing": "content.model",
    "Built": "output_files",
    "Certainty": "problems",
    "ContentError": "problems",
    "Edit": "problems",
    "Delta": "living.delta.found",
    "Evidence": "problems",
    "Difference": "differences",
    "Finding": "living.held.finding",
    "Place": "problems",
    "Problem": "problems",
    "Pulled": "living.pull.bringing",
    "Refreshed": "living.refresh",
    "Remark": "living.renewed.remarks",
    "Severity": "problems",
    "Step": "progress",
    "build": "pipeline",
    "check": "pipeline",
    "compare": "file_compare",
    "diff": "living.delta.compared",
    "pull": "living.pull.bringing",
    "read": "pipeline",
    "refresh": "living.refresh",
    "verify": "living.verify",
}
"""The modules that public names stand in; none is called as a public function is, so that no import can hide one."""


def __getattr__(name: str) -> Any:
    if name == "numbers":
        return import_module("reportgen.numbers")
    if name in _HOMES:
        return getattr(import_module(f"reportgen.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'reportgen' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
