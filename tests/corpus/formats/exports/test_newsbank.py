"""What NewsBank writes was looked up where public projects quote it: articles of the Star Democrat in prompts of
students ("June 13, 2025 | Star Democrat, The (Easton, MD)", "Author/Byline: ... | Page: 1 | Section: News", "433
Words", "Read News Document", "© Copyright © 2024 ... All rights reserved."), Zotero's translator (outlets with the
article behind, "SQN:", "Caption:"), a parser of its PDF bundles ("Copyright (c)", "Citation (aglc Style)") and a
program that saved its pages ("Boston Globe", "January 1, 1980", "Author:", "Estimated printed pages:"). The older form
with "Paper - date - page" and "Record Number:" is as libraries' guides describe it.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Hints
from corpus.formats.exports.newsbank import NEWSBANK
from corpus.text.characters import clean_characters
from tests.corpus.formats.exports.invented import Story, assert_all_are_found, stories, wrap

FORMS = ("bars", "dashes", "lines", "labels")


def behind(outlet: str) -> str:
    """The outlet as an index has it."""
    place = outlet.partition(" (")
    return f"{place[0][4:]}, The{''.join(place[1:])}" if outlet.startswith("The ") else outlet


@st.composite
def documents(draw: st.DrawFn, story: Story, form: str, width: int | None) -> str:
    day = f"{story.day:%B} {story.day.day}, {story.day.year}"
    outlet, title = behind(story.outlet), wrap(story.headline, width)
    authors = "; ".join(story.authors)
    section = draw(st.booleans())
    text = [wrap(paragraph, width) for paragraph in story.paragraphs]
    end = draw(
        st.sampled_from(
            [
                [f"Copyright (c) {story.day.year} {outlet}\nRecord Number: 0EADD1D1{story.day.year}"],
                [f"© Copyright © {story.day.year} {outlet}. All rights reserved."],
                [f"Copyright, {story.day.year}, {outlet}", f"Record: 1657{story.day.year}9C8CD27901"],
            ]
        )
    )
    end += draw(st.sampled_from([[], ["Citation (APA Style): Ulv, L. (2024)."]]))
    if form != "bars" and "Record" not in "".join(end):
        end.append("Record Number: 0EADD1D1C2")
    if form == "bars":
        labels = [f"Author/Byline: {authors}"] * bool(authors) + ["Page: 1"] + ["Section: News"] * section
        head = [
            title,
            f"{day} | {outlet}",
            " | ".join(draw(st.permutations(labels))),
            draw(
                st.sampled_from(
                    ["433\n Words", "433 Words | Readability: Lexile: 1180, grade level(s): 10 11-12\nOpenURL Link"]
                )
            ),
            "Read News Document",
        ]
        end += draw(
            st.sampled_from(
                [
                    [],
                    ["• Record: 131\n• Copyright: Copyright (c) 2011 Quay"],
                    [f"Citation (aglc Style)\n{authors}, 'A title', {outlet} (online), 2 Jul 1"],
                ]
            )
        )
    elif form == "dashes":
        head = [title, f"{outlet} - {day}{' - page B1' * draw(st.booleans())}"]
        head += [f"Author: {authors}"] * bool(authors) + ["Section: Metro\nEdition: FINAL\nWord Count: 312"] * section
    elif form == "lines":
        head = [f"{title}\n{outlet}\n{day}{' - Metro - B1' * section}" + f"\nAuthor: {authors}" * bool(authors)]
    else:
        names = draw(st.sampled_from([("Paper", "Date"), ("Publication", "Publication Date")]))
        labels = [f"Title: {title}", f"{names[0]}: {outlet}", f"{names[1]}: {day}", *["Section: Metro"] * section]
        labels += [f"Author: {authors}"] if authors else []
        head = ["\n".join(draw(st.permutations(labels))), "Article Text:"]
    return "\n\n".join((*head, *text, *end)) + "\n\n\n"


@st.composite
def exports(draw: st.DrawFn) -> tuple[list[Story], str]:
    form = draw(st.sampled_from(FORMS))
    told = draw(st.lists(stories(), min_size=1, max_size=draw(st.sampled_from([2, 40]))))
    width = draw(st.sampled_from([78, None]))
    text = draw(st.sampled_from(["", "NewsBank: Access World News\n\n"]))
    text += "".join(draw(documents(story, form, width)) for story in told)
    return told, text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def read(text: str) -> tuple[Draft, ...]:
    parsed = read_layout((NEWSBANK,), clean_characters(text), Hints())
    assert parsed is not None
    assert parsed.problems == ()
    return parsed.drafts


@settings(max_examples=60, deadline=None)
@given(exports())
def test_every_document_of_newsbank_is_found(export: tuple[list[Story], str]) -> None:
    told, text = export
    drafts = read(text)
    assert_all_are_found(told, drafts)


def test_a_caption_and_a_number_below_the_text_are_left_out() -> None:
    (draft,) = read(
        "Rare gulls among the lost\nSunday Quay, The (London, England)\nJuly 2, 2017 - News - 3\n"
        "Author: Mira Ulv; Quay Staff\n\nMore than nine gulls were lost.\n\n"
        "Caption: Four gulls, above, and a\nfifth\n\n"
        "Copyright (c) 2017 The Sunday Quay Newspapers\nLimited, All Rights Reserved\nRecord Number: 127147919\n"
    )
    assert draft.text == "More than nine gulls were lost."
    assert draft.metadata.outlet == "The Sunday Quay (London, England)"
    assert draft.metadata.title == "Rare gulls among the lost"
    assert "Caption: Four gulls, above, and a" in draft.dropped


def test_a_document_without_text_is_named_and_the_next_is_read() -> None:
    text = "Record Number: 1\n\nA picture\nQuay Courier\nJuly 2, 2017\n\nCopyright (c) 2017 Quay\n\n"
    parsed = read_layout((NEWSBANK,), text + "B\nQuay Courier\nJuly 3, 2017\n\nText.\n\nRecord Number: 2\n", Hints())
    assert parsed is not None
    assert [problem.reason for problem in parsed.problems] == ["holds no text in the export (A picture)"]
    assert [draft.metadata.title for draft in parsed.drafts] == ["B"]
