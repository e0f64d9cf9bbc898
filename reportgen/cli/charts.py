"""`chart` and `charts`: one chart drawn alone; all of them on a page to look at; the kept ones forgotten."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build import content_argument, drawing_options, is_content
from reportgen.cli.chart_kinds import kinds
from reportgen.cli.help import examples
from reportgen.cli.tell import DONE, USAGE, Commands, progress, say, size, told
from reportgen.languages import BILINGUAL, DEFAULT, LANGUAGES
from reportgen.messages import listing, msg, plural

if TYPE_CHECKING:
    from reportgen.charts.making.gallery import Shown
    from reportgen.document import Figure
    from reportgen.pipeline import Ready
    from reportgen.template.model import Look

FORMS = (".png", ".svg", ".pdf")

EXAMPLES = (
    ("python -m reportgen charts my-briefing", msg("what charts there are")),
    ("python -m reportgen chart my-briefing shares -o shares.svg", msg("one of them, to use elsewhere")),
    ("python -m reportgen charts my-briefing --gallery", msg("all of them on a page, both languages side by side")),
    ("python -m reportgen charts --kinds --gallery", msg("a sample of every kind of chart there is")),
    ("python -m reportgen charts --prune", msg("forget the charts that builds have kept")),
)


def add(commands: Commands) -> None:
    """The commands `chart` and `charts`, with their options."""
    about = msg("draw one chart of a content folder alone")
    one = commands.add_parser("chart", own_language=True, help=about, description=about, epilog=examples(EXAMPLES))
    one.add_argument("content", metavar="CONTENT", type=Path, help=msg("the content folder"))
    one.add_argument("id", metavar="ID", help=msg("what the chart is called there"))
    editions = [*LANGUAGES, BILINGUAL]
    one.add_argument("--language", choices=editions, default=DEFAULT[0], help=msg("default: %(default)s"))
    one.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help=msg("a .png, .svg or .pdf (default: ID.LANGUAGE.png)")
    )
    _shared(one)
    one.set_defaults(run=_chart)
    about = msg("list a content folder's charts, show them on a page, or forget the kept ones")
    every = commands.add_parser("charts", help=about, description=about, epilog=examples(EXAMPLES))
    content_argument(every)
    every.add_argument("--gallery", action="store_true", help=msg("a page of all charts, both languages side by side"))
    every.add_argument(
        "--kinds", action="store_true", help=msg("the kinds of charts that there are, not those of a folder")
    )
    every.add_argument("--prune", action="store_true", help=msg("forget the charts that builds have kept"))
    every.add_argument(
        "-o", "--output", metavar="FILE", type=Path, default=Path("gallery.html"), help=msg("default: %(default)s")
    )
    _shared(every)
    every.set_defaults(run=_charts)


def _shared(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--template", metavar="NAME", help=msg("a template (default: what the briefing says, else modern)")
    )
    drawing_options(command)


def _chart(options: argparse.Namespace) -> int:
    from reportgen.output_files import put

    output: Path = options.output or Path(f"{options.id}.{options.language}.png")
    if output.suffix.lower() not in FORMS:
        say(msg("{file}: a chart is written as one of {forms}", file=output, forms=listing(FORMS, "unit")))
        return USAGE
    if not is_content(options.content):
        return USAGE
    ready = _read(options)
    figures = _figures(ready, options.language)
    if options.id not in figures:
        from reportgen.problems import did_you_mean

        hint = did_you_mean(options.id, figures)
        say(msg("{folder} has no chart '{id}': {hint}", folder=options.content, id=options.id, hint=hint))
        return USAGE
    data = _drawn(figures[options.id], ready.template.look, output.suffix.lower(), options)
    put(output.parent, {output.name: data})
    print(f"{output}  {told(size(len(data)))}")
    return DONE


def _drawn(figure: Figure, look: Look, form: str, options: argparse.Namespace) -> bytes:
    from reportgen.charts import draw_vector
    from reportgen.charts.making.batch_draw import draw_all
    from reportgen.charts.making.store import store

    if form != ".png":
        return draw_vector(figure.chart, look, "svg" if form == ".svg" else "pdf")
    return draw_all([figure.chart], look, store(), fresh=options.fresh, ready=lambda _: None)[0].png


def _charts(options: argparse.Namespace) -> int:
    from reportgen.charts.making.store import store

    if options.prune:
        kept = store()
        forgotten = kept.prune(0)
        count = plural("{count} kept chart forgotten", "{count} kept charts forgotten", forgotten)
        say(msg("{what}: {count}", what=kept.folder, count=count if forgotten else msg("no kept charts forgotten")))
        return DONE
    if options.kinds:
        return kinds(options)
    if not is_content(options.content):
        return USAGE
    ready = _read(options)
    if not options.gallery:
        for figure in _figures(ready, ready.briefing.languages[0]).values():
            print(f"{figure.caption.id}  {figure.chart.kind}  {_title(figure)}")
        return DONE
    from reportgen.charts.making.gallery import gallery
    from reportgen.output_files import put

    page = gallery(ready.briefing.about.id, _shown(ready, fresh=options.fresh), ready.template.look)
    put(options.output.parent, {options.output.name: page.encode()})
    print(f"{options.output}  {told(size(len(page.encode())))}")
    return DONE


def _shown(ready: Ready, *, fresh: bool) -> list[Shown]:
    """Every chart, drawn in each language and in both."""
    from reportgen.charts.making.batch_draw import draw_all
    from reportgen.charts.making.gallery import Plate, Shown
    from reportgen.charts.making.store import store
    from reportgen.progress import stepping

    figures = {edition: _figures(ready, edition) for edition in ready.documents}
    wanted = [(edition, figure) for edition, found in figures.items() for figure in found.values()]
    with progress() as bar:
        step, charts = stepping(bar, len(wanted)), [figure.chart for _, figure in wanted]
        look = ready.template.look
        drawings = draw_all(charts, look, store(), fresh=fresh, ready=lambda place: step(wanted[place][0]))
    plates: dict[str, list[Plate]] = {}
    for (edition, figure), drawing in zip(wanted, drawings, strict=True):
        alt = " / ".join(text for _, text in figure.alt)
        plate = Plate(ready.briefing.editions[edition][0], _title(figure), alt, drawing)
        plates.setdefault(figure.caption.id, []).append(plate)
    kinds = {figure.caption.id: figure.chart.kind for _, figure in wanted}
    return [Shown(name, kinds[name], tuple(each)) for name, each in plates.items()]


def _read(options: argparse.Namespace) -> Ready:
    """The content and its look; ContentError with every problem where one is an error."""
    from reportgen.pipeline import Plan, prepare

    return prepare(options.content, Plan(template=options.template, dpi=options.dpi, svg=options.svg))


def _figures(ready: Ready, edition: str) -> Mapping[str, Figure]:
    """The charts of an edition by their ids, in their order."""
    from reportgen.document import Figure

    elements = ready.documents[edition].elements
    return {element.caption.id: element for element in elements if isinstance(element, Figure)}


def _title(figure: Figure) -> str:
    return " / ".join("".join(getattr(inline, "text", "") for inline in line.text) for line in figure.caption.lines)
