import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Facet, Filters, Period, Question
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import LONGEST, understand

NAMES = OutletNames(["Quay Courier", "Harbour Post", "courier.com", "Dr. Who?"], {"QC": "Quay Courier"})
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))


def read(asked: str, filters: Filters | None = None) -> Question:
    return understand(Ask(asked, filters=filters or Filters()), NAMES, DAYS)


def follow(asked: str, *before: str) -> Question:
    return understand(Ask(asked, Conversation(before)), NAMES, DAYS)


# The text


def test_a_plain_question_is_searched_for_as_it_is() -> None:
    asked = "How many jobs go with the ferry?"
    assert read(asked) == Question(asked, asked)


def test_white_space_is_evened_out_and_what_was_asked_is_kept() -> None:
    question = read("  How many\n\tjobs  go? ")
    assert (question.asked, question.text) == ("  How many\n\tjobs  go? ", "How many jobs go?")


@pytest.mark.parametrize("asked", ["", " \n", "?!…", "—", "😀", '""', 'outlet:"Quay Courier" ?', "since:2026-01-01"])
def test_a_question_without_a_word_is_refused(asked: str) -> None:
    with pytest.raises(BadQuestion, match="empty"):
        read(asked)


def test_a_pasted_article_is_refused_and_a_long_question_is_not() -> None:
    assert len(read("a" * LONGEST).text) == LONGEST
    with pytest.raises(BadQuestion, match=f"{LONGEST + 1}.*{LONGEST}"):
        read("a" * (LONGEST + 1))


def test_half_a_character_is_replaced_so_that_the_question_can_be_encoded() -> None:
    question = read("Who runs the caf\udce9 'Le \ud83d'?")
    assert question.text == "Who runs the caf? 'Le ?'?"
    assert question.asked.encode("utf-8")


# Operators


@pytest.mark.parametrize(
    ("operator", "filters"),
    [
        ('outlet:"Quay Courier"', Filters(outlets=("Quay Courier",))),
        ("outlet:“quay courier”", Filters(outlets=("Quay Courier",))),
        ("outlet:QC", Filters(outlets=("Quay Courier",))),
        ("OUTLET:courier.com", Filters(outlets=("courier.com",))),
        ('Outlet:"Dr. Who?"', Filters(outlets=("Dr. Who?",))),
        ("since:2026-02-18", Filters(since=date(2026, 2, 18))),
        ('until:"2026-02-18"', Filters(until=date(2026, 2, 18))),
        ("outlet:QC outlet:“Harbour Post”", Filters(outlets=("Quay Courier", "Harbour Post"))),
        ("outlet:QC until:2026-02-18 outlet:qc", Filters(outlets=("Quay Courier",), until=date(2026, 2, 18))),
        ("since:2026-02-18 until:2026-02-18", Filters(since=date(2026, 2, 18), until=date(2026, 2, 18))),
    ],
)
@pytest.mark.parametrize("place", ["{} Who owns the ferry?", "Who owns {} the ferry?", "Who owns the ferry? {}"])
def test_an_operator_becomes_a_filter_and_is_no_word_of_the_question(
    operator: str, filters: Filters, place: str
) -> None:
    question = read(place.format(operator))
    assert question.text == "Who owns the ferry?"
    assert question.filters == filters
    assert not any((question.facets, question.periods, question.phrases))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who owns the ferry outlet:QC?", "Who owns the ferry ?"),
        ("Who (outlet:qc) owns it?", "Who ( ) owns it?"),
        ("Who said “no outlet:QC”?", "Who said “no ”?"),
        ("outlet:QC, who owns it?", ", who owns it?"),
    ],
)
def test_marks_after_an_operator_are_those_of_the_sentence(asked: str, text: str) -> None:
    question = read(asked)
    assert (question.text, question.filters.outlets) == (text, ("Quay Courier",))


@pytest.mark.parametrize("asked", ["Which outlet: QC or Post?", "nooutlet:QC", "why since: 2026-02-18", "a_until:x"])
def test_what_only_looks_like_an_operator_stays_a_word(asked: str) -> None:
    question = read(asked)
    assert (question.text, question.filters) == (asked, Filters())


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        *(('Who? outlet:"Daily Zebra"', "Daily Zebra"), ('Who? outlet:""', "''"), ('Who? outlet:"Quay', '"Quay')),
        *(("Who? since:yesterday", "“yesterday”"), ("Who? until:2026-02-30", "“2026-02-30”")),
        *(("Who? UNTIL:soon.", "“soon”"), ("Who? since:2026-03-02 until:2026-03-01", "2026-03-01.*2026-03-02")),
    ],
)
def test_an_operator_that_cannot_be_read_is_refused_with_its_value(asked: str, named: str) -> None:
    with pytest.raises(BadQuestion, match=named):
        read(asked)


def test_operators_add_to_the_filters_beside_the_question() -> None:
    fixed = Filters(outlets=("the qc", "QC"), since=date(2026, 1, 1), exclude=("a",))
    filters = read('Who? outlet:"Harbour Post" until:2026-02-01', fixed).filters
    assert filters == Filters(("Quay Courier", "Harbour Post"), date(2026, 1, 1), date(2026, 2, 1), ("a",))
    assert read("Who? since:2026-02-01", fixed).filters.since == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("filters", "named"),
    [(Filters(outlets=("Daily Zebra",)), "Daily Zebra"), (Filters(since=date(2026, 2, 19)), "lies before")],
)
def test_a_filter_that_cannot_be_or_leaves_no_day_is_refused(filters: Filters, named: str) -> None:
    with pytest.raises(BadQuestion, match=named):
        read("Who? until:2026-02-18", filters)


WORD = st.sampled_from(["Who", "owns", "the", "ferry,", "outlet", "QC:", "“no”", "?", "12:30", "since:", "é"])
OPERATOR = st.sampled_from(["outlet:QC", 'outlet:"Harbour Post"', "since:2026-01-01", "Until:2026-02-01"])


@given(st.lists(WORD | OPERATOR, max_size=12))
def test_operators_are_taken_out_of_the_text_and_nothing_else(pieces: list[str]) -> None:
    words = [piece for piece in pieces if not re.fullmatch(r"(?i)(outlet|since|until):.+", piece)]
    asked = " x ".join(["who", *pieces])  # so that no word stands right after one that could be an operator
    expected = " x ".join(["who", *(piece if piece in words else "" for piece in pieces)]).split()
    assert read(asked).text.split() == expected


# Phrases, outlets, periods


@pytest.mark.parametrize(
    ("asked", "phrases"),
    [
        ('Who said "last crossing"?', ("last crossing",)),
        ("Who said “ last crossing ” and “14 jobs”?", ("last crossing", "14 jobs")),
        ('Who gave an "A" to the "ferry plan"?', ("ferry plan",)),
        ('Why "" or " " or "no"?', ("no",)),
        (f'Who wrote "{"a" * 201}" and "{"b" * 200}"?', ("b" * 200,)),
        ('Who said "jobs go" outlet:"Quay Courier"?', ("jobs go",)),
    ],
)
def test_what_stands_between_quotation_marks_is_a_phrase(asked: str, phrases: tuple[str, ...]) -> None:
    question = read(asked)
    assert question.phrases == phrases
    assert all(phrase in question.text for phrase in phrases)


def test_outlets_and_days_that_the_question_names_are_preferred_not_filtered_by() -> None:
    question = read("What did QC say on 18 February?")
    assert question.facets == (Facet("Quay Courier", question.text, ("18 February",)),)
    assert question.periods == (Period(date(2026, 2, 18), date(2026, 2, 18), "18 February"),)
    assert question.filters == Filters()


def test_the_user_can_say_that_an_outlet_or_a_day_is_not_meant() -> None:
    asked = "Did QC or the Harbour Post write on 18 February or yesterday?"
    unread = Filters(unread=("Quay Courier", "18 February"))
    question = read(asked, unread)
    assert question.outlets == ("Harbour Post",)
    assert [period.words for period in question.periods] == ["yesterday"]
    assert question.text == asked


# Follow-ups

ROOF, FERRY, BRIDGE = (
    "Where does the roof of the grammar school leak?",
    "How many jobs go with the ferry?",
    "What would a bridge cost?",
)
WHOLE = "Which companies bid for the new bridge across the sound near Estermouth?"


def test_a_first_question_leans_on_nothing() -> None:
    question = read("And why?")
    assert (question.carried, question.leaning) == ((), 0)


def test_the_two_questions_before_are_carried_the_nearer_first() -> None:
    assert follow("And why?", FERRY).carried == (FERRY,)
    assert follow("And why?", ROOF, FERRY, BRIDGE).carried == (BRIDGE, FERRY)


def test_questions_that_say_nothing_are_passed_over() -> None:
    assert follow("Why is that?", ROOF, FERRY, "And why?").carried == (FERRY, ROOF)
    assert follow("Why is that?", FERRY, "And why?", BRIDGE, "And then?", "Why so?").carried == (BRIDGE, FERRY)
    assert follow("And why?", "Why is that?") == read("And why?")


def test_what_is_carried_are_the_words_of_the_question_alone() -> None:
    question = follow("And why?", 'What does QC say of "jobs" outlet:"Harbour Post" since:2026-01-01')
    assert question.carried == ('"jobs"',)
    assert (question.text, question.phrases, question.filters) == ("And why?", (), Filters())
    assert (question.outlets, question.inherited) == (("Quay Courier",), ("Quay Courier",))


def test_the_less_a_question_says_the_more_it_leans_on_those_before() -> None:
    empty, elliptic, short, whole = (
        follow(asked, FERRY).leaning
        for asked in ("And why?", "And the tickets?", "What do critics say of costs and delays?", WHOLE)
    )
    assert empty > elliptic > short > whole == 0


@pytest.mark.parametrize("pronoun", ["they", "it", "those", "he", "him", "them", "These"])
def test_a_pronoun_leans_as_much_as_half_a_sentence(pronoun: str) -> None:
    asked = f"Which companies did {pronoun} name when the bridge across the sound near Estermouth opened?"
    assert follow(asked, FERRY).leaning == follow("And the tickets?", FERRY).leaning
    assert follow(asked.replace(pronoun, "Rask"), FERRY).leaning == 0


@pytest.mark.parametrize(
    "asked",
    [
        "Is there what unions of Estermouth said about opening bridges?",
        "Who says that Estermouth opens a bridge?",
        "Which one of the bridges of Estermouth opens?",
        "Why did Rask say it would close the shop?",
        "When did Rask publish its plans?",
        "Is it true that Rask closes the shop?",
        "What did those who live in Estermouth say?",
        "Which shops opened this spring?",
    ],
)
def test_a_word_that_points_at_nothing_or_inside_the_question_is_no_pronoun(asked: str) -> None:
    assert follow(asked, FERRY) == read(asked)


@pytest.mark.parametrize("asked", ["Is that what unions of Estermouth said?", "Is it true?", "How long will it take?"])
def test_the_same_words_point_back_where_nothing_else_is_there(asked: str) -> None:
    assert follow(asked, FERRY).carried == (FERRY,)


@pytest.mark.parametrize("asked", ["Which union spoke for passengers?", "Which theme did heather item author?"])
def test_a_short_question_that_names_its_subject_stands_alone(asked: str) -> None:
    assert follow(asked, FERRY) == read(asked)


def test_a_question_that_says_enough_itself_carries_nothing() -> None:
    assert follow(WHOLE, ROOF, FERRY) == read(WHOLE)


def test_saying_a_word_twice_is_saying_no_more() -> None:
    assert follow("Tickets, tickets, ticket, tickets, tickets, tickets?", FERRY).leaning == (
        follow("Tickets?", FERRY).leaning
    )


# Any text

PIECE = st.sampled_from(
    [
        *("outlet:", "since:", "UNTIL:", "2026-02-18", "9999-12-31", "0000-01-01", '"', "“", "”", "QC", "Harbour Post"),
        *("31 February", "ſep 5", "thiſ", "weeK", "last", "it", "why", "\ud800", "\x00", "٢", "İ", "😀", "a" * 300),
        *(" ", " ", "\n"),
    ]
)
TEXT = st.lists(PIECE, max_size=20).map("".join) | st.text(st.characters(), max_size=80)


@given(TEXT, st.lists(st.sampled_from([ROOF, FERRY, BRIDGE, "What does QC say of “it”?"]), max_size=3))
def test_any_text_is_understood_or_refused_as_a_bad_question(asked: str, before: list[str]) -> None:
    conversation = Conversation(tuple(before))
    try:
        question = understand(Ask(asked, conversation), NAMES, DAYS)
    except BadQuestion:
        return
    question.text.encode("utf-8")
    assert question.text == " ".join(question.text.split())
    assert all(part in question.text for part in question.phrases)
    assert all(facet.text in question.subject for facet in question.facets)
    assert all(period.words in question.text for period in question.periods)
    assert set(question.carried) <= set(before)
    assert bool(question.carried) == (question.leaning > 0)
    assert understand(Ask(question.text, conversation, question.filters), NAMES, DAYS).text == question.text
