"""Factiva as text, labelled and not.

What is known of the forms, by public material:
- Labelled ("Full Article plus Indexing"): Neetu-Kushwaha/Factiva_parser holds such an export as RTF and as the text
  that a word processor made of it (each label on a line of its own, ``AN`` last, values indented); vkelk/factiva-rtf-db
  reads label and value between tabs; GurvanR/FactivaTextAnalysisTool reads what striprtf makes of the tables (``HD|``).
- Without labels: diegantobass/factiva_parser (headline, empty line, then byline, count of words, day, time, source,
  code ... without an empty line between, "mots" or "words"), fraba/Factiva-RTF-output-to-XML, Piece-Of-Schmidt/roboT
  ("Wörter", "Dokument"), ECNUser/Factiva_rtf2csv_download (Chinese: "2026 年 1 月 25 日 12:37"; a list of contents).
- Names of the fields: the table of custom search fields in the help of factiva.com.
"""

import textwrap
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Hints, Parsed
from corpus.formats.prose import parse_text
from tests.corpus.formats.exports.factiva.documents import INTERFACES, Story, check, stories

_GAPS = {"alone": "\n", "pipe": "| ", "tab": "\t", "wide": "    ", "narrow": " "}
_WRAPPED = 72


def labelled(story: Story, language: str, style: str, *, wrap: bool, shuffle: list[int]) -> str:
    words, document, _, english = INTERFACES[language]
    head = [
        ("SE", story.section), ("HD", story.headline), ("BY", f"By {story.author}" if story.author else ""),
        ("WC", f"82 {words}"), ("PD", story.day_as(language)), ("ET", story.time), ("SN", story.outlet),
        ("SC", "QUAYC"), ("PG", story.page), ("LA", english), ("CY", story.copyright),
    ]  # fmt: skip
    if style != "narrow":  # there nothing but their order tells labels from words
        head = [head[place] for place in shuffle]
    tail = [("CO", "qcl : Quay Courier Ltd."), ("NS", "gpol : Domestic Politics | gcat : Political/General News"),
            ("PUB", "Quay Courier Ltd."), ("AN", f"{document} {story.accession}")]  # fmt: skip
    body = body_of(story, wrap=wrap)
    lead, rest = body[:1], body[1:]
    text = [("LP", "\n\n".join(lead)), ("TD", "\n\n".join(rest))]
    end = "|" if style == "pipe" else ""
    rows = [f"{label}{_GAPS[style]}{value}{end}" for label, value in (*head, *text, *tail) if value]
    return "\n".join(rows) + "\n  \n\n\n"


def plain(story: Story, language: str, style: str, signed: str = "By ", *, wrap: bool = False) -> str:
    words, document, _, english = INTERFACES[language]
    above = [story.section, story.headline]
    info = [f"{signed}{story.author}" if story.author else "", f"1,082 {words}", story.day_as(language), story.time,
            story.outlet, "QUAYC", story.page, english, story.copyright]  # fmt: skip
    above, info = [line for line in above if line], [line for line in info if line]
    body = "\n\n".join(body_of(story, wrap=wrap))
    between = {"apart": "\n\n", "together": "\n", "paragraphs": "\n\n"}[style]
    line = "\n\n" if style == "paragraphs" else "\n"
    head = line.join(above) + between + line.join(info)
    return f"{head}\n\n{body}\n\n{document} {story.accession}\n\n"


def body_of(story: Story, *, wrap: bool) -> list[str]:
    return [textwrap.fill(text, _WRAPPED) if wrap else text for text in story.paragraphs]


def read(text: str) -> Parsed:
    return parse_text(text.encode(), Hints())


LANGUAGES = st.sampled_from(sorted(INTERFACES))
ENDS = st.sampled_from(("\n", "\r\n"))


@settings(max_examples=50, deadline=None)
@given(stories(), LANGUAGES, st.sampled_from(sorted(_GAPS)), st.booleans(), st.permutations(range(11)), ENDS)
def test_every_document_of_the_labelled_form_is_found(
    expected: list[Story], language: str, style: str, wrap: bool, shuffle: list[int], end: str
) -> None:
    made = "".join(labelled(story, language, style, wrap=wrap, shuffle=shuffle) for story in expected)
    check(read(made.replace("\n", end)), expected)


@settings(max_examples=50, deadline=None)
@given(
    stories(),
    LANGUAGES,
    st.sampled_from(("apart", "together", "paragraphs")),
    st.sampled_from(("By ", "Von ", "PAR ", "")),
    st.booleans(),
    ENDS,
)
def test_every_document_of_the_form_without_labels_is_found(
    expected: list[Story], language: str, style: str, signed: str, wrap: bool, end: str
) -> None:
    made = "".join(plain(story, language, style, signed, wrap=wrap) for story in expected)
    footer = "© 2026 Factiva, Inc. All rights reserved.\n"
    check(read("\ufeff" + (made + footer).replace("\n", end)), expected)


STORY = Story(1, "Quay Courier", "A wall is repaired", date(2026, 2, 18), "Mira Ulv", "", "", "", "", ("The text.",))


def test_what_is_made_of_the_tables_of_rich_text_is_read_as_labels() -> None:
    head = "  HD| A wall is repaired |\n  WC|106 words|\n  PD|18 February 2026|\n  SN|Quay Courier|\n  SC|QUAYC|\n"
    text = "  LP| The text.\n\nIts end.\n|\n  NS|c11 : Plans | c24 : Harbours|\n"
    number = "  AN|Document QUAYC00020260218em2i00011|\n  \n\n"
    search = "Search Summary\nText|harbour|\nDate|All Dates|\n"
    drafts = read(f"\n\n{(head + text + number) * 2}{search}").drafts
    assert [draft.metadata.title for draft in drafts] == ["A wall is repaired"] * 2
    assert [draft.text for draft in drafts] == ["The text.\n\nIts end."] * 2
    assert {"NS c11 : Plans | c24 : Harbours", "Text|harbour|"} <= set(drafts[1].dropped)


def test_a_single_article_that_was_copied_is_one() -> None:
    (draft,) = read(plain(STORY, "en", "apart")).drafts
    assert (draft.metadata.outlet, draft.text, draft.number) == ("Quay Courier", "The text.", 1)


@pytest.mark.parametrize(
    "head",
    [
        "Business & Finance\nA Wall Is Repaired\nBy Mira Ulv and Marek Halden\n1,082 words\n18 February 2026\n"
        "Quay Courier\nJ\nB1\nEnglish\n(Copyright (c) 2026, Quay & Company, Inc.)\n",
        "A Wall Is Repaired\n\nMira Ulv; Marek Halden\n1 082 mots\n18 février 2026\n15:32\nQuay Courier\nQUAYC\n"
        "Français\nQuay 2026.\n",
        "A Wall Is Repaired\n\nMira Ulv, Marek Halden\nReuters\n1082 字\n2026 年 2 月 18 日 15:32\nQuay Courier\n"
        "QUAYC\nLate Edition\n12\n英文\n© 2026\n",
    ],
)
def test_heads_as_single_outlets_have_them_are_read(head: str) -> None:
    (draft,) = read(f"{head}\nThe text.\n\nDocument J000000020260218em2i00011\n").drafts
    said = draft.metadata
    assert (said.outlet, said.title, said.published) == ("Quay Courier", "A Wall Is Repaired", date(2026, 2, 18))
    assert (said.authors, draft.text) == (("Mira Ulv", "Marek Halden"), "The text.")


@pytest.mark.parametrize(("style", "count"), [("apart", "1,082 words\n"), ("paragraphs", "1,082 words\n\n")])
def test_a_head_without_a_count_of_words_is_told_by_its_day(style: str, count: str) -> None:
    drafts = read(plain(STORY, "en", style).replace(count, "") * 2).drafts
    assert [draft.metadata.title for draft in drafts] == ["A wall is repaired"] * 2
    assert [draft.text for draft in drafts] == ["The text."] * 2


def test_head_and_text_without_an_empty_line_between_are_told_apart() -> None:
    texts = ("The text.", *["More of it."] * 9, "English it is not.")
    made = plain(replace(STORY, copyright="(c) 2026 Quay Courier", paragraphs=texts), "en", "together")
    (draft,) = read(made.replace("\n\n", "\n")).drafts
    assert draft.text.split("\n") == list(texts)


def test_a_list_of_contents_credits_and_page_numbers_are_kept_aside() -> None:
    number = "Page 2 of 3 © 2026 Factiva, Inc. All rights reserved."
    made = plain(STORY, "en", "apart").replace("1,082 words", "Quay News Service\n1,082 words")
    contents = "A wall is repaired ......... 2\nAnother ......... 3\n\n"
    (draft,) = read(contents + made.replace("The text.", f"The text.\n{number}")).drafts
    assert (draft.metadata.title, draft.text) == ("A wall is repaired", "The text.")
    assert draft.metadata.authors == ("Mira Ulv",)
    assert {"Another ......... 3", "Quay News Service", number} <= set(draft.dropped)


def test_a_document_without_its_last_line_is_read_at_the_end_and_named_before_another() -> None:
    whole = plain(STORY, "en", "together")
    cut = whole[: whole.index("Document")]
    assert [draft.text for draft in read(whole + cut).drafts] == ["The text."] * 2
    parsed = read(cut + whole + whole)
    assert [draft.number for draft in parsed.drafts] == [2]
    assert [problem.source for problem in parsed.problems] == ["#1"]
    assert "no line divides" in parsed.problems[0].reason


@settings(max_examples=20, deadline=None)
@given(stories(), st.integers(0, 40), LANGUAGES, st.sampled_from(("pipe", "tab", "wide")), st.booleans())
def test_exports_with_labels_and_without_joined_in_one_file_are_both_read(
    expected: list[Story], cut: int, language: str, style: str, labels_first: bool
) -> None:
    made = [
        labelled(story, language, style, wrap=False, shuffle=[*range(11)]) if (place < cut) == labels_first
        else plain(story, language, "together")
        for place, story in enumerate(expected)
    ]  # fmt: skip
    check(read("".join(made)), expected)


@pytest.mark.parametrize(
    "end", ["(END) Quay Newswires\n04-03-14 1431GMT", "(END) Quay Newswires\n\nApril 03, 2014 10:31 ET"]
)
def test_what_closes_the_text_of_a_newswire_is_no_text(end: str) -> None:
    made = replace(STORY, paragraphs=("The text.", "(END) is said to be near.", end))
    for export in (plain(made, "en", "together"), labelled(made, "en", "tab", wrap=False, shuffle=[*range(11)])):
        (draft,) = read(export).drafts
        assert draft.text == "The text.\n\n(END) is said to be near."
        assert "(END) Quay Newswires" in draft.dropped


@pytest.mark.parametrize("company", ["Verlag der Kai GmbH", "Quay UK & Ireland Limited", "Quay Inc."])
def test_the_company_below_a_text_is_no_text(company: str) -> None:
    told = [replace(STORY, paragraphs=("The text.", f"It was built by {company}")), STORY]
    first, last = read(
        "".join(plain(s, "en", "together").replace("\n\nDocument", f"\n\n{company}\n\nDocument") for s in told)
    ).drafts
    assert first.text == f"The text.\n\nIt was built by {company}"
    assert last.text == "The text."
    assert company in last.dropped


def test_a_document_without_text_is_named() -> None:
    made = (
        labelled(made, "en", "tab", wrap=False, shuffle=[*range(11)]) for made in (replace(STORY, paragraphs=()), STORY)
    )
    parsed = read("".join(made))
    assert [draft.number for draft in parsed.drafts] == [2]
    assert "metadata only" in parsed.problems[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "A wall is repaired\n\nBy Mira Ulv\n\nThe council wrote 82 words\n\n18 February 2026\n\nand no more.",
        "HD video came to Kelpwick.\nLP records stayed.\nTD Bank paid for both, in 2026.\n" * 20,
        "Document 1 of 2\n\nDocument the wall, said the chair.\n\n1 of 2 DOCUMENTS\n" * 20,
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    (draft,) = read(text).drafts
    assert draft.number is None
