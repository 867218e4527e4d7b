from pathlib import Path

import pytest

from index.generation import IndexSnapshot
from index.store import open_snapshot
from qa.language.terms import TermWeights, content_terms
from qa.question import Also, Filters, Question
from qa.understand.other_forms import OtherForms
from tests.qa.stories import Stories, story
from tests.qa.understand.letters_table import TABLE

ROWS = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]
SYNONYMS = '[[synonym]]\nwords = ["Kiev", "Kyiv"]\n[[synonym]]\nwords = ["Holland", "the Netherlands"]\n'


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    """An index of an article for each row of the table."""
    stories = Stories(tmp_path_factory.mktemp("letters"))
    texts = dict.fromkeys(text for _, text, _ in ROWS)
    stories.write(
        *(
            story(f"a{i}", "Quay Courier", f"We were there, with nothing to tell. {text}")
            for i, text in enumerate(texts)
        ),
        sidecar=SYNONYMS,
    )
    stories.refresh()
    return open_snapshot(stories.index)


@pytest.fixture(scope="module")
def forms(snapshot: IndexSnapshot) -> OtherForms:
    return OtherForms(snapshot.catalog, snapshot.lexical)


def read(forms: OtherForms, text: str, **fields: object) -> Question:
    return forms.with_forms(Question(text, text, **fields))  # type: ignore[arg-type]


def others(forms: OtherForms, text: str, **fields: object) -> list[tuple[str, str, str]]:
    return [(also.words, also.other, also.why) for also in read(forms, text, **fields).also]


@pytest.mark.parametrize(("asked", "told", "holds"), ROWS, ids=lambda text: text)
def test_an_article_holds_what_is_asked_in_other_letters_and_nothing_else(
    forms: OtherForms, snapshot: IndexSnapshot, asked: str, told: str, holds: str
) -> None:
    question = read(forms, f"What is said about {asked}?")
    share = TermWeights.of(asked, snapshot.lexical, question.also).share(set(content_terms(told)))
    assert (share == pytest.approx(1)) == (holds == "+")


def test_a_third_of_the_table_are_traps() -> None:
    assert len(ROWS) >= 100
    assert sum(holds == "-" for *_, holds in ROWS) >= len(ROWS) / 3


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Who runs the CRB?", ("CRB", "Coastal Rail Board", "acronym")),
        ("who runs the crb?", ("crb", "Coastal Rail Board", "acronym")),
        ("Who runs the Coastal Rail Board?", ("Coastal Rail Board", "CRB", "acronym")),
        ("What is played in Kiev?", ("Kiev", "Kyiv", "synonym")),
        ("Who broke the ceasefire?", ("ceasefire", "cease-fire", "spelling")),
        ("Who is the libary for?", ("libary", "library", "slip")),
    ],
)
def test_the_question_says_what_else_is_searched_and_why(
    forms: OtherForms, asked: str, expected: tuple[str, str, str]
) -> None:
    assert others(forms, asked) == [expected]


def test_an_acronym_with_two_long_forms_stands_for_none(forms: OtherForms) -> None:
    assert not others(forms, "What did the SMI count?")


def test_nothing_is_searched_besides_words_that_articles_hold(forms: OtherForms) -> None:
    assert not others(forms, "Which library opened, and who is Yusuf Danner?")


def test_words_that_say_nothing_and_english_words_are_no_slips(forms: OtherForms) -> None:
    assert not others(forms, "Where might the beekeeper and the lottery have been?")


def test_a_name_of_the_question_does_not_become_a_common_word(forms: OtherForms) -> None:
    assert not others(forms, "Who is Tom Librar?")
    assert others(forms, "What was the librar?") == [("librar", "library", "slip")]


def test_a_name_of_an_account_is_no_compound_and_a_long_question_has_only_slips(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    told = "Fox News and @foxnews on health care, healthcare and the Coastal Rail Board (CRB)."
    stories.write(story("a", "Quay Courier", told))
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    forms = OtherForms(snapshot.catalog, snapshot.lexical)
    assert not others(forms, "What does Fox News say?")
    assert others(forms, "What of health care?") == [("health care", "healthcare", "spelling")]
    many = ", ".join(f"number {word}" for word in "apple bridge carrot desk engine forest garden hotel island".split())
    assert others(forms, f"Does the CRB or the healtcare of trees, rivers and lakes tell of {many}?") == [
        ("healtcare", "healthcare", "slip")
    ]


def test_a_word_that_says_nothing_is_no_word_for_a_slip(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    stories.write(
        story("a", "Quay Courier", "Nobody knew whether the Weather Office and Mr Swift knew the weather."),
        story("b", "Quay Courier", "Mr Swift was swift."),
    )
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    forms = OtherForms(snapshot.catalog, snapshot.lexical)
    assert others(forms, "How is the wheather?") == [("wheather", "weather", "slip")]
    assert others(forms, "Who is Tom Swfit?") == [("Swfit", "Swift", "slip")]


def test_the_most_frequent_way_to_write_a_long_form_is_shown(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    texts = ("COASTAL RAIL BOARD (CRB).", "The Coastal Rail Board (CRB) met.", "The Coastal Rail Board (CRB) left.")
    stories.write(*(story(f"a{i}", "Quay Courier", text) for i, text in enumerate(texts)))
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    found = others(OtherForms(snapshot.catalog, snapshot.lexical), "Who is the CRB?")
    assert found == [("CRB", "Coastal Rail Board", "acronym")]


def test_capitals_of_a_title_say_nothing(forms: OtherForms) -> None:
    assert others(forms, "When Was the Librar Opened") == [("Librar", "library", "slip")]


def test_what_was_taken_back_is_not_searched(forms: OtherForms) -> None:
    assert not others(forms, "Who runs the CRB?", filters=Filters(unread=("Coastal Rail Board",)))


def test_quoted_words_are_meant_as_they_stand(forms: OtherForms) -> None:
    question = read(forms, 'Who said "in the libary"?', phrases=("in the libary",))
    assert question.also == ()
    assert question.instead == (Also("libary", "library", "slip"),)


def test_the_question_before_is_read_too(forms: OtherForms) -> None:
    assert others(forms, "And why?", carried=("Who runs the CRB?",)) == [("CRB", "Coastal Rail Board", "acronym")]


def test_a_word_that_may_stand_for_several_stands_for_the_most_frequent_first(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    texts = ("The kelvorian is green.", "The kelvoriat is red.", "A kelvoriat more.", "A kelv came.")
    stories.write(*(story(f"a{i}", "Quay Courier", text) for i, text in enumerate(texts)))
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    found = others(OtherForms(snapshot.catalog, snapshot.lexical), "What is the kelvoria?")
    assert [other for _, other, _ in found] == ["kelvoriat", "kelvorian"]


def test_a_capital_acronym_that_is_a_word_in_small_letters_needs_its_capitals(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    stories.write(
        story("a", "Quay Courier", "The Inland Customs Executive (ICE) fined him."),
        story("b", "Quay Courier", "There was ice on the lake, and more ice came."),
    )
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    forms = OtherForms(snapshot.catalog, snapshot.lexical)
    assert others(forms, "What did ICE do?") == [("ICE", "Inland Customs Executive", "acronym")]
    assert not others(forms, "How thick was the ice?")
    assert not others(forms, "What did the Inland Customs Executive do?")  # any ice would be found


def test_an_acronym_in_a_compound_counts_and_a_name_that_looks_like_one_does_not(forms: OtherForms) -> None:
    assert others(forms, "Which CRB-led line closed?") == [("CRB", "Coastal Rail Board", "acronym")]
    assert not others(forms, "Who is Ana-Crb Velt?")


def test_what_articles_no_longer_spell_out_is_forgotten(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    told = story("a", "Quay Courier", "The Coastal Rail Board (CRB) closed.")
    more = story("b", "Quay Courier", "The CRB opened.")
    stories.write(told, more)
    stories.refresh()
    stories.write(more)
    stories.refresh()
    snapshot = open_snapshot(stories.index)
    assert not others(OtherForms(snapshot.catalog, snapshot.lexical), "Who runs the CRB?")


def test_synonyms_count_from_the_next_refresh_on(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    told = story("a", "Quay Courier", "The Kyiv orchestra played.")
    stories.write(told)
    stories.refresh()
    stories.write(told, sidecar='[[synonym]]\nwords = ["Kiev", "Kyiv"]\n')
    assert stories.refresh().published
    snapshot = open_snapshot(stories.index)
    assert others(OtherForms(snapshot.catalog, snapshot.lexical), "Who plays in Kiev?") == [("Kiev", "Kyiv", "synonym")]
