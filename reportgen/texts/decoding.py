"""The bytes of a text file as text: UTF-8, what its mark says, or a legacy encoding that fits; never a guess in vain.

Chinese offices keep GB18030 (GBK, GB2312), those that write traditional characters Big5, Western ones Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from reportgen.messages import msg
from reportgen.texts.refusal import TextFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS = (
    (b"PK\x03\x04", msg("this is a zip archive or an Office file by another name")),
    (b"%PDF-", msg("this is a PDF by another name")),
    (b"{\\rtf", msg("this is an RTF file by another name")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", msg("this is an old Office file by another name")),
)
"""How files of other formats begin, and what is said of one that is called a text."""

_CONTROL = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f]")  # form feeds, and Ctrl-Z at the end of an old file, are text
_HAN = re.compile("[\u3400-\u9fff]")
_COMMON = re.compile("[的一是不了在有和人这這中大为為上个個国國年月日以到于於会會与與及，。、：；（）]")
_FEWEST_COMMON = 0.04
"""The least share of the commonest characters in a Chinese text of some length; a wrong encoding has next to none."""

_SHORT = 60


def decoded(data: bytes, name: str) -> str:
    """The text of a file; TextFileError where it is none, or in an encoding that cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _lines(data.decode(encoding))
            except UnicodeDecodeError as error:
                raise _unknown(name) from error
    for opening, told in _OTHERS:
        if data.startswith(opening):
            raise TextFileError(name, told, msg("give it the ending that belongs to it"))
    if b"\0" in data:
        raise TextFileError(name, msg("this is no text but a binary file, or UTF-16 without a mark"), _SAVE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(data)
    if text is None or len(_CONTROL.findall(text)) * 200 > len(text):
        raise _unknown(name)
    return _lines(text)


_SAVE = msg("save it as UTF-8 text")


def _unknown(name: str) -> TextFileError:
    return TextFileError(name, msg("this is no text, or in an encoding that cannot be told"), _SAVE)


def _lines(text: str) -> str:
    """The text with one sign for the end of a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _legacy(data: bytes) -> str | None:
    """The text in the first legacy encoding that fits; None where none does."""
    for encoding, fits in (("gb18030", _fits_gb), ("big5hkscs", _fits_big5), ("cp1252", _reads_western)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if fits(text):
            return text
    return None


def _fits_gb(text: str) -> bool:
    """Whether nearly all of it is in the plane of GB2312, as Chinese is; Western letters would be pairs outside it."""
    wide = [each for each in text if each > "\x7f"]
    common = sum(len(sign) == 2 and min(sign) >= 0xA1 for sign in (each.encode("gb18030") for each in wide))
    return common >= 0.9 * len(wide) and _reads_chinese(text)


def _fits_big5(text: str) -> bool:
    """Whether it reads as Chinese however short: two Western letters often make a rare character of Big5."""
    return bool(_COMMON.search(text)) and _reads_chinese(text)


def _reads_chinese(text: str) -> bool:
    han = len(_HAN.findall(text))
    return han > 0 and (han < _SHORT or len(_COMMON.findall(text)) >= _FEWEST_COMMON * han)


def _reads_western(text: str) -> bool:
    """Whether it is plain letters with a few others between them."""
    wide = sum(each > "\x7f" for each in text)
    return 4 * wide < len(text) and not any("\x80" <= each < "\xa0" for each in text)
