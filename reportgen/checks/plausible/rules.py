"""What figures must keep to be believed: the rules alone, for what finds them broken is loaded when it looks."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Certainty, Rule, Severity

SCALE = Rule(
    "plausible/scale",
    msg("A figure is less than a hundred times the largest of its neighbors: those of its unit that tell of the like."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="facts.yaml",
    slip="""\
oil: {is: 1864.2亿吨, what: {zh: 原油进口量, en: imports of oil}, when: 2024, source: paper}
gas: {is: 1310.5万吨, what: {zh: 天然气进口量, en: imports of gas}, when: 2024, source: paper}
coal: {is: 5427.2万吨, what: {zh: 煤炭进口量, en: imports of coal}, when: 2024, source: paper}
grain: {is: 1575.3万吨, what: {zh: 粮食进口量, en: imports of grain}, when: 2024, source: paper}""",
    mend="""\
oil: {is: 1864.2万吨, what: {zh: 原油进口量, en: imports of oil}, when: 2024, source: paper}
gas: {is: 1310.5万吨, what: {zh: 天然气进口量, en: imports of gas}, when: 2024, source: paper}
coal: {is: 5427.2万吨, what: {zh: 煤炭进口量, en: imports of coal}, when: 2024, source: paper}
grain: {is: 1575.3万吨, what: {zh: 粮食进口量, en: imports of grain}, when: 2024, source: paper}""",
)
UNITS = Rule(
    "plausible/unit",
    msg("A figure that is told for several times counts in one unit, one currency and one measure word."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="facts.yaml",
    slip="""\
a: {is: 30.5亿元, what: {zh: 出口额, en: exports}, when: 2023, source: paper}
b: {is: 4.4亿美元, what: {zh: 出口额, en: exports}, when: 2024, source: paper}""",
    mend="""\
a: {is: 30.5亿元, what: {zh: 出口额, en: exports}, when: 2023, source: paper}
b: {is: 31.7亿元, what: {zh: 出口额, en: exports}, when: 2024, source: paper}""",
)
LEVELS = Rule(
    "plausible/growth",
    msg("Growth that is stated is that of the two levels that are stated, but for rounding, prices and coverage."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="facts.yaml",
    slip="""\
new: {is: 120.4亿元, what: {zh: 出口额, en: exports}, when: 2024, source: paper}
old: {is: 100.2亿元, what: {zh: 出口额, en: exports}, when: 2023, source: paper}
up: {is: 比上年增长5.1%, what: {zh: 出口额增速, en: growth in exports}, when: 2024, source: paper}""",
    mend="""\
new: {is: 120.4亿元, what: {zh: 出口额, en: exports}, when: 2024, source: paper}
old: {is: 100.2亿元, what: {zh: 出口额, en: exports}, when: 2023, source: paper}
up: {is: 比上年增长20.2%, what: {zh: 出口额增速, en: growth in exports}, when: 2024, source: paper}""",
)
PARTS = Rule(
    "plausible/parts",
    msg("Parts of a whole in percent make a hundred, or a note says why they do not."),
    Severity.WARNING,
    Certainty.LIKELY,
    slip=msg("a donut of 54.3%, 30.2% and 15.2%, which make 99.7%, without a note"),
    mend=msg("the same with a note that tells of rounding"),
)
DIFFERS = Rule(
    "data/differs",
    msg("A figure that stands in a fact and in a file of data/ is the same in both."),
    certainty=Certainty.LIKELY,
    slip=msg("a fact of 178家 zones in 2023-11, and a chart of zones.csv that has 179 there"),
    mend=msg("one figure in both, or the fact read from the file"),
)
