from datetime import date

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.draft import Form, Hints, Parser
from corpus.formats.prose import parse_markdown, parse_text


def test_text_with_front_matter_is_markdown_in_either_kind_of_file() -> None:
    data = "\ufeff---\r\ntitle: A\r\ndate: 18/02/2026\r\n---\r\nText.\r\n".encode()
    for parse in (parse_text, parse_markdown):
        (draft,) = parse(data, Hints()).drafts
        assert (draft.metadata.title, draft.metadata.published) == ("A", date(2026, 2, 18))
        assert draft.text == "Text.\n"
        assert draft.form is Form.MARKDOWN


def test_plain_text_is_not_markdown() -> None:
    (draft,) = parse_text(b"# of deaths unknown", Hints()).drafts
    assert draft.form is Form.COPIED
    assert draft.text == "# of deaths unknown"


def test_the_order_of_dates_that_the_user_gave_is_used() -> None:
    (draft,) = parse_text(b"---\ndate: 03/04/2026\n---\nText.", Hints(date_order="MDY")).drafts
    assert draft.metadata.published == date(2026, 3, 4)


@pytest.mark.parametrize("parse", [parse_text, parse_markdown])
def test_a_list_of_addresses_is_no_article(parse: Parser) -> None:
    with pytest.raises(UnreadableFile, match="holds addresses and no article"):
        parse(b"https://a.example/1\r\n\r\n- <https://b.example/2>\r\n2. http://c.example/x?y=1\r\n", Hints())
    (draft,) = parse(b"https://a.example/1\nThe bridge opened.\nhttps://b.example/2", Hints()).drafts
    assert "The bridge opened." in draft.text
