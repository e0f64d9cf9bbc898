"""What an author types of a table of data: its columns and its rows. What it says follows in the other modules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from reportgen.content.data.chosen_rows import ChosenRows
from reportgen.content.entries import SHAPE, Entry, Text, Word, Wording
from reportgen.content.source import Entries, Scalar
from reportgen.messages import msg
from reportgen.records import record

WEIGHTED = "weighted by "


@record
class How:
    """How a column is told in the rows that sum up others: `sum`, `none`, or `weighted` by a column."""

    kind: str
    weight: Scalar | None = None


def _how(value: object) -> How:
    if isinstance(value, Scalar):
        if value in ("sum", "none"):
            return How(str(value))
        if weight := value.removeprefix(WEIGHTED).strip() if value.startswith(WEIGHTED) else "":
            return How("weighted", Scalar.at(weight, value.place, value.raw))
    raise ValueError(msg("write sum, none, or weighted by COLUMN"))


AHow = Annotated[How, PlainValidator(_how), WithJsonSchema({"type": "string", "pattern": f"^(sum|none|{WEIGHTED}.+)$"})]

Decimals = Annotated[int, Field(ge=0, le=9)]


class SparkEntry(Entry):
    """A sparkline in each row: the columns whose figures it shows, from left to right, and their unit."""

    columns: tuple[Word, ...] = Field(min_length=2, max_length=200)
    unit: Word | None = None


class DataColumn(Entry):
    """A column of a table of data: what it shows, under which title, in which unit."""

    column: Word | None = Field(
        None,
        description="the column of the data; `name` where it has `name_zh` and `name_en`, the words of each language",
    )
    title: Text | None = Field(None, description="its head; the columns of a family bring their own")
    group: Text | None = Field(None, description="a head over neighbors that share it")
    unit: Word | None = Field(
        None,
        description="what its figures are counted in, told once in the head (`亿元`, which is RMB billion in English); "
        "`auto` where the cells say it themselves",
    )
    decimals: Decimals | None = Field(
        None, description="how many decimals of the unit are printed; unset, as many as the data has"
    )
    holds: Literal["words", "figures", "times"] | None = Field(
        None, description="`words`, `figures` or `times`; unset, as most of its cells are"
    )
    total: AHow | None = Field(
        None,
        description="how it is summed up: `sum`, `none`, or `weighted by COLUMN`; unset, amounts are added up, and "
        "shares, growth and rates are not",
    )
    align: Literal["left", "right", "center"] | None = Field(None, description="unset, figures stand to the right")
    spark: SparkEntry | None = Field(
        None, description='in place of `column`, a small line in each row: `{columns: [2021, 2022, 2023], unit: "%"}`'
    )


class Label(Entry):
    """A row that sums up others: its words, where they are computed, or the name of the row of the data that it is.

    With neither, the product's own word is its name.
    """

    words: Wording | None = None
    row: Word | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_shape(cls, value: object) -> object:
        if isinstance(value, Entries):
            return {"words": value}
        if isinstance(value, Scalar):
            return {} if value == "true" else {"row": value}
        raise ValueError(msg("write true, {shape}, or the name of the row of the data", shape=SHAPE))


def _unless_false(value: object) -> object:
    return None if value == "false" else value


_LABEL_SCHEMA: dict[str, Any] = {
    "anyOf": [{"type": "boolean"}, {"type": "string"}, Wording.__get_pydantic_json_schema__(None, None)]
}
ALabel = Annotated[Label | None, BeforeValidator(_unless_false), WithJsonSchema(_LABEL_SCHEMA)]


class TableRows(ChosenRows):
    """The rows of a table of data: which, in which order, in which groups, and what sums them up."""

    group: Word | None = Field(None, description="the column by which rows stand in groups, in the order of the data")
    subtotals: ALabel = Field(
        None,
        description="sums of each group: `true` on the group's own line, `{zh: …, en: …}` on a line under it, or the "
        "name of the row of the data that holds them",
    )
    total: ALabel = Field(
        None,
        description="the sum of all: `true`, its words, or the name of the row of the data that holds it, which is "
        "then held against the others",
    )
