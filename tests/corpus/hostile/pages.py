"""Damaged and hostile web pages: cut off, nested without end, full of what the readers of pages look for."""

import gzip

_HEAD = "<html><head><title>Pool closes</title>"
_HEADLINE = "</head><body><h1>Pool closes</h1>"
_LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1_000 + '"><!ENTITY c "' + "&b;" * 1_000 + '">]>'


def _page(head: str = "", body: str = "") -> bytes:
    return f"{_HEAD}{head}{_HEADLINE}{body}</body></html>".encode()


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def files() -> dict[str, bytes]:
    """Returns the files by name; none of them gives an article."""
    return {
        "page-head-only.html": f"{_HEAD}<meta name='author' content='Ana Ruiz'>".encode(),
        "page-cut-in-tag.html": f"{_HEAD}{_HEADLINE}<p class='te".encode(),
        "page-half-tags.html": _page(body="<div " * 200_000),
        "page-deep.html": _page(body="<div class='article-body'>" * 100_000),
        "page-deep-spans.html": _page(body="<span>" * 50_000 + "18 February 2026"),
        "page-nulls.html": _page(body="\0" * 1_000_000),
        "page-too-large.html": _page(body="<p></p>" * 800_000),
        "page-frames.html": b"<html><frameset cols='*'><frame src='a.html'><frame src='b.html'></frameset></html>",
        "page-programs.html": _page(body="<script>let a = 1;</script>" * 50_000),
        "page-packed.html": gzip.compress(b"\xff" * 5_000_000),
        "page-picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 2_000,
        "page-title.html": _page().replace(b"Pool closes</title>", b"A - (B " * 100_000 + b"</title>"),
        "page-rights.html": _page("<meta name='copyright' content='" + "© 2020-2026, " * 50_000 + "'>"),
        "page-ld-deep.html": _page(_ld('{"@graph":' * 50_000)),
        "page-ld-wide.html": _page(_ld("[" + '{"@type":"Article","author":{"@id":"a"}},' * 20_000 + "{}]")),
        "page-metas.html": _page("<meta property='og:site_name' content='A | B - C'>" * 30_000),
        "page-shell.html": b"<html><body><div id='root'></div><noscript>Enable JavaScript.</noscript></body>",
        "page-bookmarks.html": b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>" + b"<DT><A HREF='/a'>Wall vote</A>" * 40_000,
        "page-error.html": _page(body="").replace(b"Pool closes", b"404 - page not found"),
        "page-class.html": _page(body=f"<div class='{'author-' * 200_000}'><div class='{'video ' * 200_000}'>"),
    }


def heavy_files() -> dict[str, bytes]:
    """Returns files by name that are full of what readers of pages look for; what is read in them is no matter."""
    cards = '<div class="card"><h2><a href="/x">Ferries stop</a></h2></div>'
    entries = "<li><time>12:00</time><p>Waves break over the wall for the first time this winter.</p></li>"
    return {
        "page-deep-tables.html": _page(body="<table><tr><th>A</th><th>B</th></tr><tr><td>" * 20_000),
        "page-laughs.html": _LAUGHS.encode() + _page(body="<p>&c;</p>"),
        "page-names.html": _page(body="<div class='byline'>" + "<a class='author'>By " * 30_000),
        "page-times.html": _page(body="<time class='published'>12:00</time>" * 50_000),
        "page-dates.html": _page(body="<i>18 Februar 2026 Updated</i>" * 30_000),
        "page-cards.html": _page(body=cards * 20_000),
        "page-entries.html": _page(body=entries * 20_000),
        "page-comments.html": _page(body="<div class='comment'><p>Nobody ever asked us.</p>" * 20_000),
        "page-layout.html": _page(body=f"<table><tr><td>{'Waves break over the wall.<p>' * 40}" * 500),
        "page-promotion.html": _page(body="<div class='related'><a href='/a'>Read the story</a>" * 20_000),
        "page-titles.html": _page("<title>" + "Pool closes | " * 100_000),
        "page-paragraphs.html": _page(body="<main><div class='a'><p>" + "word " * 20 + "</p></div>" * 20_000),
    }
