"""Tables of the content reference, made of what the program knows, so that they cannot fall behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic.fields import FieldInfo

from reportgen.blocks.chart import ChartBlock
from reportgen.blocks.data_table.block import DataTableBlock
from reportgen.blocks.data_table.fields import DataColumn, TableRows
from reportgen.charts import CHARTS
from reportgen.charts.kind import NativeForm
from reportgen.content.derived.examples import EXAMPLES, Example
from reportgen.content.derived.functions import FUNCTIONS


def chart_table() -> str:
    """Every kind of chart: what it shows, what it wants, and whether it can stay editable in Word."""
    rows = (
        (f"`{name}`", kind.shows, kind.wants, "yes" if isinstance(kind.native, NativeForm) else "no")
        for name, kind in CHARTS.items()
    )
    return markdown_table(("kind", "shows", "wants", "chart of Word"), rows)


def function_table() -> str:
    """Every function of derived facts: what it makes, and an example with its figures."""
    rows = (
        (f"`{function.form(name)}`", str(function.about), _example(EXAMPLES[name]))
        for name, function in FUNCTIONS.items()
    )
    return markdown_table(("function", "what it makes", "example"), rows)


def _example(example: Example) -> str:
    facts = ", ".join(f"{figure} ({when})" for figure, when in example.facts.values())
    told = example.zh if example.zh == example.en else f"{example.zh} / {example.en}"
    return f"`{example.expression}` of {facts}: {told}"


def chart_field_table() -> str:
    """Every field of a chart: those that all kinds take, then those that only some do."""
    return markdown_table(("field", "what it is"), (*_common_fields(), *_own_fields()))


def table_fields() -> str:
    """Every field of a table of data that a typed one has not."""
    own = {name: field for name, field in DataTableBlock.model_fields.items() if name in ("data", "facts", "names")}
    return markdown_table(("field", "what it is"), _described(own))


def table_column_fields() -> str:
    """Every field of a column of such a table."""
    return markdown_table(("field", "what it is"), _described(DataColumn.model_fields))


def table_row_fields() -> str:
    """Every field under its `rows`."""
    return markdown_table(("field", "what it is"), _described(TableRows.model_fields))


def _described(fields: Mapping[str, FieldInfo]) -> Iterator[tuple[str, str]]:
    for name, field in fields.items():
        yield f"`{name}`", field.description or ""


def _common_fields() -> Iterator[tuple[str, str]]:
    for name, field in ChartBlock.model_fields.items():
        yield f"`{field.alias or name}`", field.description or ""


def _own_fields() -> Iterator[tuple[str, str]]:
    takers: dict[tuple[str, str], list[str]] = {}
    for name, kind in CHARTS.items():
        for field in kind.fields:
            takers.setdefault((field.name, field.means), []).append(f"`{name}`")
    for (field, means), kinds in takers.items():
        yield f"`{field}`", f"for {' and '.join(kinds)}: {means}"


def markdown_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [f"| {' | '.join(row)} |" for row in (head, *rows)]
    return "\n".join((lines[0], "|---" * len(head) + "|", *lines[1:]))
