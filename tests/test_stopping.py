"""A build stops on any error of any check, with nothing written: one slip a check, and no check without one."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportgen
from reportgen import ContentError
from reportgen.briefing_reader import read_look
from reportgen.checks import CHECKS, Subject
from reportgen.problems import stops
from tests.content import GOOD, write_files

ONE = GOOD["sections/one.yaml"]
TALL = "".join(f"{'很长的名称' * 12}{n},{'A very long name indeed ' * 7}{n},{n}\n" for n in range(38))

SLIPS: dict[str, dict[str, str]] = {
    "translations": {"sections/one.yaml": ONE + "- heading: {zh: 总产值}\n"},
    "references": {"sections/one.yaml": ONE + '- text: {zh: "{none}", en: "{none}"}\n'},
    "blocks": {
        "sections/one.yaml": ONE
        + "- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}, {zh: 乙, en: B}], rows: [['1']]}\n"
    },
    "crossed": {
        "sections/one.yaml": ONE
        + "- metrics: [zones]\n- chart: {id: z, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, "
        "y: zones, unit: 家}\n",
        "facts.yaml": GOOD["facts.yaml"]
        + "zones: {is: 179家, what: {zh: 数量, en: zones}, as_of: 2023-11, source: paper}\n",
    },
    "charts": {
        "sections/one.yaml": ONE
        + "- chart: {id: high, kind: bars, title: {zh: 甲, en: A}, data: t.csv, x: name, y: count, unit: 家}\n",
        "data/t.csv": "name_zh,name_en,count\n" + TALL,
    },
    "terms": {"terms.yaml": "terms: [{zh: 测试室, en: test office, forbidden: {en: [test room]}}]\n"},
    "filing": {"briefing.yaml": GOOD["briefing.yaml"] + "filing: {bulletin: {zh: 工作简报, en: Bulletin}}\n"},
    "figures": {"sections/one.yaml": ONE + "- text: {zh: 共有35家企业。, en: There are 36 firms.}\n"},
}
"""Files with one slip of each check that finds errors, in an otherwise good folder."""

WARNING_ONLY = {"facts", "plausible", "swapped", "citations", "times", "openings", "accessible", "contrast", "columns"}
"""The checks that find nothing a build should stop for."""


def test_every_check_has_a_slip_or_finds_warnings_only() -> None:
    assert {*SLIPS, *WARNING_ONLY} == {*CHECKS}
    assert not SLIPS.keys() & WARNING_ONLY


@pytest.mark.parametrize("name", SLIPS)
def test_an_error_of_a_check_stops_the_build(name: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path / "content", {**GOOD, **SLIPS[name]})
    briefing = reportgen.read(folder)
    subject = Subject(briefing, read_look("modern"))
    assert [each.name for each in CHECKS.values() if not each.composed and stops(each.problems(subject))] == [name]
    with pytest.raises(ContentError) as stopped:
        reportgen.build(folder, tmp_path / "out", pages="estimate")
    assert stopped.value.problems == reportgen.check(briefing)
    assert not (tmp_path / "out").exists()
