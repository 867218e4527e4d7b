from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Filters, Question
from qa.scope.author_names import AuthorNames
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand

NAMES = OutletNames(["Quay Post", "Fell Observer", "Quill Weekly", "The Record", "The Times", "Harbour Today"], {})
AUTHORS = AuthorNames(["Runa Velt", "Jon Brask"])
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))


def read(asked: str, filters: Filters | None = None) -> Question:
    return understand(Ask(asked, filters=filters or Filters()), NAMES, DAYS, authors=AUTHORS)


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("What did the Quill Weekly say about the mussel harvest?", "the mussel harvest?"),
        ("Did the Quill Weekly report on the storm?", "the storm?"),
        ("According to the Quay Post, how many trees will be felled?", "how many trees will be felled?"),
        ("How many trees will be felled, according to the Quay Post?", "How many trees will be felled?"),
        ("How many jobs does the Quay Post say will go?", "How many jobs will go?"),
        ("When did the Quay Post say the tram would open?", "When the tram would open?"),
        ("How did 'The Times' describe the vote?", "the vote?"),
        ("What was written about the clockmaker by the Quill Weekly?", "the clockmaker?"),
        ("Is the storm mentioned in the Fell Observer?", "the storm"),
        ("How does the Quay Post see the mood in Geneva?", "the mood in Geneva?"),
        ("What is the view of the Quay Post on the tram?", "the tram?"),
        ("When does the pool close, says the Fell Observer?", "When does the pool close?"),
        ("Quay Post: storm damage", "storm damage"),
        ("storm damage Quay Post", "storm damage"),
        ("the Quay Post's coverage of the storm", "the storm"),
        ("tell me what the Quill Weekly wrote about the choir", "the choir"),
        ("What do the Quay Post and the Fell Observer say about the storm?", "the storm?"),
        ("What did the mayor tell the Quay Post about the bridge?", "What did the mayor tell about the bridge?"),
    ],
)
def test_outlets_are_where_to_look_and_not_what_for(asked: str, subject: str) -> None:
    assert read(asked).subject == subject
    assert read(asked).text == asked
    assert read(asked).facets


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("Which newspapers covered the storm?", "the storm"),
        ("Timeline of the tram works", "the tram works"),
        ("Give me a chronology of events for the tram works", "the tram works"),
        ("What is the timeline of the tram works?", "the tram works?"),
        ("Who drew the timeline of the tram works?", "Who drew the timeline of the tram works?"),
        ("What do the papers say about the storm?", "the storm?"),
        ("Did any outlets mention Yusuf Danner?", "Yusuf Danner"),
        ("How many articles mention Yusuf Danner?", "Yusuf Danner"),
        ("Show me all articles about the library", "the library"),
        ("articles that mention Tilda Aspern", "Tilda Aspern"),
        ("any news on the tram?", "the tram"),
        ("reports of attacks on buses", "attacks on buses"),
        ("What is reported about power cuts?", "power cuts?"),
        ("Summarise the articles on the ferry", "the ferry"),
        ("Who wrote about the library?", "the library"),
        ("What closed, according to the newspapers?", "What closed?"),
        ("Is the storm mentioned anywhere?", "the storm"),
        ("What is the latest on the tram?", "the tram?"),
    ],
)
def test_so_are_words_about_the_collection(asked: str, subject: str) -> None:
    assert read(asked).subject == subject


@pytest.mark.parametrize(
    "asked",
    [
        "Which stolen articles were found?",
        "What do the articles of the treaty say about fishing?",
        "Articles published in open access are cited less",
        "mobile phone coverage of the valley",
        "What did Reports say about the dam?",
        "What does the record say about crime?",
        "Which sources of the river are dry?",
        "What did people say about the storm?",
        "Who reported the theft?",
        "newspaper sales in the valley",
        "Who owns the Quay Post?",
        "What happened to the Quay Post?",
        "Why did the mayor exclude the Quay Post from the briefing?",
        "What did Jon Brask do in the harbour?",
        'Who said "articles on the Quay Post"?',
        'When I say "America," I mean all of it. Is that so?',
    ],
)
def test_the_same_words_may_be_what_is_asked_about(asked: str) -> None:
    assert read(asked).subject == asked
    assert read(asked).authors == ()


@pytest.mark.parametrize("asked", ["Quay Post articles", "articles by Jon Brask", "What did the outlets say?"])
def test_a_question_of_which_nothing_is_left_keeps_its_text(asked: str) -> None:
    assert read(asked).subject == asked


def test_a_quoted_phrase_is_never_touched() -> None:
    assert read('Which articles mention "the Quay Post reports" and the tram?').subject == (
        '"the Quay Post reports" and the tram'
    )


def test_a_time_that_no_article_names_so_is_no_part_of_the_subject() -> None:
    assert read("What did the Quay Post say last week about the tram?").subject == "the tram?"
    assert read("What did the council decide about the quay on July 15, 2025?").subject.endswith("on July 15, 2025?")
    assert read("fireworks in the Quill Weekly since May 2025").subject == "fireworks since May 2025"


def test_each_outlet_is_asked_for_its_part_of_the_subject_and_the_times_in_it() -> None:
    question = read("Does the Quay Post count 61 calls on 3 May, while the Fell Observer says three schools shut?")
    post, observer = question.facets
    assert (post.outlet, post.times) == ("Quay Post", ("3 May",))
    assert "61 calls" in post.text
    assert (observer.text, observer.times) == ("while three schools shut?", ())


def test_a_long_question_is_left_as_it_is() -> None:
    asked = (
        "Does the Quay Post article suggest that tram workers distrust their transport authority, not by the Fell "
        "Observer, while Jon Brask reports that shopkeepers in Mill Lane fear for business during construction works?"
    )
    question = read(asked)
    assert (question.subject, question.authors) == (asked, ())
    assert question.outlets == ("Quay Post", "Fell Observer")
    assert not question.filters.without_outlets


def test_what_the_user_takes_back_is_no_scope_and_a_common_word_is_a_word_again() -> None:
    asked = "What did Runa Velt write in the Quay Post about the tram, not the Fell Observer?"
    question = read(asked, Filters(unread=("Quay Post", "Fell Observer", "Runa Velt")))
    assert (question.outlets, question.authors, question.filters.without_outlets) == ((), (), ())
    assert question.subject == "What did Runa Velt about the tram, not?"
    names = OutletNames(["Time"], {})
    taken_back = Ask("What does Time say about clocks?", filters=Filters(unread=("Time",)))
    assert "Time" in understand(taken_back, names, DAYS).subject


PIECE = st.sampled_from(
    [
        *("the Quay Post", "Fell Observer's", "Runa Velt", "Brask's", "articles", "report on", "What did", "say about"),
        *(
            "other than",
            "except",
            "according to",
            "neither",
            "nor",
            "not",
            "without",
            "but",
            ",",
            "and",
            "?",
            "by",
            "in",
        ),
        *('"the Quay Post"', "“", "latest", "last week", "3 May 2025", "tram", "the storm", "\ue000\ue001", "İ", "who"),
    ]
)


@given(st.lists(PIECE, max_size=14).map(" ".join))
def test_whatever_is_asked_the_subject_holds_nothing_but_words_of_the_question(asked: str) -> None:
    try:
        question = read(asked)
    except BadQuestion:
        return
    words = iter(question.text.replace(",", " ").replace("?", " ").split())
    assert all(word in words for word in question.subject.replace(",", " ").replace("?", " ").split())
    assert all(facet.text in question.subject for facet in question.facets)
    assert not set(question.outlets) & set(question.filters.without_outlets)


@pytest.mark.parametrize(
    "asked",
    [
        "What did Runa Velt of the Quay Post write about the hospital?",
        "What did Runa Velt (Quay Post) write about the hospital?",
        "What did Runa Velt from the Quay Post say about the hospital?",
        "How did Runa Velt in the Quay Post describe the hospital?",
    ],
)
def test_an_author_may_be_named_with_his_outlet(asked: str) -> None:
    question = read(asked)
    assert (question.authors, question.outlets, question.subject) == (("Runa Velt",), ("Quay Post",), "the hospital?")


def test_who_is_left_out_is_no_author_and_no_speaker() -> None:
    question = read("What did anyone but Jon Brask write about the flood?")
    assert (question.authors, question.speaker) == ((), None)


def test_an_author_in_small_letters_restricts_a_count() -> None:
    inquiry = read("How many articles by runa velt mention the bridge?").inquiry
    assert inquiry
    assert (inquiry.words, inquiry.authors) == ("the bridge", ("runa velt",))


@pytest.mark.parametrize("of", ["of the Quay Post", "(Quay Post)"])
def test_an_author_with_his_outlet_restricts_a_count_to_both(of: str) -> None:
    inquiry = read(f"How many articles did Runa Velt {of} write about the bridge?").inquiry
    assert inquiry
    assert (inquiry.words, inquiry.authors, inquiry.outlets) == ("the bridge", ("Runa Velt",), ("Quay Post",))
