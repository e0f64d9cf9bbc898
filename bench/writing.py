"""What writing a long document costs: against a tenth of it, and against python-docx's own reading and zipping.

    python bench/writing.py [--pairs 9]

The document has 300 sections, 3,000 paragraphs and 200 tables of 8 rows. The floor is what python-docx itself takes to
parse the finished file and to zip it again. The three run one after the other; the medians of their ratios are told.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import docx

from reportgen.briefing_reader import read_look
from reportgen.document import (
    Align,
    Caption,
    CaptionLine,
    Column,
    Contents,
    Document,
    Element,
    Heading,
    Line,
    Paragraph,
    Phrase,
    Properties,
    Run,
    Table,
    TitleBlock,
)
from reportgen.word.body.render import render

WORDS = (
    "一季度，国家高新区规模以上工业增加值达1.7万亿元，同比增长7.1%；“专精特新”企业占全国的46%，AI 企业占约60%。",
    "前面讲到的两家企业都在苏州工业园区（SIP），它们的产品已经进入 12 个国家和地区。",
)


def said(text: str) -> Phrase:
    """Chinese words."""
    return (Line("zh", (Run(text),)),)


def table(number: int) -> Table:
    """A table of figures."""
    caption = Caption(f"t{number}", "table", number, (CaptionLine("zh", "表", "", (Run("主要指标"),)),))
    columns = (Column(said("指标")), *(Column(said(head), align=Align.RIGHT) for head in ("总额", "增速", "比重")))
    rows = tuple((said(f"指标{row}"), said(f"{row}9.3"), said("7.6"), said("24.1")) for row in range(8))
    return Table(caption, columns, rows, ())


def elements(sections: int, paragraphs: int, tables: int) -> Iterator[Element]:
    """Sections with their share of paragraphs and tables."""
    yield TitleBlock(said("统计室"), (), said("长报告"), (), said("2025年6月6日"))
    yield Contents(said("目录"))
    made = 0
    for section in range(sections):
        yield Heading(f"s{section}", 1, (section + 1,), said(f"第{section}节"))
        for paragraph in range(paragraphs // sections):
            yield Paragraph("body", said(WORDS[paragraph % 2] * 2))
        while made * sections < (section + 1) * tables:
            made += 1
            yield table(made)


def document(sections: int, paragraphs: int, tables: int) -> Document:
    """A report of that many parts."""
    told = Properties("长报告", "", (), "统计室", "2025-06-06")
    return Document(("zh",), told, said("长报告"), tuple(elements(sections, paragraphs, tables)), "interleaved")


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of this process's own work."""
    gc.collect()
    bytearray(1 << 16)  # a large piece of memory makes the allocator tidy what the run before gave back, off the clock
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=9)
    pairs: int = arguments.parse_args().pairs
    look = read_look("modern")
    tenth, whole = document(30, 300, 20), document(300, 3000, 200)
    data = render(whole, look, {})
    runs = [
        (
            spent(lambda: render(whole, look, {})),
            spent(lambda: render(tenth, look, {})),
            spent(lambda: docx.Document(BytesIO(data)).save(BytesIO())),
        )
        for _ in range(pairs)
    ]
    large, small, floor = (statistics.median(times) for times in zip(*runs, strict=True))
    rows = (
        ("300 sections, 3,000 paragraphs, 200 tables", large, 1.0),
        ("against a tenth of it", small, statistics.median(run[0] / run[1] for run in runs)),
        ("python-docx parsing and zipping that file", floor, statistics.median(run[2] / run[0] for run in runs)),
        ("beyond it", large - floor, statistics.median(1 - run[2] / run[0] for run in runs)),
    )
    print(f"{'what':44}{'ms':>8}{'ratio':>8}")
    for name, taken, ratio in rows:
        print(f"{name:44}{taken:8.0f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
