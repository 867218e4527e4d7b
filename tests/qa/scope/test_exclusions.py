from datetime import date

import pytest

from qa.ask import Ask
from qa.question import Filters, Question
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand

NAMES = OutletNames(["Quay Post", "Fell Observer", "Quill Weekly", "The Times"], {})
BOTH = ("Quay Post", "Fell Observer")


def read(asked: str, filters: Filters | None = None) -> Question:
    return understand(Ask(asked, filters=filters or Filters()), NAMES, Days(date(2026, 3, 10)))


@pytest.mark.parametrize(
    ("asked", "without", "subject"),
    [
        ("What did outlets other than the Quay Post write about the quay?", BOTH[:1], "the quay?"),
        ("What did everyone except the Fell Observer report on the quay?", BOTH[1:], "the quay?"),
        ("Which outlets besides the Quay Post reported on the ferry?", BOTH[:1], "the ferry"),
        ("Apart from the Quay Post, who reported on the storm?", BOTH[:1], "the storm?"),
        ("What did all outlets but the Quay Post and the Fell Observer write about the ferry?", BOTH, "the ferry?"),
        ("Which papers that are neither the Quay Post nor the Fell Observer covered the storm?", BOTH, "the storm?"),
        ("Did anyone but the Quay Post report on the tram?", BOTH[:1], "the tram?"),
        ("storm excluding the Quay Post, the Fell Observer", BOTH, "storm"),
        ("Everything on the storm except from the Quay Post or by the Fell Observer", BOTH, "the storm"),
        ("coverage of the ferry without the Quay Post", BOTH[:1], "the ferry"),
        ("What did other papers than the Quay Post say about the storm?", BOTH[:1], "the storm?"),
        ("Storm coverage, but not from the Quay Post or the Fell Observer", BOTH, "Storm"),
        ("Who else than the Quay Post reported on the storm?", BOTH[:1], "the storm?"),
        ("Who but the Quay Post reported on the storm?", BOTH[:1], "the storm?"),
        ("Which outlets, the Quay Post excepted, wrote about the storm?", BOTH[:1], "the storm?"),
        ("Which outlets that aren't the Quay Post reported on the tram?", BOTH[:1], "the tram?"),
        ("Not counting the Quay Post, who wrote about the storm?", BOTH[:1], "the storm?"),
        ("What did every paper bar the Quay Post say about the tram?", BOTH[:1], "the tram?"),
        ("storm, no Quay Post", BOTH[:1], "storm"),
        ("ferry, not the Quay Post", BOTH[:1], "ferry"),
        ("Which articles on the storm are not from the Quay Post?", BOTH[:1], "the storm are?"),
        ("What does the Quill Weekly, but not the Quay Post, say about the storm?", BOTH[:1], "the storm?"),
        ("Ignore the Quay Post: what is said about the storm?", BOTH[:1], "the storm?"),
        ("flood without the Quay Post", BOTH[:1], "flood"),
        ("Tell me about the flood, without the Quay Post.", BOTH[:1], "the flood."),
        ("What happened in the flood, without the Quay Post?", BOTH[:1], "What happened in the flood?"),
        ("Without the Quay Post, what happened in the flood?", BOTH[:1], "what happened in the flood?"),
        ("What happened in the flood, not according to the Quay Post?", BOTH[:1], "What happened in the flood?"),
        ("Everything on the flood but nothing from the Quay Post", BOTH[:1], "the flood"),
    ],
)
def test_other_than_an_outlet_leaves_it_out(asked: str, without: tuple[str, ...], subject: str) -> None:
    question = read(asked)
    assert (question.inquiry or question.filters).without_outlets == without
    assert not set(question.outlets) & set(without)
    assert question.subject == subject


@pytest.mark.parametrize(
    "asked",
    [
        "Did not only the Quay Post report the strike?",
        "Why did the Quay Post not report on the strike?",
        "Why was the strike not in the Quay Post?",
        "Is the storm not in the Quay Post?",
        "What did nothing but the Quay Post report?",
        "Did nobody but the Quay Post report on the tram?",
        "No paper except the Quay Post reported on the tram, why?",
        "Did neither the Quay Post nor the Fell Observer report on the ferry?",
        "What sets the Quay Post apart from the Fell Observer?",
        "How does life go on without the Quay Post?",
        "life without the Quay Post",
        "Can Fell live without the Quay Post?",
        "What would Fell do, without the Quay Post?",
        "Is Fell lost without the Quay Post?",
        "What did the Quay Post report besides?",
        "Why did they accuse the Quay Post, and not in vain?",
        "Some, not the Quay Post, say so; what does the Quay Post say?",
    ],
)
def test_the_same_words_may_leave_nothing_out(asked: str) -> None:
    assert read(asked).filters.without_outlets == ()


def test_an_outlet_that_a_filter_asks_for_is_not_left_out() -> None:
    question = read("ferry, not the Quay Post", Filters(outlets=("Quay Post",)))
    assert question.filters.without_outlets == ()
