"""Small content folders for tests: a good one, and ways to spoil it."""

from __future__ import annotations

from pathlib import Path

GOOD: dict[str, str] = {
    "briefing.yaml": """\
id: small
title: {zh: 小简报, en: A small briefing}
issuer: {zh: 测试室, en: The test room}
date: 2025-06-06
sections: [one]
""",
    "facts.yaml": """\
growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}
output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}
""",
    "sources.yaml": """\
paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}
""",
    "terms.yaml": """\
names: [DFM-2]
""",
    "sections/one.yaml": """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "总产值{output}，{growth}。[@paper]", en: "Output was {output}, {growth}.[@paper]"}
""",
    "data/zones.csv": "date,zones\n1988,1\n2008-03,54\n2023-11,178\n",
}


def write_content(folder: Path, **changed: str) -> Path:
    """A good content folder in `folder`, with the text of some files changed (sections__one for sections/one.yaml)."""
    return write_files(folder, {**GOOD, **{file_of(key): text for key, text in changed.items()}})


def file_of(key: str) -> str:
    """The file that a keyword names: facts is facts.yaml, sections__one is sections/one.yaml."""
    return key.replace("__", "/") + (".csv" if key.startswith("data__") else ".yaml")


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """The files, written under `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder
