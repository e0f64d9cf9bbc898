"""The rules of figures that both languages of a text print: a code for each way in which they can differ."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Certainty, Rule, Severity

UNEQUAL = Rule(
    "figures/unequal",
    msg("Both languages of a text print the same facts, each as often."),
    file="sections/one.yaml",
    slip='- text: {zh: "总产值{output}。", en: "Output was high."}',
    mend='- text: {zh: "总产值{output}。", en: "Output was {output}."}',
    ignorable=True,
)
TYPED = Rule(
    "figures/typed",
    msg("A figure that is a fact is named as {{fact}}, so that it changes everywhere with the fact."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="sections/one.yaml",
    slip="- text: {zh: 增速7.1%。, en: Growth was 7.1%.}",
    mend='- text: {zh: "增速{growth:bare}。", en: "Growth was {growth:bare}."}',
)
DISAGREE: dict[str, Rule] = {
    "scale": Rule(
        "figures/scale",
        msg("The amounts of both languages are of one scale: 万 and million are not mixed up."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "研发投入超过700亿元。", en: "R&D spending exceeded RMB 7 billion."}',
        mend='- text: {zh: "研发投入超过700亿元。", en: "R&D spending exceeded RMB 70 billion."}',
    ),
    "percent_vs_pp": Rule(
        "figures/percent-vs-pp",
        msg("Percentages and percentage points are told apart in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "市场份额提高2.5个百分点。", en: "Its market share rose by 2.5 percent."}',
        mend='- text: {zh: "市场份额提高2.5个百分点。", en: "Its market share rose by 2.5 percentage points."}',
    ),
    "digits": Rule(
        "figures/digits",
        msg("The digits of a figure are the same in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "常住人口1387万人。", en: "The city has 13.78 million residents."}',
        mend='- text: {zh: "常住人口1387万人。", en: "The city has 13.87 million residents."}',
    ),
    "year": Rule(
        "figures/year",
        msg("Both languages name the same year."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "截至2024年底建成。", en: "It was completed by the end of 2025."}',
        mend='- text: {zh: "截至2024年底建成。", en: "It was completed by the end of 2024."}',
    ),
    "period": Rule(
        "figures/period",
        msg("Both languages name the same period, and the same basis of a change."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "二季度出口增长6.2%。", en: "Exports grew 6.2% in the third quarter."}',
        mend='- text: {zh: "二季度出口增长6.2%。", en: "Exports grew 6.2% in the second quarter."}',
    ),
    "qualifier": Rule(
        "figures/qualifier",
        msg("约, 近, 超过 and not one of them are said in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "利润不足2亿元。", en: "Profit exceeded RMB 200 million."}',
        mend='- text: {zh: "利润不足2亿元。", en: "Profit was less than RMB 200 million."}',
    ),
    "multiple": Rule(
        "figures/multiple",
        msg("增长3倍, 增长到3倍 and 翻两番 are the multiples that the other language says."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "用户数翻了两番。", en: "The number of users doubled."}',
        mend='- text: {zh: "用户数翻了两番。", en: "The number of users quadrupled."}',
    ),
    "currency": Rule(
        "figures/currency",
        msg("An amount is in the same currency in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "合同金额为3.6亿美元。", en: "The contract is worth RMB 360 million."}',
        mend='- text: {zh: "合同金额为3.6亿美元。", en: "The contract is worth US$360 million."}',
    ),
    "unit": Rule(
        "figures/unit",
        msg("A figure counts in the same unit in both languages, or in one that it was converted to."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "高铁里程达4.8万公里。", en: "High-speed lines total 48,000 miles."}',
        mend='- text: {zh: "高铁里程达4.8万公里。", en: "High-speed lines total 48,000 kilometers."}',
    ),
    "omitted": Rule(
        "figures/omitted",
        msg("Every figure of the Chinese is in the English."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "出口增长7.3%，进口增长2.1%。", en: "Exports grew 7.3% while imports also rose."}',
        mend='- text: {zh: "出口增长7.3%，进口增长2.1%。", en: "Exports grew 7.3% while imports rose 2.1%."}',
    ),
    "added": Rule(
        "figures/added",
        msg("Every figure of the English is in the Chinese."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "团队发布了新一代芯片。", en: "The team of 45 released a new-generation chip."}',
        mend='- text: {zh: "团队发布了新一代芯片。", en: "The team released a new-generation chip."}',
    ),
    "direction": Rule(
        "figures/direction",
        msg("A rise in one language is a rise in the other."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "投资同比下降4.2%。", en: "Investment was up 4.2% year on year."}',
        mend='- text: {zh: "投资同比下降4.2%。", en: "Investment was down 4.2% year on year."}',
    ),
    "range": Rule(
        "figures/range",
        msg("A range goes from the same figure to the same figure in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "年薪5.2万～8.6万元。", en: "Yearly pay is RMB 52,000–68,000."}',
        mend='- text: {zh: "年薪5.2万～8.6万元。", en: "Yearly pay is RMB 52,000–86,000."}',
    ),
    "ordinal": Rule(
        "figures/ordinal",
        msg("A rank is the same in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "规模居全国第3位。", en: "It ranks fourth in the country."}',
        mend='- text: {zh: "规模居全国第3位。", en: "It ranks third in the country."}',
    ),
    "fraction": Rule(
        "figures/fraction",
        msg("A share is the same in both languages."),
        certainty=Certainty.LIKELY,
        file="sections/one.yaml",
        slip='- text: {zh: "三分之二的企业盈利。", en: "Three quarters of the companies made a profit."}',
        mend='- text: {zh: "三分之二的企业盈利。", en: "Two thirds of the companies made a profit."}',
    ),
}
"""By what `agree` calls a difference."""

RULES = (UNEQUAL, TYPED, *DISAGREE.values())
