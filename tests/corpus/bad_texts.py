"""A folder of bad texts, exports and links, made by program, each with what must be said of it."""

import json
import os
import random
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.reading import LONG

NOISE = random.Random(11).randbytes(5000)
SECRET = "Nobody outside of this folder may ever read the word xylokarp."


@dataclass(frozen=True)
class Bad:
    """A bad file.

    Attributes:
        name: Where it lies.
        content: Its bytes.
        said: What must be said of it: a regular expression.
        kept: Whether an article comes of it all the same; then a warning says it.
    """

    name: str
    content: bytes
    said: str
    kept: bool = False


def _rows(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def _markdown(*front_matter: str, body: str = LONG) -> bytes:
    return "\n".join(["---", *front_matter, "---", "", body]).encode()


BOMB = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" if i else "a0: &a0 [lol, lol]" for i in range(12)]

TEXTS = (
    Bad("empty.txt", b"", "is empty"),
    Bad("blank.txt", b" \n\t\r\n ", "is empty"),
    Bad("bom-alone.txt", b"\xef\xbb\xbf", "holds no text|is empty"),
    Bad("invisible.txt", "\u200b\u2060\u202e\ufeff".encode(), "holds no text"),
    Bad("controls.txt", b"\x01\x02\x03\x04\x05\x06", "."),
    Bad("nul.txt", b"\0", "NUL"),
    Bad("nul-inside.txt", LONG.encode() + b"\0" + LONG.encode(), "NUL"),
    Bad("noise.txt", NOISE, "."),
    Bad("noise.md", NOISE[::-1], "."),
    Bad("picture.txt", b"\x89PNG\r\n\x1a\n" + NOISE, "picture"),
    Bad("photo.md", b"\xff\xd8\xff\xe0" + NOISE, "picture"),
    Bad("animation.text", b"GIF89a" + NOISE, "picture"),
    Bad("rich.txt", b"{\\rtf1\\ansi Hello}", "Very short", kept=True),
    Bad("odd-utf16.txt", b"\xff\xfe" + "Wort".encode("utf-16-le") + b"\x41", "."),
    Bad("half-utf32.txt", b"\xff\xfe\x00\x00" + "Wort".encode("utf-32-le") + b"\x41\x00", "."),
    Bad("false-bom.txt", b"\xef\xbb\xbf" + "Größe ".encode("cp1252") * 50, "."),
    Bad("polish.txt", f"Zażółć gęślą jaźń. {LONG}".encode("cp1250"), "encoding was guessed", kept=True),
    Bad("mixed.txt", f"Größe {LONG}\n".encode() + f"Größe {LONG}".encode("cp1252"), "encoding cannot be told"),
    Bad("said-wrong.txt", f"Größe {LONG}".encode("cp1252"), "utf-8"),
    Bad("said-unknown.txt", LONG.encode(), "klingon"),
    Bad("one-word.txt", b"Word", "Very short", kept=True),
    Bad("one-letter.md", b"a", "Very short", kept=True),
    Bad("wall.txt", b"Subscribe to continue reading. " + b"More of it. " * 20, "pay or cookie wall", kept=True),
    Bad("large.txt", b"x " * 1_000_001, "words; the limit"),
    Bad("words.txt", b"a " * 200_001, "200,001 words; the limit"),
    Bad("line.md", b"x" * 1_999_999, "No outlet is known", kept=True),
    Bad("title-alone.md", b"# A title and nothing else\n", "holds no text"),
    Bad("front-matter-alone.md", _markdown("title: A", body=""), "holds no text"),
    Bad("colon.md", _markdown("title: Zelensky: talks", "date: [", "x: y: z"), ".", kept=True),
    Bad("bomb.md", _markdown(*BOMB, "title: *a11"), ".", kept=True),
    Bad("python.md", _markdown('title: !!python/object/apply:os.system ["true"]'), ".", kept=True),
    Bad("list.md", _markdown("- a", "- b"), "No outlet is known", kept=True),
    Bad("open.md", f"---\ntitle: A\n{LONG}".encode(), "No outlet is known", kept=True),
    Bad("no-day.md", _markdown("date: 2026-02-31"), "2026-02-31", kept=True),
    Bad("no-link.md", _markdown("url: javascript:alert(1)"), "No outlet is known", kept=True),
)
EXPORTS = (
    Bad("brace.json", b"{", "is not valid JSON"),
    Bad("comma.json", b'{"text": "a",}', "is not valid JSON"),
    Bad("string.json", b'"text"', "holds no article"),
    Bad("null.json", b"null", "holds no article"),
    Bad("numbers.json", b"[1, 2, 3]", "is not an object"),
    Bad("no-rows.json", b"[]", "holds no article"),
    Bad("no-articles.json", b'{"status": "ok", "articles": []}', "holds no article"),
    Bad("deep.json", b"[" * 100_000, "nested too deeply"),
    Bad("deep-object.json", b'{"a":' * 100_000, "nested too deeply"),
    Bad("noise.json", NOISE, "."),
    Bad("endless-number.json", b'{"text": ' + b"9" * 10_000 + b"}", "."),
    Bad("no-text.json", _rows({"title": "A", "source": "B"}), "text"),
    Bad("null-text.json", _rows({"text": None}), "text"),
    Bad("list-text.json", _rows({"text": ["a", "b"]}), "Very short", kept=True),
    Bad("nan.json", b'{"text": NaN}', "text"),
    Bad("one-bad.jsonl", _rows(*({"text": LONG} for _ in range(5))) + b"\n{bad\n" + _rows({"text": LONG}), "JSON"),
    Bad("scalars.jsonl", b"1\n2\n", "is not a JSON object"),
    Bad("cut.jsonl", _rows({"text": LONG})[:-20], "is not valid JSON"),
    Bad("long-line.jsonl", b'{"text": "' + b"x" * 2_000_001 + b'"}', "the limit is 2,000,000"),
    Bad("noise.jsonl", NOISE, "."),
    Bad("latin.jsonl", '{"text": "Größe zählt."}'.encode("cp1252"), "encoding was guessed", kept=True),
    Bad("surrogate.jsonl", b'{"text": "\\ud800 ' + LONG.encode() + b'"}', ".", kept=True),
    Bad("same-id.jsonl", _rows({"id": 1, "text": LONG}, {"id": 1, "text": LONG}), "also that of", kept=True),
    Bad("newsapi.json", _rows({"articles": [{"title": "A", "content": "Teaser… [+1234 chars]"}]}), "metadata only"),
    Bad("quote.csv", b'title,text\nA,"never closed\nB,c\n', "is not valid CSV"),
    Bad("no-column.csv", b"a,b\n1,2\n", "has no column for the text"),
    Bad("head.csv", b"title,text\n", "holds no article"),
    Bad("no-cells.csv", b"title,text\nA\nB,\n", "text"),
    Bad("nul.csv", b"title,text\nA,b\0c\n", "."),
    Bad("noise.csv", NOISE, "."),
    Bad("long-field.csv", b'title,text\nA,"' + b"x" * 2_000_001 + b'"\n', "."),
)
OTHERS = (
    Bad("old.doc", NOISE, "is damaged or no Word file"),
    Bad("table.xlsx", NOISE, "is damaged or no table"),
    Bad("books/novel.epub", NOISE, "is damaged or no e-book"),
    Bad("red\x1b[31m.txt", b"", "is empty"),
    Bad("two\nlines.txt", b"", "is empty"),
)
BAD_TEXTS = TEXTS + EXPORTS + OTHERS

SIDECAR = """\
[[article]]
file = "said-wrong.txt"
encoding = "utf-8"
[[article]]
file = "said-unknown.txt"
encoding = "klingon"
"""


def write_bad_texts(folder: Path) -> dict[str, str]:
    """Fills a folder, and puts a secret beside it; returns what must be said by name, of what is no file too."""
    folder.mkdir()
    for bad in BAD_TEXTS:
        path = folder / bad.name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bad.content)
    (folder / "corpus.toml").write_text(SIDECAR)
    return {bad.name: bad.said for bad in BAD_TEXTS} | _write_odd_ones(folder)


def _write_odd_ones(folder: Path) -> dict[str, str]:
    """Makes links, pipes and the like where the system has them."""
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET)
    (folder / "link-out.txt").symlink_to(outside / "secret.txt")
    (folder / "link-up.txt").symlink_to("../outside/secret.txt")
    (folder / "link-folder").symlink_to(outside, target_is_directory=True)
    (folder / "link-loop.txt").symlink_to("link-loop.txt")
    (folder / "link-nowhere.txt").symlink_to("nowhere.txt")
    said = {
        "link-out.txt": "leads out",
        "link-up.txt": "leads out",
        "link-loop.txt": "loop|cannot be examined",
        "link-nowhere.txt": "No such file",
    }
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.txt")
        said["pipe.txt"] = said["socket.txt"] = "a pipe, socket or device"
        with socket.socket(socket.AF_UNIX) as server:
            here = Path.cwd()
            os.chdir(folder)  # the address of a socket may not be longer than 107 bytes
            try:
                server.bind("socket.txt")
            finally:
                os.chdir(here)
    if sys.platform == "linux":
        (folder / os.fsdecode(b"name\xff.txt")).write_text(LONG)
        said["name\N{REPLACEMENT CHARACTER}.txt"] = "not valid UTF-8"
        if os.geteuid() != 0:  # root may read everything
            (folder / "locked.txt").write_text(LONG)
            (folder / "locked.txt").chmod(0)
            said["locked.txt"] = "Permission denied"
    return said
