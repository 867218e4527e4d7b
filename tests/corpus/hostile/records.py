"""Hostile and broken exports: JSON, lines of JSON and tables."""

import json

_MB = 1_000_000
_NAMES = {"title": "A", "url": "https://a.example/b"}

_ITEM = (
    b"<item><title>A</title>%s<wp:post_type>post</wp:post_type><content:encoded><![CDATA[%s]]></content:encoded></item>"
)


def _export(inside: bytes) -> bytes:
    return (
        b'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        b'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A</title>%s</channel></rss>' % inside
    )


def files() -> dict[str, bytes]:
    """Returns files that hold no article, by name."""
    return {
        "records-cut-off.json": json.dumps([{**_NAMES, "text": "x"}] * 9).encode()[:-30],
        "records-deep-lists.json": b'{"x": ' * 900 + b"[]" + b"}" * 900,
        "records-too-deep.json": b"[" * 200_000 + b"]" * 200_000,
        "records-many-objects.json": b"[" + b",".join([b"{}"] * 100_000) + b"]",
        "records-many-lists.json": json.dumps({f"a{number}": [[]] * 20 for number in range(20_000)}).encode(),
        "records-many-fields.json": json.dumps({f"field {number}\n": number for number in range(100_000)}).encode(),
        "records-long-names.json": json.dumps([{"x" * _MB + str(number): "y"} for number in range(3)]).encode(),
        "records-same-name.json": b"{" + b",".join([b'"text": 1'] * 100_000) + b"}",
        "records-huge-number.json": b'[{"text": 1' + b"0" * 5_000 + b"}]",
        "records-halves-of-pairs.json": b'[{"title": "\\ud800", "text": "\\udfff\\ud800"}]',
        "records-nested-text.json": b'[{"title": "A", "text": ' + b"[" * 500 + b'"x"' + b"]" * 500 + b"}]",
        "records-text-of-objects.json": json.dumps([{**_NAMES, "text": [{"a": {"b": "c"}}] * 100_000}]).encode(),
        "records-nothing-but-tags.json": json.dumps([{**_NAMES, "text": "<p><b></b></p>" * 100_000}]).encode(),
        "records-nothing-but-program.json": json.dumps([{**_NAMES, "text": "<script>" + "x" * _MB}]).encode(),
        "records-comment-never-closed.json": json.dumps([{**_NAMES, "text": "<!--" * 100_000}]).encode(),
        "records-cut-off-marks.json": json.dumps([{**_NAMES, "text": "[+1 " * 100_000 + "[+12 chars]"}]).encode(),
        "records-dates.json": json.dumps([{**_NAMES, "date": {"$date": {"$date": {"$date": 1e300}}}}] * 99).encode(),
        "records-of-nothing.json": b'{"articles": {"results": [null, 1, "a", [], {}]}}',
        "records-highlights.json": json.dumps([{"text": "x", "highlighted_at": "2026-01-01"}] * 9).encode(),
        "records-zeros.jsonl": b"\0" * _MB,
        "records-wide.jsonl": "[]\n{}".encode("utf-16"),
        "records-lines-of-nothing.jsonl": b"{}\n" * 100_000,
        "records-one-endless-line.jsonl": b'{"text": "' + b"x" * 3 * _MB,
        "records-values-broken.json": b'{\n"text" 1\n}\n' * 100_000,
        "records-values-unclosed.json": b'{\n"text": "' * 100_000,
        "records-values-too-deep.json": (b'{"x":' * 90_000 + b"\n") * 3,
        "records-values-commas.json": b"{}\n" + b"," * 3 * _MB,
        "records-values-of-nothing.json": b"[\n]\n" * 100_000,
        "records-columns.json": json.dumps({"title": {}, "text": dict.fromkeys(range(20_000))}).encode(),
        "records-columns-of-nothing.json": json.dumps({name: [""] * 20_000 for name in ("title", "text")}).encode(),
        "records-columns-apart.json": json.dumps({"columns": ["text"] * 300, "data": [[""] * 300] * 300}).encode(),
        "records-scrapy.jl": b'{"text": "' * 100_000,
        "feeds-wordpress-logins.xml": _export(b"<wp:author_login>" * 10_000),
        "feeds-wordpress-shortcodes.xml": _export(_ITEM % (b"", b"[gallery ids='1'] " * 10_000)),
        "feeds-wordpress-drafts.xml": _export(_ITEM % (b"<wp:status>draft</wp:status>", b"<p>Words.</p>") * 500),
        "feeds-wordpress-captions.xml": _export(_ITEM % (b"", b"[caption " * 100_000 + b"...")),
        "records-cells-never-closed.csv": b'title,text\n"' + b"x,\n" * _MB,
        "records-columns.csv": b",".join([b"text%d" % number for number in range(200_000)]) + b"\n",
        "records-empty-rows.tsv": b"title\ttext\n" + b"\t\n" * 100_000,
        "records-one-huge-cell.tsv": b"title\ttext\nA\t" + b"x" * 3 * _MB + b"\n",
    }
