"""What stands behind a workbook's name: a sheet, an area or a cell of it, a defined name, a table.

trade.xlsx#出口   trade.xlsx#出口!B3:D20   trade.xlsx#'a b'!C5   trade.xlsx#GDP_2025   trade.xlsx#出口!rate
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.content.data.package import Package
from reportgen.content.data.sheet import Area, area_of
from reportgen.messages import listing, msg
from reportgen.problems import Problem, Rule, Typed, did_you_mean

NO_SHEET = Rule(
    "workbooks/no-sheet",
    msg("The sheet that is named is in the workbook."),
    slip=msg("data: trade.xlsx#2024, of a workbook whose only sheet is called Sheet"),
    mend=msg("data: trade.xlsx#Sheet"),
)
NO_AREA = Rule(
    "workbooks/no-area",
    msg("What is named in a workbook is an area of one of its sheets; one cell where one cell is wanted."),
    slip=msg("data: trade.xlsx#exports, of a workbook in which that name stands for a formula"),
    mend=msg("the same name given to an area of cells"),
)
RULES = (NO_SHEET, NO_AREA)

_OF_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)", re.DOTALL)


class Found(NamedTuple):
    """The number of a sheet, and an area of it; None where all of it is meant."""

    sheet: int
    area: Area | None = None


def find(package: Package, named: Typed, wanted: str) -> Found | Problem:
    """The area that a text names behind a workbook's name; nothing, the first sheet that is seen."""
    sheets = [sheet.name for sheet in package.sheets]
    first = next((number for number, sheet in enumerate(package.sheets) if sheet.visible), 0)
    if not wanted:
        return Found(first)
    if wanted in sheets:
        return Found(sheets.index(wanted))
    if parted := _OF_SHEET.fullmatch(wanted):
        sheet = _unquoted(parted)
        if sheet not in sheets:
            return _no_sheet(package, named, sheet)
        number = sheets.index(sheet)
        if area := area_of(parted[3]):
            return Found(number, area)
        return _by_name(package, named, parted[3], number)
    if area := area_of(wanted):
        return Found(first, area)
    return _by_name(package, named, wanted, None)


def _unquoted(parted: re.Match[str]) -> str:
    return parted[1].replace("''", "'") if parted[1] else parted[2]


def _by_name(package: Package, named: Typed, name: str, sheet: int | None) -> Found | Problem:
    """What a table or a defined name stands for; of one sheet's own names where a sheet is told."""
    key = name.casefold()
    for number, table, area in _tables(package):
        if table.casefold() == key and sheet in (None, number):
            return Found(number, area)
    told = [each for each in package.names if each[0].casefold() == key]
    if not told:
        return _no_sheet(package, named, name) if sheet is None else _no_name(package, named, name)
    own = next((each for each in told if sheet is not None and each[1] == sheet), None)
    text = (own or min(told, key=lambda each: each[1] is not None))[2]
    sheets = [each.name for each in package.sheets]
    parted = _OF_SHEET.fullmatch(text.lstrip("="))
    area = area_of(parted[3]) if parted else None
    if parted is None or area is None or _unquoted(parted) not in sheets:
        message = msg("'{name}' stands for {text}, which is no area of a sheet", name=name, text=text)
        return NO_AREA.broken(named, message, msg("give the name to cells, or write the area: #SHEET!A1:D9"))
    return Found(sheets.index(_unquoted(parted)), area)


def _tables(package: Package) -> Iterator[tuple[int, str, Area]]:
    """The tables that were made with a name (ListObjects), without their rows of totals."""
    for number, sheet in enumerate(package.sheets):
        for told in package.tables(sheet.part):
            if area := area_of(told.get("ref", "")):
                bottom = area.bottom - int(told.get("totalsRowCount", "0"))
                yield number, told.get("displayName") or told.get("name", ""), area._replace(bottom=bottom)


def _no_sheet(package: Package, named: Typed, sheet: str) -> Problem:
    sheets = [each.name for each in package.sheets]
    hint = did_you_mean(sheet, sheets) or msg("its sheets are {names}", names=listing(sheets, "unit"))
    return NO_SHEET.broken(named, msg("this workbook has no sheet '{sheet}'", sheet=sheet), hint)


def _no_name(package: Package, named: Typed, name: str) -> Problem:
    known = [*(each[0] for each in package.names), *(table for _, table, _ in _tables(package))]
    message = msg("this workbook has no name '{name}'", name=name)
    return NO_AREA.broken(named, message, did_you_mean(name, known))
