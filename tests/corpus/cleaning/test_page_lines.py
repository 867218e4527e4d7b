import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.boilerplate import strip_boilerplate
from corpus.cleaning.page_lines import is_page_line, says_cut_off
from tests.corpus.reading import LONG


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi | Les quotas en question", "Also read: Monsoon session begins", "Más información",
        "Das könnte Sie auch interessieren: Streit im Rat", "• Читайте также: Рынок закрыт", "関連記事",
        "© RIPRODUZIONE RISERVATA", "5 ottobre 2026 © RIPRODUZIONE RISERVATA", "© 2026 The Ledger Company",
        "Copyright 2026 The Ledger. All rights reserved.", "Riproduzione riservata © Copyright Agenzia",
        "A version of this article appears in print on Oct. 6, 2026, Section A, Page 7. Order Reprints",
        "Play video: Waves at the pier", "A post shared by Bay FM (@bayfm) on Sep 1, 2023", "Deel artikel:",
        "Fehler entdeckt? Melden", "Article réservé aux abonnés", "残り1024文字",
        "この記事は有料記事です。残り1024文字",
        "Subscribe to The Ledger to read as many articles as you like.", "Carregando...",
        "Нашли опечатку? Выделите её и нажмите Ctrl+Enter",
    ],
)  # fmt: skip
def test_lines_of_the_page_go_and_are_listed(line: str) -> None:
    stripped = strip_boilerplate(f"{LONG}\n{line}\n{LONG}", title="A title", loose=False)
    assert stripped.text == f"{LONG}\n{LONG}"
    assert stripped.dropped == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law changes next year, and publishers are glad of it.",
        "(c) the tenant pays for repairs",
        "Read more books, the minister told pupils on Monday.",
        "Mehr zum Thema sagte der Minister nicht.",
        "A version of this plan was rejected last year.",
        "Subscribe to the idea that less is more, he told readers.",
        "Article 5: réservé aux abonnés du club",
        "Press Ctrl, then Enter, the manual says.",
        "He said: read more.",
        "Il vous reste dix jours pour voter.",
        "Share",  # a control that another list knows
    ],
)
def test_sentences_stay(line: str) -> None:
    assert not is_page_line(line)


@pytest.mark.parametrize(
    "line",
    ["Cet article est réservé aux abonnés. Il vous reste 72% à découvrir.", "残り1024文字",
     "Il vous reste 64.5 % de cet article à lire. La suite est réservée aux abonnés."],
)  # fmt: skip
def test_a_line_that_counts_what_is_kept_back_marks_the_text_as_cut_off(line: str) -> None:
    assert says_cut_off(line)
    assert strip_boilerplate(f"{LONG}\n{line}", title="A title").cut_off
    assert not strip_boilerplate(f"{LONG}\nArticle réservé aux abonnés", title="A title").cut_off


@given(st.text(st.sampled_from("©|: abé0%残riservata"), max_size=600))
def test_only_short_lines_are_the_pages(line: str) -> None:
    if len(line.strip().lstrip("-•►▶»").strip()) > 400:
        assert not is_page_line(line)


def test_lines_that_almost_match_take_no_time() -> None:
    started = time.process_time()
    for line in ("ctrl " * 80, "© " * 200, "all rights reserved" * 20, "il vous reste 5 %" * 20, "残り1" * 130):
        for _ in range(100):
            is_page_line(line[:400])
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more: that was the advice of the day.",
        "Also read: the letter of the mayor to her son.",
        "Play video: that was all that the child could say.",
        "A version of this article was published by no paper that the council knew.",
    ],
)
def test_a_sentence_that_begins_as_a_label_stays(sentence: str) -> None:
    assert not is_page_line(sentence)
