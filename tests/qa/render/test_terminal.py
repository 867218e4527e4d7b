import io
import re
from dataclasses import replace
from datetime import date
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from corpus.article import Article
from qa.answer import Answer, OutletCoverage, Verdict
from qa.question import Also, Order, Period, Question
from qa.render.terminal import render_answer
from tests.conftest import COURIER, POST, cite, quote, worth


def shown(answer: Answer, width: int = 80, *, colour: bool = False, explained: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if colour else None, force_terminal=colour, highlight=False
    )
    console.print(render_answer(answer, explained=explained))
    return out.getvalue()


def one_passage(text: str, *, outlet: str = "Quay Courier") -> Answer:
    article = Article("a-1", outlet, outlet, text, "a.txt", "hash")
    coverage = (OutletCoverage(outlet, 1, 1),)
    return Answer(Question(text, text), (quote(article, text, text),), Verdict.ANSWERS, 1.0, coverage, "000001", 0.01)


def words(text: str) -> list[str]:
    return text.split()


def test_a_passage_stands_under_number_outlet_date_and_headline(answer: Answer) -> None:
    lines = shown(answer, width=120).splitlines()
    at = lines.index("[1] Quay Courier, 3 March 2026")
    assert lines[at + 1] == "    Marlin ferry stops for good"
    assert lines[at + 2].startswith("    The operator, Lindqvist Lines, said that 14 jobs would go.")
    assert lines[at + 3 : at + 5] == [
        "    Ines Rask and Tom Oduya; courier-1, characters 98–199; courier.md",
        "    https://courier.example/marlin",
    ]


def test_for_which_time_and_in_which_order_a_passage_was_preferred_is_said(answer: Answer) -> None:
    spring = Period(date(2026, 3, 1), date(2026, 5, 31), "spring 2026")
    last_year = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
    order = Order(True, "latest", date(2026, 3, 10))
    passage = replace(answer.passages[0], text="It began in 2025.")
    question = replace(answer.question, periods=(spring, last_year), order=order)
    text = shown(replace(answer, question=question, passages=(passage,)), width=120, explained=True)
    assert "Preferred, as it was published in the time named: spring 2026." in text
    assert "Preferred, as it tells of the time named: 2025." in text
    assert "Preferred the newer it is, as the question asks for that: latest." in text
    oldest = replace(question, order=replace(order, newest=False))
    assert "Preferred the older it is" in shown(replace(answer, question=oldest), explained=True)
    assert "time named" not in shown(answer, explained=True)


def test_what_is_not_known_is_said(answer: Answer) -> None:
    text = shown(answer)
    assert "[3] Inland Ledger, date unknown (AI-generated page)" in text
    assert "No headline" in text


def test_every_passage_is_shown_word_for_word_at_any_width(answer: Answer) -> None:
    for width in (20, 40, 200):
        text = " ".join(words(shown(answer, width)))
        assert all(" ".join(words(passage.text)) in text for passage in answer.passages)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(answer: Answer, width: int) -> None:
    lines = shown(answer, width).splitlines()
    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_answering_sentence_alone_is_bold(answer: Answer) -> None:
    text = shown(answer, width=200, colour=True)
    assert "\x1b[1mThe operator, Lindqvist Lines, said that 14 jobs would go.\x1b[0m Repairs would have" in text


def test_the_address_is_a_link_even_where_it_is_folded(answer: Answer) -> None:
    rows = re.findall(
        r"\x1b]8;id=\d+;https://courier\.example/marlin\x1b\\(\S+)\x1b]8;;", shown(answer, 24, colour=True)
    )
    assert re.sub(r"\x1b\[\d*m", "", "".join(rows)) == "https://courier.example/marlin"
    assert len(rows) > 1


def test_without_colour_there_is_no_escape_sequence(answer: Answer) -> None:
    assert "\x1b" not in shown(answer)


def test_when_nothing_answers_the_rest_is_named_as_near_only(answer: Answer) -> None:
    lines = shown(worth(answer, Verdict.NO), width=120).splitlines()
    assert lines[0] == "The articles do not answer this."
    at = lines.index("Nearest material, not an answer: 3 passages.")
    assert lines[at + 1 :] == [
        "    Quay Courier, 3 March 2026: Marlin ferry stops for good (courier-1, characters 98–199)",
        "    Harbour Post, 4 March 2026: Last crossing of the Marlin (post-1, characters 0–178)",
        "    Inland Ledger, date unknown: No headline (ledger-1, characters 0–103)",
    ]


def test_only_what_matches_is_quoted_and_numbered(answer: Answer) -> None:
    text = shown(worth(answer, Verdict.MAY, 1, 3), width=120)
    assert text.startswith("The articles may answer this: 2 passages from 2 outlets, 3 March 2026; 1 without a date.\n")
    assert re.findall(r"^\[\d\] .*", text, re.MULTILINE) == [
        "[1] Quay Courier, 3 March 2026",
        "[2] Inland Ledger, date unknown (AI-generated page)",
    ]
    assert "Sixteen people" not in text
    assert "No passage of this answer is from Harbour Post." in text
    assert text.count("Harbour Post, 4 March 2026: Last crossing of the Marlin") == 1


def test_why_the_nearest_material_is_there_is_said_too(answer: Answer) -> None:
    text = shown(worth(answer, Verdict.NO), width=120, explained=True)
    assert text.count("Found as number 1 by words") == 3


def test_when_nothing_comes_near_nothing_is_shown(answer: Answer) -> None:
    text = shown(replace(answer, verdict=Verdict.NO, passages=()))
    assert "Nothing in them comes near it." in text
    assert "[1]" not in text


def test_copies_and_silent_outlets_are_named(answer: Answer) -> None:
    first = replace(answer.passages[0], also_in=(cite(POST, "Lindqvist Lines"),))
    outlets = (*answer.outlets, *(OutletCoverage(f"Outlet {n}", 0, 3) for n in range(10)))
    text = " ".join(words(shown(replace(answer, passages=(first,), outlets=outlets))))
    assert "Also in: Harbour Post, 4 March 2026 (same text)" in text
    assert "No passage of this answer is from Outlet 0, " in text
    assert "Outlet 7 and 2 more outlets." in text


def test_markup_of_the_terminal_library_is_only_text() -> None:
    assert "[bold red]no[/bold red] :warning: [link=x]" in shown(
        one_passage("[bold red]no[/bold red] :warning: [link=x]")
    )


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_no_control_character_of_an_article_reaches_the_terminal(text: str) -> None:
    answer = one_passage(text, outlet=text)
    printed = shown(answer, colour=False)
    assert {char for char in printed if category(char) in {"Cc", "Cs", "Zl", "Zp"}} <= {"\n"}
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", printed)


def test_an_escape_sequence_in_a_headline_is_shown_not_obeyed() -> None:
    text = shown(one_passage(COURIER.text, outlet="\x1b]0;owned\x07\x1b[2JCourier"))
    assert "\x1b" not in text
    assert "�[2JCourier" in text


def test_other_forms_are_said_and_a_word_for_quoted_ones_is_offered(answer: Answer) -> None:
    also, instead = Also("archtect", "architect", "slip"), Also("ferrry", "ferry", "slip")
    out = shown(replace(answer, question=replace(answer.question, also=(also,), instead=(instead,))), 200)
    assert "searching for “architect” too" in out
    assert "Perhaps you mean “ferry” for “ferrry”, which no article has." in out
