"""Exports as news services write them; field names are theirs, contents are invented."""

import json
from datetime import date

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.records.csv_table import parse_csv
from corpus.formats.records.json_records import parse_json, parse_jsonl
from corpus.metadata.field_map import FieldMap
from tests.corpus.pages import PARAGRAPHS, TITLE

TEXT = "\n\n".join(PARAGRAPHS)
NEWS_API = {
    "source": {"id": None, "name": "Quillport Ledger"},
    "author": "Ana Ruiz",
    "title": TITLE,
    "description": "Teaser.",
    "url": "https://ledger.example/pool",
    "urlToImage": None,
    "publishedAt": "2026-02-18T23:30:00Z",
}
MEDIASTACK = {"author": "Ana Ruiz", "title": TITLE, "description": "Teaser.", "url": "https://ledger.example/pool",
              "source": "Quillport Ledger", "image": None, "published_at": "2026-02-18T23:30:00+00:00"}  # fmt: skip
GDELT = {"url": "https://ledger.example/pool", "url_mobile": "", "title": TITLE, "seendate": "20260218T233000Z",
         "socialimage": "", "domain": "ledger.example", "language": "English", "sourcecountry": "Nowhere"}  # fmt: skip


@pytest.mark.parametrize(
    ("export", "outlet"),
    [
        ({"status": "ok", "totalResults": 1, "articles": [{**NEWS_API, "content": TEXT}]}, "Quillport Ledger"),
        ({"pagination": {"total": 1}, "data": [{**MEDIASTACK, "text": TEXT}]}, "Quillport Ledger"),
        ({"articles": [{**GDELT, "maintext": TEXT}]}, "ledger.example"),
    ],
    ids=["NewsAPI", "mediastack", "GDELT"],
)
def test_an_export_with_full_texts_is_read(export: dict[str, object], outlet: str) -> None:
    (draft,) = parse_json(json.dumps(export).encode(), Hints()).drafts
    metadata = draft.metadata
    assert (metadata.outlet, metadata.title, metadata.published) == (outlet, TITLE, date(2026, 2, 18))
    assert metadata.url == "https://ledger.example/pool"
    assert draft.text == TEXT


NYT = {"web_url": "https://ledger.example/pool", "snippet": "Teaser.", "lead_paragraph": PARAGRAPHS[0], "headline": {
       "main": TITLE, "kicker": None}, "byline": {"original": "By Ana Ruiz"}, "pub_date": "2026-02-18T23:30:00+0000",
       "source": "Quillport Ledger"}  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        NYT,
        {**NEWS_API, "content": "ONLY AVAILABLE IN PAID PLANS"},
        NEWS_API,
        {**NEWS_API, "content": f"{PARAGRAPHS[0]}… [+1234 chars]"},
        {**NEWS_API, "content": None},
        MEDIASTACK,
        GDELT,
    ],
)
def test_rows_without_their_full_text_are_told_beside_those_with_it(row: dict[str, object]) -> None:
    parsed = parse_json(json.dumps({"articles": [row, {**NEWS_API, "content": TEXT}]}).encode(), Hints())
    assert len(parsed.drafts) == 1
    (problem,) = parsed.problems
    assert problem.source == "#1"
    assert problem.reason.startswith("metadata only: ")


def test_an_export_of_nothing_but_metadata_says_so() -> None:
    lines = "\n".join(json.dumps(GDELT) for _ in range(3))
    with pytest.raises(UnreadableFile, match=r"^metadata only: "):
        parse_jsonl(lines.encode(), Hints())
    media_cloud = (
        "id,publish_date,title,url,language,media_name,media_url\n1,2026-02-18,A,https://a.example/b,en,A,a.example\n"
    )
    with pytest.raises(UnreadableFile, match=r"^metadata only: it has no column for the text"):
        parse_csv(media_cloud.encode(), Hints())


def test_a_lead_paragraph_is_the_text_where_the_user_says_so() -> None:
    answer = json.dumps({"status": "OK", "response": {"docs": [NYT], "meta": {"hits": 1}}}).encode()
    with pytest.raises(UnreadableFile, match=r"lead_paragraph.*\[fields\] text = "):
        parse_json(answer, Hints())
    (draft,) = parse_json(answer, Hints(fields=FieldMap((("text", ("lead_paragraph",)),)))).drafts
    metadata = draft.metadata
    assert (metadata.outlet, metadata.title, metadata.published) == ("Quillport Ledger", TITLE, date(2026, 2, 18))
    assert (metadata.authors, draft.text) == (("Ana Ruiz",), PARAGRAPHS[0])


@pytest.mark.parametrize(
    "columns",
    [
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
        "URL,Title,Selection,Folder,Timestamp",
        "title,url,time_added,tags,status",
        "Highlight,Book Title,Book Author,Note,Location,Highlighted at",
    ],
    ids=["Readwise Reader", "Instapaper", "Pocket", "Readwise"],
)
def test_a_list_of_what_to_read_holds_no_articles(columns: str) -> None:
    with pytest.raises(UnreadableFile, match="has no column for the text"):
        parse_csv(f"{columns}\n".encode(), Hints())
