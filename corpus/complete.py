"""A draft to an article: the text cleaned, each field from the most trusted place that gives it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.article import UNKNOWN_OUTLET, Article, Provenance, free_id, hash_content, path_id, source_of, url_id
from corpus.cleaning.boilerplate import Stripped, strip_boilerplate
from corpus.cleaning.markdown import strip_markdown
from corpus.cleaning.pagination import take_marks, without_marks
from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft
from corpus.metadata.dates import GUESSED, day_in_url, last_reported_day
from corpus.metadata.merge import Metadata, merge
from corpus.metadata.outlets import OutletDirectory, outlet_key
from corpus.metadata.sidecar import Sidecar
from corpus.text.characters import clean_line, clean_text, trim_lines
from corpus.text.folding import fold

WORD_LIMIT = 200_000
_STUB_WORDS = 40
_WALL_WORDS = 200  # walls come with a teaser; longer texts may speak of subscriptions themselves
_WALL = re.compile(
    r"(?:subscribe|sign in|log in|register) to (?:continue|read|keep reading)|(?:accept|enable) (?:all )?cookies"
    r"|enable javascript|already a subscriber|this (?:article|content) is for subscribers",
    re.IGNORECASE,
)


def complete_article(draft: Draft, name: str, sidecar: Sidecar) -> Article:
    """Makes an article of a draft.

    The order of trust, field by field: the user's entry, the file's own fields, the address, the user's folder
    rule, the text. The outlet that the user declared for a domain stands above what a page of it says. No outlet is
    taken from words of the text or from a folder's name.

    Args:
        draft: What the file gives.
        name: Name of the file in the corpus.
        sidecar: What the user says.

    Raises:
        UnreadableFile: Nothing is left of the text, or it is too long.
    """
    source, outlets = source_of(name, draft.number), sidecar.outlets
    said = merge((sidecar.entry(source).metadata, sidecar.entry(name).metadata))
    declared = _declared_outlet(said.url or draft.metadata.url, outlets) if draft.web_page else Metadata()
    given = merge((said, declared, draft.metadata))
    known = merge((given, _from_url(given.url, outlets), sidecar.by_folder(name)))
    body = _clean_body(draft, known, outlets)
    if not body.text:
        raise UnreadableFile("holds no text")
    if len(body.text) > 2 * WORD_LIMIT and (words := len(body.text.split())) > WORD_LIMIT:
        raise UnreadableFile(f"has {words:,} words; the limit is {WORD_LIMIT:,} for one article")
    merged = known.over(body.found)
    outlet = outlets.canonical(merged.outlet) if merged.outlet else UNKNOWN_OUTLET
    article = Article(
        article_id=merged.article_id or (url_id(merged.url) if merged.url else path_id(source)),
        outlet=outlet,
        title=clean_line(merged.title),
        text=body.text,
        source=source,
        content_hash="",
        published=merged.published,
        authors=tuple(name for name in merged.authors if outlet_key(name) != outlet_key(outlet)),
        url=merged.url,
        flags=_flags(draft, body),
        provenance=tuple(Provenance(field, origin) for field, origin in sorted(merged.origins.items())),
        dropped=body.dropped,
        pages=body.pages,
    )
    return seal(replace(article, warnings=merged.warnings + _warnings(article, draft)))


def spelled(article: Article, outlet: str) -> Article:
    """Returns the article with another spelling of its outlet."""
    return article if article.outlet == outlet else seal(replace(article, outlet=outlet))


def seal(article: Article) -> Article:
    """Returns the article with its content hash."""
    return replace(article, content_hash=hash_content(article))


def with_own_ids(articles: Iterable[Article]) -> Iterator[Article]:
    """Gives an article whose id one before it has the id of its place, and says so in a warning."""
    owners: dict[str, str] = {}
    for article in articles:
        if owner := owners.get(article.article_id):
            warning = f"Its id or address is also that of {owner}; it is told apart by its place."
            own = free_id(article.source, owners)
            article = seal(replace(article, article_id=own, warnings=(*article.warnings, warning)))
        owners[article.article_id] = article.source
        yield article


def _from_url(url: str | None, outlets: OutletDirectory) -> Metadata:
    if not url:
        return Metadata()
    published = day_in_url(url)
    day = Metadata(published=published, origins={"published": "date in the url"} if published else {})
    return _declared_outlet(url, outlets).over(day)


def _declared_outlet(url: str | None, outlets: OutletDirectory) -> Metadata:
    outlet = outlets.from_url(url) if url else None
    return Metadata(outlet=outlet, origins={"outlet": "domain of the url"}) if outlet else Metadata()


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    found: Metadata
    dropped: tuple[str, ...]
    ai_generated: bool
    pages: tuple[int, ...]


def _clean_body(draft: Draft, known: Metadata, outlets: OutletDirectory) -> _Body:
    text, heading = clean_text(draft.text), ""
    dropped: tuple[str, ...] = ()
    if draft.marked_up:
        plain = strip_markdown(text)
        text, heading, dropped = plain.text, plain.title, plain.dropped
        if heading and known.title and fold(clean_line(heading)) != fold(known.title):
            text, heading = f"{heading}\n\n{text}", ""  # not the headline, so it is text
    outlet = outlets.find(known.outlet) if known.outlet else None
    title = known.title or heading
    drop_lines = outlet.drop_lines if outlet else ()
    is_outlet = None if draft.web_page else outlets.knows
    stripped = strip_boilerplate(text, title, drop_lines, loose=draft.loose, is_outlet=is_outlet)
    left_out = draft.dropped + ((heading,) if heading else ()) + dropped + stripped.dropped
    body, pages = trim_lines(stripped.text), tuple[int, ...]()
    if draft.paginated:
        body, pages = take_marks(body)
    return _Body(
        text=body,
        found=_found_in_text(heading, stripped),
        dropped=tuple(map(without_marks, left_out)) if draft.paginated else left_out,
        ai_generated=stripped.ai_generated,
        pages=pages,
    )


def _found_in_text(heading: str, stripped: Stripped) -> Metadata:
    head = stripped.head
    values = {
        "outlet": (head.outlet, "line above the text"),
        "title": (heading or head.title, "first heading" if heading else "first line of the text"),
        "published": (head.published, "date line above the text"),
        "authors": (head.authors, "byline above the text"),
    }
    return Metadata(
        outlet=head.outlet,
        title=heading or head.title,
        published=head.published,
        authors=head.authors,
        origins={field: origin for field, (value, origin) in values.items() if value},
    )


def _flags(draft: Draft, body: _Body) -> tuple[str, ...]:
    words = len(body.text[: 20 * _WALL_WORDS].split())
    stub = words < _STUB_WORDS or (words < _WALL_WORDS and _WALL.search(body.text))
    marks = {"ai-generated": body.ai_generated, "encoding-guessed": draft.guessed_encoding, "stub": stub}
    return tuple(flag for flag, holds in marks.items() if holds)


def _warnings(article: Article, draft: Draft) -> tuple[str, ...]:
    entry = f'[[article]] file = "{article.source}"'
    found = []
    if article.outlet == UNKNOWN_OUTLET:
        found.append(f'No outlet is known: add {entry}, outlet = "..." to corpus.toml.')
    if article.published is None:
        found.append(f"No day of publication is known: add {entry}, date = 2026-01-31 to corpus.toml.")
    elif (reported := last_reported_day(article.text)) and reported > article.published:
        found.append(f"Dated {article.published}, but the text reports {reported}: the date may be wrong.")
    if article.published and any(entry.origin == GUESSED for entry in article.provenance):
        found.append(f"The day, {article.published}, is a guess: the page does not say that it is the publication's.")
    if draft.guessed_encoding:
        found.append(f"The encoding was guessed as {draft.guessed_encoding}: check the accents.")
    if "stub" in article.flags:
        found.append("Very short, or the notice of a pay or cookie wall: perhaps not the whole article.")
    return tuple(found)
