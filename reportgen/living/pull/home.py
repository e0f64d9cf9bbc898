"""The content folder that words come home to: its files, and where each typed line of an edition stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportgen.content.source import Scalar
from reportgen.languages import LANGUAGES
from reportgen.ledger import LedgerLine
from reportgen.living.content_side import ContentSide
from reportgen.living.pairing import Pairs
from reportgen.living.pull.edited import Edited
from reportgen.living.pull.yaml_tree import Path_, YamlFile
from reportgen.problems import Place, Problem
from reportgen.records import record


@record
class Spot:
    """Where a typed text stands: its file and its path there; `language` is empty where it serves every language."""

    file: str
    path: Path_
    place: Place

    @property
    def language(self) -> str:
        """The language that it is in."""
        last = self.path[-1] if self.path else ""
        return last if isinstance(last, str) and last in LANGUAGES else ""

    @property
    def whole(self) -> Path_:
        """The path of the text in all its languages."""
        return self.path[:-1] if self.language else self.path


@dataclass(frozen=True)
class Review:
    """A file as a person left it, beside the content that it is of."""

    edited: Edited
    side: ContentSide
    pairs: Pairs

    @property
    def name(self) -> str:
        """What the person, or the file, is called."""
        return self.edited.name

    @cached_property
    def now_of(self) -> Mapping[int, LedgerLine]:
        """The lines of the content by the numbers that they have in the file."""
        return self.pairs.now_of


@dataclass(slots=True)
class Home:
    """The files of the content, read when they are first asked for; what was told while words came home."""

    files: dict[str, YamlFile] = field(default_factory=dict[str, YamlFile])
    problems: list[Problem] = field(default_factory=list[Problem])
    told: list[str] = field(default_factory=list[str])

    def file(self, name: str) -> YamlFile:
        """A file by the name that places call it."""
        if name not in self.files:
            self.files[name] = YamlFile.read(Path(name))
        return self.files[name]

    def spot(self, line: LedgerLine | None) -> Spot | None:
        """Where a line of the content was typed; None for one that nobody typed in a file."""
        place = getattr(line.typed, "place", None) if line is not None and isinstance(line.typed, Scalar) else None
        if not isinstance(place, Place) or not place.file or place.sheet or not place.file.endswith((".yaml", ".yml")):
            return None
        path = self.file(place.file).paths.get((place.line, place.column))
        return None if path is None else Spot(place.file, path, place)

    def spots(self, review: Review) -> Iterator[tuple[LedgerLine, Spot]]:
        """Every line of the file that stands in the content still, with where it was typed."""
        for line in review.edited.ledger.lines:
            if (spot := self.spot(review.now_of.get(line.number))) is not None:
                yield line, spot
