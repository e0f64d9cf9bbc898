"""The picture itself: what is painted is what was laid out, and the bytes repeat."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
import zlib
from typing import Any

import numpy
import pytest

from reportgen.charts import draw
from reportgen.document import Chart
from tests.charts.samples import LOOK, boxes, samples, shares, sheet, texts, zones


def pixels(png: bytes) -> tuple[Any, dict[bytes, bytes]]:
    """The picture as rows of RGB, and its chunks; reads only what reportgen writes (RGB, no filter)."""
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        chunks[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + size]
        at += 12 + size
    wide, high = struct.unpack(">II", chunks[b"IHDR"][:8])
    rows = numpy.frombuffer(zlib.decompress(chunks[b"IDAT"]), numpy.uint8).reshape(high, 1 + 3 * wide)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(high, wide, 3), chunks


def rgb(color: str) -> list[int]:
    return list(bytes.fromhex(color))


def test_a_painted_bar_is_as_long_as_the_one_laid_out() -> None:
    picture, _ = pixels(draw(shares(), LOOK).png)
    bar = boxes(sheet(shares()), "bar")[0]
    scale = LOOK.chart.dpi / 25.4
    row = picture[round((bar.y + bar.height / 2) * scale)]
    painted = int((row == rgb(LOOK.palette.of("accent"))).all(axis=1).sum())
    assert painted == pytest.approx(bar.width * scale, abs=1.5)


def test_words_are_painted_within_the_bounds_they_were_measured_in() -> None:
    picture, _ = pixels(draw(zones(), LOOK).png)
    scale = LOOK.chart.dpi / 25.4
    for text in texts(sheet(zones()), "measure")[1:]:
        left, top, right, bottom = (round(edge * scale) for edge in text.bounds)
        band = picture[top - 1 : bottom + 2]
        inked = numpy.nonzero((band != 255).any(axis=(0, 2)))[0]
        assert inked.min() >= left - 1
        assert right - 0.04 * (right - left) - 4 <= inked.max() <= right + 1


def test_the_resolution_and_size_are_the_templates() -> None:
    drawing = draw(shares(), LOOK)
    picture, chunks = pixels(drawing.png)
    high, wide, _ = picture.shape
    scale = LOOK.chart.dpi / 25.4
    assert (wide, high) == (round(drawing.width_mm * scale), round(drawing.height_mm * scale))
    assert struct.unpack(">IIB", chunks[b"pHYs"]) == (round(scale * 1000), round(scale * 1000), 1)


def test_nothing_names_the_program_or_the_day() -> None:
    _, chunks = pixels(draw(shares(), LOOK).png)
    assert set(chunks) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


@pytest.mark.parametrize("spec", samples())
def test_the_same_chart_gives_the_same_bytes(spec: Chart) -> None:
    assert draw(spec, LOOK) == draw(spec, LOOK)


def test_bytes_repeat_in_another_process_with_another_hash_seed() -> None:
    code = (
        "import hashlib; from reportgen.charts import draw; from tests.charts.samples import LOOK, zones;"
        "print(hashlib.sha256(draw(zones(), LOOK).png).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}
    other = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(draw(zones(), LOOK).png).hexdigest()


def test_importing_charts_loads_neither_matplotlib_nor_numpy() -> None:
    code = "import sys, reportgen.charts, reportgen.charts.alt_text; print({'matplotlib', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
