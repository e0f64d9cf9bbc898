"""What a style of any Word file comes to with all it is based on. Made styles are styles.py's."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import W, child, val


def style_chain(styles: Element, style_id: str) -> list[Element]:
    """The style and all it is based on, the deepest first; a circle is cut."""
    by_id = {val(style, "styleId"): style for style in styles.iterfind(W + "style")}
    chain: list[Element] = []
    while style_id in by_id and by_id[style_id] not in chain:
        chain.append(by_id[style_id])
        style_id = val(child(chain[-1], "basedOn"))
    return chain[::-1]


def effective_properties(styles: Element, style_id: str) -> dict[str, str]:
    """What a style comes to with all it is based on: size, color, fonts, spacing, as the file writes them."""
    defaults = [
        found for name in ("rPrDefault", "pPrDefault") if (found := child(styles, "docDefaults", name)) is not None
    ]
    properties: dict[str, str] = {}
    for style in (*defaults, *style_chain(styles, style_id)):
        for group in ("rPr", "pPr"):
            for entry in style.iterfind(W + group + "/*"):
                name = local(entry)
                properties |= {f"{name}.{key.rpartition('}')[2]}": value for key, value in entry.attrib.items()}
                if not entry.attrib:
                    properties[f"{name}.val"] = "1"
    return properties
