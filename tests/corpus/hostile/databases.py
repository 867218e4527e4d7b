"""Damaged and hostile exports of Factiva, Dow Jones and Europresse."""

_NUMBER = "Document QUAYC00020260218em2i00011"
_HEAD = "82 words\n18 February 2026\nQuay Courier\nQUAYC\nEnglish\n(c) 2026 Quay Courier Ltd.\n"
_LAUGHS = (
    '<!DOCTYPE PPSResponse [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1_000 + '"><!ENTITY c "' + "&b;" * 1_000 + '">]>'
)
_OUTSIDE = '<!DOCTYPE PPSResponse [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_TITLE = "<html><head><title>Factiva</title></head><body>"
_CELLS = b"<tr><td>HD<td>A<tr><td>WC<td>9<tr><td>SN<td>B"
_EUROPRESSE = '<html><body><article><span class="DocPublicationName">La Croix</span>'


def _service(inside: str, above: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>{above}<PPSResponse>{inside}</PPSResponse>'.encode()


def files() -> dict[str, bytes]:
    """Returns the files by name; none of them gives an article."""
    headline = "<headline><paragraph>{}</paragraph></headline>"
    return {
        "factiva-cut.xml": _service(f"<article>{headline.format('A')}<leadParagraph><paragraph>The counc"),
        "factiva-headlines.xml": _service(f"<contentHeadline>{headline.format('A')}</contentHeadline>" * 3),
        "factiva-laughs.xml": _service(f"<article>{headline.format('&c;' * 1_000)}</article>", _LAUGHS),
        "factiva-outside.xml": _service(f"<article>{headline.format('&x;')}</article>", _OUTSIDE),
        "factiva-deep.xml": _service(f"<article>{'<paragraph>' * 100_000}</article>"),
        "factiva-never-closed.xml": _service("<article>" * 200_000),
        "factiva-half-tags.xml": _service("<article " * 200_000),
        "factiva-crossed.xml": _service("<article><leadParagraph><paragraph>The</leadParagraph></article>"),
        "factiva-no-document.xml": _service("<ppsArticleResponse/>"),
        "factiva-other.xml": b"<doc><field name='a'>Words of another program.</field></doc>",
        "factiva-wide.xml": _service("<article></article>").replace(b"utf-8", b"utf-16"),
        "newswire-withdrawals.nml": b"<doc><djnml><administration><doc-delete/></administration></djnml></doc>" * 9,
        "newswire-noise.nml": b"<doc>" + bytes(range(128, 256)) * 1_000 + b"</doc>",
        "newswire-end.nml": b"<doc><djnml><body><text><p>(END) Dow Jones Newswires</p></text></body></djnml></doc>",
        "feed-withdrawal-of-what.xml": b"<DistList><DistDoc action='del'/><DistDoc action='del'></DistDoc></DistList>",
        "factiva-numbers.txt": f"{_NUMBER}\n".encode() * 20_000,
        "factiva-heads.txt": (_HEAD * 10_000).encode(),
        "factiva-no-text.txt": f"A headline\n\n{_HEAD}\n{_NUMBER}\n".encode() * 2_000,
        "factiva-no-head.txt": f"Words of a text without a head.\n\n{_NUMBER}\n".encode() * 2_000,
        "factiva-labels.txt": b"HD A headline\nWC 82 words\nPD 18 February 2026\nSN Quay Courier\n" * 20_000,
        "factiva-blanks.txt": f"{_NUMBER}\n{' ' * 500_000}x\n{_NUMBER}\n".encode(),
        "factiva-list.html": f"{_TITLE}{'<tr class=headline><td>A headline</td></tr>' * 9_000}".encode(),
        "factiva-deep.html": _TITLE.encode() + b"<div class='article enArticle'>" * 60_000,
        "factiva-no-text.html": f"{_TITLE}<div class='article enArticle'><div>82 words</div></div>".encode(),
        "factiva-cells.html": _TITLE.encode() + b"<div class='article enArticle'><table>" + _CELLS * 9_000,
        "europresse-deep.html": _EUROPRESSE.encode() + b"<article>" * 100_000,
        "europresse-no-text.html": (_EUROPRESSE * 3_000).encode(),
        "europresse-name.html": f"{_EUROPRESSE[:-15]}{'(site web ' * 100_000}</span></article>".encode(),
        "europresse-names.html": b"<html><body>" + b"<span class='DocPublicationName'>La Croix</span>" * 40_000,
        "europresse-tables.html": b"<table><tr><td><span class='DocPublicationName'>La Croix</span>" * 30_000,
    }
