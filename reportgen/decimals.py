"""Decimals as this package counts with them, whatever the thread that calls it has set for its own."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from decimal import ROUND_HALF_EVEN, Context, localcontext

DIGITS = 28
"""More than any figure of a briefing has; Python's own default."""


@contextmanager
def exact() -> Generator[None]:
    """Code in which decimals have the package's precision; a notebook may have set another for its own work."""
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)):
        yield
