"""Where a worker makes rows: a parcel unpacked once, and what is read and drawn of it kept from row to row."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from threading import Lock
from weakref import finalize

from reportgen.assembly import LayoutEngine
from reportgen.batch.parcel import Parcel
from reportgen.charts.making.store import Memory
from reportgen.content.folder import Folder
from reportgen.content.stated import READ
from reportgen.numbers import Lexicon, Quantity
from reportgen.pipeline import layout_engine
from reportgen.word.template.loader import open_template
from reportgen.word.template.master import Template

MOST_FIGURES = 4096
"""Texts of figures whose reading is kept; those of rows come and go."""


class Workshop:
    """A parcel's content in a folder of this machine. Its threads share what they find in it."""

    def __init__(self, parcel: Parcel) -> None:
        self.parcel = parcel
        path = Path(tempfile.mkdtemp(prefix="reportgen-batch-"))
        finalize(self, rmtree, path, ignore_errors=True)
        for name, data in parcel.files.items():
            file = path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        told = Path(parcel.told)
        self.folder = Folder(path, shown=lambda name: str(told / name))
        self.drawings = Memory()
        self._templates = dict(parcel.templates)
        self._figures: dict[tuple[int, str], tuple[Lexicon, Quantity]] = {}

    def engine(self) -> LayoutEngine | None:
        """Who lays pages out on this machine; LayoutError where nobody does and the batch must have it."""
        engine = layout_engine(self.parcel.plan.pages, pdf=self.parcel.beside.pdf)
        return LayoutEngine(engine.program, engine.needed) if engine else None  # rows are not kept: resume keeps files

    def template(self, name: str) -> Template:
        """The template of a name: one that came with the parcel, or one of the package."""
        if name not in self._templates:
            self._templates[name] = open_template(name)
        return self._templates[name]

    @contextmanager
    def figures_kept(self) -> Generator[None]:
        """Within it, the text of a figure is read once."""
        read = READ.get()
        token = READ.set(lambda text, lexicon: self._read(text, lexicon, read))
        try:
            yield
        finally:
            READ.reset(token)

    def _read(self, text: str, lexicon: Lexicon, read: Callable[[str, Lexicon], Quantity]) -> Quantity:
        known = self._figures.get((id(lexicon), text))
        if known and known[0] is lexicon:
            return known[1]
        figure = read(text, lexicon)
        if len(self._figures) >= MOST_FIGURES:
            self._figures.clear()
        self._figures[id(lexicon), text] = lexicon, figure
        return figure


_opened: dict[str, Workshop] = {}
_opening = Lock()


def workshop(parcel: Parcel) -> Workshop:
    """The workshop of a parcel in this process; the one before it is cleared away."""
    with _opening:
        if parcel.key not in _opened:
            _opened.clear()
            _opened[parcel.key] = Workshop(parcel)
        return _opened[parcel.key]
