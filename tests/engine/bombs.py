"""Files that were made to do harm, small or as large as they are told to be; the same bytes every time."""

from __future__ import annotations

import io
import zipfile
import zlib

from tests.ingest.docx_files import package, paragraph, part

SENTENCE = "请各单位于2026年5月底前完成自查，并将情况书面报送综合科汇总。"


def document(body: bytes) -> bytes:
    """A DOCX around the XML of its main document."""
    return package({"word/document.xml": body})


def zeros(size: int) -> bytes:
    """A DOCX whose main document unpacks to so many zeros; packed piece by piece, however large."""
    held = io.BytesIO()
    piece = bytes(1 << 20)
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(size >> 20):
            member.write(piece)
    return held.getvalue()


def spaces(size: int) -> bytes:
    """A DOCX with one small paragraph after so many bytes of white space between elements."""
    blank = " " * size
    return document(part("document", f"<w:body>{blank}{paragraph('正文')}</w:body>"))


def nested(depth: int) -> bytes:
    """A ZIP in a ZIP in a ZIP …, as an embedded object of a DOCX, and as its main document."""
    inner = zlib.compress(bytes(1 << 20))
    for _ in range(depth):
        inner = package({f"{number}.zip": inner for number in range(4)})
    return package({"word/document.xml": inner, "word/embeddings/a.zip": inner})


def overlapping(entries: int) -> bytes:
    """A flat bomb: many entries of the directory that point to the same packed bytes."""
    held = io.BytesIO(zeros(4 << 20))
    with zipfile.ZipFile(held, "a") as archive:
        (only,) = archive.infolist()
        for number in range(entries):
            entry = zipfile.ZipInfo(f"word/{number}.xml")
            for name in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(entry, name, getattr(only, name))
            archive.filelist.append(entry)
        archive._didModify = True  # type: ignore[attr-defined]  # noqa: SLF001 - else the directory is not written
    return held.getvalue()


def members(count: int) -> bytes:
    """A DOCX with so many empty parts."""
    return package({"word/document.xml": part("document", f"<w:body>{paragraph('正文')}</w:body>")}
                   | {f"word/media/{number}.png": b"" for number in range(count)})  # fmt: skip


def laughs(depth: int) -> bytes:
    """Entities that hold ten entities that hold ten entities …."""
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, depth))
    declared = f'<!DOCTYPE a [<!ENTITY l0 "哈">{entities}]>'
    return document(f"{declared}<a>&l{depth - 1};</a>".encode())


def quadratic(size: int) -> bytes:
    """One long entity, named many times."""
    return document(f'<!DOCTYPE a [<!ENTITY x "{"哈" * size}">]><a>{"&x;" * size}</a>'.encode())


def outside() -> bytes:
    """An entity that names a file of the machine."""
    return document(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')


def deep(depth: int) -> bytes:
    """Tables in the cells of tables."""
    before, after = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return document(part("document", f"<w:body>{before * depth}{paragraph('正文')}{after * depth}</w:body>"))


def deep_page(depth: int) -> bytes:
    """A web page of nothing but openings."""
    return f"<html><body>{'<div><ul><li>' * depth}{SENTENCE}".encode()


def numbered(count: int) -> bytes:
    """A DOCX of so many numbered paragraphs."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("请报送。", number) * count
    level = '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    members = {"document": f"<w:body>{body}</w:body>", "numbering": lists}
    return package({f"word/{name}.xml": part(name, content) for name, content in members.items()})


def numbered_text(count: int) -> bytes:
    """The same as plain text."""
    return "".join(f"{number}.请报送。\n" for number in range(1, count + 1)).encode()


def one_paragraph(size: int) -> bytes:
    """Plain text of so many bytes without a line break."""
    return (SENTENCE.encode() * (size // len(SENTENCE.encode()) + 1))[:size // 3 * 3]


def one_paragraph_docx(size: int) -> bytes:
    """A DOCX of one paragraph of about so many bytes."""
    return document(part("document", f"<w:body>{paragraph(SENTENCE * (size // len(SENTENCE.encode())))}</w:body>"))


def pdf(content: bytes, filters: int = 1) -> bytes:
    """A PDF of one page with the given content, packed ``filters`` times over."""
    for _ in range(filters):
        content = zlib.compress(content, 9)
    named = b" ".join([b"/FlateDecode"] * filters)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(content), named, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F 5 0 R >> >>",
    )
    held = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(held)
    return held + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, start)
    )


def pdf_blanks(size: int, filters: int = 2) -> bytes:
    """A page whose content unpacks to so many blanks."""
    return pdf(b" " * size, filters)


def pdf_words(count: int) -> bytes:
    """A page on which so many words are drawn."""
    return pdf(b"BT /F 12 Tf " + b"1 0 0 1 72 700 Tm (Notice) Tj " * count + b"ET")


def pdf_lines(count: int) -> bytes:
    """A page on which so many lines are drawn."""
    return pdf(b"".join(b"%d %d m %d %d l S " % (n % 500, n % 800, n % 500 + 50, n % 800) for n in range(count)))


def pdf_nested(depth: int) -> bytes:
    """A page whose content opens array after array."""
    return pdf(b"[" * depth)
