"""How `agree` does on pairs of real sentences: `python bench/real_pairs.py FILE`, or REPORTGEN_REAL_PAIRS=FILE.

FILE is YAML in the form of the pair cases of tests/numbers/goldens.yaml. Such pairs stay out of this repository.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import yaml

from reportgen.numbers import Disagreement, agree


def errors(case: dict[str, Any]) -> list[Disagreement]:
    """What `agree` calls an error in a pair; warnings do not count."""
    return [each for each in agree(case["zh"], case["en"]) if each.severity == "error"]


def main() -> None:
    """Prints every pair that is judged unlike its label, and the two rates."""
    path = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("REPORTGEN_REAL_PAIRS")
    if not path:
        sys.exit("name a file of pairs, or set REPORTGEN_REAL_PAIRS")
    cases: list[dict[str, Any]] = yaml.safe_load(Path(path).read_text(encoding="utf-8"))["pair_cases"]
    sound = [case for case in cases if case["agree"]]
    wrong = [case for case in cases if not case["agree"]]
    for case in sound:
        for each in errors(case):
            print(f"{case['id']}  false error: {each.message}")
    missed = [case for case in wrong if not errors(case)]
    for case in missed:
        print(f"{case['id']}  missed: {case['error']} {case.get('at', '')}")
    false = sum(bool(errors(case)) for case in sound)
    print(f"{len(sound):5} sound pairs, false errors in {false} ({false / max(1, len(sound)):.1%})")
    print(f"{len(wrong):5} wrong pairs, caught {len(wrong) - len(missed)} ({1 - len(missed) / max(1, len(wrong)):.1%})")


if __name__ == "__main__":
    main()
