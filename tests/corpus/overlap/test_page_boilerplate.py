import pytest

from corpus.overlap.page_boilerplate import speaks_of_page, speaks_to_reader, words_of_outlet


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our evening newsletter.",
        "You can unsubscribe from our newsletter at any time.",
        "By pressing the button you accept the Privacy Policy.",
        "We independently review every product on this page.",
        "Please try again later.",
        "Prices were right as of publishing.",
        "Something went wrong {{ /verify }}",
        "© 2026 Quay Courier Ltd.",
        "This story has been updated.",
        "Scores | Tables | Fixtures | Results",
    ],
)
def test_lines_that_speak_of_the_page(line: str) -> None:
    assert speaks_of_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "The regulator fined the company for the privacy policy of its app.",
        "Browsers will no longer accept cookies of other sites from May.",
        "Subscribers to the ferry's newsletter heard of the closure first, Captain Brandt said.",
        "Marlin | Skarholm",
        "Lisbury won 3-1 | The goals fell in the second half. | It rained. | Nobody minded the rain at all, they said.",
        "The US signed up to the treaty in 1998.",
    ],
)
def test_news_about_such_things_does_not(line: str) -> None:
    assert not speaks_of_page(line)


@pytest.mark.parametrize(
    "line", ["Read it again.", "— Tell a friend!", "What we know so far", "It is yours.", "GET OUR APP"]
)
def test_lines_that_speak_to_the_reader(line: str) -> None:
    assert speaks_to_reader(line)


@pytest.mark.parametrize("line", ["The US left.", "She reads it again.", "Readers know.", "Usage fell.", ""])
def test_lines_that_do_not(line: str) -> None:
    assert not speaks_to_reader(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“We will stay here. You must follow us. We are one,” said Greel.", "You must follow us."),
        ('"We sign up," he said.', '"We sign up," he said.'),
        ("‘You don’t know us,’ said Moor.", "‘You don’t know us,’ said Moor."),
        ("„Wir. You too.“ That was all.", "You too."),
    ],
)
def test_who_is_quoted_speaks_for_himself(text: str, line: str) -> None:
    start = text.index(line)
    words = words_of_outlet(f"One line.\n{text}\nAnother.", start + 10, start + 10 + len(line))
    assert len(words) == len(line)
    assert not speaks_to_reader(words)


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = 'A quotation "that never ends.\nTell us what you think.'
    start = text.index("Tell")
    assert speaks_to_reader(words_of_outlet(text, start, len(text)))
