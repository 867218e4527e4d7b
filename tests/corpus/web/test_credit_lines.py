import pytest
from lxml import html
from lxml.html import HtmlElement

from corpus.web.credit_lines import credited_agency, labelled_names, names_in_lines


def page(body: str) -> HtmlElement:
    return html.document_fromstring(f"<html><body>{body}</body></html>")


def names(body: str, *known: str) -> list[str]:
    return names_in_lines(page(body).iter(), known)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Ana Ruiz and Bo Li</p>",
        "<p>By <a>Ana Ruiz</a> and <a>Bo Li</a></p>",
        "<div><span>By</span> <a>Ana Ruiz</a>, Staff Writer, <a>Bo Li</a></div>",
        "<p>Oct 6, 2026 | by Ana Ruiz and Bo Li | 3 min read</p>",
        "<div>Story by Ana Ruiz, Bo Li<br>Photos by Mia Wong</div>",
        "<p>Von Ana Ruiz (Text), Bo Li und Mia Wong (Fotos)</p>",
        "<p>Par Ana Ruiz et Bo Li, à Brest</p>",
        "<p>Por Ana Ruiz y Bo Li</p>",
        "<p>di <span>Ana Ruiz, Bo Li, inviati a Roma</span></p>",
        "<p>door Ana Ruiz, Bo Li</p>",
    ],
)
def test_a_byline_names_all_its_authors_and_nobody_else(line: str) -> None:
    assert names(f"<p>Council votes</p>{line}<p>By Jo Karr</p>") == ["Ana Ruiz", "Bo Li"]


def test_an_author_who_is_known_begins_the_line() -> None:
    line = "<address><a>Ana Ruiz</a> and <a>Bo Li</a> in Harlow Bay</address>"
    assert names(line, "anaruiz") == ["Ana Ruiz", "Bo Li"]
    assert names(line) == []


def test_a_name_of_two_surnames_is_one() -> None:
    assert names("<p>Por José Ortega y Gasset</p>") == ["José Ortega y Gasset"]
    assert names("<p>김민수 기자</p>") == ["김민수"]


@pytest.mark.parametrize(
    "line",
    [
        "By all accounts, the vote was close.",
        "Von der Leyen kommt nach Kiel",
        "By Staff Writer",
        "By the sea",
        "Di nuovo in piazza",
        f"By Ana Ruiz {'and so on ' * 30}",
    ],
)
def test_prose_is_no_byline(line: str) -> None:
    assert names(f"<p>{line}</p>") == []


def test_a_box_of_many_lines_is_no_byline() -> None:
    assert names("<div>By Ana Ruiz<p>one</p></div>") == []


def test_a_label_names_the_author() -> None:
    assert labelled_names(page("<p>Weather: rain</p><p>Autor: Jan Kowalski</p>")) == ["Jan Kowalski"]


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("<div>Hamburg (dpa/lno) – Der Rat tagt.</div>", "dpa/lno"),
        ("<p>HARLOW BAY, England (AP) — The council met.</p>", "AP"),
        ("<p>FRANKFURT (dpa-AFX) - Die Bank.</p>", "dpa-AFX"),
        ("<p>Text.</p><em>Quelle: RUNDFUNK NORD/ls</em>", "RUNDFUNK NORD/ls"),
        ("<p>Source: Ministry of Health</p>", ""),
        ("<p>Hamburg (1.8 million people) – a city</p>", ""),
    ],
)
def test_the_agency_that_is_credited(body: str, agency: str) -> None:
    tree = page(body)
    assert credited_agency(tree.iter(), tree) == agency
