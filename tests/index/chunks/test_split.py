import base64
import random
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.article import Article
from index.chunks.chunk import Chunk
from index.chunks.split import split_article
from index.chunks.tokenizer import load_tokenizer
from index.encode.openvino_encoder import OpenVinoEncoder
from index.settings import IndexSettings
from tests.conftest import FakeEncoder

LIMIT = 32  # tokens, the least that the settings allow
WINDOW = 40  # code points, less than many chunks of LIMIT tokens have
SLACK = 8  # tokens that the white space between the sentences of a chunk may add

SENTENCE = "The council met on Tuesday. "
NASTY = {
    "one long word": "a" * 100_000,
    "base64": base64.b64encode(random.Random(0).randbytes(30_000)).decode(),
    "Hangul without spaces": "한국어기사는" * 1000,
    "Hangul": "한국어 기사는 좋다. " * 1000,
    "emoji": "😀👩‍👩‍👧‍👦🏳️‍🌈" * 1000,
    "combining marks": "e\u0301" * 3000 + "a" + "\u0300" * 3000,
    "full stops": "." * 20_000,
    "digits": "1" * 20_000,
    "line breaks of all kinds": "One. Two.\r\nThree\x0bFour\x0cFive\x85Six\u2028Seven\u2029Eight\n\n\nNine",
    "control characters": "a\x00b. c\x1fd\ufeff e\u200bf",
    "right to left": "انتهت المحادثات بعد ساعتين. قال المفاوضون إنها كانت صعبة. " * 100,
    "nothing": "",
    "white space": " \n\t\u2028\u00a0 ",
}


class LetterTokenizer:
    """A token for each character that is not white space, so that the counts of parts add up."""

    def count(self, texts: list[str]) -> list[int]:
        return [len("".join(text.split())) for text in texts]


@dataclass
class NarrowEncoder(FakeEncoder):
    """Reads a few code points at once, and two special tokens."""

    window: int = WINDOW

    def count(self, texts: Sequence[str]) -> list[int]:
        return [len(text) + 2 for text in texts]


def article(text: str) -> Article:
    return Article("a", "Quay Courier", "A title", text, "a.md", "h")


def split(text: str, tokens: int = 200) -> list[Chunk]:
    """Cuts with one token a character and an encoder that reads everything."""
    return split_article(
        article(text), IndexSettings(chunk_tokens=tokens), LetterTokenizer(), FakeEncoder(window=10**9)
    )


def texts_of(chunks: Sequence[Chunk]) -> list[str]:
    return [chunk.text for chunk in chunks]


def assert_complete(text: str, chunks: Sequence[Chunk]) -> None:
    """Checks that chunks are spans in order, without overlap, and hold all that is not white space."""
    end = 0
    for chunk in chunks:
        assert end <= chunk.start < chunk.end
        assert not text[end : chunk.start].strip()
        assert text[chunk.start : chunk.end] == chunk.text
        assert chunk.text == chunk.text.strip()
        end = chunk.end
    assert not text[end:].strip()


paragraphs = st.lists(
    st.one_of(
        st.text(),
        st.text(alphabet="ab 。.!?\n한😀é\u200d", max_size=300),
        st.integers(0, 12).map(lambda count: SENTENCE * count),
        st.integers(1, 300).map(lambda count: "x" * count),
    ),
    max_size=8,
)


@given(paragraphs=paragraphs, between=st.sampled_from(["", " ", "\n", "\n\n", "\r\n"]))
def test_chunks_of_any_text_are_spans_that_together_hold_all_of_it(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    chunks = split_article(
        article(text), IndexSettings(chunk_tokens=LIMIT), LetterTokenizer(), NarrowEncoder(window=10**9)
    )
    assert_complete(text, chunks)
    assert max(LetterTokenizer().count(texts_of(chunks)), default=0) <= LIMIT


@given(paragraphs=paragraphs, between=st.sampled_from(["", " ", "\n\n"]))
@example(paragraphs=["x" * 1000], between="")
@example(paragraphs=["Word " * 200], between="")
def test_no_chunk_of_any_text_is_longer_than_the_encoder_reads(paragraphs: list[str], between: str) -> None:
    text, encoder = between.join(paragraphs), NarrowEncoder()
    chunks = split_article(article(text), IndexSettings(), LetterTokenizer(), encoder)
    assert_complete(text, chunks)
    assert max(encoder.count(texts_of(chunks)), default=0) <= WINDOW


@pytest.mark.model
@pytest.mark.parametrize("tokens", [LIMIT, 200])
@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_are_cut_whole_within_both_limits_and_at_once(
    name: str, tokens: int, real_encoder: OpenVinoEncoder
) -> None:
    text, tokenizer = NASTY[name], load_tokenizer()
    started = time.perf_counter()
    chunks = split_article(article(text), IndexSettings(chunk_tokens=tokens), tokenizer, real_encoder)
    assert time.perf_counter() - started < 10  # it takes half a second at most; a quadratic step would take minutes
    assert_complete(text, chunks)
    assert max(tokenizer.count(texts_of(chunks)), default=0) <= tokens + SLACK
    assert max(real_encoder.count(texts_of(chunks)), default=0) <= real_encoder.window


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0\u2028"])
def test_a_text_without_words_has_no_chunks(text: str) -> None:
    assert split(text) == []


def test_a_short_article_is_one_chunk() -> None:
    text = "Peace talks\n\nThe talks lasted two hours. Nobody was pleased.\n"
    assert texts_of(split(text)) == [text.strip()]


def test_sentences_are_kept_whole() -> None:
    text = SENTENCE * 30
    chunks = split(text)
    assert len(chunks) > 1
    assert all(re.fullmatch(r"(The council met on Tuesday\.( |$))+", chunk.text) for chunk in chunks)


@given(st.lists(st.sampled_from(["The council met.", "Nobody came.", "XX."]), min_size=1, max_size=12))
def test_no_chunk_holds_or_crosses_what_is_left_out(sentences: list[str]) -> None:
    text = " ".join(sentences)
    left_out = [match.span() for match in re.finditer(r"XX\.", text)]
    chunks = split_article(article(text), IndexSettings(), LetterTokenizer(), FakeEncoder(window=10**9), left_out)
    assert texts_of(chunks) == [part.strip() for part in re.split(r"XX\.", text) if part.strip()]
    assert all(text[chunk.start : chunk.end] == chunk.text for chunk in chunks)


def test_the_last_chunk_is_not_left_a_scrap() -> None:
    # Five of six sentences fit into one chunk; taking as much as fits would leave the last one alone.
    assert [text.count("council") for text in texts_of(split(SENTENCE * 6, tokens=120))] == [3, 3]


def test_chunks_end_with_paragraphs_where_that_costs_little() -> None:
    # Twice six sentences would make the chunks more equal.
    text = f"{SENTENCE * 7}\n\n{SENTENCE * 5}"
    assert [chunk.count("council") for chunk in texts_of(split(text))] == [7, 5]


@pytest.mark.parametrize("count", range(1, 9))
def test_a_heading_stays_with_what_follows_it(count: int) -> None:
    # The heading falls on another place of the chunk each time, its last one included.
    text = f"{SENTENCE * count}\n\nWhat the envoys said\n\n{SENTENCE * 5}"
    [chunk] = [chunk for chunk in split(text) if "What the envoys said" in chunk.text]
    assert re.search(r"What the envoys said\n\nThe council met", chunk.text)


def test_a_sentence_longer_than_a_chunk_is_cut_between_words() -> None:
    text = "word " * 200
    chunks = split(text, tokens=LIMIT)
    assert len(chunks) > 1
    assert all(set(chunk.text.split()) == {"word"} for chunk in chunks)


def test_a_word_longer_than_a_chunk_is_cut_anywhere() -> None:
    assert_complete("x" * 500, split("x" * 500, tokens=LIMIT))
    assert max(len(chunk.text) for chunk in split("x" * 500, tokens=LIMIT)) <= LIMIT


def test_every_chunk_names_its_article() -> None:
    assert {chunk.article_id for chunk in split(SENTENCE * 30)} == {"a"}
