"""Answers of news services, crawlers and readers, made up in the forms that they have.

Seen in public sources: EventRegistry (eventregistry.org/api/v1/article/getArticles: articles.results, source.title
beside source.uri, dateTimePub), webz.io (posts, thread.site_full such as "www.x.com"), the Google Reader form as
FreshRSS, Inoreader and The Old Reader write it (items, published in seconds as a number, canonical and alternate as
lists of href, the text under summary.content or content.content, sometimes a title as an object), the Reader API of
Readwise (site_name, source_url beside its own url, published_date in thousandths of a second, html_content with
content null, highlights in the same list), and fundus in an old version (body with summary and sections of headline
and paragraphs).

From their documentation as remembered: Feedbin and Miniflux (feed with a name or title), trafilatura (source is the
address, source-hostname the site's name, hostname its host), news-please (maintext, date_publish, source_domain),
newspaper4k (meta_site_name), wallabag (content is HTML), WordPress (title.rendered, content.rendered,
_embedded.author), NewsAPI and GNews (source.name), newsdata.io (source_id beside source_name, creator a list),
NewsCatcher (clean_url beside name_source), Aylien (links.permalink), the Guardian (fields.bodyText, fields.byline,
webTitle), Diffbot (objects), Zyte (article.articleBody), Dow Jones (an, source_name, publication_date in thousandths
of a second as text, snippet the first paragraph and body the rest), MongoDB ($oid, $date), Elasticsearch
(hits.hits._source) and Solr (every value a list).
"""

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.corpus.formats.records.stories import ABSENT, Story, named, usual

_EXTRA: tuple[tuple[str, object], ...] = (
    ("zzTags", ["a", "b"]), ("images", [{"url": "https://i.example/1.jpg", "caption": "A wall."}]),
    ("shares", {"x": 1}),
    ("entities", [{"name": "Kelpwick", "type": "place"}] * 3), ("sentiment", 0.2), ("lang", "en"), ("nothing", None),
    ("vector", [0.1, 0.2]), ("related", [{"title": "Other", "text": "Another story."}]), ("flags", {}),
)  # fmt: skip


@dataclass(frozen=True)
class Service:
    """How a service answers.

    Attributes:
        item: Makes a record; `ABSENT` where the story has nothing.
        frame: Puts records into the answer.
        outlet: What the outlet should be.
        with_authors: Whether it names who wrote.
    """

    item: Callable[[Story], Mapping[str, object]]
    frame: Callable[[list[Mapping[str, object]]], object] = lambda items: items
    outlet: Callable[[Story], str] = lambda story: story.outlet
    with_authors: bool = True


def _below_snippet(story: Story) -> str:
    """Returns the text below its first paragraph; the whole where that would begin alike."""
    rest = "\n\n".join(story.paragraphs[1:])
    return story.text if not rest or rest.startswith(story.paragraphs[0]) else rest


SERVICES: Mapping[str, Service] = {
    "EventRegistry": Service(
        lambda s: {"uri": str(s.number), "dateTimePub": s.iso, "url": s.url, "title": s.title, "body": s.text,
                   "source": {"uri": s.host, "dataType": "news", "title": s.name},
                   "authors": named(s, type="author", isAgency=False)},
        lambda items: {"articles": {"results": items, "totalResults": 1, "pages": 1}},
        lambda s: s.outlet or s.host,
    ),
    "Guardian": Service(
        lambda s: {"id": f"a/{s.number}", "type": "article", "webTitle": s.title, "webUrl": s.url,
                   "webPublicationDate": s.iso, "fields": {"headline": s.title, "byline": s.byline, "body": s.html,
                   "trailText": "Teaser.", "publication": s.name}, "tags": [{"webTitle": "Harbours"}]},
        lambda items: {"response": {"status": "ok", "total": 2, "results": items}},
    ),
    "Guardian, one article": Service(
        lambda s: {"webTitle": s.title, "webUrl": s.url, "webPublicationDate": s.iso, "fields": {
                   "byline": s.byline, "bodyText": s.text, "publication": s.name}},
        lambda items: {"response": {"status": "ok", "content": items[0]}} if len(items) == 1 else
                      [{"response": {"content": item}} for item in items],
    ),
    "WordPress": Service(
        lambda s: {"id": s.number, "date": s.iso, "link": s.url, "title": {"rendered": s.title}, "author": 5,
                   "excerpt": {"rendered": "<p>Teaser [&hellip;]</p>"}, "content": {"rendered": s.html},
                   "_embedded": {"author": named(s)}, "yoast_head_json": {"og_site_name": s.name}},
    ),
    "fundus": Service(
        lambda s: {"title": s.title, "authors": s.people, "publishing_date": s.iso, "topics": ["a"],
                   "publisher": s.name, "body": {"summary": [], "sections": [
                       {"headline": [], "paragraphs": [text]} for text in s.paragraphs]}},
    ),
    "fundus with its page": Service(
        lambda s: {"title": s.title, "plaintext": s.text, "authors": s.people, "publishing_date": s.iso,
                   "html": {"requested_url": "https://a.example", "responded_url": s.url, "content": "<html></html>",
                            "crawl_date": "2030-03-01T11:55:58", "source_info": {"publisher": s.name}}},
    ),
    "webz.io": Service(
        lambda s: {"thread": {"site_full": f"www.{s.host}", "site": s.host, "title": s.title, "section_title": "Home"},
                   "uuid": str(s.number), "url": s.url, "author": s.byline, "published": s.iso, "title": s.title,
                   "text": s.text, "highlightText": ""},
        lambda items: {"posts": items, "totalResults": 3, "moreResultsAvailable": 0},
        lambda s: s.host,
    ),
    "Diffbot": Service(
        lambda s: {"type": "article", "siteName": s.name, "pageUrl": s.url, "title": s.title, "html": s.html,
                   "text": s.text, "author": s.byline, "date": s.iso},
        lambda items: {"request": {"api": "article"}, "objects": items},
    ),
    "Zyte": Service(
        lambda s: {"url": s.url, "statusCode": 200, "article": {"headline": s.title, "articleBody": s.text,
                   "authors": named(s), "datePublished": s.iso, "publisher": {"name": s.name}}},
    ),
    "news-please": Service(
        lambda s: {"authors": list(s.authors), "date_download": "2030-05-05 01:01:01", "date_publish": s.iso,
                   "url": s.url,
                   "maintext": s.text, "source_domain": f"www.{s.host}", "title": s.title, "description": "Teaser."},
        outlet=lambda s: s.host,
    ),
    "newspaper4k": Service(
        lambda s: {"url": s.url, "title": s.title, "authors": list(s.authors), "publish_date": s.iso, "text": s.text,
                   "meta_site_name": s.name, "meta_data": {"og": {"title": "x"}}, "html": "<html><p>Menu</p>"},
    ),
    "trafilatura": Service(
        lambda s: {"title": s.title, "author": s.byline, "hostname": s.host, "date": s.iso, "source": s.url,
                   "raw_text": "All.", "text": "\n".join(s.paragraphs), "source-hostname": s.name, "id": ABSENT},
        outlet=lambda s: s.outlet or s.host,
    ),
    "NewsAPI": Service(
        lambda s: usual(s) | {"source": {"id": ABSENT, "name": s.name}, "content": s.text, "description": "T."},
        lambda items: {"status": "ok", "totalResults": 2, "articles": items},
    ),
    "mediastack": Service(
        lambda s: usual(s) | {"source": s.name, "text": s.text, "category": "general"},
        lambda items: {"pagination": {"limit": 100}, "data": items},
    ),
    "newsdata.io": Service(
        lambda s: {"title": s.title, "link": s.url, "creator": s.people, "pubDate": s.iso,
                   "content": s.text, "source_id": "quay", "source_name": s.name, "description": "T."},
        lambda items: {"status": "success", "totalResults": 2, "results": items},
        lambda s: s.outlet or "quay",
    ),
    "NewsCatcher": Service(
        lambda s: {"title": s.title, "author": s.byline, "published_date": s.iso, "link": s.url, "clean_url": s.host,
                   "rights": s.host, "name_source": s.name, "content": s.text, "summary": "T."},
        lambda items: {"status": "ok", "articles": items}, lambda s: s.outlet or s.host,
    ),
    "Aylien": Service(
        lambda s: {"id": s.number, "title": s.title, "body": s.text, "links": {"permalink": s.url},
                   "author": {"name": s.byline}, "published_at": s.iso, "source": {"name": s.name}},
        lambda items: {"stories": items},
    ),
    "Dow Jones": Service(
        lambda s: {"an": f"QUAYC000020260218em2{s.number:07d}", "action": "add", "source_code": "QUAYC",
                   "source_name": s.name, "publisher_name": "Quay Ltd.", "title": s.title, "byline": s.byline,
                   "publication_date": s.seconds() and f"{s.seconds()}000", "ingestion_datetime": "1900000000000",
                   "snippet": s.paragraphs[0], "body": _below_snippet(s), "word_count": "112"},
        lambda items: {"data": items}, lambda s: s.outlet or "Quay Ltd.",
    ),
    "Google Reader form": Service(
        lambda s: {"id": f"tag:{s.number}", "published": s.seconds(),
                   "title": {"content": s.title} if s.number % 2 else s.title,
                   "canonical": [{"href": s.url}], "alternate": [{"href": s.url, "type": "text/html"}],
                   ("summary", "content")[s.number % 2]: {"direction": "ltr", "content": s.html}, "comments": [],
                   "author": s.byline, "crawlTimeMsec": "1900000000000",
                   "origin": {"streamId": "feed/1", "title": s.name, "htmlUrl": s.url}},
        lambda items: {"id": "user/-/state/com.google/starred", "title": "Starred", "items": items},
    ),
    "Feedbin and Miniflux": Service(
        lambda s: {"id": s.number, "title": s.title, "author": s.byline, "content": s.html, "url": s.url,
                   "published": s.iso, "created_at": "2030-05-05T00:00:00Z", "feed": {"title": s.name}},
    ),
    "wallabag": Service(
        lambda s: {"id": s.number, "title": s.title, "url": s.url, "is_archived": 0,
                   "created_at": "2030-03-01T11:55:58+0100",
                   "published_at": s.iso, "content": s.html, "mimetype": "text/html", "domain_name": s.host},
        outlet=lambda _: "", with_authors=False,
    ),
    "Readwise Reader": Service(
        lambda s: {"id": str(s.number), "url": f"https://read.readwise.io/read/{s.number}", "title": s.title,
                   "content": ABSENT,
                   "author": s.byline, "source": "Reader RSS", "category": "rss", "site_name": s.name,
                   "published_date": s.seconds(1000), "html_content": s.html, "source_url": s.url, "parent_id": ABSENT},
        lambda items: {"count": 2, "nextPageCursor": None, "results": items},
    ),
    "MongoDB": Service(
        lambda s: usual(s) | {"_id": {"$oid": f"65f{s.number}"}, "text": s.text, "source": s.name,
                   "publishedAt": {"$date": {"$numberLong": str(s.seconds(1000))} if s.number % 2 else s.iso}
                   if s.day else ABSENT},
    ),
    "Elasticsearch": Service(
        lambda s: {"_index": "news", "_id": str(s.number), "_score": 1.0, "_source": usual(s) | {
                   "body": s.text, "publisher": s.name}},
        lambda items: {"took": 3, "hits": {"total": {"value": 2}, "hits": items},
                       "aggregations": {"x": {"buckets": [{"key": 1}] * 9}}},
    ),
    "Solr": Service(
        lambda s: {"id": str(s.number), "title": [s.title], "content": [s.text],
                   "published_date": [s.iso] if s.day else ABSENT,
                   "author": s.people, "publication": [s.outlet] if s.outlet else ABSENT, "url": [s.url]},
        lambda items: {"responseHeader": {"status": 0}, "response": {"numFound": 2, "docs": items}},
    ),
    "ids to records": Service(
        lambda s: usual(s) | {"source": s.name, "text": s.text},
        lambda items: {f"a{number}": item for number, item in enumerate(items)},
    ),
    "an unknown service": Service(
        lambda s: usual(s) | {"source": s.name, "text": s.text},
        lambda items: {"ok": True, "sources": [{"name": "Quay Courier", "id": n} for n in range(60)],
                       "payload": {"found": items}},
    ),
}  # fmt: skip


def answer_of(service: Service, told: Sequence[Story], seed: int) -> str:
    """Returns the answer with other orders of the fields, unknown fields, and nothing said in several ways."""
    chance = random.Random(seed)
    return json.dumps(
        service.frame([_varied(service.item(story), chance) for story in told]), ensure_ascii=bool(seed % 2)
    )


def _varied(item: Mapping[str, object], chance: random.Random, top: bool = True) -> dict[str, object]:
    fields = [
        (name, _varied(value, chance, False) if isinstance(value, dict) else value) for name, value in item.items()
    ]
    fields += [extra for extra in _EXTRA if top and extra[0] not in item and chance.random() < 0.3]
    chance.shuffle(fields)
    varied: dict[str, object] = {}
    for name, value in fields:
        if value is not ABSENT:
            varied[name] = value
        elif chance.random() < 0.6:
            varied[name] = chance.choice((None, ""))
    return varied
