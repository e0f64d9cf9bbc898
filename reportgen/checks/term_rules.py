"""What terms must keep: the rules alone, for what finds them broken is loaded when it looks."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Certainty, Rule, Severity

TWO_FORMS = Rule(
    "terms/disagree",
    msg("A term has one rendering in each language."),
    Severity.WARNING,
    file="terms.yaml",
    slip="terms: [{zh: 园区, en: park}, {zh: 园区, en: zone}]",
    mend="terms: [{zh: 园区, en: park}]",
)
FORBIDS_ITS_OWN = Rule(
    "terms/forbids-its-own",
    msg("What terms.yaml forbids is no form that it has."),
    Severity.WARNING,
    file="terms.yaml",
    slip="terms: [{zh: 园区, en: park, forbidden: {en: [park]}}]",
    mend="terms: [{zh: 园区, en: park, forbidden: {en: [zone]}}]",
)
MISSING = Rule(
    "terms/missing",
    msg("A term that one language of a text has is in the other too, in a form that terms.yaml has."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="terms.yaml",
    slip="terms: [{zh: 小简报, en: short report}]",
    mend="terms: [{zh: 小简报, en: small briefing}]",
)
FORBIDDEN = Rule(
    "terms/forbidden",
    msg("No text has a form of a term that terms.yaml forbids."),
    file="terms.yaml",
    slip="terms: [{zh: 测试室, en: test office, also: {en: [room]}, forbidden: {en: [test room]}}]",
    mend="terms: [{zh: 测试室, en: test room, forbidden: {en: [test office]}}]",
    ignorable=True,
)
SPELLING = Rule(
    "terms/spelling",
    msg("A name is written in one way: its capitals, its blanks and the order of its parts stand as in terms.yaml."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="terms.yaml",
    slip="terms: [{zh: 测试室, en: The Test Room}]",
    mend="terms: [{zh: 测试室, en: The test room}]",
)
UNKNOWN_SHORT = Rule(
    "terms/not-introduced",
    msg("A short form stands in a paragraph once its full form has introduced it, an abbreviation in brackets."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="terms.yaml",
    slip="terms: [{zh: 工业总产值, en: output, short: {zh: 总产值}}]",
    mend="terms: [{zh: 总产值, en: output}]",
)
TWICE = Rule(
    "terms/introduced-twice",
    msg("A short form is introduced once."),
    Severity.WARNING,
    Certainty.LIKELY,
    slip=msg("two paragraphs that both say National Energy Administration (NEA)"),
    mend=msg("the second says NEA"),
)
RULES = (TWO_FORMS, FORBIDS_ITS_OWN, MISSING, FORBIDDEN, SPELLING, UNKNOWN_SHORT, TWICE)
