"""What a printed page shows, read from a PDF by poppler: its empty bands, its lines of words and where they stand.

Nothing here knows how a file was made; only what a reader would see is measured.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import numpy as np

DPI = 50
"""Fine enough for a hair rule to leave a mark, coarse enough to be quick."""

INK = 250
"""Paler than this is paper."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of words: its box in points from the sheet's top left, and the block of lines that it belongs to."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    block: int

    @property
    def height(self) -> float:
        """The height of its type, more or less."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is printed: its size in points, its lines, and which rows and columns of dots hold ink."""

    width: float
    height: float
    lines: tuple[TextLine, ...]
    ink: np.ndarray

    @property
    def lies(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def text(self) -> str:
        """Its words without spaces and digits, in reading order."""
        return "".join(wording(line.text) for line in self.lines)

    def empty(self, top: float, bottom: float, left: float = 0, right: float = 0) -> float:
        """The longest empty band between the margins (in points), as a share of the text's height."""
        bare = ~np.asarray(self._area(top, bottom, left, right).any(axis=1))
        return _longest(bare) / max(1, bare.size)

    def filled(self, top: float, bottom: float) -> float:
        """How far down the text reaches, as a share of its height; notes at the foot do not count."""
        return 1 - self.empty(top, bottom)

    def _area(self, top: float, bottom: float, left: float, right: float) -> np.ndarray:
        scale = DPI / 72
        high, wide = self.ink.shape
        area = self.ink[round(top * scale) : round(high - bottom * scale)]
        return area[:, round(left * scale) : round(wide - right * scale)]


def squeezed(text: str) -> str:
    """The words without any space."""
    return re.sub(r"\s+", "", text)


def wording(text: str) -> str:
    """The words without spaces and digits, so that the marks of notes do not part them."""
    return re.sub(r"[\s\d]+", "", text)


def sheets(pdf: Path, folder: Path) -> tuple[Sheet, ...]:
    """Every page of a PDF, drawn and read into `folder`."""
    drawn = folder / pdf.stem
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), str(pdf), str(drawn)], check=True)
    told = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = re.split(r"<page ", told.stdout)[1:]
    images = sorted(folder.glob(f"{pdf.stem}-*.pgm"))
    return tuple(_sheet(page, image) for page, image in zip(pages, images, strict=True))


def _sheet(page: str, image: Path) -> Sheet:
    size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
    assert size
    return Sheet(float(size[1]), float(size[2]), tuple(_lines(page)), _pixels(image) < INK)


def _pixels(image: Path) -> np.ndarray:
    """The grey values of a PGM."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+(\d+)\s", data := image.read_bytes())
    assert head
    return np.frombuffer(data, np.uint8, offset=head.end()).reshape(int(head[2]), int(head[1]))


_BOX = r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"'


def _lines(page: str) -> Iterator[TextLine]:
    for number, block in enumerate(re.split(r"<block ", page)[1:]):
        for line in re.findall(rf"<line {_BOX}>(.*?)</line>", block, re.DOTALL):
            words = re.findall(r"<word [^>]*>(.*?)</word>", line[4], re.DOTALL)
            yield TextLine(*map(float, line[:4]), unescape(" ".join(words)), number)  # type: ignore[arg-type]


def _longest(marks: np.ndarray) -> int:
    """How long the longest stretch of marked places is."""
    places = np.flatnonzero(marks)
    return max(len(run) for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1))
