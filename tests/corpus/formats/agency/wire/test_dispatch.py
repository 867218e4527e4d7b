"""Property tests of dispatches that are copied out of an agency's system.

The forms: AFP with a line of codes that ends in "/AFP-AB12", a slug, a headline, a text that is set in, initials and
"AFP 101259 GMT JUL 24"; ANSA with the frame of a teleprinter (ZCZC, NNNN), lines of routing, a headline behind ">" and
"12-GEN-10 18:22"; AP with a slug line, "Eds:" and "AP-WF-01-12-10 1822GMT"; EFE with a line of codes, day and hour;
Reuters with points, "(Reporting by ...)", contacts in double brackets and "RTRS ... ENDS". They are made from general
knowledge of wire copy: hardly any is public.
"""

import re
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.agency.wire.houses import credited
from corpus.formats.draft import Draft, Hints
from corpus.formats.prose import parse_text
from corpus.overlap.editions import left_out
from tests.corpus.formats.agency.stories import MANY, Draw, Story

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
MESI = "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC".split()
FULL = "January February March April May June July August September October November December".split()
AT = st.sampled_from(["0005", "1259", "2351"])


def read(text: str) -> list[Draft]:
    return list(parse_text(text.encode(), Hints()).drafts)


def set_in(paragraphs: list[str], width: int = 68) -> str:
    wrap = textwrap.TextWrapper(width, initial_indent="   ", break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrap.wrap(paragraph)) for paragraph in paragraphs)


def afp(story: Story, draw: Draw) -> tuple[str, list[str]]:
    paragraphs = [f"KELPWICK, 10 juil (AFP) - {story.paragraphs[0]}", *story.paragraphs[1:]]
    by = f"   Par {' et '.join(story.authors)}\n" if story.authors else ""
    headline = "\n".join(textwrap.wrap(story.title, 60))
    stamp = f"{story.day:%d}{draw(AT)} GMT {MONTHS[story.day.month - 1]} {story.day:%y}"
    text = (
        f"FRS0421 4 I 0234 FRA /AFP-AB12\nquai-vote\n\n{headline}\n\n{by}{set_in(paragraphs)}\n\n   bur/dp/cl\n\n"
        f"   AFP {stamp}\n"
    )
    return text, paragraphs


def ansa(story: Story, draw: Draw) -> tuple[str, list[str]]:
    paragraphs = [f"(ANSA) - KELPWICK, 12 {MESI[story.day.month - 1]} - {story.paragraphs[0]}", *story.paragraphs[1:]]
    by = f"   (di {' e '.join(story.authors)})\n" if story.authors else ""
    at = draw(AT)
    stamp = f"{story.day:%d}-{MESI[story.day.month - 1]}-{story.day:%y} {at[:2]}:{at[2:]}"
    codes = draw(st.sampled_from(["ZCZC0123/SXA\nOBX12345_SXA_QBXB\nR CRO S0A QBXB", "ZCZC\nQNX12"]))
    return f"{codes}\n>{story.title}\n{by}{set_in(paragraphs)}\n(ANSA).\n\n     VR-COM\n{stamp} NNNN\n", paragraphs


def ap(story: Story, draw: Draw) -> tuple[str, list[str]]:
    paragraphs = [f"KELPWICK, England (AP) — {story.paragraphs[0]}", *story.paragraphs[1:]]
    by = f"By {' and '.join(story.authors).upper()}\nAssociated Press\n" if story.authors else ""
    lead = draw(st.sampled_from(["", " 1st Ld-Writethru,", " 3rd Ld,"]))
    text = (
        f"AP-Kelpwick-Wall,{lead}512\n{story.title}\nEds: UPDATES with reaction. With AP Photos.\n{by}\n"
        + "\n\n".join(paragraphs)
        + f"\n\nAP-{draw(st.sampled_from(['WF', 'NY']))}-{story.day:%m-%d-%y} {draw(AT)}GMT\n"
    )
    return text, paragraphs


def efe(story: Story, draw: Draw) -> tuple[str, list[str]]:
    paragraphs = [f"Kelpwick, 12 ene (EFE).- {story.paragraphs[0]}", *story.paragraphs[1:]]
    section = draw(st.sampled_from(["", "ESPAÑA SUCESOS\n"]))
    at = draw(AT)
    codes = f"EX1058    PMU       {story.day:%d/%m/%Y}   {at[:2]}:{at[2:]}"
    by = f"Por {' y '.join(story.authors)}\n\n" if story.authors else ""
    return f"{codes}\n{section}{story.title}\n\n{by}" + "\n\n".join(paragraphs) + "\n\ndaa/mt/msr\n", paragraphs


def reuters(story: Story, draw: Draw) -> tuple[str, list[str]]:
    points = draw(st.sampled_from([[], ["* Council shelves plan", "* Cost put at 4.3 mln"]]))
    dispatch = [f"KELPWICK, Jan 12 (Reuters) - {story.paragraphs[0]}", *story.paragraphs[1:]]
    by = f"By {' and '.join(story.authors)}\n\n" if story.authors else ""
    version = draw(st.sampled_from(["", "UPDATE 2-", "RPT-UPDATE 1-"]))
    day = f"{story.day.day:02}-{MONTHS[story.day.month - 1].title()}-{story.day.year}"
    written = f"{story.day.day} {FULL[story.day.month - 1]} {story.day.year}"
    text = (
        f"{day} 14:22\n{version}{story.title}\n\n"
        + "".join(f"{point}\n" for point in points)
        + f"\n{by}"
        + "\n\n".join(dispatch)
        + "\n\n(Reporting by Otto Lund; Editing by Eva Lund)\n((otto@qna.example; +44 20 5550 0000))\n\n"
        + f"Keywords: QUAY-WALL/\n\nTuesday, {written} 14:22:11RTRS [nL1234567] {{C}}ENDS\n"
    )
    return text, [*points, *dispatch]


@pytest.mark.parametrize(
    ("make", "house"), [(afp, "AFP"), (ansa, "ANSA"), (ap, "AP"), (efe, "EFE"), (reuters, "Reuters")]
)
@settings(max_examples=12, deadline=None)
@given(many=MANY, data=st.data())
def test_every_dispatch_of_a_file_is_found_with_its_agency_and_day(
    make: Callable[[Story, Draw], tuple[str, list[str]]], house: str, many: list[Story], data: st.DataObject
) -> None:
    made = [make(story, data.draw) for story in many]
    text = data.draw(st.sampled_from(["\n", "\n\n"])).join(text for text, _ in made)
    drafts = read(text.replace("\n", "\r\n") if data.draw(st.booleans()) else text)
    assert len(drafts) == len(many)
    for draft, story, (_, paragraphs) in zip(drafts, many, made, strict=True):
        found = draft.metadata
        assert (found.outlet, found.published) == (house, story.day)
        assert found.title == story.title
        assert [name.upper() for name in found.authors] == [name.upper() for name in story.authors]
        assert draft.text.split("\n\n") == [" ".join(paragraph.split()) for paragraph in paragraphs]
        assert not re.search(r"5550|Otto Lund|NNNN|Eds:", draft.text)


NEWSPAPER = (
    "Wall falls in Kelpwick\n\nThe Quay Tribune, Jan 12 2010\n\nKELPWICK (AP) — The wall fell.\n\nNobody fell.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        NEWSPAPER,
        f"{NEWSPAPER}\nAP-WF-01-12-10 1822GMT\n",  # some newspapers left it there
        "KELPWICK, Jan 12 (Reuters) - The wall fell.\n\n(Reporting by Otto Lund)\n",
        "PM-elect Lund, 45, wins\n\nKELPWICK (AP) — The vote is over.\n",
        "ZCZC was how a telegram began.\n\nIn 1930 (AP) said so. NNNN was how it ended.\n",
        "By Ida Moor\n\nRome (ANSA) - The wall fell.\n\nends\n",
    ],
)
def test_what_a_newspaper_prints_of_an_agency_is_the_newspapers(text: str) -> None:
    (draft,) = read(text)
    assert draft.number is None
    assert draft.metadata.outlet != "AP"
    assert "wall fell" in draft.text or draft.text == text or "vote is over" in draft.text


def test_a_mandatory_kill_of_the_associated_press_takes_the_story_out() -> None:
    story = "AP-Kelpwick-Wall, 2nd Ld-Writethru,512\nWall falls\n\nKELPWICK (AP) — It fell.\n\nAP-WF-01-12-10 1822GMT\n"
    kill = (
        "AP-Kelpwick-Wall, KILL\nMANDATORY KILL\nEds: Editors are asked to kill AP-Kelpwick-Wall of Jan. 12. It "
        "did not fall.\n\nThe AP\n\nAP-WF-01-12-10 1955GMT\n"
    )
    editions = {str(draft.number): draft.metadata.edition for draft in read(story + kill)}
    assert left_out({source: edition for source, edition in editions.items() if edition}) == {
        "2": "withdraws ap kelpwick-wall: 1 taken out",
        "1": "is withdrawn by 2",
    }


@pytest.mark.parametrize(
    ("paragraph", "house"),
    [
        ("San Diego (tca/dpa) - History says", "dpa"),
        ("MOSCOW, January 21. /TASS/. The Kremlin", "TASS"),
        ("Kelpwick (qna) The wall", ""),
        ("Kelpwick (Maine) - The wall", ""),
        ("The wall of Kelpwick, which had stood since the great flood of 1703 in which the old mole was lost, says so "
         "the agency (AP), fell.", ""),
    ],
)  # fmt: skip
def test_the_credit_of_a_dispatch_stands_behind_its_place(paragraph: str, house: str) -> None:
    assert credited(paragraph) == house
