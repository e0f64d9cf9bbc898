"""Blocks are read by their kinds, as a section lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.blocks import BLOCKS, Block
from reportgen.blocks.together import TogetherBlock
from reportgen.content.folder import Folder
from reportgen.content.full_width import behind_key, reads_narrow
from reportgen.content.source import Entries, Items, Scalar, Value, stretch_of
from reportgen.messages import listing, msg
from reportgen.problems import Place, Problem, Rule, did_you_mean
from reportgen.records import record

BLOCK_LIST = Rule(
    "blocks/list",
    msg("A section's blocks are a list."),
    file="sections/one.yaml",
    slip="title: {zh: 一, en: One}\nblocks: {heading: {zh: 甲, en: A}}",
    mend="title: {zh: 一, en: One}\nblocks: [{metrics: [output, growth]}]",
)
ONE_BLOCK = Rule(
    "blocks/shape",
    msg("Every item of the list is one block: its kind, a colon, and its fields."),
    file="sections/one.yaml",
    slip="- just words",
    mend="- text: {zh: 仅有文字, en: Just words}",
)
NO_BLOCK = Rule(
    "blocks/unknown",
    msg("Every block is of a kind that there is."),
    file="sections/one.yaml",
    slip="- txt: {zh: 甲, en: A}",
    mend="- text: {zh: 甲, en: A}",
)
RULES = (BLOCK_LIST, ONE_BLOCK, NO_BLOCK)


@record
class ReadBlock:
    """A block as it was read, its place, and the name of those that it stands beside."""

    block: Block
    place: Place
    group: str = ""


def read_blocks(folder: Folder, value: object, place: Place) -> Iterator[ReadBlock]:
    """The blocks of a list, those that stand side by side each as its own; what cannot be read becomes a problem."""
    if not isinstance(value, Items):
        message = msg("a list of blocks is wanted here")
        folder.problems.append(BLOCK_LIST.broken(stretch_of(value, place), message, msg("write - text: {{…}}")))
        return
    for item in value:
        if not isinstance(item, Entries) or len(item) != 1:
            folder.problems.append(_no_one_block(item, place))
            continue
        ((kind, fields),) = item.items()
        if kind not in BLOCKS:
            folder.problems.append(
                behind_key(kind, BLOCKS)
                or reads_narrow(kind, BLOCKS.__contains__)
                or NO_BLOCK.broken(
                    kind, msg("no kind of block is called '{kind}'", kind=kind), did_you_mean(kind, BLOCKS)
                )
            )
            continue
        typed = fields if fields != "" else _nothing(kind.place)
        if issubclass(BLOCKS[kind], TogetherBlock):
            yield from _together(folder, kind, typed)
        elif block := folder.model(BLOCKS[kind].reader(typed), typed):
            yield ReadBlock(block, kind.place)


def _together(folder: Folder, kind: Scalar, typed: Value) -> Iterator[ReadBlock]:
    """The blocks of one that stand side by side, under a name of their own."""
    model = BLOCKS[kind]
    assert issubclass(model, TogetherBlock)
    block = folder.model(model, typed)
    if block is None:
        return
    inner = block.blocks
    if isinstance(inner, Items):
        kinds = [key for item in inner if isinstance(item, Entries) and len(item) == 1 for key in item]
        if len(kinds) == len(inner) and (problem := model.wrong(kinds, inner)):
            folder.problems.append(problem)
            return
    for one in read_blocks(folder, inner, kind.place):
        yield replace(one, group=f"{kind}-{kind.place}")


def _no_one_block(item: object, place: Place) -> Problem:
    if isinstance(item, Scalar) and (problem := behind_key(item, BLOCKS)):
        return problem
    hint = msg("write - KIND: {{…}}; the kinds are {kinds}", kinds=listing(BLOCKS, "unit"))
    return ONE_BLOCK.broken(stretch_of(item, place), msg("one block is wanted here"), hint)


def _nothing(place: Place) -> Entries:
    """What `sources:` with nothing after it means: a block without fields."""
    entries = Entries()
    entries.place, entries.of_row = place, True  # made anew for each briefing
    return entries
