"""The forms for reference managers, read back the way they are read there."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.cite.bibtex import to_bibtex
from qa.cite.csl import to_csl
from qa.cite.ris import to_ris
from qa.render.plain import one_line
from tests.markup_cases import HOSTILE
from tests.qa.cite.articles import entry

CAME_ABOUT = "Dateline 1.2.3, of 4 articles."
ANY = st.text(max_size=80) | st.sampled_from([*HOSTILE, "}", "{", "@article{x,", "\nER  - \nTY  - NEWS", "a}, x={"])


def depths(text: str) -> list[int]:
    """How deep each character stands in braces, as BibTeX counts them: one behind a backslash like any other."""
    depth, found = 0, []
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        found.append(depth)
    return found


def test_csl_has_the_article_with_its_quotations() -> None:
    (item,) = json.loads(to_csl([entry(notes=("“It stops.”", "Check."))], CAME_ABOUT))
    assert item == {
        "id": "dateline-1",
        "type": "article-newspaper",
        "title": "Ferry Stops for Good",
        "author": [{"family": "Rask", "given": "Ines"}],
        "container-title": "Quay Courier",
        "issued": {"date-parts": [[2026, 3, 3]]},
        "accessed": {"date-parts": [[2026, 12, 1]]},
        "URL": "https://courier.example/ferry",
        "note": f"“It stops.”\nCheck.\n{CAME_ABOUT}",
    }


def test_two_quotations_of_one_article_are_one_source() -> None:
    twice = [entry(notes=("One.",)), entry(article_id="b", authors=("Reuters",)), entry(notes=("Two.",))]
    first, second = json.loads(to_csl(twice, CAME_ABOUT))
    assert first["note"] == f"One.\nTwo.\n{CAME_ABOUT}"
    assert second["author"] == [{"literal": "Reuters"}]


def test_bibtex_has_the_article() -> None:
    written = to_bibtex([entry(authors=("Ines Rask", "Reuters"), notes=("100 % & more",))], CAME_ABOUT)
    assert written == "\n".join([
        "@comment{Dateline 1.2.3, of 4 articles.}",
        "",
        "@article{dateline1,",
        "  author = {Rask, Ines and {Reuters}},",
        "  title = {{Ferry Stops for Good}},",
        "  journal = {Quay Courier},",
        "  entrysubtype = {newspaper},",
        "  date = {2026-03-03},",
        "  year = {2026},",
        "  month = {3},",
        "  url = {https://courier.example/ferry},",
        "  urldate = {2026-12-01},",
        r"  note = {100 \% \& more}",
        "}",
        "",
    ])  # fmt: skip


def test_ris_has_the_article() -> None:
    assert to_ris([entry(notes=("Check.",))], CAME_ABOUT).splitlines() == [
        "TY  - NEWS",
        "AU  - Rask, Ines",
        "TI  - Ferry Stops for Good",
        "T2  - Quay Courier",
        "PY  - 2026",
        "DA  - 2026/03/03",
        "UR  - https://courier.example/ferry",
        "Y2  - 2026/12/01",
        "N1  - Check.",
        f"N1  - {CAME_ABOUT}",
        "ER  - ",
    ]


@given(ANY, ANY, ANY)
def test_no_text_ends_a_field_of_bibtex_or_begins_an_entry(title: str, author: str, note: str) -> None:
    cited = entry(title, authors=(author,), outlet=note, url=f"https://x.example/{note}", notes=(note,))
    written = to_bibtex([cited, entry(article_id="b")], title)
    found = depths(written)
    assert found[-1] == 0
    assert min(found) == 0
    outside = "".join(character for character, depth in zip(written, found, strict=True) if depth == 0)
    assert re.findall(r"@\w+", outside) == ["@comment", "@article", "@article"]
    # TeX itself takes a sign for a command unless a backslash stands before it.
    fields = re.sub(r"(?m)^  url = .*$", "", written)
    assert not [pair for pair in pairwise(fields) if pair[1] in "%$&#_^~" and pair[0] != "\\"]


@given(ANY, ANY, ANY)
def test_no_text_begins_a_field_of_ris(title: str, author: str, note: str) -> None:
    cited = entry(title, authors=(author,), outlet=note, url=f"https://x.example/{note}", notes=(note,))
    lines = to_ris([cited], title).split("\r\n")
    assert all(re.match(r"(TY|AU|TI|T2|PY|DA|UR|Y2|N1|ER)  - ", line) for line in lines if line)
    assert [line[:2] for line in lines].count("ER") == 1
    assert f"TI  - {one_line(title)}" in lines or not one_line(title)


@pytest.mark.parametrize("text", HOSTILE)
def test_csl_is_json_whatever_it_holds(text: str) -> None:
    (item,) = json.loads(to_csl([entry(text, notes=(text,))], text))
    assert item["title"] == one_line(text)
    assert item["note"].startswith(text)
