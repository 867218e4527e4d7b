from datetime import date

import pytest

from index.search.condition import All, Any, Author, Not, Outlet, Prefix, Word
from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Filters, Question
from qa.scope import KnownAuthors, OutletNames
from qa.times import Days
from qa.understand import Operators, understand

NAMES = OutletNames(["Quay Courier", "Harbour Post"], {"QC": "Quay Courier"})
AUTHORS = KnownAuthors(["Runa Velt", "Jon Velt", "Ana Corvel"])
OPERATORS = Operators(NAMES, AUTHORS, lambda letters: [f"{letters}y", f"{letters}ies"] if letters == "ferr" else [])
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))


def read(asked: str, filters: Filters | None = None) -> Question:
    return understand(Ask(asked, filters=filters or Filters()), NAMES, DAYS, operators=OPERATORS)


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        ("ferry -outlet:QC", Filters(without_outlets=("Quay Courier",))),
        ('ferry NOT outlet:"harbour post"', Filters(without_outlets=("Harbour Post",))),
        ("ferry author:corvel", Filters(authors=("Ana Corvel",))),
        ("ferry author:velt", Filters(authors=("Runa Velt", "Jon Velt"))),
        ("ferry -author:corvel", Filters(conditions=(Not(Author("Ana Corvel")),))),
        ("ferry -author:velt", Filters(conditions=(Not(Any((Author("Runa Velt"), Author("Jon Velt")))),))),
        ("ferry after:2026-01 before:2026-02-03", Filters(since=date(2026, 2, 1), until=date(2026, 2, 2))),
        ("ferry since:2025 since:2026 until:2027 until:2026-05", Filters((), date(2026, 1, 1), date(2026, 5, 31))),
        ("ferry (outlet:QC OR author:corvel)",
         Filters(conditions=(Any((Outlet("Quay Courier"), Author("Ana Corvel"))),))),
        ("ferry -protest -protest", Filters(conditions=(Not(Word("protest")),))),
        ("boat ferr*", Filters(conditions=(Prefix("ferr"),))),
    ],
)  # fmt: skip
def test_operators_become_filters_by_the_names_of_the_index(asked: str, filters: Filters) -> None:
    assert read(asked).filters == filters


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("ferry -outlet:Zebra", "Zebra"),
        ("ferry (outlet:Zebra OR quay)", "Zebra"),
        ("ferry author:Zebra", "Zebra"),
        ("ferry NOT author:Zebra", "Zebra"),
        ("ferry after:2026 before:2026", "2025-12-31.*2027-01-01"),
        ("-protest", "only what to leave out; add one"),
        ("author:corvel -storm", "only what to leave out; add one"),
        ("NOT (protest OR storm)", "only what to leave out; add one"),
    ],
)
def test_what_names_nothing_or_leaves_nothing_is_refused(asked: str, named: str) -> None:
    with pytest.raises(BadQuestion, match=named):
        read(asked)


def test_authors_of_the_filters_get_the_names_of_the_index() -> None:
    assert read("ferry", Filters(authors=("velt", "RUNA VELT"))).filters.authors == ("Runa Velt", "Jon Velt")
    with pytest.raises(BadQuestion, match="Zebra"):
        read("ferry", Filters(authors=("Zebra",)))


def test_words_beside_an_or_are_held_but_those_of_scope_and_time() -> None:
    question = read("Harbour Post council quay OR harbour last week 2025 budget")
    assert question.filters.conditions == (
        Any((Word("quay"), Word("harbour"))),
        Word("council"),
        Word("budget"),
    )
    assert question.outlets == ("Harbour Post",)


def test_what_is_left_out_is_no_phrase_and_a_quoted_outlet_is_none() -> None:
    assert read('ferry -"winter boat" "last crossing"').phrases == ("last crossing",)
    assert read("What does the 'Quay Courier' say of 'jobs'?").phrases == ("jobs",)
    assert read('"winter boat" AND ferry').phrases == ("winter boat",)


def test_a_word_with_its_beginning_alone_is_searched_for_as_the_words_that_begin_so() -> None:
    question = read("boat ferr* OR zeb*")
    assert (question.asked, question.text) == ("boat ferr* OR zeb*", "boat ferry ferries or zeb")


def test_conditions_add_to_those_of_the_filters() -> None:
    fixed = Filters(conditions=(Not(Word("storm")),))
    conditions = (Not(Word("storm")), All((Word("quay"), Word("boat"))))
    assert read("quay AND boat", fixed).filters.conditions == conditions


def test_an_earlier_question_whose_operators_cannot_be_read_is_its_words() -> None:
    before = Conversation(('Who said "last crossing',))
    assert understand(Ask("And why?", before), NAMES, DAYS).carried == ('Who said "last crossing',)
