import pytest

from qa.language.asked_kind import AskedKind, asked_kind, holds
from qa.language.terms import content_terms


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who opened the bridge?", AskedKind.NAME),
        ("Which outlet broke the story?", AskedKind.NAME),
        ("What is the name of the new ferry?", AskedKind.NAME),
        ("Where did the Marlin sink?", AskedKind.NAME),
        ("When does the ferry end?", AskedKind.TIME),
        ("In what year was the pier built?", AskedKind.TIME),
        ("How many jobs go?", AskedKind.NUMBER),
        ("How much does a ticket cost?", AskedKind.NUMBER),
        ("What percentage voted for it?", AskedKind.NUMBER),
        ("What is the council planning?", None),
        ("What company runs the ferry?", AskedKind.NAME),
        ("What Danish firm runs the ferry?", AskedKind.NAME),
        ("What damage did the fire do?", None),
        ("What started the fire?", None),
        ("What made people leave?", None),
        ("Why did the bridge close?", None),
        ("ferry strike", None),
    ],
)
def test_the_question_word_tells_the_kind(question: str, kind: AskedKind | None) -> None:
    assert asked_kind(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "there"),
    [
        (AskedKind.NAME, "The bridge was opened by Anna Holm.", True),
        (AskedKind.NAME, "The bridge was opened by the mayor.", False),
        (AskedKind.NAME, "It was the Kelder Bridge that was opened.", False),
        (AskedKind.TIME, "It opens on Friday.", True),
        (AskedKind.TIME, "It opens soon.", False),
        (AskedKind.TIME, "It opens at 2:40 p.m.", True),
        (AskedKind.TIME, "It opens at 14:40.", True),
        (AskedKind.TIME, "It costs 2.40.", False),
        (AskedKind.NUMBER, "Nobody goes.", True),
        (AskedKind.NUMBER, "Fourteen of 200 places go.", True),
        (AskedKind.NUMBER, "Two dozen places go.", True),
        (AskedKind.NUMBER, "Most places go.", False),
    ],
)
def test_a_sentence_holds_the_kind_or_does_not(kind: AskedKind, sentence: str, there: bool) -> None:
    assert holds(kind, sentence, frozenset(content_terms("Who opened the Kelder Bridge?"))) is there
