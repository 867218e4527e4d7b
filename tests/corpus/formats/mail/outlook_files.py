"""Mails of Outlook that tests make: compound files with the streams of a mail."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

Node = Mapping[str, "bytes | Node"]
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT, _TEXT8, _BYTES, _TIME, _NUMBER = 0x001F, 0x001E, 0x0102, 0x0040, 0x0003
PIDS = {"kind": 0x001A, "subject": 0x0037, "headers": 0x007D, "name": 0x0C1A, "address": 0x0C1F, "body": 0x1000,
        "markup": 0x1013, "rtf": 0x1009, "sent": 0x0039, "file": 0x3707, "data": 0x3701}  # fmt: skip


def outlook(fields: Mapping[str, str | bytes | datetime], files: Sequence[Node] = (), *, codepage: int = 0) -> bytes:
    """A mail of Outlook.

    Args:
        fields: Name of a property in `PIDS` -> its value.
        files: What is attached, as `attachment` and `attached_mail` make it.
        codepage: Where given, texts are written in it as older programs did.
    """
    return compound(mail_node(fields, files, 32, codepage=codepage))


def mail_node(
    fields: Mapping[str, str | bytes | datetime], files: Sequence[Node] = (), header: int = 24, *, codepage: int = 0
) -> dict[str, "bytes | Node"]:
    node = _streams(fields, header, codepage)
    for number, file in enumerate(files):
        node[f"__attach_version1.0_#{number:08X}"] = file
    return node


def attachment(name: str, data: bytes) -> Node:
    return _streams({"file": name, "data": data}, 8, 0)


def attached_mail(fields: Mapping[str, str | bytes | datetime]) -> Node:
    return {**_streams({"file": "mail"}, 8, 0), "__substg1.0_3701000D": mail_node(fields)}


def _streams(fields: Mapping[str, str | bytes | datetime], header: int, codepage: int) -> dict[str, "bytes | Node"]:
    node: dict[str, bytes | Node] = {}
    entries = [struct.pack("<HHIi4x", _NUMBER, 0x3FFD, 6, codepage)] if codepage else []
    for name, value in fields.items():
        place = PIDS[name]
        if isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000)
            entries.append(struct.pack("<HHIQ", _TIME, place, 6, ticks))
            continue
        kind = _BYTES if isinstance(value, bytes) else _TEXT8 if codepage else _TEXT
        data = value if isinstance(value, bytes) else value.encode(f"cp{codepage}" if codepage else "utf-16-le")
        node[f"__substg1.0_{place:04X}{kind:04X}"] = data
        entries.append(struct.pack("<HHII4x", kind, place, 6, len(data)))
    node["__properties_version1.0"] = bytes(header) + b"".join(entries)
    return node


@dataclass
class Entry:
    """One line of the directory of a compound file."""

    name: str
    data: bytes | None  # None in a folder
    right: int = _FREE
    child: int = _FREE

    def written(self, kind: int, start: int, size: int) -> bytes:
        name = f"{self.name}\0".encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII16xI16xIQ", name, len(name), kind, 1, _FREE, self.right, self.child, 0, start, size
        )


def compound(root: Node) -> bytes:
    """A compound file (OLE) of streams and folders, by the published description of the format."""
    entries = [Entry("Root Entry", None)]
    _add(root, 0, entries)
    small, large = bytearray(), bytearray()
    fat: list[int] = []
    small_fat: list[int] = []
    places = []
    for entry in entries:
        data = entry.data or b""
        table, place, size = (small_fat, small, _SMALL) if len(data) < _CUTOFF else (fat, large, _SECTOR)
        places.append((len(table) if data else _END, len(data)))
        table += _chain(len(table), -(-len(data) // size))
        place += _filled(data, size)
    small_fat_bytes = struct.pack(f"<{len(small_fat)}I", *small_fat)
    starts = []
    for length in (len(small), len(small_fat_bytes), len(entries) * 128):
        starts.append(len(fat) if length else _END)
        fat += _chain(len(fat), -(-length // _SECTOR))
    places[0] = (starts[0], len(small))
    kinds = [5, *(1 if entry.data is None else 2 for entry in entries[1:])]
    folder = b"".join(entry.written(kind, *place) for entry, kind, place in zip(entries, kinds, places, strict=True))
    blocks = (bytes(small), small_fat_bytes, folder)
    body = bytes(large) + b"".join(_filled(block, _SECTOR) for block in blocks)
    return _header(fat, starts, len(small_fat_bytes)) + body + _fat_sectors(fat)


def _header(fat: list[int], starts: list[int], small_fat: int) -> bytes:
    fats = len(_fat_sectors(fat)) // _SECTOR
    numbers = (0, fats, starts[2], 0, _CUTOFF, starts[1], -(-small_fat // _SECTOR), _END, 0)
    difat = [*range(len(fat), len(fat) + fats), *[_FREE] * (109 - fats)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    return head + struct.pack("<9I", *numbers) + struct.pack("<109I", *difat)


def _fat_sectors(fat: list[int]) -> bytes:
    count = next(count for count in range(1, 110) if count * 128 >= len(fat) + count)
    table = [*fat, *[_FAT] * count]
    return struct.pack(f"<{count * 128}I", *table, *[_FREE] * (count * 128 - len(table)))


def _add(node: Node, parent: int, entries: list[Entry]) -> None:
    """Adds the members of a folder, each the right neighbour of the one before."""
    before = 0
    for name, content in node.items():
        number = len(entries)
        entries.append(Entry(name, content if isinstance(content, bytes) else None))
        if before:
            entries[before].right = number
        else:
            entries[parent].child = number
        before = number
        if not isinstance(content, bytes):
            _add(content, number, entries)


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), *[_END] * (count > 0)]


def _filled(data: bytes, size: int) -> bytes:
    return data.ljust(-(-len(data) // size) * size, b"\0")
