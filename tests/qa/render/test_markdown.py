import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.article import Article
from qa.answer import Answer, Verdict
from qa.question import Question
from qa.render.markdown import answer_to_markdown
from qa.render.plain import printable
from tests.conftest import LEDGER, POST, cite, quote, worth


def tokens(markdown: str) -> list[Token]:
    parsed = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [leaf for token in parsed for leaf in (token, *(token.children or ()))]


def quoted(markdown: str) -> str:
    """The text of all block quotations as a reader sees it, without white space."""
    parts, depth = [], 0
    for token in tokens(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type in {"text", "text_special"}:
            parts.append(token.content)
    return "".join("".join(parts).split())


def one_passage(text: str) -> Answer:
    article = Article("a-1", text, text, text, text, "hash", url="https://example.org/<b> x")
    return Answer(Question(text, text), (quote(article, text),), Verdict.ANSWERS, 1.0, (), "000001", 0.01)


def test_each_passage_has_its_full_source(answer: Answer) -> None:
    first = replace(answer.passages[0], also_in=(cite(POST, "Lindqvist Lines"),))
    markdown = answer_to_markdown(replace(answer, passages=(first,)))
    assert "## 1. Quay Courier, 3 March 2026\n" in markdown
    assert markdown.rstrip().endswith(
        "Source: “Marlin ferry stops for good”; Ines Rask and Tom Oduya; <https://courier.example/marlin>; file "
        "courier.md; also in Harbour Post, 4 March 2026 (same text)"
    )


def test_the_answering_sentence_is_bold(answer: Answer) -> None:
    markdown = answer_to_markdown(answer)
    assert "> **The operator, Lindqvist Lines, said that 14 jobs would go.** Repairs would have cost" in markdown


def test_a_marked_sentence_over_two_paragraphs_stays_bold_in_both() -> None:
    passage = quote(POST, POST.text, POST.text[POST.text.index("Sixteen") : POST.text.index(" A bus")])
    answer = Answer(Question("q", "q"), (passage,), Verdict.ANSWERS, 1.0, (), "000001", 0.01)
    markdown = answer_to_markdown(answer)
    assert (
        "**Sixteen people lose their work, the union says.**\n>\n> **“Nobody asked us,” said a deckhand.** A"
        in markdown
    )


def test_when_nothing_answers_the_rest_is_named_as_near_only(answer: Answer) -> None:
    markdown = answer_to_markdown(worth(answer, Verdict.NO))
    assert "The articles do not answer this.\n\nSearched 3 articles from 3 outlets.\n\n" in markdown
    before, after = markdown.split("## Nearest material, not an answer: 3 passages\n")
    assert ">" not in before
    assert "### Quay Courier, 3 March 2026\n\n> The operator, Lindqvist Lines, said that 14 jobs would go." in after


def test_only_what_matches_has_a_number_and_stands_before_the_rest(answer: Answer) -> None:
    markdown = answer_to_markdown(worth(answer, Verdict.ANSWERS, 1, 3))
    assert re.findall(r"^#+ .*", markdown, re.MULTILINE)[1:] == [
        "## 1. Quay Courier, 3 March 2026",
        "## 2. Inland Ledger, date unknown (AI-generated page)",
        "## Nearest material, less likely to answer: 1 passage",
        "### Harbour Post, 4 March 2026",
    ]
    assert "No passage of this answer is from Harbour Post." in markdown


def test_what_is_not_known_is_said(answer: Answer) -> None:
    markdown = answer_to_markdown(replace(answer, passages=(quote(LEDGER, LEDGER.text),)))
    assert "## 1. Inland Ledger, date unknown (AI-generated page)" in markdown
    assert "Source: No headline; file ledger.md" in markdown


@pytest.mark.parametrize(
    "text",
    [
        "# Not a heading",
        "* not a list\n- nor this\n+ nor this",
        "1. not a list\n12) nor this",
        "Title\n=====\n---",
        "```\nno code\n```\n~~~",
        "a | b\n--|--\n1 | 2",
        "<script>alert(1)</script> &amp; <b>",
        "![x](https://example.org/x.png) [y]: z [a](b)",
        "**no** _no_ `no` ~~no~~ \\n $x$",
        "> not nested",
        "trailing backslash\\\nnext line",
    ],
)
def test_markup_in_an_article_is_shown_as_it_stands(text: str) -> None:
    markdown = answer_to_markdown(one_passage(text))
    assert quoted(markdown) == "".join(text.split())
    assert not {"html_inline", "html_block", "image", "fence", "table_open", "bullet_list_open"} & {
        token.type for token in tokens(markdown)
    }


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_quoted_word_for_word(text: str) -> None:
    assert quoted(answer_to_markdown(one_passage(text))) == "".join(printable(text).split())
