import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Draft, Hints
from corpus.formats.html import parse_html
from tests.corpus.pages import PARAGRAPHS, TITLE, page

ENTRIES = (
    ("18:05", "Divers reach the foot of the wall and find three cracks below the water line."),
    ("17:40", "The harbour master closes the north pier, and two ferries wait outside in the bay."),
    ("17:12", "Waves break over the wall for the first time, and nobody is hurt on the quay."),
    ("16:30", "The weather office raises its warning to red for the whole coast until midnight."),
)
OTHER = "Parents and teachers fought for two years to keep the small school in the village of Fenby open."


def read(source: str) -> Draft:
    (draft,) = parse_html(source.encode(), Hints()).drafts
    return draft


def live(entry: str, head: str = "<title>Live: storm over Kelpwick</title>") -> str:
    entries = "".join(entry.format(time=time, text=text) for time, text in ENTRIES)
    top = f"<h1>Live: storm over Kelpwick</h1><p>{PARAGRAPHS[0]}</p>"
    return f"<html><head>{head}</head><body><main>{top}{entries}</main></body></html>"


@pytest.mark.parametrize(
    "entry",
    [
        "<article class='post'><time>{time}</time><p>{text}</p></article>",
        "<div class='entry'><h3>News</h3><span class='timestamp'>{time}</span><p>{text}</p></div>",
        "<div class='entry'><p><time datetime='2026-02-18'>{time} GMT</time></p><div><p>{text}</p></div></div>",
        "<section><div class='time'>{time} Uhr</div><h2>Wall</h2><p>{text}</p></section>",
        "<li class='entry'><time>{time}</time><p>{text}</p></li>",
    ],
)
def test_an_entry_of_a_live_blog_begins_with_its_time(entry: str) -> None:
    lines = [line.lstrip("- ") for line in read(live(entry)).text.split("\n")]
    for time, text in ENTRIES:
        place = lines.index(text)
        assert any(line.startswith(time) for line in lines[max(0, place - 2) : place])


def test_times_of_an_article_stay_where_they_are() -> None:
    text = read(page(body="<p>At <time>18:05</time> the council met in the hall, as it does on each Tuesday.</p>")).text
    assert "18:05" not in text.split("\n")


@pytest.mark.parametrize(
    "below",
    [
        f"<article class='story'><h1>A school closes</h1><p>{OTHER}</p><p>{OTHER} Indeed.</p></article>",
        f"<article><h2 class='headline'>A school closes</h2><p>{OTHER}</p></article>",
        f"<article><h2 itemprop='headline'>A school closes</h2><p>{OTHER}</p></article>",
    ],
)
def test_a_second_article_below_is_none_of_the_first(below: str) -> None:
    draft = read(page().replace("</article></main>", f"</article>{below}</main>"))
    assert OTHER not in draft.text
    assert all(paragraph in draft.text for paragraph in PARAGRAPHS)


def test_a_second_story_in_an_element_of_the_same_kind_is_none_of_the_first() -> None:
    def story(title: str, *paragraphs: str) -> str:
        return f"<div class='story'><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</div>"

    draft = read(
        f"<html><head><title>{TITLE}</title></head><body>{story(TITLE, *PARAGRAPHS)}{story('B', OTHER)}</body></html>"
    )
    assert OTHER not in draft.text
    assert PARAGRAPHS[2] in draft.text


CELLS = st.text("abcdefgh 0123456789", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(
    st.lists(CELLS, min_size=2, max_size=4, unique=True),
    st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=30),
    st.booleans(),
)
@settings(max_examples=30, deadline=None)
def test_each_row_of_a_table_names_its_columns(names: list[str], rows: list[list[str]], grouped: bool) -> None:
    head = "<tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row[: len(names)]) + "</tr>" for row in rows)
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>" if grouped else f"<table>{head}{body}</table>"
    lines = [" ".join(line.split()) for line in read(page(body=table)).text.split("\n") if line.startswith("|")]
    wanted = ["| " + " | ".join(map(" ".join, map(str.split, map("{}: {}".format, names, row)))) + " |" for row in rows]
    assert [line for line in lines if ":" in line] == wanted


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Born</th><td>1980</td></tr><tr><th>Died</th><td>2020</td></tr></table>",
        "<table><tr><td>Team</td><td>Points</td></tr><tr><td>Quay</td><td>12</td></tr></table>",
        "<table><tr><th colspan='2'>Teams</th><th>P</th></tr><tr><td>Quay</td><td>1</td><td>2</td></tr></table>",
    ],
)
def test_a_table_without_a_row_of_names_stays_as_it_is(table: str) -> None:
    assert ": " not in "".join(line for line in read(page(body=table)).text.split("\n") if line.startswith("|"))


@pytest.mark.parametrize(
    "source",
    [
        "<header><h1>{title}</h1></header><article><h1>{title}</h1>{text}</article>",
        "<article class='hero'><h1>{title}</h1></article><article><h2 class='section-title'>Why</h2>{text}</article>",
        "<div class='part'><h1>{title}</h1></div><div class='part'><h2>Why</h2>{text}</div>",
        "<main><h1>{title}</h1><article>{text}</article></main>",
    ],
)
def test_a_headline_apart_from_its_text_or_printed_twice_loses_nothing(source: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    body = source.format(title=TITLE, text=text)
    draft = read(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    assert all(paragraph in draft.text for paragraph in PARAGRAPHS)
