import pytest

from qa.query import quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Who said "last crossing"?', ["last crossing"]),
        ("Who said “ last crossing ” and “14 jobs”?", ["last crossing", "14 jobs"]),
        ("„last crossing“, „last crossing”", ["last crossing", "last crossing"]),
        ("«last crossing» or »14 jobs« or ‹no›", ["last crossing", "14 jobs", "no"]),
        ("‚last crossing‘ and ‚no’", ["last crossing", "no"]),
        ("Who said ‘last crossing’ or 'no'?", ["last crossing", "no"]),
        ("He said 'don't go', she said ‘the dog’s bowl’.", ["don't go", "the dog’s bowl"]),
        ("O'Brien's 'big, beautiful boat' didn't sail", ["big, beautiful boat"]),
        ('mislabelled as "zero sugar?”', ["zero sugar?"]),
        ("”sista färjan”", ["sista färjan"]),
        ("The “ferry,” he said", ["ferry"]),
        ('Why "" or " "?', ["", ""]),
    ],
)
def test_words_between_quotation_marks_are_found(text: str, words: list[str]) -> None:
    found = quotations(text)
    assert [one.words for one in found] == words
    assert all(one.words in text[one.start + 1 : one.end - 1] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "the boys' club and the girls' club",
        "the '90s and the boys' club",
        "'Tis the time of the boys' club",
        "rock 'n' roll",
        "a 5\" pipe and a 6\" pipe",
        "a 5” pipe and a 6” pipe",
        "at '2023-12-06T13:55:17+00:00' and '14'",
        "the players’ union and the owners’ union",
    ],
)  # fmt: skip
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quotations(text) == []
