"""A filed document's head, closing and imprint as elements. Where they stand on a page is the look's to say."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen import languages as product
from reportgen.content.entries import Wording
from reportgen.content.filing import LONG_TERM, FilingEntry
from reportgen.content.model import Briefing
from reportgen.document import Closing, Element, Imprint, Letterhead, Paragraph, Phrase, Words
from reportgen.voice import Voice, phrase_of

_ENDS = "：:。.；;，,、 "
"""What the product itself puts behind names, so that one that an author typed too is not doubled."""


def opening(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """What stands above the title block."""
    if (filed := briefing.about.filing) is None:
        return
    head = Letterhead(
        copy_number=_everywhere(voice, str(filed.copy_number)) if filed.copy_number else (),
        classification=phrase_of(tuple((code, _classified(filed, voice, code)) for code in voice.languages))
        if filed.classification
        else (),
        urgency=phrase_of(voice.product(f"urgency-{filed.urgency}")) if filed.urgency else (),
        mark=_said(voice, filed.mark),
        number=_said(voice, filed.number),
        signers=tuple(_said(voice, signer) for signer in filed.signers),
        signers_label=voice.product("signers") if filed.signers else (),
        bulletin=_said(voice, filed.bulletin),
    )
    if head != Letterhead():
        yield head


def addressees(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """Whom the document goes to, between its title and its text."""
    filed = briefing.about.filing
    if filed is not None and filed.addressees is not None:
        yield Paragraph("addressees", _filled(voice, "addressees", names=filed.addressees))


def ending(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """What stands under the text; a bulletin, which tells issuer and date at its head, is signed only where asked."""
    if (filed := briefing.about.filing) is None:
        return
    signed = filed.bulletin is None or filed.signature is not None
    date = filed.date.period if filed.date else briefing.date
    closing = Closing(
        attachments=tuple(_said(voice, name) for name in filed.attachments),
        attachments_label=voice.product("attachments" if len(filed.attachments) > 1 else "attachment")
        if filed.attachments
        else (),
        signature=(_said(voice, filed.signature) or voice.phrase(briefing.about.issuer)) if signed else (),
        date=phrase_of(voice.quantity(date)) if signed else (),
        remark=_filled(voice, "remark", remark=filed.remark) if filed.remark else (),
        sealed=filed.sealed,
    )
    if closing.attachments or closing.signature or closing.remark:
        yield closing


def imprint(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """The foot of the last page."""
    filed = briefing.about.filing
    if filed is None or not (filed.copies or filed.printer or filed.printed):
        return
    printed = voice.quantity(filed.printed.period) if filed.printed else ()
    yield Imprint(
        copies=_said(voice, filed.copies, end="copies-end"),
        copies_label=voice.product("copies") if filed.copies else (),
        printer=_said(voice, filed.printer),
        printed=phrase_of(tuple((code, product.fill("printed", code, date=text)) for code, text in printed)),
    )


def _classified(filed: FilingEntry, voice: Voice, language: str) -> str:
    """How secret the document is, and for how long: 机密★1年."""
    level = product.say(f"classification-{filed.classification}", language)
    if filed.secret_for is None:
        return level
    if isinstance(filed.secret_for, str):
        period = product.say(f"secret-{LONG_TERM}", language)
    else:
        period = voice.write(filed.secret_for, language, en_small="digit")
    return product.fill("classified-for", language, level=level, period=period)


def _everywhere(voice: Voice, text: str) -> Phrase:
    """What every language prints alike, said once."""
    return phrase_of(((voice.languages[0], text),))


def _said(voice: Voice, wording: Wording | None, *, end: str = "") -> Phrase:
    if wording is None:
        return ()
    words: Words = tuple(
        (code, wording[code].rstrip(_ENDS) + product.say(end, code) if end else wording[code])
        for code in voice.languages
    )
    return phrase_of(words)


def _filled(voice: Voice, key: str, **wordings: Wording) -> Phrase:
    """The product's words with the author's in them."""
    words = (
        (
            code,
            product.fill(key, code, **{name: _bare(wording[code]) for name, wording in wordings.items()}),
        )
        for code in voice.languages
    )
    return phrase_of(tuple(words))


def _bare(text: str) -> str:
    """Words without the brackets and the colon that the product puts round and behind them."""
    text = text.strip().rstrip(_ENDS)
    return text[1:-1] if text[:1] in ("（", "(") and text[-1:] in ("）", ")") else text
