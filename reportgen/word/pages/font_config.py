"""Which fonts LibreOffice lays out with: every font of the machine, and for those it lacks only others of their widths.

A machine has rules of its own for fonts that it lacks, and may take one whose letters are wider: lines then break
elsewhere, and page numbers depend on who built. So LibreOffice is given a fontconfig file of ours, which names the
folders of the machine's and the user's fonts, and no other rule than that of widths.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reportgen.word.ooxml.xml import words

ALIKE: Mapping[str, tuple[str, ...]] = {
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes"),
    "Arial": ("Liberation Sans", "Arimo", "Nimbus Sans", "TeX Gyre Heros"),
    "Courier New": ("Liberation Mono", "Cousine"),
    "Georgia": ("Gelasio",),
}
"""Open fonts whose letters are exactly as wide as those of a font that Word has."""

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC")
_CHINESE = (
    ("仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "FZFangSong-Z02", *_SERIF),
    ("楷体_GB2312", "楷体", "KaiTi", "STKaiti", "LXGW WenKai", *_SERIF),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "宋体", "SimSun", "STSong", *_SERIF),
    ("黑体", "SimHei", "STHeiti", *_SANS),
    ("微软雅黑", "Microsoft YaHei", "等线", "DengXian", "PingFang SC", *_SANS),
)
"""Fonts of one design, of which each stands in for those before and after it: Chinese characters are all as wide, but a
font with serifs is to be drawn with serifs, and Chinese in the shapes of China."""

_CACHES = ('<cachedir prefix="xdg">fontconfig</cachedir>', "<cachedir>/var/cache/fontconfig</cachedir>")
"""Where fontconfig keeps what it read of fonts: the same for us, so that nothing is read again."""

_SECONDS = 30


def font_folders(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The folders of all fonts that the user has, by fontconfig's own word; none where it is not there to ask."""
    program = shutil.which("fc-list")
    if program is None:
        return ()
    with suppress(OSError, subprocess.TimeoutExpired):
        asked = [program, "--format", "%{file}\n"]
        done = subprocess.run(asked, env=environment, capture_output=True, timeout=_SECONDS, check=False)
        return tuple(sorted({str(Path(os.fsdecode(line)).parent) for line in done.stdout.splitlines() if line}))
    return ()


def font_config(folders: Iterable[str]) -> str:
    """A fontconfig file that shows the fonts in the folders, each wanted font replaced by those as wide alone."""
    lines = [*(f"<dir>{words(folder)}</dir>" for folder in folders), *_CACHES]
    chinese = {name: design for design in _CHINESE for name in design if name not in _SERIF + _SANS}
    for wanted, others in {**ALIKE, **chinese}.items():
        accepted = "".join(f"<family>{name}</family>" for name in others if name != wanted)
        lines.append(f'<alias binding="same"><family>{wanted}</family><accept>{accepted}</accept></alias>')
    told = "\n".join(lines)
    return f'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n{told}\n</fontconfig>\n'


def with_own_fonts(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment with a fontconfig file that is written into the folder; as it is where there is no fontconfig."""
    folders = font_folders(environment)
    if not folders:
        return {**environment}
    file = folder / "fonts.conf"
    file.write_text(font_config(folders), encoding="utf-8")
    return {**environment, "FONTCONFIG_FILE": str(file)}
