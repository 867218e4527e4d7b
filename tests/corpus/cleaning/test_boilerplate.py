from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.boilerplate import strip_boilerplate
from tests.corpus.reading import LONG

BODY = f"{LONG}\n\n{LONG}\n\n{LONG}"


def test_the_frame_of_a_saved_page_goes_and_is_listed() -> None:
    frame = ["The Paper Home|The Paper", "PoliticsAI Analysis", "3 min readSource"]
    tail = ["Thoughts", "", "Related Articles", "A teaser about something else"]
    stripped = strip_boilerplate("\n".join([*frame, BODY, *tail]))
    assert stripped.text == BODY.strip()
    assert stripped.dropped == (*frame, *filter(None, tail))


@pytest.mark.parametrize("line", ["© 2026 Quay Ledger", "Copyright (c) 2026 Quay Ledger. All rights reserved."])
def test_a_line_about_rights_goes(line: str) -> None:
    assert strip_boilerplate(f"{BODY}\n{line}").dropped == (line,)
    kept = f"© 2026 stood below it. Nobody knew why it did.\n{BODY}".strip()
    assert strip_boilerplate(kept).text == kept


def test_a_headline_set_off_from_the_text_is_the_title() -> None:
    stripped = strip_boilerplate(f"Pool closes after ninety years\n\n{BODY}")
    assert stripped.found.title == "Pool closes after ninety years"
    assert stripped.text == BODY.strip()
    assert stripped.dropped == ("Pool closes after ninety years",)


def test_a_known_title_is_dropped_where_the_head_repeats_it() -> None:
    title = "Pool closes after ninety years"
    text = f"POOL  closes after ninety years\nNews\n{title}\n\n{BODY}\n\n{title}"
    stripped = strip_boilerplate(text, title=title)
    assert stripped.found.title == ""
    assert stripped.text == f"{BODY}\n\nPool closes after ninety years"


@pytest.mark.parametrize(
    "first",
    [
        "It was over.",
        "## A head",
        "*emphasis here now*",
        "“A quotation of words",
        "- an item of list",
        "Two words",
        LONG,
    ],
)
def test_a_line_that_may_be_text_is_no_title(first: str) -> None:
    stripped = strip_boilerplate(f"{first}\n\n{BODY}")
    assert stripped.found.title == ""
    assert stripped.text.startswith(first.strip()[:10])


def test_the_first_line_of_wrapped_text_is_no_title() -> None:
    wrapped = (
        "The council voted on Tuesday to close the\nold swimming pool for good, and nobody who\nspoke was in favour."
    )
    text = f"{wrapped}\n\n{LONG}"
    assert strip_boilerplate(text).text == text


def test_byline_and_date_line_above_the_text_are_read() -> None:
    stripped = strip_boilerplate(
        f"By Ana Ruiz and Bo Li\nUpdated: 20 February 2026\nPublished 18 February 2026, 08:15\n{BODY}"
    )
    assert stripped.found.authors == ("Ana Ruiz", "Bo Li")
    assert stripped.found.published == date(2026, 2, 18)
    assert stripped.text == BODY.strip()


@pytest.mark.parametrize(
    "line",
    [
        "By The Numbers",
        "By Friday nobody was left in the hall.",
        "18 February 2026 was a cold day in Geneva",
        "31 February 2026",
        "Politics is dull",
    ],
)
def test_a_sentence_that_only_begins_like_a_byline_or_date_stays(line: str) -> None:
    stripped = strip_boilerplate(f"{line}\n{BODY}", title="Known")
    assert stripped.text.startswith(line)
    assert (stripped.found.authors, stripped.found.published) == ((), None)


def test_the_notice_of_a_machine_is_dropped_and_noted() -> None:
    notice = "This content is AI-generated based on source articles. Errors may occur."
    stripped = strip_boilerplate(f"{BODY}\n\n{notice}")
    assert stripped.ai_generated
    assert stripped.dropped == (notice,)


@pytest.mark.parametrize(
    "line",
    [
        "This content, she said, is AI-generated and worthless.",
        "Voters could not tell which of the pictures were AI-generated based on source articles.",
        "This article was generated some interest in the town.",
    ],
)
def test_a_report_about_machines_is_not_taken_for_their_notice(line: str) -> None:
    stripped = strip_boilerplate(f"{BODY}\n\n{line}")
    assert not stripped.ai_generated
    assert stripped.text.endswith(line)


def test_a_tail_word_early_or_before_much_text_is_a_head_of_the_article() -> None:
    early = f"{LONG}\nThoughts\n{BODY}"
    assert strip_boilerplate(early).text == early.strip()
    much = f"{LONG}\n" + "Short line.\n" * 9 + f"Comments\n{BODY}"
    assert strip_boilerplate(much).text == much.strip()


def test_lines_that_an_outlet_always_prints_are_dropped() -> None:
    stripped = strip_boilerplate(f"{LONG}\nAlso  READ\n{LONG}", drop_lines=["Also read", ""])
    assert stripped.dropped == ("Also  READ",)


def test_the_text_of_an_export_loses_only_what_means_nothing_anywhere() -> None:
    text = f"Pool closes after ninety years\n\nAdvertisement\n\n{BODY}\n\nThoughts"
    stripped = strip_boilerplate(text, loose=False)
    assert stripped.dropped == ("Advertisement",)
    assert stripped.found.title == ""


lines = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60)
    | st.sampled_from(
        [
            "",
            "Share",
            "Thoughts",
            "Home | X Home",
            "By Ana Ruiz",
            "2026-02-18",
            "News",
            LONG.strip(),
            "A fair headline here",
        ]
    ),
    max_size=30,
)


@given(lines, st.booleans())
def test_every_line_is_kept_or_listed_and_the_order_stays(rows: list[str], loose: bool) -> None:
    stripped = strip_boilerplate("\n".join(rows), loose=loose)
    kept = [line for line in stripped.text.split("\n") if line.strip()]
    left = iter([line for line in rows if line.strip()])
    assert all(line in left for line in kept)
    assert sorted([line.strip() for line in kept] + list(stripped.dropped)) == sorted(
        row.strip() for row in rows if row.strip()
    )


@pytest.mark.parametrize("head", ["AUTOR", "Über die Autorin:", "Kommentare", "Comentarios"])
def test_the_tail_of_a_page_in_another_language_goes_too(head: str) -> None:
    stripped = strip_boilerplate(f"{BODY}\n\n  {head}\n\n  Ana Ruiz schreibt seit 2009.")
    assert stripped.text == BODY.strip()
    assert stripped.dropped == (head, "Ana Ruiz schreibt seit 2009.")
