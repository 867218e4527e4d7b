"""Files of agencies' kinds that are broken, or made to do harm."""

_MB = 1_000_000
_NAR = b'xmlns="http://iptc.org/std/nar/2006-10-01/"'
_HEADER = b"eca062 4 i 211  qna 061\n\n"


def files() -> dict[str, bytes]:
    """Returns files of which none is an article: name -> bytes."""
    body = b"<nitf><body><body.content>%b</body.content></body></nitf>"
    laughs = b"".join(b"<!ENTITY a%d '%b'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    return {
        "cut-off.xml": b"<nitf><body><body.content>" + b"<p>The wall stands.</p>" * 50 + b"<p>The",
        "laughs.xml": b"<!DOCTYPE nitf [<!ENTITY a0 'ha'>" + laughs + b"]>" + body % b"<p>&a9;</p>",
        "outside.xml": b"<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + body % b"<p>&x;</p>",
        "outside-dtd.xml": b"<!DOCTYPE nitf SYSTEM 'http://192.0.2.1/nitf.dtd'>" + body % b"",
        "deep.xml": body % (b"<block>" * 100_000),
        "deep-closed.xml": body % (b"<q>" * 5_000 + b"x" + b"</q>" * 5_000),
        "long-text.xml": body % (b"<p>" + b"x" * 11 * _MB + b"</p>"),
        "many-items.xml": b"<newsMessage " + _NAR + b">" + b"<newsItem/>" * 20_000 + b"</newsMessage>",
        "empty-items.xml": b"<newsMessage " + _NAR + b">" + b"<newsItem guid='a'/>" * 300 + b"</newsMessage>",
        "no-components.xml": b"<NewsML>" + b"<NewsItem><NewsComponent/></NewsItem>" * 100 + b"</NewsML>",
        "nested-components.xml": b"<NewsML><NewsItem>" + b"<NewsComponent>" * 240 + b"</NewsComponent>" * 240
        + b"</NewsItem></NewsML>",
        "nul.xml": body % b"<p>The \0 wall</p>",
        "unknown-encoding.xml": b"<?xml version='1.0' encoding='x-quay'?>" + b"<nitf><p>",
        "only-a-picture.xml": b"<newsItem " + _NAR + b"><itemMeta><itemClass qcode='ninat:picture'/></itemMeta>"
        b"</newsItem>",
        "comments.xml": body % (b"<!-- x -->" * 100_000),
        "attributes.xml": b"<nitf " + b" ".join(b"a%d='x'" % n for n in range(50_000)) + b"/>",
        "codes-alone.txt": _HEADER + b"Wall/\nWall repaired =\n\n181137 GMT Feb 26\n",
        "codes-many.txt": (_HEADER + b"Wall/\nWall =\n\n181137 GMT Feb 26\n\n") * 5_000,
        "anpa-alone.txt": b"z6715-----\nr z BC-BKN--Heat-Hawks   02-20 0500\n^BC-BKN,4<\n^Wall<\n",
        "signatures.txt": _HEADER + b"Wall =\n\n" + b"qna ab\n" * 300_000,
        "dispatches-alone.txt": b"AP-Wall, 512\nWall falls\n\nAP-WF-01-12-10 1822GMT\n" * 5_000,
        "ninjs-picture.json": b'{"uri": "u", "versioncreated": "x", "pubstatus": "usable", "type": "picture"}',
        "ninjs-odd.json": b'{"uri": ["u"], "bodies": [[1], {"value": {}}, null, {"value": "<p></p>"}], "body_html": 7}',
        "ninjs-open-tags.json": b'{"uri": "u", "bodies": 1, "body_html": "' + b"<p " * 300_000 + b'"}',
    }  # fmt: skip
