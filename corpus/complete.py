"""A draft to an article: the text cleaned, each field from the most trusted place that gives it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from corpus.article import (
    UNKNOWN_OUTLET,
    Article,
    Edition,
    Provenance,
    free_id,
    hash_content,
    path_id,
    source_of,
    url_id,
)
from corpus.cleaning import strip_boilerplate, strip_markdown
from corpus.cleaning.markdown import PlainText
from corpus.cleaning.pagination import take_marks, without_marks
from corpus.errors import UnreadableFile
from corpus.formats.draft import Draft, Form
from corpus.metadata import Metadata, Sidecar
from corpus.metadata.dates import GUESSED, day_in_url, last_reported_day
from corpus.metadata.merge import from_places, merge
from corpus.metadata.outlets import OutletDirectory, host_of, outlet_key
from corpus.text import clean_line
from corpus.text.characters import clean_text, trim_lines
from corpus.text.folding import fold
from corpus.text.word_count import count_words
from corpus.web.site.in_title import split_site
from corpus.web.site.known import known_names

WORD_LIMIT = 200_000
_STUB_WORDS = 40
_WALL_WORDS = 200  # walls come with a teaser; longer texts may speak of subscriptions themselves
_WALL = re.compile(
    r"(?:subscribe|sign in|log in|register) to (?:continue|read|keep reading)|(?:accept|enable) (?:all )?cookies"
    r"|enable javascript|already a subscriber|this (?:article|content) is for subscribers",
    re.IGNORECASE,
)

_POST = re.compile(r"(?:^|/)(\d{4}-\d\d-\d\d)-[^/\s]+\.(?:md|markdown)$")


def complete_article(draft: Draft, name: str, sidecar: Sidecar) -> Article:
    """Makes an article of a draft.

    The order of trust, field by field: the user's entry, the file's own fields, the address, the user's folder
    rule, the file's name where it is a post of Jekyll, the site of the address, the text. The outlet that the user
    declared for a domain stands above what a page of it says. No outlet is taken from words of the text or from a
    folder's name.

    Args:
        draft: What the file gives.
        name: Name of the file in the corpus.
        sidecar: What the user says.

    Raises:
        UnreadableFile: Nothing is left of the text, or it is too long.
    """
    source, outlets = source_of(name, draft.number), sidecar.outlets
    said = merge((sidecar.entry(source).metadata, sidecar.entry(name).metadata))
    is_page = draft.form in (Form.WEB_PAGE, Form.PAGINATED)  # a page as it is, or as a browser printed it
    declared = _declared_outlet(said.url or draft.metadata.url, outlets) if is_page else Metadata()
    draft, site = (draft, Metadata()) if is_page else _without_site(draft, said.url or draft.metadata.url)
    given = merge((said, declared, draft.metadata))
    known = merge((given, _from_url(given.url, outlets), sidecar.by_folder(name), _from_name(name, draft), site))
    body = _clean_body(draft, known, outlets)
    if not body.text and not (known.edition and known.edition.withdraws):
        raise UnreadableFile("holds no text")
    if len(body.text) > 2 * WORD_LIMIT and (words := count_words(body.text)) > WORD_LIMIT:
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
        slug=merged.slug,
        keywords=merged.keywords,
        embargo=merged.embargo,
        edition=merged.edition,
    )
    return seal(replace(article, warnings=merged.warnings + _warnings(article, draft)))


def spelled(article: Article, outlet: str) -> Article:
    """Returns the article with another spelling of its outlet."""
    return article if article.outlet == outlet else seal(replace(article, outlet=outlet))


def seal(article: Article) -> Article:
    """Returns the article with its content hash."""
    return replace(article, content_hash=hash_content(article))


def with_own_ids(articles: Iterable[Article]) -> Iterator[Article]:
    """Gives an article whose id one before it has the id of its place, and says so in a warning.

    Versions of an item share its id: one of them stands (see `corpus.overlap.editions`).
    """
    owners: dict[tuple[str, Edition | None], str] = {}
    taken: set[str] = set()
    for article in articles:
        if owner := owners.get((article.article_id, article.edition)):
            warning = f"Its id or address is also that of {owner}; it is told apart by its place."
            own = free_id(article.source, taken)
            article = seal(replace(article, article_id=own, warnings=(*article.warnings, warning)))
        owners[article.article_id, article.edition] = article.source
        taken.add(article.article_id)
        yield article


def _from_url(url: str | None, outlets: OutletDirectory) -> Metadata:
    day = from_places(published=(day_in_url(url or ""), "date in the url"))
    return _declared_outlet(url, outlets).over(day)


def _without_site(draft: Draft, url: str | None) -> tuple[Draft, Metadata]:
    """Takes the site off the end of a title, as clipped pages have it, where the article's address bears it out.

    Returns:
        The draft, and its outlet: the site in the title, else that of the address, if it is a known one.
    """
    host, said = host_of(url), draft.metadata
    line, _, rest = draft.text.lstrip().partition("\n")
    title = said.title or (line.strip() if draft.form is Form.COPIED else "")
    headline, site = split_site(title, host)
    if not site:
        return draft, from_places(outlet=(next(iter(known_names(host)), ""), "site of the url"))
    if said.title:
        draft = replace(draft, metadata=replace(said, title=headline))
    else:  # programs that make texts of pages write their titles so
        found = from_places(title=(headline, "first line of the text"))
        draft = replace(draft, text=rest, metadata=said.over(found), dropped=(*draft.dropped, title))
    return draft, from_places(outlet=(site, "end of the title"))


def _from_name(name: str, draft: Draft) -> Metadata:
    """Returns the day that Jekyll has in the name of a post."""
    post = _POST.search(name) if draft.form is Form.MARKDOWN and draft.number is None else None
    with suppress(ValueError):
        return from_places(published=(date.fromisoformat(post[1]), "name of the file")) if post else Metadata()
    return Metadata()


def _declared_outlet(url: str | None, outlets: OutletDirectory) -> Metadata:
    return from_places(outlet=(outlets.from_url(url or ""), "domain of the url"))


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    found: Metadata
    dropped: tuple[str, ...]
    ai_generated: bool
    cut_off: bool
    pages: tuple[int, ...]


def _clean_body(draft: Draft, known: Metadata, outlets: OutletDirectory) -> _Body:
    plain = PlainText(clean_text(draft.text))
    if draft.form is Form.MARKDOWN:
        plain = strip_markdown(plain.text)
        if plain.title and known.title and fold(clean_line(plain.title)) != fold(known.title):
            plain = replace(plain, text=f"{plain.title}\n\n{plain.text}", title="")  # not the headline, so it is text
    outlet = outlets.find(known.outlet) if known.outlet else None
    stripped = strip_boilerplate(
        plain.text,
        known.title or plain.title,
        outlet.drop_lines if outlet else (),
        loose=draft.form is not Form.FIELD,
        is_outlet=None if draft.form is Form.WEB_PAGE else outlets.knows,
    )
    text, pages = trim_lines(stripped.text), tuple[int, ...]()
    dropped = (*draft.dropped, *filter(None, [plain.title]), *plain.dropped, *stripped.dropped)
    if draft.form is Form.PAGINATED:
        text, pages = take_marks(text)
        dropped = tuple(map(without_marks, dropped))
    heading = from_places(title=(plain.title, "first heading"))
    return _Body(text, heading.over(stripped.found), dropped, stripped.ai_generated, stripped.cut_off, pages)


def _flags(draft: Draft, body: _Body) -> tuple[str, ...]:
    words = count_words(body.text[: 20 * _WALL_WORDS])
    stub = body.cut_off or words < _STUB_WORDS or (words < _WALL_WORDS and _WALL.search(body.text))
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
