"""How well a color is read on another: the contrast ratio of WCAG 2, from 1 (none) to 21 (black on white)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule, Severity
from reportgen.template.model import ColorName, Look

LEAST = 4.5
"""What text of ordinary size needs to be read by people of weak sight."""

FAINT = Rule(
    "template/faint",
    msg("Words of a template stand out from their ground as people of weak sight need it: a contrast of 4.5."),
    Severity.WARNING,
    slip=msg("palette: {{ink: AAAAAA}} in a look.yaml"),
    mend=msg("palette: {{ink: 333333}}"),
)
RULES = (FAINT,)


def contrast(text: str, ground: str) -> float:
    """The ratio of two colors told as six hex digits, with or without a hash."""
    light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """The color laid over a ground, `share` of it showing, as #RRGGBB."""
    pairs = zip(_parts(color), _parts(ground), strict=True)
    return "#" + bytes(round(255 * (front * share + back * (1 - share))) for front, back in pairs).hex().upper()


def _parts(color: str) -> tuple[float, ...]:
    """Red, green and blue from 0 to 1."""
    return tuple(part / 255 for part in bytes.fromhex(color.removeprefix("#")))


def _luminance(color: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faint_problems(look: Look, where: str) -> Iterator[Problem]:
    """Text that people of weak sight cannot read on its ground."""
    for role, text, ground, ratio in faint(look):
        message = msg(
            "{role}: {text} on {ground} has a contrast of {ratio}, and text needs {least}",
            role=role,
            text=text,
            ground=ground,
            ratio=ratio,
            least=LEAST,
        )
        yield FAINT.broken(Place(where), message, msg("choose a darker color in palette:"))


_ON_BAND = ("title", "subtitle", "issuer", "issue", "date", "issue-mark")


def faint(look: Look) -> Iterator[tuple[str, str, str, float]]:
    """Each role whose words are fainter than LEAST on their ground: (role, color, ground, ratio)."""
    palette = look.palette
    for where, styles in (("", look.styles), ("second ", look.second), ("column ", look.columns)):
        for role, style in styles.items():
            ground = palette.of(style.fill or ground_of(look, role))
            yield from _faint(f"{where}{role}", palette.of(style.color), ground)
    for role, run in look.runs.items():
        if run.color:
            yield from _faint(role, palette.of(run.color), palette.of(ground_of(look, role)))


def ground_of(look: Look, role: str) -> ColorName:
    """What a role's words stand on: the band of the title block, a box, or paper."""
    if look.band and role in _ON_BAND:
        return look.band.fill
    if role.startswith("findings"):
        return (look.findings or look.callouts).fill
    if role.startswith("metric") and look.metrics.fill:
        return look.metrics.fill
    return look.callouts.fill if role.startswith("callout") else "paper"


def _faint(role: str, color: str, ground: str) -> Iterator[tuple[str, str, str, float]]:
    ratio = contrast(color, ground)
    if ratio < LEAST:
        yield role, f"#{color}", f"#{ground}", int(ratio * 10) / 10
