import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from index.chunks.chunk import Chunk
from index.embedded.lexical import LexicalIndex
from index.embedded.lexical_writer import LexicalWriter
from index.search.analysis import analyzer, terms
from index.search.spelling import one_spelling

# Each row is one name as different outlets write it, and as a question may be typed.
NAMES = (
    ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "Zelenskyi", "zelenskyy", "ZELENSKIY"),
    ("Dmitry", "Dmitriy", "Dmitrii", "dmitriy"),
    ("Zaporizhzhia", "Zaporizhia", "zaporizhzhia", "ZAPORIZHZHIA"),
    ("Bachchan", "Bachan"),
    ("Ashshur", "Ashur"),
    ("U.S.", "US", "U.S", "u.s."),
    ("F.B.I.", "FBI", "fbi"),
    ("J.K. Rowling", "JK Rowling", "J.K.Rowling"),
)
OTHERS = ("Zelinsky", "Dmytro", "Zaporozhye", "UN", "CIA", "J. Rowling")
EVERYDAY = "skiing in geneva, in shii radii. a study of carrying and partying; mr. b voted on 12 may 2026 for the hour."
ARTICLE = Article("one", "Quay Courier", "", "", "one.md", "o")


def found_as(text: str) -> list[str]:
    return list(analyzer().analyze(one_spelling(text)))


@pytest.mark.parametrize("names", NAMES, ids=lambda names: names[0])
def test_all_spellings_of_a_name_become_the_same_terms(names: tuple[str, ...]) -> None:
    assert {tuple(found_as(name)) for name in names} == {tuple(found_as(names[0]))}
    assert len({tuple(analyzer().analyze(name)) for name in names}) > 1


@pytest.mark.parametrize("mark", ["’s", "'s", ",", ".", ")", "—", "\n"])
def test_what_stands_after_a_name_makes_no_difference(mark: str) -> None:
    for one, other in (("Zelenskyy", "Zelensky"), ("Zaporizhzhia", "Zaporizhia"), ("U.S.", "US")):
        assert found_as(f"of {one}{mark} again") == found_as(f"of {other}{mark} again")


def test_different_names_stay_different() -> None:
    alone = [tuple(found_as(name)) for name in (*OTHERS, *(names[0] for names in NAMES))]
    assert len(set(alone)) == len(alone)


def test_everyday_words_days_and_single_initials_stay_as_they_are() -> None:
    assert one_spelling(EVERYDAY) == EVERYDAY


@given(st.text(alphabet="abCIjJhsStUyYzZ. 0é\n", max_size=60))
def test_capitals_never_decide_what_is_found(text: str) -> None:
    assert found_as(text.upper()) == found_as(text.lower()) == found_as(text)


@given(st.text(st.characters(categories=("Lu", "Ll", "Zs", "Po"), exclude_characters=".%"), max_size=60))
def test_words_keep_their_number_and_order_where_there_is_nothing_to_even_out(text: str) -> None:
    assert len(one_spelling(text).split()) == len(text.split())


@given(st.text(alphabet="0159 .,:'%kmn-onehuddtwlvfaci\u00a0", max_size=30))
def test_what_is_even_already_stays_as_it_is(text: str) -> None:
    assert found_as(one_spelling(text).replace(" ", "\n")) == found_as(text)


@pytest.mark.parametrize("text", ["a." * 50_000, "zh" * 50_000, "Z" + "i" * 100_000, "Zelenskyy " * 10_000])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    assert len(one_spelling(text)) <= len(text)


# Through the index of words

SEARCHED = (NAMES[0], NAMES[2], NAMES[5])
ROWS = {name: row for row, name in enumerate(name for names in SEARCHED for name in names)}


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    """An index of one sentence for each spelling."""
    folder = tmp_path_factory.mktemp("words")
    writer = LexicalWriter(folder)
    for name, row in ROWS.items():
        text = f"Officials met {name} again."
        writer.add(row, ARTICLE, Chunk("one", 0, len(text), text))
    writer.commit()
    return LexicalIndex.open(folder)


@pytest.mark.parametrize("names", SEARCHED, ids=lambda names: names[0])
def test_every_spelling_finds_all_others_and_nothing_else(words: LexicalIndex, names: tuple[str, ...]) -> None:
    rows = {ROWS[name] for name in names}
    for name in names:
        assert {hit.row for hit in words.search(name, len(ROWS))} == rows
        assert {hit.row for hit in words.search("", len(ROWS), phrases=(f"met {name} again",))} == rows


@pytest.mark.parametrize("names", SEARCHED, ids=lambda names: names[0])
def test_a_name_is_as_rare_as_all_its_spellings_together(words: LexicalIndex, names: tuple[str, ...]) -> None:
    for name in names:
        assert [words.frequency(term) for term in terms(name)] == [len(names)]
