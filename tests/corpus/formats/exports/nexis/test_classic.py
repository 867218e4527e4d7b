"""What LexisNexis writes as text was looked up in public parsers and their samples: JBGruber/LexisNexisTools
(inst/extdata/sample.TXT: "1 of 10 DOCUMENTS", centred outlet and day, edition below the day, labels, LOAD-DATE, centred
copyright), amcat/amcat (tests/test_files/lexisnexis: Dutch, German and French labels, HEADLINE and BODY as labels below
a copyright on top, a headline above the day with all labels below the text, documents without headline, day or text,
"Dokument 234 von 456", notices between outlet and day), INCA's importer and R.temis (names of the labels).
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.documents import read_layout
from corpus.formats.draft import Draft, Hints
from corpus.formats.exports.nexis.classic import NEXIS_CLASSIC
from corpus.text.characters import clean_characters
from tests.corpus.formats.exports.invented import Story, assert_all_are_found, same, stories, wrap

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
LABELS = {
    "en": ("BYLINE", "SECTION", "LENGTH: {} words", "LOAD-DATE", "LANGUAGE", "HEADLINE", "BODY"),
    "de": ("AUTOR", "RUBRIK", "LÄNGE: {} Wörter", "UPDATE", "SPRACHE", "ÜBERSCHRIFT", "TEXT"),
    "fr": ("AUTEUR", "RUBRIQUE", "LONGUEUR: {} mots", "DATE-CHARGEMENT", "LANGUE", "TITRE", "ARTICLE"),
    "nl": ("AUTEUR", "RUBRIEK", "LENGTE: {} woorden", "LAAD-DATUM", "TAAL", "KOP", "TEKST"),
    "es": ("AUTOR", "SECCIÓN", "LONGITUD: {} palabras", "FECHA-CARGA", "IDIOMA", "TITULAR", "TEXTO"),
}
SEPARATORS = {
    "en": ("{} of {} DOCUMENTS", "FOCUS - {} of {} DOCUMENTS", "Document {} of {}", "LEVEL 1 - {} OF {} STORIES"),
    "de": ("Dokument {} von {}", "{} of {} DOCUMENTS"),
    "fr": ("Document {} de {}", "DOCUMENT {} de {}"),
    "nl": ("{} van {} DOCUMENTEN", "{} of {} DOCUMENTS"),
    "es": ("Documento {} de {}",),
}
COVER = """


Download Request: Selected Items: 1-10
Time Of Request: Friday, February 20, 2026  16:51:31

Send To:
READING ROOM

Terms: (harbour or ferry)
Source: Quay Courier;Fen Gazette
Project ID: None

"""


def printed(day: date, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    return {
        "en": f"{month} {day.day}, {day.year} Wednesday 9:25 PM EST",
        "de": f"Mittwoch {day.day}. {month} {day.year}",
        "fr": f"{day.day} {month} {day.year} mercredi",
        "nl": f"{day.day} {month} {day.year} woensdag",
        "es": f"{day.day} de {month} de {day.year} miércoles",
    }[language]


def centre(line: str) -> str:
    return line.center(80).rstrip()


@st.composite
def documents(draw: st.DrawFn, story: Story, language: str, width: int | None) -> str:
    """One document below its separator, in one of the three ways in which they are laid out."""
    byline, section, length, loaded, spoken, headline, body = LABELS[language]
    form = draw(st.sampled_from(["headline below the day", "labelled", "headline above the day"]))
    day = centre(printed(story.day, language))
    if draw(st.booleans()):
        day += "\n" + centre("Late Edition - Final")
    rights = centre(f"Copyright {story.day.year} {story.outlet} Ltd.") + "\n" + centre("All Rights Reserved")
    head = [f"{section}: NEWS; Pg. 4"] * draw(st.integers(0, 1)) + ["DATELINE: KELPWICK"] * draw(st.integers(0, 1))
    if story.authors:
        head.append(f"{byline}: {'; '.join(story.authors)}")
    foot = [f"{spoken}: ENGLISH", "PUBLICATION-TYPE: Newspaper", "GRAPHIC: Credit: J. Kelm; a wall\nin a storm"]
    foot = draw(st.permutations([f"{loaded}: {printed(story.day, language)}", *foot[: draw(st.integers(0, 3))]]))
    counted = length.format(sum(len(text.split()) for text in story.paragraphs))
    title, text = wrap(story.headline, width), [wrap(paragraph, width) for paragraph in story.paragraphs]
    if form == "headline below the day":
        return stack(centre(story.outlet), day, title, *draw(st.permutations(head)), counted, *text, *foot, rights)
    if form == "labelled":
        head = draw(st.permutations([*head, counted, wrap(f"{headline}: {story.headline}", width)]))
        return stack(rights, centre(story.outlet), day, *head, f"{body}:", *text, *foot)
    above = [part for part in head if part.startswith(("DATELINE", byline))]
    below = [part for part in head if part not in above]
    return stack(centre(story.outlet), title, day, *above, *text, *below, counted, *foot, rights)


def stack(*parts: str) -> str:
    return "\n\n" + "\n\n".join(parts) + "\n\n\n"


@st.composite
def exports(draw: st.DrawFn) -> tuple[list[Story], str]:
    language = draw(st.sampled_from(sorted(LABELS)))
    told = draw(st.lists(stories(), min_size=1, max_size=draw(st.sampled_from([2, 40]))))
    separator = draw(st.sampled_from(SEPARATORS[language]))
    width = draw(st.sampled_from([78, 72, None]))
    text = draw(st.sampled_from(["", COVER]))
    for number, story in enumerate(told, start=1):
        text += centre(separator.format(number, len(told))) + "\n" + draw(documents(story, language, width))
    text = text.replace(": ", ":\xa0") if draw(st.booleans()) else text
    return told, text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def read(text: str) -> tuple[Draft, ...]:
    parsed = read_layout((NEXIS_CLASSIC,), clean_characters(text), Hints())
    assert parsed is not None
    assert parsed.problems == ()
    return parsed.drafts


@settings(max_examples=50, deadline=None)
@given(exports())
def test_every_document_of_a_text_is_found_with_its_own_outlet_headline_day_authors_and_text(
    export: tuple[list[Story], str],
) -> None:
    told, text = export
    drafts = read(text)
    assert_all_are_found(told, drafts)
    for story, draft in zip(told, drafts, strict=True):
        assert draft.text.count("\n\n") == len(story.paragraphs) - 1


BODY = "The flood gates of Kelpwick was repaired on Tuesday, said the council."
ODD = {  # documents that real files hold, and what is read of each: outlet, headline, day, authors, text
    "no headline": (
        stack(centre("Wire of Brekby"), centre("January 14, 2009 Wednesday 6:49 PM PST"), "LENGTH: 9 words", BODY),
        ("Wire of Brekby", "", date(2009, 1, 14), (), BODY),
    ),
    "no day": (
        stack(centre("Fen Weekly"), "Inside the wall", "BYLINE: Mira Ulv", "LENGTH: 9 words", BODY),
        ("Fen Weekly", "Inside the wall", None, ("Mira Ulv",), BODY),
    ),
    "a notice between outlet and day": (
        stack(
            centre("Fen Radio"), centre("No word of it may be broadcast without leave"),
            centre("August 22, 2008 Friday"), centre("SHOW: Fen Hour 6:00 PM EST"), "The wall holds",
            "ANCHORS: MIRA ULV", "LENGTH: 9 words",
            f"MIRA ULV, anchor: {BODY}", f"HALDEN: {BODY}", "LOAD-DATE: August 24, 2008",
        ),
        ("Fen Radio", "The wall holds", date(2008, 8, 22), (), f"MIRA ULV, anchor: {BODY}\n\nHALDEN: {BODY}"),
    ),
    "headline above the day, a name below": (
        stack(
            centre("Börsen-Blatt"), "DIE MAUER", centre("15. April 2003"), "Mira Ulv", "ORTSZEILE: Lauwick", BODY,
            "RUBRIK: POLITIK; Pg. 3", "LÄNGE: 9 Woerter", "UPDATE: 14. April 2003", "HIGHLIGHT:", "Sie hält.",
            "GRAFIK: Die Mauer im Sturm", centre("Copyright 2003 Börsen-Blatt"),
        ),
        ("Börsen-Blatt", "DIE MAUER", date(2003, 4, 15), (), f"Sie hält.\n\n{BODY}"),
    ),
    "no label above the text": (
        stack(
            centre("The Quay Times"), "STONE ON STONE;\nA wall and its masons", centre("April 19, 2003 Saturday"), BODY,
            BODY, "SECTION: FOCUS", "LENGTH: 18 words", "LOAD-DATE: April 18, 2003",
        ),
        ("The Quay Times", "STONE ON STONE; A wall and its masons", date(2003, 4, 19), (), f"{BODY}\n\n{BODY}"),
    ),
    "the day twice": (
        stack(
            centre("Copyright 2002 De Kade"), centre("De Kade"), centre("24. September 2002"),
            centre("September 24, 2002"), "LENGTE: 9 words", "KOP: De muur", "AUTEUR: ULV, MIRA", f"TEKST:\n\n\n{BODY}",
            "PUB-TYPE: Paper", "TAAL: Dutch / Nederlands", "LOAD-DATE: September 26, 2002",
        ),
        ("De Kade", "De muur", date(2002, 9, 24), ("MIRA ULV",), BODY),
    ),
    "outlet below its copyright": (
        stack(
            f"{centre('Copyright 2003 Le Phare')}\n{centre('Le Phare')}", centre("27 mars 2003"), "SECTION: Sports",
            "LONGUEUR: 9 mots", "TITRE: Le mur tient", "SIGNATURE: Zoé D'Aubrac (avec P. G. à Brekby)", "CHAPEAU:",
            "Il tient.", "ARTICLE:", BODY, "LANGUE: FRENCH; FRANCAISE",
        ),
        ("Le Phare", "Le mur tient", date(2003, 3, 27), ("Zoé D'Aubrac",), f"Il tient.\n\n{BODY}"),
    ),
    "a label inside a paragraph": (
        stack(
            centre("Quay Courier"), centre("April 17, 2003, Thursday"), "The wall", "LENGTH: 12 words",
            f"{BODY} COST: 43 million crowns.\nLENGTH: 19.43 meters. WIDTH: 3 meters.", "LOAD-DATE: April 17, 2003",
            "MATP", "DISTRIBUTION: Every Zone",
            "Copyright 2011 Herausgebergemeinschaft der Mitteilungen vom Kai, Ulv, Halden und\n" + centre("Kelm GmbH"),
        ),
        ("Quay Courier", "The wall", date(2003, 4, 17), (),
         f"{BODY} COST: 43 million crowns. LENGTH: 19.43 meters. WIDTH: 3 meters."),
    ),
    "an address behind a standfirst": (
        stack(
            centre("Kai-Spiegel"), centre("27. Februar 2012 Montag"), "Die Mauer", "LÄNGE: 9 Wörter",
            "HIGHLIGHT: Sie hält; https://kai.example/0,1518.html", BODY, "UPDATE: 28. Februar 2012",
        ),
        ("Kai-Spiegel", "Die Mauer", date(2012, 2, 27), (), f"Sie hält\n\n{BODY}"),
    ),
    "a month only": (
        stack(centre("Copyright 2009 Fen Monitor"), centre("Fen Reports"), centre("January 2009"), "TITLE: Walls", BODY,
              "LOAD-DATE: January 28, 2011"),
        ("Fen Reports", "Walls", None, (), BODY),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_what_real_files_hold_besides_is_read(name: str) -> None:
    document, expected = ODD[name]
    before, after = (
        stack(centre("Quay Courier"), centre("May 2, 2020"), f"Story {n}", "LENGTH: 9 words", BODY) for n in "ab"
    )
    text = "".join(f"{centre(f'{n} of 3 DOCUMENTS')}\n{part}" for n, part in enumerate((before, document, after), 1))
    first, draft, last = read(text)
    assert [first.metadata.title, last.metadata.title] == ["Story a", "Story b"]
    said = draft.metadata
    assert (said.outlet, said.title, said.published, said.authors, draft.text) == expected
    assert said.warnings == ()


@settings(max_examples=30, deadline=None)
@given(exports())
def test_every_document_is_found_where_no_blanks_say_what_is_centred(export: tuple[list[Story], str]) -> None:
    told, text = export  # as in a Word or RTF file of LexisNexis
    drafts = read("\n".join(line.strip() for line in text.splitlines()))
    said = [(draft.metadata.outlet, draft.metadata.title, draft.metadata.published) for draft in drafts]
    assert said == [(story.outlet, same(story.headline), story.day) for story in told]
    assert [same(draft.text) for draft in drafts] == [same(" ".join(story.paragraphs)) for story in told]
