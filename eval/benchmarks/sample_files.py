"""What does a small sound file of each format look like, made from nothing but its text?

For tests and for the fuzz harness: each maker writes the least that the format allows, by hand where that is
a page of code, so that what is read can be told apart from what a library wrote.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Printed(NamedTuple):
    """One stretch of print on a page of a PDF."""

    x: float
    y: float
    """Points from the lower left corner; a page of A4 is 595 by 842."""
    text: str
    size: float = 10.0


def pdf(pages: Sequence[Iterable[Printed]], *, hidden: Mapping[str, str] | None = None) -> bytes:
    """A PDF of A4 pages that prints each stretch where it says, in the order given.

    ``hidden`` adds entries to the trailer, as PDF source.
    """
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type0/BaseFont/SongTi/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/SongTi/DW 1000/FontDescriptor 5 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        "<</Type/FontDescriptor/FontName/SongTi/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        "/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
    ]
    kids = []
    for page in pages:
        shown = "\n".join(_shown(printed) for printed in page)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects) + 2} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return _pdf_file(objects, hidden or {})


def _shown(printed: Printed) -> str:
    code = printed.text.encode("utf-16-be").hex()
    return f"BT /F {printed.size:g} Tf 1 0 0 1 {printed.x:g} {printed.y:g} Tm <{code}> Tj ET"


def _pdf_file(objects: Sequence[str], trailer: Mapping[str, str]) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    start = len(written)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    more = "".join(f"/{name} {value}" for name, value in trailer.items())
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode("ascii")
    written += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(written)


def lines_down(lines: Iterable[str], x: float = 60, top: float = 780, leading: float = 15) -> list[Printed]:
    """Lines one below the other."""
    return [Printed(x, top - leading * row, line) for row, line in enumerate(lines)]


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files, in this order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this body, as WordprocessingML; ``parts`` are relations of it, by kind.

    >>> docx(paragraph("安全生产"))[:2]
    b'PK'
    """
    extra = dict(parts or {})
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(extra)
    )
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType='
        f'"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for kind in ("document.main", *extra)
    ).replace("/word/document.main.xml", "/word/document.xml")
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{types}</Types>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            **{f"word/{kind}.xml": content for kind, content in extra.items()},
        }
    )


def paragraph(text: str, style: str | None = None) -> str:
    """One paragraph of a Word document, of a style named by its id."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: Sequence[str]) -> str:
    """A table of a Word document."""
    made = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


STYLES = f"""<w:styles xmlns:w="{WORD}">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="小标题"/><w:basedOn w:val="2"/></w:style>
</w:styles>"""


def html(body: str, head: str = "") -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def epub(documents: Sequence[str], title: str = "江岸集", author: str = "沈渡") -> bytes:
    """A book whose reading order is these bodies of documents."""
    numbers = range(1, len(documents) + 1)
    items = "".join(
        f'<item id="d{n}" href="text/d{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    spine = "".join(f'<itemref idref="d{n}"/>' for n in numbers)
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:date>2021-03</dc:date></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OEBPS/text/d{n}.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>页</title></head>'
                f"<body>{body}</body></html>"
                for n, body in zip(numbers, documents, strict=True)
            },
        }
    )
