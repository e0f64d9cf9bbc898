"""Plots of stacks: as columns where names and figures fit a column, else lying; with an axis where figures find no
room in their pieces, so that those can be read."""

from __future__ import annotations

from dataclasses import replace

from reportgen.charts.drawing.legend import keyed
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_lying import lie
from reportgen.charts.drawing.stack_pieces import StackPlot
from reportgen.charts.drawing.stack_standing import fits, stand
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.marks import in_time


def lay(whole: StackPlot, setter: Typesetter) -> Plot:
    """Columns where they fit, else rows; rows too where only they have room for the names of the series, unless names
    are times, which run to the right."""
    standing = stand(whole, setter) if fits(whole, setter) else None
    if standing and (not keyed(standing) or in_time([piece.mark for piece in stack.pieces] for stack in whole.stacks)):
        return standing
    lying = _rows(whole, setter)
    return standing if standing and keyed(lying) else lying


def _rows(whole: StackPlot, setter: Typesetter) -> Plot:
    plain = lie(replace(whole, ticks=()), setter)
    return lie(whole, setter) if plain.left_out and whole.ticks else plain
