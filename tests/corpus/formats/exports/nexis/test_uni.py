"""What Nexis Uni and Lexis+ write was looked up in public parsers and what they are tested on:
Carlo-Birkholz/nexis_uni_extractor (test/data: documents of English, German and French papers as text, wrapped, with
"[]" for pictures, several notices of rights, an edition, a standfirst, "Link zum PDF"), pmyteh/R.TeMiS and
koheiw/newspapers (Word: the cover with its list, "Classification", "Graphic", documents that could not be shown),
garth74/nexis-uni-parser (RTF: the list with numbers on lines of their own), JBGruber/LexisNexisTools ("Text" for
"Body", labels with a non-breaking space, PDF).
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.documents import read_layout
from corpus.formats.draft import Hints, Parsed
from corpus.formats.exports.nexis.uni import NEXIS_UNI
from corpus.formats.office.docx import parse_docx
from corpus.text.characters import clean_characters
from tests.corpus.formats.exports.invented import TRAPS, Story, same, stories, wrap
from tests.corpus.formats.exports.nexis.test_classic import printed
from tests.corpus.formats.office_files import word

FRAMES = {  # language of the interface -> labels and marks
    "en": ("Section", "Length: {} words", "Byline", "Load-Date", "Body", "Classification", "End of Document"),
    "de": ("Rubrik", "Länge: {} Wörter", "Autor", "Update", "Textkörper", "Klassifizierung", "Ende des Dokuments"),
    "fr": ("Rubrique", "Longueur: {} mots", "Auteur", "Date-chargement", "Corps", "Classification", "Fin du document"),
    "nl": ("Rubriek", "Lengte: {} woorden", "Auteur", "Load-Date", "Tekst", "Classificatie", "Einde van document"),
    "es": ("Sección", "Longitud: {} palabras", "Autor", "Load-Date", "Cuerpo", "Clasificación", "Fin del documento"),
}
COVERS = {
    "en": ("Date and Time: Friday, 20 February 2026 09:31:00 CET", "Job Number: 00000001", "Documents ({})"),
    "de": ("Datum und Uhrzeit: Freitag, 20. Februar 2026 09:31:00 CET", "Auftragsnummer: 1", "Dokumente ({})"),
    "fr": ("Date et heure: vendredi 20 février 2026 09:31:00 CET", "Numéro de tâche: 1", "Documents ({})"),
    "nl": ("Date and Time: Friday, 20 February 2026", "Job Number: 00000001", "Documenten ({})"),
    "es": ("Fecha y hora: viernes, 20 de febrero de 2026", "Número de trabajo: 1", "Documentos ({})"),
}
NO_END = tuple(trap for trap in TRAPS if trap not in ("End of Document", "Body"))


@st.composite
def documents(draw: st.DrawFn, story: Story, language: str) -> list[str]:
    section, length, byline, loaded, body, classification, end = FRAMES[language]
    rights = f"Copyright {story.day.year} {story.outlet} Ltd. All Rights Reserved"
    above = [f"{section}: NEWS; Pg. 4", length.format(99), *["Dateline: KELPWICK"] * draw(st.integers(0, 1))]
    if story.authors:
        above.append(f"{byline}: {'; '.join(story.authors)}")
    below = [f"{loaded}: {printed(story.day, language)}"]
    if draw(st.booleans()):
        below += [classification, "Language: ENGLISH", "Publication-Type: Newspaper", "Subject: HARBORS & PORTS (90%)"]
        below = below[1:] + below[:1] if draw(st.booleans()) else below
    if draw(st.booleans()):
        below = ["Graphic", "Credit: J. Kelm; a wall in a storm", *below]
    editions = draw(st.sampled_from([[], ["Late Edition - Final"], ["Print & First Editions"]]))
    return [
        story.headline, story.outlet, printed(story.day, language), *editions, rights,
        *["All Rights Reserved"] * draw(st.integers(0, 1)), *draw(st.permutations(above)), body, *story.paragraphs,
        *below, end,
    ]  # fmt: skip


@st.composite
def exports(draw: st.DrawFn, most: int = 40) -> tuple[list[Story], list[str]]:
    language = draw(st.sampled_from(sorted(FRAMES)))
    told = draw(st.lists(stories(), min_size=1, max_size=draw(st.sampled_from([2, most]))))
    lines = []
    if draw(st.booleans()):
        lines += [line.format(len(told)) for line in COVERS[language]]
        for number, story in enumerate(told, start=1):
            listed = [f"{number}.", story.headline] if draw(st.booleans()) else [f"{number}. {story.headline}"]
            lines += [*listed, "Client/Matter: -None-", "Search Terms: harbour", "Narrowed by:"]
    for story in told:
        lines += draw(documents(story, language))
    return told, lines


def check(told: list[Story], parsed: Parsed | None) -> None:
    assert parsed is not None
    assert parsed.problems == ()
    assert [draft.number for draft in parsed.drafts] == list(range(1, len(told) + 1))
    for story, draft in zip(told, parsed.drafts, strict=True):
        metadata = draft.metadata
        assert (metadata.outlet, metadata.title) == (story.outlet, same(story.headline))
        assert (metadata.published, metadata.authors) == (story.day, story.authors)
        assert same(draft.text) == same(" ".join(story.paragraphs))


@settings(max_examples=50, deadline=None)
@given(exports(), st.sampled_from([72, None]), st.sampled_from(["\n\n", "\r\n\r\n", "\n\n[]\n\n"]), st.booleans())
def test_every_document_of_a_text_of_nexis_uni_is_found(
    export: tuple[list[Story], list[str]], width: int | None, between: str, hard: bool
) -> None:
    told, lines = export
    text = between.join(wrap(line, width) for line in lines).replace(": ", ":\xa0" if hard else ": ")
    check(told, read_layout((NEXIS_UNI,), clean_characters(text), Hints()))


@settings(max_examples=12, deadline=None)
@given(exports(most=5))
def test_every_document_of_a_word_file_of_nexis_uni_is_found(export: tuple[list[Story], list[str]]) -> None:
    told, lines = export
    check(told, parse_docx(word(*lines), Hints()))


HEAD = (
    "The wall holds",
    "Quay Courier",
    "February 18, 2026 Wednesday",
    "Copyright 2026 Quay Ltd.\nAll Rights Reserved",
)
TEXT = "The flood gates of Kelpwick was repaired on Tuesday, said the council."
END = ("Load-Date: February 19, 2026", "End of Document")


def read(*parts: str) -> Parsed:
    parsed = read_layout((NEXIS_UNI,), "\n\n".join(parts), Hints())
    assert parsed is not None
    return parsed


def test_a_standfirst_is_text_and_links_of_the_database_are_not() -> None:
    highlight = "Highlight: Nobody expected it."
    (draft,) = read(*HEAD, "Length: 9 words", highlight, "Body", TEXT, "Link zum PDF", "Link zum PDF", *END).drafts
    assert draft.text == f"Nobody expected it.\n\n{TEXT}"
    assert draft.dropped.count("Link zum PDF") == 2


def test_without_a_known_word_above_the_text_the_labels_are_its_border() -> None:
    (draft,) = read(*HEAD, "Section: NEWS; Pg. 4", "Length: 9 words", "Byline: Mira Ulv", TEXT, TEXT, *END).drafts
    assert draft.text == f"{TEXT}\n\n{TEXT}"
    assert draft.metadata.authors == ("Mira Ulv",)


@pytest.mark.parametrize(
    "headline", ["Correction: the flood gates", "Body: a play", "Length: 9 words", "Graphic", "Type:"]
)
def test_a_headline_may_read_like_a_label(headline: str) -> None:
    dated = (headline, *HEAD[1:], "Section: NEWS", "Length: 9 words", "Body", TEXT, *END)
    drafts = read(*dated, *dated).drafts
    assert [draft.metadata.title for draft in drafts] == [headline, headline]
    assert [draft.text for draft in drafts] == [TEXT, TEXT]


def test_what_is_no_article_is_named_and_its_neighbours_are_read() -> None:
    sorry = "We are sorry but there is an error in this document and it is not possible to display it."
    parsed = read(
        "Date and Time: Friday, 20 February 2026", "Job Number: 1", "Documents (4)", "1. The wall holds",
        *HEAD, "Length: 9 words", "Body", TEXT, *END,
        *HEAD, "Body", sorry, *END,
        "A picture", *HEAD[1:], "Body", "Graphic", "A wall", *END,
    )  # fmt: skip
    assert [(draft.number, draft.text) for draft in parsed.drafts] == [(1, TEXT)]
    assert [(problem.source, problem.reason) for problem in parsed.problems] == [
        ("#2", "LexisNexis could not show this document"),
        ("#3", "holds no text in the export (A picture)"),
        ("#4", "its list names 4 documents, but the file lacks 1 of them"),
    ]


def test_a_document_without_a_day_keeps_its_headline_and_outlet() -> None:
    dated = (*HEAD, "Length: 9 words", "Body", TEXT, *END)
    _, draft = read(*dated, *HEAD[:2], HEAD[3], "Length: 9 words", "Body", TEXT, *END).drafts
    assert (draft.metadata.title, draft.metadata.outlet, draft.metadata.published) == (*HEAD[:2], None)


def test_prose_is_no_export() -> None:
    text = f"Body\n\nThe storm of February 18, 2026\n\n{TEXT}\n\nEnd of Document"
    assert read_layout((NEXIS_UNI,), text, Hints()) is None
