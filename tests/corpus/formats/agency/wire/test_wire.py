"""Property tests of wire copy.

IPTC 7901 as the recommendation describes it (SOH, STX, ETX around the parts), as a page on the trade of agencies prints
a message of KNA, and as dpa's plain text has it in the samples of a parser of agencies' feeds: a line of codes, a slug
that ends in "/", notices, a headline and bylines up to a line that ends in "=", paragraphs broken at 69 characters, a
notebook, what is not intended for publication, a line of initials, the time. ANPA 1312 as AP's samples there have it.
Kills as the style books of dpa ("KILL KILL KILL", "Please kill item dpa 157") and AP (slug and number) give them.
"""

import re
import textwrap
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Edition
from corpus.formats.agency.wire.message import without_version
from corpus.formats.draft import Draft, Hints
from corpus.formats.prose import parse_text
from corpus.overlap.editions import left_out
from tests.corpus.formats.agency.stories import MANY, Draw, Story, by_line

NOTES = """# qna NOTEBOOK

## Internet links
- [A page](http://qna.example/x)

* * * *
The following information is not intended for publication

## Editorial contacts
- Reporting by: Otto Lund
- Tel: +00 30 5550 31472; <desk@qna.example>
"""
GERMAN_NOTES = """# Notizblock

* * * *
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt

## Kontakte
- Autorin: Otto Lund, +00 30 5550 31472
"""


def read(text: str | bytes) -> list[Draft]:
    return list(parse_text(text if isinstance(text, bytes) else text.encode(), Hints()).drafts)


def printed(story: Story, draw: Draw) -> str:
    """The paragraphs as a wire prints them: with an empty line between or set in, broken at the width of a printer."""
    width = draw(st.sampled_from([69, 10_000]))
    indent = draw(st.sampled_from(["", "   "]))
    between = "\n" if indent and draw(st.booleans()) else "\n\n"
    wrap = textwrap.TextWrapper(width, initial_indent=str(indent), break_long_words=False, break_on_hyphens=False)
    return between.join("\n".join(wrap.wrap(paragraph)) for paragraph in story.paragraphs)


def iptc(story: Story, number: int, draw: Draw) -> str:
    routing = draw(st.sampled_from(["", " ccccb ", " vvvvb"]))
    slug = (story.slug or "Harbour") + str(draw(st.sampled_from(["/", "/\n"])))
    notice = draw(st.sampled_from(["", "REFILE\n", "1ST LEAD\n", "(Achtung)\n"]))
    by = f"\n{by_line(story)}" if story.authors else ""
    top = f"{slug}\n{notice}{story.title}{by} ="
    notes = draw(st.sampled_from(["", NOTES, GERMAN_NOTES]))
    sign = draw(st.sampled_from(["qna wsz jln npr\n\n", ""]))
    time = draw(st.sampled_from(["181137 GMT Feb 26", "211259 Nov 18", "111114 MESZ Okt 22"]))
    return (
        f"eca{number % 1000:03} 4 i 211 {routing} qna {number % 10_000:04}\n\n{top}\n\n{printed(story, draw)}\n\n"
        f"{notes}\n{sign}{time}\n"
    )


def squeezed(paragraphs: tuple[str, ...]) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


@settings(max_examples=15, deadline=None)
@given(MANY, st.data())
def test_a_file_of_iptc_7901_gives_every_message_whole_and_no_note(many: list[Story], data: st.DataObject) -> None:
    between = data.draw(st.sampled_from(["\n\n", "\n", "\r\n\r\n"]))
    text = between.join(iptc(story, number, data.draw) for number, story in enumerate(many, start=1))
    if data.draw(st.booleans()):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    drafts = read(text)
    assert len(drafts) == len(many)
    for draft, story in zip(drafts, many, strict=True):
        assert (draft.metadata.title, draft.metadata.authors) == (story.title, story.authors)
        assert draft.metadata.slug == (story.slug or "Harbour")
        assert draft.text.split("\n\n") == squeezed(story.paragraphs)
        assert any(line.startswith("eca") for line in draft.dropped)
        assert not re.search(r"5550|Otto Lund|Veröffentlichung|Achtung", draft.text)


def anpa(story: Story, number: int, draw: Draw) -> str:
    slug = f"BC-EU--{story.slug.removeprefix('BC-EU--').replace('/', ' ') or 'Harbour'}"
    lines = [f"^{slug}, 1st Ld-Writethru,416<", f"^{story.title}<", "^AP Photo QNX101, QNX102<", "^Eds: Updates.<"]
    by = [f"^{by_line(story).upper()}=", "^QNA Writer="] if story.authors else []
    body = [f"\t   {paragraph}" for paragraph in story.paragraphs]
    blank = draw(st.sampled_from([[], [" "]]))
    spaced = [line for paragraph in body for line in (paragraph, *blank)]
    codes = [f"z{number % 10_000:04}-----", f"r z {slug[:24]}   02-20 0500"]
    return "\n".join([*codes, *lines, *by, *spaced, "", "\t   AP-WF-02-20-26 0337GMT<", "", ""])


@settings(max_examples=15, deadline=None)
@given(MANY, st.data())
def test_a_file_of_anpa_1312_gives_every_message_whole(many: list[Story], data: st.DataObject) -> None:
    drafts = read("\n".join(anpa(story, number, data.draw) for number, story in enumerate(many, start=1)))
    assert len(drafts) == len(many)
    for draft, story in zip(drafts, many, strict=True):
        assert draft.metadata.title == story.title.rstrip("<= ")
        assert [name.upper() for name in story.authors] == list(draft.metadata.authors)
        assert draft.text.split("\n\n") == squeezed(story.paragraphs)
        assert "AP Photo QNX101, QNX102" in draft.dropped
        assert str(draft.metadata.published) == "2026-02-20"


def message(slug: str, headline: str, text: str, number: int = 61, time: str = "181137 GMT Feb 26") -> str:
    return f"eca062 4 i 211  qna {number:03}\n\n{slug}/\n{headline} =\n\n{text}\n\nqna ab cd\n\n{time}\n"


def test_the_controls_of_the_line_are_no_text_and_part_the_message() -> None:
    told = (
        b"\x01bkn014 4 pl 171 vvvvb KNA 170123-89-00065#2\nBundestag/Kinder\n\x02Bund muss zust\xc3\xa4ndig bleiben=\n"
    )
    text = b"Berlin (KNA) Die Kommission hat sich gewandt.\n\x03231406 Jan 17\n\x04"
    (draft,) = read(told + text)
    assert (draft.metadata.title, draft.metadata.slug) == ("Bund muss zuständig bleiben", "Bundestag/Kinder")
    assert draft.text == "Berlin (KNA) Die Kommission hat sich gewandt."
    codes = (
        b"\x16\x16\x01z6715\x1f-----\nr z\x13\x11BC-EU--Harbour 02-20 0500\n\x02^BC-EU--Harbour,12<\n^Wall repaired<\n"
    )
    (draft,) = read(codes + b"\t   KELPWICK (AP) _ It stands.\n\x03\tAP-WF-02-20-26 0337GMT<\n\x04")
    assert (draft.metadata.title, draft.text) == ("Wall repaired", "KELPWICK (AP) _ It stands.")


def test_a_message_without_text_or_headline_is_never_merged_into_its_neighbour() -> None:
    empty = "eca063 4 i 0  qna 062\n\nKelpwick/\nNothing =\n\n181138 GMT Feb 26\n"
    bare = "eca064 4 i 9  qna 063\n\nA text without any headline.\n\n181139 GMT Feb 26\n"
    parsed = parse_text((message("Wall", "One", "First text.") + empty + bare).encode(), Hints())
    assert [(draft.number, draft.text) for draft in parsed.drafts] == [
        (1, "First text."),
        (3, "A text without any headline."),
    ]
    assert [problem.source for problem in parsed.problems] == ["#2"]


def test_prose_that_only_speaks_of_a_wire_is_an_ordinary_text() -> None:
    prose = "The wire began with eca062 4 i 211 qna 061, as wires do.\n\nIts formula was x = y =\n"
    (draft,) = read(prose)
    assert draft.number is None
    assert draft.text == prose


def test_the_initials_of_a_service_of_an_agency_are_no_text() -> None:
    top = "ecp0007 4 s 850  dpa-tns 0908\n\nFootball/NFL/\nOne\nBy Ida Moor, The Quay Tribune =\n\n"
    (draft,) = read(f"{top}Kelpwick (dpa) - First text.\n\ndpa tca bag\n\n211259 Nov 18\n")
    assert draft.text == "Kelpwick (dpa) - First text."
    assert draft.metadata.authors == ("Ida Moor",)


def test_an_embargo_is_read_and_its_line_is_no_text() -> None:
    (draft,) = read(message("Wall", "One", "Sperrfrist: 19. Februar 2026, 06.00 Uhr MEZ\n\nFirst text."))
    assert draft.metadata.embargo == datetime(2026, 2, 19, 6, 0, tzinfo=timezone(timedelta(hours=1)))
    assert draft.text == "First text."
    (draft,) = read(message("Wall", "One", "EMBARGO: 0600 GMT, 19 Feb 2026\n\nFirst text."))
    assert str(draft.metadata.embargo) == "2026-02-19 06:00:00+00:00"
    (draft,) = read(message("Wall", "One", "EMBARGOED until the speech ends\n\nFirst text."))
    assert draft.metadata.embargo is None
    assert "EMBARGOED until the speech ends" in draft.metadata.warnings[0]
    (draft,) = read(message("Wall", "One", "Embargoes on grain end in May, said the council, after years of talks."))
    assert not draft.metadata.warnings


def test_a_kill_names_the_message_that_it_takes_back() -> None:
    first = message("Kelpwick-wall", "One", "First text.", 61)
    second = message("Kelpwick-wall", "Two", "Second text.", 62)
    kill = message(
        "Kelpwick-wall", "KILL KILL KILL '''''", 'Please kill item qna 62 "Two". It is wrong.', 70, "181237 GMT Feb 26"
    )
    editions = {str(draft.number): draft.metadata.edition for draft in read(first + second + kill)}
    assert left_out({source: edition for source, edition in editions.items() if edition}) == {
        "3": "withdraws qna kelpwick-wall: 2 taken out",
        "2": "is withdrawn by 3",
    }


@pytest.mark.parametrize(
    ("headline", "text", "withdraws"),
    [
        ("MANDATORY KILL", "Editors, do not use it.", True),
        ("BC-Harbour, Kill", "Please kill the story Harbour-Wall, V9991. A kill is mandatory.", True),
        ("STORY WITHDRAWN", "The story is withdrawn.", True),
        ("Wolves kill twelve sheep", "The farmer said the kill was found at dawn.", False),
        ("Skill and KILL: a film by X", "A film.", False),
    ],
)
def test_only_what_is_surely_a_kill_is_one(headline: str, text: str, withdraws: bool) -> None:
    (draft,) = read(message("Harbour-Wall", headline, text))
    assert draft.metadata.edition
    assert draft.metadata.edition.withdraws is withdraws


def test_the_kill_of_the_associated_press_names_slug_and_number() -> None:
    (draft,) = read(
        "V9993-----\nb n BC-Harbour-Kill   01-03 0040\n^BC-Harbour-Kill,40<\n^Kill note<\n\t   KELPWICK (AP) _ "
        "Please kill the story Harbour-Wall, V9991. It is wrong.\n\n\t   A kill is mandatory.\n\n"
        "\t   AP-WF-01-03-26 2206GMT<\n"
    )
    assert draft.metadata.edition == Edition("ap harbour-wall", 9991, "2026-01-03T22:06:00.000000", True, False)


def test_the_frame_of_a_teleprinter_is_no_text() -> None:
    framed = "\n".join(f"ZCZC\n{message('Wall', title, f'{title} text.')}NNNN" for title in ("One", "Two"))
    assert [(draft.metadata.title, draft.text) for draft in read(framed)] == [
        ("One", "One text."),
        ("Two", "Two text."),
    ]


def test_the_agency_and_the_day_of_a_message_are_those_that_it_says() -> None:
    top = "bdt0375 4 pl 152  dpa 1196\n\nWall/\n(Zusammenfassung 1630)\n2ND LEAD\n3RD NET\nWall falls (Zus 2)\n"
    (draft,) = read(
        f"{top}By Ida Moor, dpa =\n\nKelpwick (dpa/lby) - It fell.\n\ndpa/lby hn yyby n1\n\n121630 Jan 10\n"
    )
    found = draft.metadata
    assert (found.outlet, str(found.published), found.title) == ("dpa", "2010-01-12", "Wall falls")
    assert draft.text == "Kelpwick (dpa/lby) - It fell."
    assert {"2ND LEAD", "3RD NET", "(Zus 2)", "121630 Jan 10", "dpa/lby hn yyby n1"} <= set(draft.dropped)


def test_the_credit_names_an_agency_that_the_codes_do_not() -> None:
    (draft,) = read(
        "bsf037 4 su 174 gef 1388\n\nFrais GE\n\nFrais GE:\nLa Ville paie =\n\nGenève (ats) La Ville\npaie.\n\n"
        "(SDA\\/mf ba)\n\n211005 jan 19\n"
    )
    found = draft.metadata
    assert (found.outlet, found.title, found.slug) == ("ats", "La Ville paie", "Frais GE")
    assert draft.text == "Genève (ats) La Ville paie."
    (draft,) = read("bsf037 4 su 174 gef 1388\n\nLa Ville paie =\n\nGenève. La Ville paie.\n\n211005 jan 19\n")
    assert not draft.metadata.outlet


def test_copy_of_kyodo_has_no_marks_above_its_text() -> None:
    (draft,) = read(
        "a0105KYODOkoko-\nu s BC-Harbour-Wall   09-12 0344\nBC-Harbour-Wall\nWall falls in Kelpwick+\n"
        "     KELPWICK, Dec. 9 Kyodo - The wall \nfell on Sunday.\n     Nobody was hurt.\n==Kyodo\nKWS-21:37-09-12-18\n"
    )
    found = draft.metadata
    assert (found.outlet, str(found.published), found.title) == ("Kyodo", "2018-12-09", "Wall falls in Kelpwick")
    assert draft.text == "KELPWICK, Dec. 9 Kyodo - The wall fell on Sunday.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("UPDATE 2-Council shelves plan", ("Council shelves plan", "UPDATE 2-")),
        ("RPT-UPDATE 1-Council shelves plan", ("Council shelves plan", "RPT-UPDATE 1-")),
        ("2ND LEAD Council shelves plan", ("Council shelves plan", "2ND LEAD")),
        ("Council shelves plan (Zus 2)", ("Council shelves plan", "(Zus 2)")),
        ("LEAD pipes found in Kelpwick", ("LEAD pipes found in Kelpwick", "")),
        ("Update 2-hour parking, says council", ("Update 2-hour parking, says council", "")),
        ("Council shelves plan (new)", ("Council shelves plan (new)", "")),
        ("Correction: the plan", ("Correction: the plan", "")),
    ],
)
def test_only_what_surely_names_a_version_is_no_headline(headline: str, told: tuple[str, str]) -> None:
    assert without_version(headline) == told


def test_of_a_wire_that_is_not_known_neither_name_nor_day_is_guessed() -> None:
    (draft,) = read(message("Wall", "One", "Kelpwick (qna) - First text."))
    assert (draft.metadata.outlet, draft.metadata.published) == ("", None)
