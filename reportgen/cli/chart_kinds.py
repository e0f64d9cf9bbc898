"""`charts --kinds`: every kind of chart in a line, or on a page with a sample of each."""

from __future__ import annotations

import argparse

from reportgen.cli.tell import DONE, progress, size, told


def kinds(options: argparse.Namespace) -> int:
    """The kinds listed on standard output, or with --gallery written as a page; no content folder is read."""
    from reportgen.charts import CHARTS

    if not options.gallery:
        for name, kind in CHARTS.items():
            print(f"{name}  {told(kind.shows)}")
        return DONE
    from reportgen.charts.making.gallery import gallery
    from reportgen.charts.making.kind_gallery import shown_kinds
    from reportgen.charts.making.store import store
    from reportgen.output_files import put
    from reportgen.pipeline import DEFAULT_TEMPLATE, Plan
    from reportgen.word.template.loader import open_template

    template = open_template(options.template or DEFAULT_TEMPLATE)
    look = Plan(dpi=options.dpi, svg=options.svg).suited(template).look
    with progress() as bar:
        shown = shown_kinds(look, store(), bar, fresh=options.fresh)
    page = gallery("reportgen", shown, look).encode()
    put(options.output.parent, {options.output.name: page})
    print(f"{options.output}  {told(size(len(page)))}")
    return DONE
