"""Slips that no lines of YAML or CSV can show: what the tests make of the rules whose examples are told in words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from reportgen.content.data.csv_table import MOST_ROWS
from reportgen.problems import Rule
from tests.content import GOOD, write_files

CHART = "- chart: {id: z, kind: step, title: {zh: 甲, en: A}, data: DATA, x: date, y: zones, unit: 家}\n"
"""What a section needs for a table of data/ to be read."""


def example(folder: Path, rule: Rule, lines: str) -> Path:
    """A sound folder with the lines of a rule's example in their file: entries and blocks besides, tables in whole."""
    files = dict(GOOD)
    if rule.file.startswith("data/"):
        files["sections/one.yaml"] += CHART.replace("DATA", rule.file.removeprefix("data/"))
        files[rule.file] = lines
    elif rule.file.startswith("sections/"):
        files[rule.file] = files[rule.file] + lines + "\n" if lines.startswith("- ") else lines + "\n"
    else:
        keys = {line.partition(":")[0] for line in lines.splitlines()}
        kept = [line for line in files[rule.file].splitlines(keepends=True) if line.partition(":")[0] not in keys]
        whole = lines.startswith(("- ", "? "))
        files[rule.file] = "".join([] if whole else kept) + lines + "\n"
    if lines.startswith("zones: {from"):
        files["sections/one.yaml"] += "- metrics: [zones.1988.zones]\n"
    if rule.code.startswith("plausible/") and rule.file == "facts.yaml":
        names = dict.fromkeys(line.partition(":")[0] for line in lines.splitlines())
        files["sections/one.yaml"] += f"- metrics: [{', '.join(names)}]\n"
    if rule.code == "facts/no-time":
        files["sections/one.yaml"] += '- text: {zh: "{output:when}", en: "{output:when}"}\n'
    return write_files(folder, files)


def _file(name: str, data: bytes) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return make


def _no_facts(folder: Path) -> None:
    (folder / "facts.yaml").unlink()


def _facts_folder(folder: Path) -> None:
    (folder / "facts.yaml").unlink()
    (folder / "facts.yaml").mkdir()


def _blocks(lines: str, **files: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        section = folder / "sections/one.yaml"
        section.write_text(section.read_text(encoding="utf-8") + lines, encoding="utf-8")
        for name, text in files.items():
            path = folder / name
            path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")

    return make


def _workbook(spoil: Callable[[Path], None], sheet: str = "") -> Callable[[Path], None]:
    """A chart of a workbook, which is then spoiled."""

    def make(folder: Path) -> None:
        book = openpyxl.Workbook()
        page: Any = book.active
        for row in (("date", "zones"), ("1988", 1), ("2008-03", 54)):
            page.append(row)
        book.save(folder / "data/trade.xlsx")
        spoil(folder / "data/trade.xlsx")
        _blocks(CHART.replace("DATA", f"'trade.xlsx{sheet}'"))(folder)

    return make


def _part(content: bytes) -> Callable[[Path], None]:
    """A workbook's sheet replaced."""

    def spoil(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        parts["xl/worksheets/sheet1.xml"] = content
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)

    return spoil


def _formula(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    page: Any = book.active
    page["B3"] = "=B2*2"
    book.save(path)


def _changed(change: Callable[[Any, Any], None]) -> Callable[[Path], None]:
    """A workbook changed by openpyxl: what `change` does to the book and its sheet."""

    def spoil(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        change(book, book.active)
        book.save(path)

    return spoil


def _fractions(_: Any, page: Any) -> None:
    page["B3"].number_format = "# ?/?"


def _title(_: Any, page: Any) -> None:
    page.insert_rows(1)
    page["A1"] = "zones by year"
    page.merge_cells("A1:B1")


def _filtered(_: Any, page: Any) -> None:
    page.append(("2023-11", 178))
    page.row_dimensions[3].hidden = True


def _named_formula(book: Any, _: Any) -> None:
    book.defined_names.add(DefinedName("zones", attr_text="SUM(Sheet!$B$2:$B$3)"))


def _database(folder: Path) -> None:
    """A CSV file under the name of a database."""
    (folder / "data/zones.csv").rename(folder / "data/zones.duckdb")
    facts = folder / "facts.yaml"
    asked = "{from: zones.duckdb, query: select max(zones) from zones, unit: 家}"
    facts.write_text(facts.read_text(encoding="utf-8").replace("近4500亿元", asked), encoding="utf-8")


def _nothing(_: Path) -> None:
    return


_COUNTS = "".join(f"n{n}: {{is: {n}家, what: {{zh: 数{n}, en: n{n}}}, source: paper}}\n" for n in (3, 4, 8))
_SUM = """\
- table:
    id: sums
    title: {zh: 甲, en: A}
    columns: [{zh: 甲, en: A}, {zh: 乙, en: B}]
    rows:
    - [{zh: 项, en: Item}, "{n3}"]
    - [{zh: 项, en: Item}, "{n4}"]
    - {cells: [{zh: 合计, en: Total}, "{n8}"], total: true}
"""
_HIGH = "name_zh,name_en,count\n" + "".join(
    f"{'很长的名称' * 12}{n},{'A very long name indeed ' * 7}{n},{n}\n" for n in range(1, 38)
)
_FULL = "name_zh,name_en,a,b,c\n" + "".join(f"甲{n},A{n},1,1,9000\n" for n in range(6))
_SERIES = ", ".join(f"{{name: {{zh: 列{c}, en: Col {c}}}, y: {c}}}" for c in "abc")


def _table(
    data: str, more: str = "", column: str = "{column: n, title: {zh: 数, en: Number}, unit: 家}"
) -> Callable[[Path], None]:
    """A table of a file of names and numbers."""
    name = "{column: name, title: {zh: 名, en: Name}}"
    return _blocks(
        f"- table: {{id: t, title: {{zh: 表, en: Table}}, data: t.csv, columns: [{name}, {column}]{more}}}\n",
        **{"data/t.csv": data},
    )


_NAMES = "name_zh,name_en,n\n甲,A,3\n乙,B,4\n"

SLIPS: dict[str, Callable[[Path], None]] = {
    "data/differs": _blocks(
        "- metrics: [zones]\n"
        "- chart: {id: z, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}\n",
        **{"facts.yaml": "zones: {is: 179家, what: {zh: 数量, en: zones}, as_of: 2023-11, source: paper}\n"},
    ),
    "plausible/parts": _blocks(
        "- chart: {id: ring, kind: donut, title: {zh: 环, en: Ring}, facts: [a, b, c]}\n",
        **{
            "facts.yaml": "".join(
                f"{name}: {{is: {figure}%, what: {{zh: {name}占比, en: share of {name}}}, when: 2024, source: paper}}\n"
                for name, figure in (("a", "54.3"), ("b", "30.2"), ("c", "15.2"))
            )
        },
    ),
    "files/empty": _file("sources.yaml", b"# nothing yet\n"),
    "terms/lexicon": _file("terms.yaml", "units: {boe: {zh: 桶油当量}}\n".encode()),
    "facts/no-time": _blocks(
        '- text: {zh: "{spare}，{spare:when}。", en: "{spare:what} in {spare:when}: {spare:bare}."}\n',
        **{"facts.yaml": "spare: {is: 3家, what: {zh: 甲, en: A}, source: paper}\n"},
    ),
    "sections/unlisted": _file("sections/two.yaml", b"title: {zh: two}\n"),
    "terms/introduced-twice": _blocks(
        '- text: {zh: "国家能源局（能源局）来了。", en: "The National Energy Administration (NEA) came."}\n'
        '- text: {zh: "能源局走了。", en: "The National Energy Administration (NEA) left."}\n',
        **{"terms.yaml": "terms: [{zh: 国家能源局, en: National Energy Administration, short: {en: NEA}}]\n"},
    ),
    "databases/unreadable": _database,
    "files/missing": _no_facts,
    "files/unreadable": _facts_folder,
    "files/too-large": _file("facts.yaml", b"#" * 4_000_001),
    "files/encoding": _file("facts.yaml", GOOD["facts.yaml"].encode("gb18030")),
    "tables/too-many-rows": _blocks(
        CHART.replace("DATA", "long.csv"), **{"data/long.csv": "date,zones\n" + "1988,1\n" * (MOST_ROWS + 1)}
    ),
    "texts/too-long": _blocks(f"- heading: {{zh: {'长' * 20_001}, en: A}}\n"),
    "facts/too-many": _file(
        "facts.yaml",
        "".join(f"f{n}: {{is: 3家, what: {{zh: 甲, en: A}}, source: paper}}\n" for n in range(10_001)).encode(),
    ),
    "workbooks/broken": _workbook(lambda path: _write(path, b"date,zones\n")),
    "workbooks/too-much": _workbook(_part(b" " * 31_000_000)),
    "workbooks/no-plain-xml": _workbook(_part(b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>')),
    "workbooks/no-sheet": _workbook(_nothing, "#2024"),
    "workbooks/formula": _workbook(_formula),
    "workbooks/no-area": _workbook(_changed(_named_formula), "#zones"),
    "workbooks/cell": _workbook(_changed(_fractions)),
    "workbooks/merged-head": _workbook(_changed(_title)),
    "workbooks/hidden": _workbook(_changed(_filtered)),
    "tables/cell": _table(_NAMES + "丙,C,many\n"),
    "tables/name": _table("name,n\n甲,3\n"),
    "tables/status": _table("name_zh,name_en,n,status\n甲,A,3,prelim\n"),
    "tables/counted-twice": _table(_NAMES + "共,All,7\n", ", rows: {total: true}"),
    "tables/too-long": _table("name_zh,name_en,n\n" + "".join(f"甲{n},A{n},1\n" for n in range(1_001))),
    "tables/sum": _blocks(_SUM, **{"facts.yaml": _COUNTS}),
    "charts/no-value": _blocks(
        "- chart: {id: v, kind: bars, title: {zh: 甲, en: A}, facts: [rank]}\n",
        **{"facts.yaml": "rank: {is: 三分之二, what: {zh: 位次, en: rank}, source: paper}\n"},
    ),
    "charts/no-time": _blocks(
        "- chart: {id: v, kind: timeline, title: {zh: 甲, en: A}, facts: [three]}\n",
        **{"facts.yaml": "three: {is: 3家, what: {zh: 数, en: number}, source: paper}\n"},
    ),
    "charts/too-high": _blocks(
        "- chart: {id: high, kind: bars, title: {zh: 甲, en: A}, data: h.csv, x: name, y: count, unit: 家}\n",
        **{"data/h.csv": _HIGH},
    ),
    "charts/no-room": _blocks(
        "- chart: {id: full, kind: stacked, title: {zh: 甲, en: A}, data: f.csv, x: name, unit: 家, "
        f"series: [{_SERIES}]}}\n",
        **{"data/f.csv": _FULL},
    ),
}
"""By code: what spoils a sound folder so that the code is told."""


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
