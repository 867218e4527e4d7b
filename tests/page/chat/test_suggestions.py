from dataclasses import replace
from pathlib import Path

from page.chat.suggestions import OFFERED, answered_examples, article_examples, next_questions
from qa.answer import Conversation, Verdict
from qa.answerer import Answerer
from qa.ask import Ask
from qa.question import Filters
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder, worth
from tests.page.newsroom import Newsroom, write_article


def room(folder: Path, *articles: tuple[str, str, str]) -> Answerer:
    for number, (outlet, title, text) in enumerate(articles):
        write_article(folder, f"a{number}", outlet=outlet, title=title, text=f"{title}. {text}", date="2026-03-04")
    newsroom = Newsroom(folder)
    newsroom.refresh()
    return newsroom.answerer()


def never_sure(newsroom: Newsroom) -> Answerer:
    return Answerer(newsroom.library.index, FakeEncoder(), AnswerSettings(may_threshold=1.0, answers_threshold=1.0))


FERRY_TEXT = """It sailed for 61 years.

The last crossing of the Marlin ferry was on Monday night, when it left the harbour and came back for good.

Nobody knows yet where the Marlin ferry goes when it stops, or who would buy the last ship of its kind."""
FERRY_TOO_TEXT = """Sixteen people lose their work.

What stops for good with this crossing is the last ferry of the sound: the Marlin has no sister and no heir.

Its captain says the crossing of the Marlin ferry stops for good because of the cost of the last repair."""
FERRY = ("Quay Courier", "Marlin ferry stops for good", FERRY_TEXT)
FERRY_TOO = ("Harbour Post", "Last crossing of the Marlin ferry", FERRY_TOO_TEXT)
BRIDGE = ("Inland Ledger", "Bridge to the island is planned", "It would cost 90 million euros.")


def test_a_story_of_several_outlets_comes_first_and_only_once(tmp_path: Path) -> None:
    examples = article_examples(room(tmp_path, BRIDGE, FERRY, FERRY_TOO))
    assert [example.asked for example in examples] in [[one, BRIDGE[1]] for one in (FERRY[1], FERRY_TOO[1])]
    assert examples[0].about == "2 outlets, 4 March 2026"


COUNCIL = (
    "Inland Ledger",
    "Council votes on Ashel Bridge",
    "“The Ashel Bridge must wait,” said Mara Lindqvist, the treasurer.\n\n“We have no money,” Mara Lindqvist said.",
)


def test_whoever_an_article_quotes_is_asked_for_what_he_said(tmp_path: Path) -> None:
    answerer = room(tmp_path, COUNCIL, FERRY)
    asked = [example.asked for example in article_examples(answerer)]
    assert "What did Mara Lindqvist say about Ashel Bridge?" in asked


def test_what_sells_is_not_offered(tmp_path: Path) -> None:
    titles = (
        "The best ferry deals of this week",
        "Ferry tickets for $9 on Black Friday",
        "How to watch the ferry live",
    )
    answerer = room(tmp_path, *(("Quay Courier", title, FERRY_TEXT) for title in titles), BRIDGE)
    assert [example.asked for example in article_examples(answerer)] == [BRIDGE[1]]


def test_every_headline_offered_is_answered_by_its_own_article(tmp_path: Path) -> None:
    answerer = room(tmp_path, BRIDGE, FERRY, FERRY_TOO)
    titles = {article.title for article in answerer.articles()}
    for example in article_examples(answerer):
        answer = answerer.ask(example.asked)
        assert answer.found
        assert example.asked in titles & {passage.citation.title for passage in answer.passages}


def test_headlines_that_cannot_be_asked_as_they_stand_are_left_alone(tmp_path: Path) -> None:
    titles = ("Short", 'They said "no" to the bridge', "On outlet:Quay the storm hits", "word " * 40)
    answerer = room(tmp_path, *(("Quay Courier", title, "The storm hits the coast at the bridge.") for title in titles))
    assert article_examples(answerer) == ()


def test_what_is_not_answered_is_not_offered(tmp_path: Path) -> None:
    room(tmp_path, BRIDGE, FERRY, FERRY_TOO)
    assert article_examples(never_sure(Newsroom(tmp_path))) == ()


def test_what_may_be_answered_is_not_offered_and_can_be_gone_on_with(newsroom: Newsroom, answerer: Answerer) -> None:
    jobs = "How many jobs go with the Marlin?"
    unsure = Answerer(newsroom.library.index, FakeEncoder(), AnswerSettings(may_threshold=0.0, answers_threshold=1.0))
    assert unsure.ask(jobs).verdict is Verdict.MAY
    assert (answered_examples([jobs])(unsure), article_examples(unsure)) == ((), ())
    assert next_questions(unsure.ask(jobs), unsure) == ("Last crossing of the Marlin",)
    assert next_questions(unsure.ask(jobs), answerer) == ("Last crossing of the Marlin",)


def test_headlines_to_go_on_with_are_of_what_matches(answerer: Answerer) -> None:
    answer = worth(answerer.ask("How many jobs go with the Marlin?"), Verdict.ANSWERS, 1)
    assert answer.nearest
    assert next_questions(answer, answerer)[1:] == ()


def test_no_more_are_offered_than_fit(tmp_path: Path) -> None:
    many = [(f"Outlet {n}", f"Ferry{n} harbour{n} captain{n} anchor{n}", "It sailed for years.") for n in range(20)]
    assert len(article_examples(room(tmp_path, *many))) == OFFERED


def test_questions_of_our_own_are_offered_where_they_are_answered(answerer: Answerer) -> None:
    jobs = "How many jobs go with the Marlin?"
    (offered,) = answered_examples((jobs, "Who won the chess tournament?"))(answerer)
    assert (offered.asked, offered.about) == (jobs, "2 outlets, 3–4 March 2026")


def test_an_answer_is_gone_on_with_by_an_outlet_not_quoted_yet_and_by_headlines_of_those_quoted(
    answerer: Answerer,
) -> None:
    work = "Do people lose their work with the Marlin, the operator Lindqvist Lines said?"
    assert next_questions(answerer.ask(work, limit=1), answerer) == ("And what does Quay Courier say?",)
    only = Filters(outlets=("Harbour Post",))
    assert next_questions(answerer.ask(work, filters=only, limit=1), answerer) == ()
    answer = answerer.ask("How many jobs go with the Marlin?")
    assert next_questions(answer, answerer) == ("Last crossing of the Marlin",)
    for asked in next_questions(answer, answerer):
        assert answerer.answer(Ask(asked, Conversation().with_answer(answer))).found


def test_nothing_goes_on_with_no_answer_or_with_what_was_asked(answerer: Answerer) -> None:
    answer = answerer.ask("How many jobs go with the Marlin?")
    assert next_questions(replace(answer, verdict=Verdict.NO), answerer) == ()
    assert "Last crossing of the Marlin" not in next_questions(answerer.ask("Last crossing of the Marlin"), answerer)


def test_what_is_no_answer_is_not_gone_on_with(newsroom: Newsroom, answerer: Answerer) -> None:
    answer = answerer.ask("How many jobs go with the Marlin?")
    assert next_questions(answer, never_sure(newsroom)) == ()
