"""Workbooks that tests make: of Excel now and of 1997, and of LibreOffice. Cells are texts, numbers and days."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

Cell = str | float | date
Sheets = Mapping[str, Sequence[Sequence[Cell]]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_EPOCH = date(1899, 12, 30)  # the day 0 of Excel
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def packed(files: Mapping[str, str], mimetype: str = "", form: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive; the mimetype of an OpenDocument file or an e-book stands first and as it is."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", form) as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def xlsx(sheets: Sheets, *, shared: bool = True) -> bytes:
    """A workbook as Excel writes it, its texts in a list that all sheets share or, as programs do, in their cells."""
    texts: dict[str, int] = {}

    def cell(value: Cell) -> str:
        if isinstance(value, date):
            return f'<c s="1"><v>{(value - _EPOCH).days}</v></c>'
        if isinstance(value, float):
            return f"<c><v>{value}</v></c>"
        if shared:
            return f'<c t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'

    pages = {
        f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>'
        + "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
        + "</sheetData></worksheet>"
        for number, rows in enumerate(sheets.values(), start=1)
    }
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(sheets, start=1)
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="w" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
            f'<Relationship Id="s" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="t" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            "</styleSheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
            **pages,
        }
    )


def ods(sheets: Sheets) -> bytes:
    """A workbook as LibreOffice writes it."""

    def cell(value: Cell) -> str:
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
        if isinstance(value, float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    spaces = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"/>'
    return packed({"content.xml": content, "META-INF/manifest.xml": manifest}, mimetype)


def xls(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of Excel 97 with one sheet of texts, each at most 255 characters."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def label(row: int, column: int, text: str) -> bytes:
        wide = text.encode("utf-16-le")
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + wide)

    begin, end = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0), record(0x000A, b"")
    name = b"Articles"
    front = record(0x0809, begin)
    place = len(front) + 4 + 6 + 2 + len(name) + len(end)
    front += record(0x0085, struct.pack("<IHBB", place, 0, len(name), 0) + name) + end
    cells = b"".join(label(row, column, text) for row, found in enumerate(rows) for column, text in enumerate(found))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + end
    return ole({"Workbook": front + sheet})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A file of Office 97 with streams; each is filled up to the size from which it has sectors of its own."""
    sectors: list[bytes] = []
    chains: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for name, content in streams.items():
        filled = content.ljust(4_096, b"\0")
        start, count = len(sectors), -(-len(filled) // 512)
        sectors += [filled[row * 512 : row * 512 + 512].ljust(512, b"\0") for row in range(count)]
        chains += [*range(start + 1, start + count), _END]
        entries.append(_entry(name, 2, start, len(filled)))
    listing = b"".join(entries).ljust(512, b"\0")
    directory = len(sectors)
    sectors.append(listing)
    chains.append(_END)
    tables = -(-(len(chains) + 8) // 128)
    places = [len(sectors) + row for row in range(tables)]
    chains += [_FAT] * tables
    chains += [_FREE] * (tables * 128 - len(chains))
    table = struct.pack(f"<{len(chains)}I", *chains)
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, directory, 0,
        4_096, _END, 0, _END, 0,
    )  # fmt: skip
    return head + struct.pack("<109I", *places, *[_FREE] * (109 - tables)) + b"".join(sectors) + table


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", _FREE, _FREE, child)
    return struct.pack("<64sHBB", wide, len(wide), kind, 1) + links + bytes(36) + struct.pack("<IQ", start, size)
