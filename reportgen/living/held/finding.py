"""What verify finds: one thing in a file that is not as its facts have it, where it stands, and what it should be."""

from __future__ import annotations

from reportgen.differences import Side
from reportgen.messages import SOURCE, Message, msg, said
from reportgen.problems import Certainty, Rule, Severity
from reportgen.records import record

ALTERED = Rule(
    "figures/altered",
    msg("A figure of a built file says what its fact said when the file was built."),
    slip=msg("in Word, 1.7万亿元 typed over with 1.8万亿元"),
    mend=msg("the figure as it was, or the fact changed in the content and the file refreshed"),
)
OUTDATED = Rule(
    "figures/outdated",
    msg("A figure of a built file says what the content says now."),
    slip=msg("a fact changed in the content after the file was built"),
    mend=msg("the file refreshed"),
)
CONTRADICTING = Rule(
    "figures/contradicting",
    msg("A figure typed into a built file by hand does not say of a fact what it is not."),
    certainty=Certainty.LIKELY,
    slip=msg("in Word, a paragraph added that tells value added as 1.6万亿元, where its fact is 1.7万亿元"),
    mend=msg("the fact's own figure, or words that say what else the figure is of"),
)
REPEATED = Rule(
    "figures/repeated",
    msg("A fact is told by its mark, not typed by hand once more: what is typed stays as it is when the fact changes."),
    Severity.WARNING,
    Certainty.POSSIBLE,
    slip=msg("in Word, a paragraph added that tells value added once more"),
    mend=msg("the paragraph put into the content, with the fact in braces"),
)
ONE_LANGUAGE = Rule(
    "figures/one-language",
    msg("A fact that a line tells in several languages is told in all of them."),
    certainty=Certainty.LIKELY,
    slip=msg("in Word, a figure deleted from a Chinese sentence whose English still has it"),
    mend=msg("the figure in both sentences, or in neither"),
)
CHART_ALTERED = Rule(
    "charts/altered",
    msg("A chart of Word shows the figures that it was built with."),
    slip=msg("in Word, a value of a chart's data typed over"),
    mend=msg("the chart as it was, or the fact changed in the content and the file refreshed"),
)
CHART_OUTDATED = Rule(
    "charts/outdated",
    msg("A chart of a built file shows what the content says now."),
    slip=msg("a fact of a chart changed in the content after the file was built"),
    mend=msg("the file refreshed"),
)
WORKBOOK = Rule(
    "charts/workbook",
    msg("The workbook inside a chart of Word holds the figures that the chart shows."),
    slip=msg("a cell of the workbook changed by a program that does not draw the chart anew"),
    mend=msg("the chart's data opened in Word and closed again, or the file refreshed"),
)
PICTURE = Rule(
    "charts/picture",
    msg("The picture of a chart is the one that was drawn of its figures."),
    slip=msg("the picture of an earlier edition put in its place"),
    mend=msg("the file refreshed"),
)
COMPRESSED = Rule(
    "charts/compressed",
    msg("The picture of a chart is the one that was drawn; of another, nobody knows what it shows."),
    Severity.WARNING,
    Certainty.POSSIBLE,
    slip=msg("pictures compressed by Word"),
    mend=msg("the file refreshed; or nothing, where a look at the picture shows its figures"),
)
CONTENTS = Rule(
    "contents/outdated",
    msg("The contents tell the headings and captions of the file in their words and order."),
    slip=msg("in Word, a heading reworded and the contents left as they were"),
    mend=msg("the contents updated in Word: F9"),
)
RULES = (
    *(ALTERED, OUTDATED, CONTRADICTING, REPEATED, ONE_LANGUAGE),
    *(CHART_ALTERED, CHART_OUTDATED, WORKBOOK, PICTURE, COMPRESSED),
    CONTENTS,
)
"""All that verify tells."""


@record
class Finding:
    """One finding: where it stands, the fact that it is of, what stood there, what stands there and what should.

    `side.source` is the number of the file among those that were verified. What is not known is empty.
    """

    code: str
    severity: Severity
    certainty: Certainty
    message: Message
    side: Side
    fact: str = ""
    was: str = ""
    now: str = ""
    should: str = ""

    def told(self, tongue: str) -> str:
        """What was found in a sentence, in a language the program speaks."""
        return said(self.message, tongue)

    def __str__(self) -> str:
        return self.told(SOURCE)


def found(rule: Rule, message: Message, side: Side, **known: str) -> Finding:
    """A finding of a rule: `known` may be its fact, what was there, what is now, and what should be."""
    return Finding(rule.code, rule.severity, rule.certainty, message, side, **known)
