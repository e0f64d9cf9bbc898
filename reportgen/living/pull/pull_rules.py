"""What of a file's edits does not come into the content by itself, as rules."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Rule

CONFLICT = Rule(
    "pull/conflict",
    msg("What two people changed otherwise in one place is for a person to decide."),
    slip=msg("“快速增长” made “较快增长” in one file and “迅速增长” in another"),
    mend=msg("the words that are meant typed into the content, or into one of the files"),
)
FIGURE = Rule(
    "pull/figure",
    msg("A figure that was changed by hand is a fact to change, not a text."),
    slip=msg("1.7万亿元 typed over with 1.8万亿元 in a file"),
    mend=msg("the fact changed in facts.yaml, or pull --facts"),
)
WORDS = Rule(
    "pull/words",
    msg(
        "Words that no author typed where they stand, such as what a fact is called, are changed where they come from."
    ),
    slip=msg("“注：” or the name of a fact under a key figure reworded in a file"),
    mend=msg("the label of the fact, the source or the title changed in the content"),
)
STRUCTURE = Rule(
    "pull/structure",
    msg("What was added or deleted comes into the content where a block, an item or a row can hold it."),
    slip=msg("the only item of a list deleted in a file"),
    mend=msg("the block changed in the content"),
)
RULES = (CONFLICT, FIGURE, WORDS, STRUCTURE)
