"""Words of a speaker, from the question to what is marked and listed, through the real answerer."""

from datetime import date

import pytest

from qa.answer import Answer
from qa.answerer import Answerer
from qa.errors import BadQuestion
from qa.question import Filters
from qa.quote.sayings import Sayings
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

HALL = (
    'Mayor Ida Mellin said the market hall would be torn down. "It is a ruin, and ruins cost lives," she told them.\n\n'
    'Trader Boris Ahl disagreed. "It is the heart of the town," he said. "Whoever tears it down tears us down."\n\n'
    "Mellin's predecessor, Hans Roth, kept out of the row. The council votes in June."
)
SCHOOL = (
    "Boris Ahl walked through the empty stalls. " + "The paint comes off the walls of the old rooms. " * 30 + "\n\n"
    "“The school needs a roof before it needs a flag,” he said. “Ask those who sit in the rain there.”\n\n"
    + "Nobody else came to the meeting that evening. "
    * 30
)
CHOIR = 'Conductor Zoë Lindström left. "I have sung enough for two lives," she said.'
FIRE = 'Fire chief Rolf Danby praised the volunteers. "Nobody asked them, and still they came," he said.'
FISH = "Boris Ahl sells fish. Boris Ahl has sold fish in Ostrand since 1989. What Boris Ahl sells is fresh."
HEART, TEARS, ROOF = (
    '"It is the heart of the town,"',
    '"Whoever tears it down tears us down."',
    "“The school needs a roof",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = Stories(tmp_path_factory.mktemp("speakers"))
    corpus.write(
        story("hall", "Ostrand Post", HALL, day="2025-05-11"),
        story("copy", "Fell Observer", f"From our desk.\n\n{HALL}", day="2025-05-10"),
        story("school", "Marrow Gazette", SCHOOL, day="2025-08-01"),
        story("choir", "Ostrand Post", CHOIR, day="2025-03-01"),
        story("fire", "Ostrand Post", FIRE, day="2025-03-02"),
        story("fish", "Quill Weekly", FISH, day="2025-01-01"),
    )
    corpus.refresh()
    return Answerer(corpus.index, FakeEncoder())


def marks(answer: Answer) -> list[str]:
    return [mark.text for mark in answer.passages[0].highlights]


def words(found: Sayings) -> list[str]:
    return [one.words.text for one in found.sayings]


def test_the_speaker_s_quotations_are_marked_and_not_the_sentence_that_names_him(answerer: Answerer) -> None:
    answer = answerer.ask("What did Boris Ahl say about the town?")
    assert marks(answer) == [HEART]
    assert marks(answerer.ask("What did Boris Ahl say about the town?", filters=Filters(unread=("Boris Ahl",)))) != [
        HEART
    ]


def test_a_passage_with_his_words_comes_before_one_with_his_name(answerer: Answerer) -> None:
    answer = answerer.ask("What did Boris Ahl say?")
    assert answer.passages[0].citation.article_id in ("hall", "copy", "school")
    assert answerer.ask("Who is Boris Ahl?").passages[0].citation.article_id == "fish"


def test_his_words_are_found_in_a_passage_that_does_not_name_him(answerer: Answerer) -> None:
    answer = answerer.ask("What did Boris Ahl say about the school?")
    assert "Ahl" not in answer.passages[0].text
    assert marks(answer)[0].startswith(ROOF)


def test_where_he_says_nothing_on_it_the_best_sentence_is_marked(answerer: Answerer) -> None:
    only = Filters(outlets=("Ostrand Post",))
    assert "council votes" in " ".join(marks(answerer.ask("What did Boris Ahl say about votes in June?", filters=only)))


def test_all_that_he_says_is_listed_with_its_places(answerer: Answerer) -> None:
    found = answerer.quotations("Boris Ahl")
    assert [text[:24] for text in words(found)] == [ROOF[:24], "“Ask those who sit in th", HEART[:24], TEARS[:24]]
    assert {one.speaker for one in found.sayings} == {"Boris Ahl"}
    assert found.articles == 4
    for one in found.sayings:
        article = answerer.article(one.quote.citation.article_id)
        assert article is not None
        assert article.text[one.words.start : one.words.end] == one.words.text
        assert article.text[one.quote.citation.start : one.quote.citation.end] == one.quote.text


def test_words_that_two_articles_have_are_listed_once_with_both(answerer: Answerer) -> None:
    (heart,) = (one for one in answerer.quotations("Ahl").sayings if one.words.text == HEART)
    assert (heart.quote.citation.article_id, [copy.article_id for copy in heart.quote.also_in]) == ("hall", ["copy"])


def test_a_list_may_be_of_one_thing_one_outlet_and_one_time(answerer: Answerer) -> None:
    assert words(answerer.quotations("Ahl", "the school"))[0].startswith(ROOF)
    assert words(answerer.quotations("Ahl", filters=Filters(outlets=("Ostrand Post",)))) == [HEART, TEARS]
    assert words(answerer.quotations("Ahl", filters=Filters(until=date(2025, 5, 10)))) == [HEART, TEARS]
    assert not answerer.quotations("Ahl", "the harbour").sayings
    with pytest.raises(BadQuestion, match="Nowhere"):
        answerer.quotations("Ahl", filters=Filters(outlets=("Nowhere",)))


def test_an_office_finds_whom_the_article_calls_so(answerer: Answerer) -> None:
    assert {one.speaker for one in answerer.quotations("the mayor").sayings} == {"Ida Mellin"}


def test_a_question_for_all_quotations_is_answered_with_all_of_them(answerer: Answerer) -> None:
    answer = answerer.ask("all quotations of Boris Ahl", limit=1)
    assert answer.found
    assert [[mark.text[:9] for mark in passage.highlights] for passage in answer.passages] == [
        [ROOF[:9], "“Ask thos"],
        [HEART[:9], TEARS[:9]],
    ]
    in_may = answerer.ask("quotes by Boris Ahl in May 2025")
    assert [passage.citation.article_id for passage in in_may.passages] == ["hall"]


def test_who_says_nothing_is_answered_as_any_question_is(answerer: Answerer) -> None:
    assert answerer.ask("quotes by Hans Roth").passages
    assert not answerer.quotations("Hans Roth").sayings


@pytest.mark.parametrize("name", ["Zoë Lindström", "Zoe Lindstrom", "Zoe Lindstroem", "Lindstroem"])
def test_a_speaker_is_found_whatever_becomes_of_the_accents(answerer: Answerer, name: str) -> None:
    sung = '"I have sung enough for two lives,"'
    assert marks(answerer.ask(f"What did {name} say?")) == [sung]
    assert words(answerer.quotations(name)) == [sung]


def test_the_sentence_that_names_the_speaker_tells_what_his_words_are_on(answerer: Answerer) -> None:
    assert marks(answerer.ask("What did Rolf Danby say about the volunteers?")) == [
        '"Nobody asked them, and still they came,"'
    ]
