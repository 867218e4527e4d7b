import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.word_count import count_words


@given(st.lists(st.text("abcдежøž", min_size=1), max_size=30))
def test_words_between_blanks_are_counted_as_they_stand(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("市议会星期一投票决定重建旧海堤。", 6, 9),  # 市议会 | 星期一 | 投票 | 决定 | 重建 | 旧 | 海堤
        ("市議会は月曜日、古い橋を再び開く案を可決した。", 8, 14),
        ("สภาเมืองลงมติให้สร้างกำแพงกันคลื่นใหม่", 5, 11),
        ("시의회는 월요일 옛 방파제를 다시 짓기로 결정했다.", 7, 7),
        ("", 0, 0),
    ],
)
def test_words_without_blanks_are_counted_about_right(text: str, least: int, most: int) -> None:
    assert least <= count_words(text) <= most
