import json
from dataclasses import replace
from datetime import date

from index.search.condition import Any, Not, Word
from qa.answer import Answer, Silent, Verdict
from qa.question import Also, Filters, Order, Period
from qa.render.json import answer_to_dict
from tests.conftest import COURIER, POST, cite, worth


def test_an_answer_has_the_documented_form(answer: Answer) -> None:
    fields = answer_to_dict(answer)
    assert {"question", "understood", "verdict", "found", "confidence", "passages", "outlets"} <= set(fields)
    assert fields["understood"] == {
        "text": "How many jobs go with the Marlin?",
        "subject": "How many jobs go with the Marlin?",
        "phrases": ["Lindqvist Lines"],
        "outlets": ["Quay Courier"],
        "authors": [],
        "periods": [],
        "order": None,
        "also": [],
        "instead": [],
        "collection": None,
        "speaker": None,
        "newer_from": None,
        "carried": [],
        "inherited": [],
        "only_outlets": [],
        "since": None,
        "until": None,
        "exclude": [],
        "without_outlets": [],
        "only_authors": [],
        "conditions": [],
    }
    assert fields["outlets"][0] == {"outlet": "Quay Courier", "passages": 1, "articles": 1}  # type: ignore[index]  # one of several JSON types


def test_the_whole_ranking_is_given_and_what_matches_is_told(answer: Answer) -> None:
    fields = json.loads(json.dumps(answer_to_dict(worth(answer, Verdict.MAY, 1, 3))))
    assert (fields["verdict"], fields["found"]) == ("may", True)
    assert [(one["rank"], one["matches"]) for one in fields["passages"]] == [(1, True), (2, False), (3, True)]
    assert {one["outlet"]: one["passages"] for one in fields["outlets"]}["Harbour Post"] == 0
    nothing = answer_to_dict(worth(answer, Verdict.NO))
    assert (nothing["verdict"], nothing["found"]) == ("no", False)


def test_the_day_from_which_age_is_counted_and_who_read_the_passages_are_given(answer: Answer) -> None:
    question = replace(answer.question, newer_from=date(2026, 3, 4))
    fields = answer_to_dict(replace(answer, question=question, reranked="dateline@0123"))
    assert fields["understood"]["newer_from"] == "2026-03-04"  # type: ignore[index]  # one of several JSON types
    assert (fields["reranked"], fields["not_reranked"]) == ("dateline@0123", None)


def test_a_passage_names_everything_that_proves_it(answer: Answer) -> None:
    copied = replace(answer.passages[0], also_in=(cite(POST, "Lindqvist Lines"),))
    first, *_ = json.loads(json.dumps(answer_to_dict(replace(answer, passages=(copied,)))))["passages"]
    assert first == {
        "rank": 1,
        "text": COURIER.text[98:199],
        "article_id": "courier-1",
        "outlet": "Quay Courier",
        "title": "Marlin ferry stops for good",
        "date": "2026-03-03",
        "authors": ["Ines Rask", "Tom Oduya"],
        "url": "https://courier.example/marlin",
        "source": "courier.md",
        "start": 98,
        "end": 199,
        "page": None,
        "flags": [],
        "slug": "",
        "keywords": [],
        "embargo": None,
        "score": 1.0,
        "matches": True,
        "words_rank": 1,
        "meaning_rank": 2,
        "highlights": [{"start": 98, "end": 156, "text": "The operator, Lindqvist Lines, said that 14 jobs would go."}],
        "also_in": [
            {
                "article_id": "post-1",
                "outlet": "Harbour Post",
                "title": "Last crossing of the Marlin",
                "date": "2026-03-04",
                "authors": [],
                "url": None,
                "source": "post.md",
                "start": 0,
                "end": 15,
                "page": None,
                "flags": [],
                "slug": "",
                "keywords": [],
                "embargo": None,
            }
        ],
    }


def test_every_offset_leads_back_to_the_words(answer: Answer) -> None:
    texts = {article.article_id: article.text for article in (COURIER, POST)}
    passages = json.loads(json.dumps(answer_to_dict(answer)))["passages"]
    assert len(passages) > 2
    for passage in passages[:2]:
        text = texts[passage["article_id"]]
        assert text[passage["start"] : passage["end"]] == passage["text"]
        assert all(text[mark["start"] : mark["end"]] == mark["text"] for mark in passage["highlights"])


def test_what_is_not_known_is_null_and_never_left_out(answer: Answer) -> None:
    *_, last = json.loads(json.dumps(answer_to_dict(answer)))["passages"]
    assert (last["date"], last["url"], last["title"], last["authors"]) == (None, None, "", [])


def test_filters_are_days_and_lists(answer: Answer) -> None:
    filters = Filters(("Harbour Post",), date(2026, 2, 1), date(2026, 2, 28), ("courier-1",))
    filters = replace(filters, conditions=(Not(Word("protest")), Any((Word("quay"), Word("harbour")))))
    understood = answer_to_dict(replace(answer, question=replace(answer.question, filters=filters)))["understood"]
    assert understood == {
        "text": "How many jobs go with the Marlin?",
        "subject": "How many jobs go with the Marlin?",
        "phrases": ["Lindqvist Lines"],
        "outlets": ["Quay Courier"],
        "authors": [],
        "periods": [],
        "order": None,
        "also": [],
        "instead": [],
        "collection": None,
        "speaker": None,
        "newer_from": None,
        "carried": [],
        "inherited": [],
        "only_outlets": ["Harbour Post"],
        "since": "2026-02-01",
        "until": "2026-02-28",
        "exclude": ["courier-1"],
        "without_outlets": [],
        "only_authors": [],
        "conditions": ["NOT protest", "(quay OR harbour)"],
    }


def test_who_has_nothing_and_who_has_are_named(answer: Answer) -> None:
    assert (answer_to_dict(answer)["silent"], answer_to_dict(answer)["elsewhere"]) == ([], [])
    silent = (Silent("Harbour Post", 2), Silent("Ines Rask", 1, is_author=True))
    fields = answer_to_dict(replace(answer, silent=silent, elsewhere=("Inland Ledger",)))
    assert fields["silent"] == [{"outlet": "Harbour Post", "articles": 2}, {"author": "Ines Rask", "articles": 1}]
    assert fields["elsewhere"] == ["Inland Ledger"]


def test_times_are_days_and_an_open_end_is_null(answer: Answer) -> None:
    day = date(2026, 3, 5)
    periods = (Period(day, None, "since 3/5/2026", or_else=date(2026, 5, 3)), Period(None, day, "x", counted_from=day))
    question = replace(answer.question, periods=periods, order=Order(True, "latest", day))
    understood = answer_to_dict(replace(answer, question=question))["understood"]
    assert understood["periods"] == [  # type: ignore[index]  # one of several JSON types
        {"first": "2026-03-05", "last": None, "words": "since 3/5/2026", "counted_from": None, "or_else": "2026-05-03"},
        {"first": None, "last": "2026-03-05", "words": "x", "counted_from": "2026-03-05", "or_else": None},
    ]
    assert understood["order"] == {"newest": True, "words": "latest"}  # type: ignore[index]  # one of several JSON types


def test_other_forms_are_data(answer: Answer) -> None:
    also, instead = Also("NCTA", "North Coast Transport Authority", "acronym"), Also("ferrry", "ferry", "slip")
    asked = replace(answer, question=replace(answer.question, also=(also,), instead=(instead,)))
    understood = json.loads(json.dumps(answer_to_dict(asked)))["understood"]
    assert understood["also"] == [{"words": "NCTA", "other": "North Coast Transport Authority", "why": "acronym"}]
    assert understood["instead"] == [{"words": "ferrry", "other": "ferry", "why": "slip"}]
