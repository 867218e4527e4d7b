import json
from dataclasses import replace

from qa.answer import Answer
from qa.listing import Share
from qa.passage import Highlight, Passage
from qa.render.json import answer_to_dict
from qa.render.markdown import answer_to_markdown
from qa.render.plain import said_line
from qa.speech.said import Difference, Differs, Said, Statement
from tests.conftest import COURIER, POST, cite
from tests.qa.render.test_terminal import shown

WORDS = "14 jobs would go"
AT = COURIER.text.index(WORDS)
QUOTE = Passage(
    "said that 14 jobs would go.",
    cite(COURIER, "said that 14 jobs would go."),
    1.0,
    (Highlight(AT, AT + len(WORDS), WORDS),),
)
NEAREST = Said(
    "15 jobs will not go",
    3,
    nearest=Statement(
        QUOTE,
        "Lindqvist Lines",
        Highlight(AT, AT + 2, "14"),
        (
            Difference(Differs.NUMBER, "15", 0, AT, AT + 2, "14"),
            Difference(Differs.NEGATION, "will not", 8, AT + 8, AT + 13, "would"),
            Difference(Differs.WORDS, "at all", 16, AT + 16, AT + 16, ""),
            Difference(Differs.NEGATION, "", 16, AT + 16, AT + 19, "not"),
        ),
    ),
)
FOUND = Said(WORDS, 2, 1, 1, (Share(COURIER.outlet, 1), Share(POST.outlet, 1)), COURIER.published, Statement(QUOTE))


def test_words_that_stand_nowhere_are_told_with_all_that_differs(answer: Answer) -> None:
    said = shown(replace(answer, said=(NEAREST,)), width=200)
    assert "These words stand in none of your 3 articles: “15 jobs will not go”." in said
    assert "in a number: “14”, not “15”; in a negation: “would”, not “will not”; in words: without “at all”" in said
    assert "in a negation: with “not” added." in said
    assert "Named there as the speaker: Lindqvist Lines." in said
    assert QUOTE.text in said


def test_words_that_stand_are_told_with_how_many_have_them(answer: Answer) -> None:
    line = said_line(FOUND, answer)
    assert line == (
        f"These words stand word for word in 1 article and in the headline of 1 article alone of 2 outlets "
        f"({COURIER.outlet}, {POST.outlet}), first on 3 March 2026: “{WORDS}”."
    )


def test_a_part_of_the_articles_is_named_as_such(answer: Answer) -> None:
    assert "in none of the 1 article searched" in said_line(replace(NEAREST, searched=1), answer)


def test_markdown_and_json_have_the_same(answer: Answer) -> None:
    told = replace(answer, said=(NEAREST, FOUND))
    markdown = answer_to_markdown(told)
    assert markdown.index("These words stand in none") < markdown.index("> said that **14 jobs would go**.")
    fields = json.loads(json.dumps(answer_to_dict(told)))
    near, found = fields["said"]
    assert near["nearest"]["differences"][0] == {
        "differs": "number", "asked": "15", "asked_at": 0, "start": AT, "end": AT + 2, "given": "14",
    }  # fmt: skip
    assert (near["first"], near["articles"], near["nearest"]["speaker"]) == (None, 0, "Lindqvist Lines")
    assert (found["articles"], found["headline_only"], found["date"], found["nearest"]) == (1, 1, "2026-03-03", None)
    assert found["outlets"] == [{"name": COURIER.outlet, "articles": 1}, {"name": POST.outlet, "articles": 1}]
