"""The table of edits as docs/living.md prints it: `python -m tests.living.table` writes it anew."""

from __future__ import annotations

from pathlib import Path

from tests.living.edits import EDITS, Edit

PAGE = Path(__file__).parents[2] / "docs" / "living.md"
OPENING, CLOSING = "<!-- edits -->\n", "<!-- end of edits -->"


def table() -> str:
    """A row an edit: what was done, and what each command says of it."""
    rows = [f"| {each.about} | {_verify(each)} | {each.refresh} | {each.pull} |" for each in EDITS]
    head = "| edit | `verify` | `refresh`, where the fact has changed | `pull` |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def _verify(edit: Edit) -> str:
    told = [f"`{code}`" for code in dict.fromkeys(edit.verify)]
    told += [f"in two languages `{code}`" for code in edit.both]
    if edit.listed:
        told.append("with lists of figures `contents/outdated`")
    return ", ".join(told) or "–"


def written(page: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = page.partition(OPENING)
    return f"{before}{OPENING}{table()}{CLOSING}{rest.partition(CLOSING)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
