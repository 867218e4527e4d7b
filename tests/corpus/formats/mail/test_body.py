from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.draft import Hints
from corpus.formats.mail.body import blocks_of_text, own_words, source_of_text
from corpus.web.blocks import Block

ATTRIBUTIONS = (
    "On Wed, Feb 18, 2026 at 10:30 AM Quay Courier <news@quaycourier.example>\nwrote:",
    "Am Mi., 18. Feb. 2026 um 10:30 Uhr schrieb Quay Courier:",
    "Le mer. 18 févr. 2026 à 10:30, Quay Courier <news@quaycourier.example> a écrit :",
    "El mié, 18 feb 2026 a las 10:30, Quay Courier (<news@quaycourier.example>) escribió:",
    "ср, 18 февр. 2026 г. в 10:30, Quay Courier <news@quaycourier.example>:",
)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("space", ["\n", "\n\n"])
def test_what_somebody_else_wrote_is_left_out_of_a_reply(attribution: str, space: str) -> None:
    text = f"My answer.\n\n{attribution}{space}> The dockers met.\n>\n> > Whose?\n\nAn answer below.\n\n> And more."
    body = own_words(blocks_of_text(text, "text/plain"))
    assert [block.text for block in body.blocks] == ["My answer.", "An answer below."]
    assert body.dropped == (" ".join(attribution.split()), "> The dockers met. > > > Whose?", "> And more.")


def test_quotations_of_web_mail_are_known_by_their_marks() -> None:
    markup = (
        '<p>My answer.</p><div class="gmail_quote"><div>On Wed, Quay Courier &lt;a@b.example&gt; wrote:<br></div>'
        "<blockquote><p>The dockers met.</p></blockquote></div>"
    )
    body = own_words(blocks_of_text(markup, "text/html"))
    assert [block.text for block in body.blocks] == ["My answer."]
    assert body.dropped == ("On Wed, Quay Courier <a@b.example> wrote:", "The dockers met.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor said:\n\n> We will build.\n\nNobody asked when.", "text/plain"),
        ("<p>The mayor said:</p><blockquote>We will build.</blockquote>", "text/html"),
        ("On Wed, A <a@b.example> wrote:\n> All of it is quoted.", "text/plain"),
    ],
)
def test_quotations_in_an_article_stay(text: str, kind: str) -> None:
    blocks = blocks_of_text(text, kind)
    assert own_words(blocks).blocks == blocks


@pytest.mark.parametrize("mark", ["-- ", "--"])
def test_a_signature_is_left_out(mark: str) -> None:
    body = own_words(
        blocks_of_text(f"The dockers met.\n{mark}\nAna Ruiz\nQuay Courier, Harbour Street 1\n", "text/plain")
    )
    assert [block.text for block in body.blocks] == ["The dockers met."]
    assert body.dropped == ("Ana Ruiz Quay Courier, Harbour Street 1",)


def test_two_dashes_between_stories_are_no_signature() -> None:
    blocks = blocks_of_text("One.\n\n--\n\nTwo.\n\n--\n\nThree.", "text/plain")
    assert own_words(blocks).blocks == blocks


def test_a_line_under_a_headline_is_a_block_of_its_own() -> None:
    blocks = blocks_of_text("Strike\n======\nThe dockers\nmet.", "text/plain")
    assert blocks == [Block("Strike", heading=True), Block("======"), Block("The dockers met.")]


def test_a_mail_that_is_forwarded_as_a_quotation_is_read_without_its_marks() -> None:
    text = "For you.\n\nBegin forwarded message:\n\n> From: A <a@b.example>\n> Subject: x\n> \n> The dockers\n> met.\n"
    blocks = blocks_of_text(text, "text/plain")
    assert [block.text for block in blocks] == [
        "For you.", "Begin forwarded message:", "From: A <a@b.example> Subject: x", "The dockers met.",
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["\n\nAna Ruiz", ""])
def test_a_quotation_without_a_mark_or_with_an_answer_below_it_keeps_its_marks(last: str) -> None:
    mark = "Begin forwarded message:\n" * bool(last)
    assert "> The dockers met." in [
        block.text for block in blocks_of_text(f"{mark}> The dockers met.{last}", "text/plain")
    ]


def part_of(text: str, **said: str) -> EmailMessage:
    message = EmailMessage()
    message.set_content(text)
    for name, value in said.items():
        message.set_param(name, value)
    return message


@given(
    st.lists(st.lists(st.text("abc. ", min_size=1), min_size=1, max_size=9), max_size=5), st.sampled_from(("yes", "no"))
)
def test_the_paragraphs_of_a_flowed_text_are_told_apart_by_its_blanks(words: list[list[str]], delsp: str) -> None:
    paragraphs = [" ".join(" ".join(line).split()) for line in words]
    flowed = "\n".join(line.replace(" ", "  \n" if delsp == "yes" else " \n") for line in paragraphs if " " in line)
    source = source_of_text(part_of(flowed + "\n", format="flowed", delsp=delsp), Hints())
    assert [block.text for block in blocks_of_text(source, "text/plain")] == [
        line for line in paragraphs if " " in line
    ]


def test_words_divided_for_the_width_alone_are_joined() -> None:
    source = source_of_text(part_of("港の \n壁は高い。\n", format="flowed", delsp="yes"), Hints())
    assert [block.text for block in blocks_of_text(source, "text/plain")] == ["港の壁は高い。"]


def test_lines_that_do_not_flow_stay_as_they_are() -> None:
    text = "The dockers\nmet.\n> They \n> met.\n-- \nAna Ruiz\n"
    assert source_of_text(part_of(text, format="flowed"), Hints()) == text
