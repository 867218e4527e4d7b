import pytest

from corpus.text.wiki_links import without_links


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[Marek Halden]] and [[People/Mira Ulv]]", "Marek Halden and Mira Ulv"),
        ("[[page|shown]], [[page\\|shown]], [[page|]]", "shown, shown, page"),
        ("[[Harbour#Wall]], [[#Wall]]", "Harbour, Wall"),
        ("![[map.png]] and [[1]](https://a.example) stay", "![[map.png]] and [[1]](https://a.example) stay"),
        ("[[never closed, [one] bracket, [[]] and [[a\nb]]", "[[never closed, [one] bracket, [[]] and [[a\nb]]"),
    ],
)
def test_links_become_the_words_that_readers_see(text: str, words: str) -> None:
    assert without_links(text) == words
