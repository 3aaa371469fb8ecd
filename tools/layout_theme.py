"""The theme of the Word layouts: colours and fonts by role. Out: ``THEME``, the XML of ``theme1.xml``.

Every style takes its colours and fonts from here, so that one change of theme in Word restyles the whole document.
"""

from __future__ import annotations

COLOURS = {
    "dk1": "1F2933",  # ink
    "lt1": "FFFFFF",
    "dk2": "52606D",  # muted ink, 6.4 : 1 on white
    "lt2": "CBD2D9",  # hairlines
    "accent1": "1B5E6F",  # rules and backgrounds: the school's colour; handslag fills it in
    "accent2": "B42318",  # CONCEPT
    "accent3": "1F2933",  # titles and headings; handslag fills it in
    "accent4": "1B5E6F",  # the same for text: darker where it must be, to be read; handslag fills it in
    "accent5": "5B4B8A",
    "accent6": "3E4C59",
    "hlink": "1B5E6F",
    "folHlink": "52606D",
}
FONT = "Calibri"

_COLOURS = "".join(f'<a:{role}><a:srgbClr val="{value}"/></a:{role}>' for role, value in COLOURS.items())
_FONT = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = f"""<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="handslag"><a:themeElements>
<a:clrScheme name="handslag">{_COLOURS}</a:clrScheme>
<a:fontScheme name="handslag"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>
<a:fmtScheme name="handslag"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>
<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>
</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"""
