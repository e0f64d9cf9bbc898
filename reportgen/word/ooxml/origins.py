"""Where the figures of a file were read, as a custom XML part that travels in it: file, cell or query, checksum."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.document import FactOrigin
from reportgen.word.ooxml.xml import attribute, words

NAMESPACE = "urn:reportgen:facts:1"
_ITEM = "{7B1E5C1A-6C0E-4B7A-9C55-0A1D2F3E4B5C}"  # any other would do: Word wants one, and the same bytes each time
_PROPERTIES = (
    f'<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


def origins_parts(origins: Iterable[FactOrigin]) -> tuple[str, str]:
    """The part, a fact an element with its printed words by language, and the part that says what it is."""
    facts = "".join(map(_fact, origins))
    return f'<facts xmlns="{NAMESPACE}">{facts}</facts>', _PROPERTIES


def _fact(origin: FactOrigin) -> str:
    known = "".join(f' {name}="{attribute(value)}"' for name, value in (("name", origin.fact), *origin.known))
    printed = "".join(f'<printed xml:lang="{language}">{words(text)}</printed>' for language, text in origin.printed)
    return f"<fact{known}>{printed}</fact>"
