"""What a language brings so that documents can be said in it: its tag and script, the product's words, its sources.

How figures and dates are laid out in it stands in numbers/. docs/languages.md tells how one is added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from reportgen.messages import Message
from reportgen.records import record

Script = Literal["Hans", "Latn"]
"""ISO 15924. It decides the font slot and where lines may break; a further script is a further row where that is."""


@record
class Citation:
    """What a note or a bibliography tells of a source, in one language; what is not known is empty.

    `day` and `accessed_day` are ISO 8601, `date` and `accessed` the same in words. `own_title`, `own_author` and
    `own_publisher` are set where the source is in another language: they are those that stand on it.
    """

    publisher: str
    title: str = ""
    author: str = ""
    date: str = ""
    carried: str = ""
    kind: str = ""
    day: str = ""
    accessed: str = ""
    accessed_day: str = ""
    online: bool = False
    own_title: str = ""
    own_author: str = ""
    own_publisher: str = ""

    @property
    def unaddressed(self) -> bool:
        """Whether it was read online and nobody noted where."""
        return self.kind == "online" and not self.online


@record
class Language:
    """A language in which documents are said."""

    code: str  # what authors type: zh, en
    name: Message  # what messages call it
    tag: str  # BCP 47, as Word wants it: zh-CN
    script: Script
    words: Mapping[str, str]  # the product's own words by their keys; every language has the same keys
    short_source: Callable[[str, str], str]  # publisher and date, as under a chart
    full_source: Callable[[Citation], str]  # as a note tells it, without its address
    bibliography: Callable[[Citation], str]  # as a list of sources tells it, up to its address
    after_marks: str = ""  # the stops that stand after the marks of notes and citations, not before them

    @property
    def wide(self) -> bool:
        """Whether it is set in the East Asian font slot."""
        return self.script == "Hans"


def capital(text: str) -> str:
    """The text with its first letter a capital, where its script has capitals."""
    return text[:1].upper() + text[1:]
