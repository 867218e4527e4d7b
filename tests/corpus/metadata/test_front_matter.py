import json
import time
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.front_matter import split_front_matter, split_labels
from corpus.metadata.record import read_metadata
from corpus.text.wiki_links import without_links


def test_fields_and_text_are_split() -> None:
    split = split_front_matter("---\ntitle: A\ndate: 2026-02-18\nauthor: [B, C]\n---\n\nText.\n")
    assert split.fields == {"title": "A", "date": "2026-02-18", "author": ["B", "C"]}
    assert split.body == "\nText.\n"
    assert split.warning == ""


def test_values_stay_the_strings_they_were_written_as() -> None:
    split = split_front_matter("---\ntitle: no\nslug: 0123\ndate: 2026-02-18 22:00:17 +0530\n---\n")
    assert split.fields == {"title": "no", "slug": "0123", "date": "2026-02-18 22:00:17 +0530"}


def test_an_unquoted_colon_in_a_title_is_read_and_told() -> None:
    split = split_front_matter("---\ntitle: Zelensky: talks go on\nauthor: 'Ana Ruiz'\ntags:\n  - a\n---\nText.")
    assert split.fields == {"title": "Zelensky: talks go on", "author": "Ana Ruiz", "tags": ""}
    assert split.body == "Text."
    assert "not valid YAML" in split.warning


@pytest.mark.parametrize(
    "text",
    [
        "---\nA paragraph between two rules\n---\nnext",
        "---\nNote: a paragraph with a colon between two rules\n---\nnext",
        "---\nHe said: 'never: again\nand went\n---\nnext",
        "---\ntitle: never closed\n\nText.",
        "---\n- title\n- date\n---\nnext",
        "---\n---\nnext",
        "Text first.\n---\ntitle: later\n---\n",
        "----\ntitle: four\n----\n",
        "",
        "---",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    split = split_front_matter(text)
    assert split.body == text
    assert split.fields == {}


def test_python_objects_are_never_made() -> None:
    split = split_front_matter(
        '---\ntitle: !!python/object/apply:os.system ["echo pwned"]\ndate: 2026-02-18\n---\nText.'
    )
    assert split.fields["title"] == ["echo pwned"]


def test_a_bomb_of_references_stays_small() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)), "title: *a19"]
    split = split_front_matter("---\n" + "\n".join(lines) + "\ndate: *a19\nauthor: *a19\nid: *a19\n---\nText.")
    assert split.body == "Text."
    metadata = read_metadata(split.fields, "front matter")
    assert metadata.warnings == ("front matter: date = list is no date; write it as 2026-02-18.",)
    assert not metadata.origins


def test_deep_nesting_takes_no_time() -> None:
    split = split_front_matter("---\ntitle: " + "[" * 30_000 + "\n---\nText.")
    assert split.body == "Text."
    assert "not valid YAML" in split.warning


scalars = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40)


@given(st.dictionaries(st.sampled_from(["title", "date", "author", "outlet", "url"]), scalars, min_size=1), scalars)
def test_whatever_yaml_writes_comes_back(fields: dict[str, str], body: str) -> None:
    split = split_front_matter(f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n{body}")
    assert split.fields == fields
    assert split.body == body


@given(st.text("-\n: abtile'\"[]{}&*!|>#", max_size=80))
def test_any_text_splits_without_losing_its_end(text: str) -> None:
    split = split_front_matter("---\n" + text)
    assert ("---\n" + text).endswith(split.body)


def test_labelled_lines_above_a_text_are_its_fields() -> None:
    split = split_labels("Source: Quay Courier\nDate: 18 February 2026\nSection: Harbour\n\nThe bridge opened.\n")
    assert split.fields == {"Source": "Quay Courier", "Date": "18 February 2026"}
    assert (split.body, split.dropped) == ("The bridge opened.\n", ("Section: Harbour",))


@pytest.mark.parametrize(
    "text",
    [
        "Source: Quay Courier\n\nThe bridge opened.",  # one alone may be a credit
        "Source: Quay Courier\nDate: 18 February 2026\nThe bridge opened.\n\nMore.",
        "Source: Quay Courier\nDate: 18 February 2026\n",
        "Greel: I never lied.\nMoor: You did.\n\nSo it went on.",
        "The bridge opened.\n\nSource: Quay Courier\nDate: 18 February 2026\n\nMore.",
        "",
    ],
)
def test_other_lines_are_text(text: str) -> None:
    assert split_labels(text).body == text
    assert not split_labels(text).fields


# TOML as Hugo and Zola write it, JSON as Hugo does, and YAML of Obsidian's Web Clipper (title, source, author as a list
# of links, published, created, description, tags); the forms stand in their documentation.
HOSTILE = st.sampled_from(("+++", "---", '"""', "it's", 'a "b" c', "[x]", "a = b", "back\\slash", "\t", "a\nb", "# no"))
values = st.lists(st.one_of(scalars, HOSTILE), min_size=1, max_size=4).map(" ".join)


def toml_string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a basic string of TOML is written as one of JSON


@given(
    st.dictionaries(st.sampled_from(["title", "author", "outlet", "url", "slug"]), values, min_size=1),
    st.dates(min_value=date(1900, 1, 1)),
    st.sampled_from(("{}", "{}T10:30:00+01:00", "{}T00:00:00Z", '"{}"')),
    st.booleans(),
    values,
)
def test_toml_front_matter_comes_back(fields: dict[str, str], day: date, form: str, nested: bool, body: str) -> None:
    lines = [f"{name} = {toml_string(value)}" for name, value in fields.items() if name != "author" or not nested]
    lines += ["draft = false", f"date = {form.format(day)}", 'tags = ["a", "+++"]']
    lines += ["[params]", f"author = {toml_string(fields['author'])}"] if nested and "author" in fields else []
    split = split_front_matter("+++\n" + "\n".join(lines) + f"\n+++\n{body}")
    assert split.body == body
    assert split.warning == ""
    assert {name: split.fields[name] for name in fields} == {name: without_links(fields[name]) for name in fields}
    assert read_metadata({"date": split.fields["date"]}, "front matter").published == day


@given(st.dictionaries(st.sampled_from(["title", "date", "author", "url"]), values, min_size=1), values)
def test_json_front_matter_comes_back(fields: dict[str, str], body: str) -> None:
    text = f"{body}." if body.strip() else "."
    split = split_front_matter(f"{json.dumps(fields, indent=1)}\n\n{text}")
    assert split.fields == {name: without_links(value) for name, value in fields.items()}
    assert split.body.strip() == text.strip()


def test_toml_that_is_none_is_read_line_by_line_and_told() -> None:
    split = split_front_matter("+++\ntitle = Talks: go on\ndate = 2026-02-18\n[params]\nx = 1\n+++\nText.")
    assert split.fields == {"title": "Talks: go on", "date": "2026-02-18", "x": "1"}
    assert split.body == "Text."
    assert "not valid TOML" in split.warning


@pytest.mark.parametrize(
    "text",
    [
        "+++\nA paragraph between two rules\n+++\nnext",
        "+++\nx = 1\n+++\nnext",
        "+++\ntitle = 'never closed'\n\nText.",
        '{"title": "A"}',
        '{"title": "A"} goes on in this line\n\nText.',
        '{"x": 1}\n\nText.',
        '{"title": ' + "[" * 20_000 + "\n\nText.",
        "{title}\n\nText.",
    ],
)
def test_what_is_no_front_matter_of_other_languages_stays_in_the_text(text: str) -> None:
    split = split_front_matter(text)
    assert (split.body, split.fields) == (text, {})


@pytest.mark.parametrize(
    "block",
    [
        ".".join("a" * 8_000) + " = 1",
        "a = " + "[" * 10_000,
        "x." * 1_900 + "y = 1\n" * 2,
        "[a]\n" * 190 + "\ntitle = 1",
    ],
)
def test_toml_that_would_take_long_takes_no_time(block: str) -> None:
    started = time.monotonic()
    assert split_front_matter(f"+++\n{block}\ntitle = 'A'\n+++\nText.").body.endswith("Text.")
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("block", "authors"),
    [
        ('author:\n  - "[[Marek Halden]]"\n  - "[[People/Mira Ulv|L. Ulv]]"', ("Marek Halden", "L. Ulv")),
        ("author: [[Marek Halden]]", ("Marek Halden",)),
        ("author:\n  - [[Marek Halden]]\n  - Mira Ulv", ("Marek Halden", "Mira Ulv")),
        ('author: "[[Marek Halden]], [[Mira Ulv]]"', ("Marek Halden", "Mira Ulv")),
        ("author:", ()),
    ],
)
def test_links_of_notes_become_their_words(block: str, authors: tuple[str, ...]) -> None:
    fields = split_front_matter(f"---\ntitle: A\n{block}\ncreated: 2026-03-01\n---\nText.").fields
    found = read_metadata(fields, "front matter")
    assert (found.authors, found.published) == (authors, None)


def test_properties_below_a_heading_are_fields() -> None:
    text = "# Bridge opens\n\nCreated: March 1, 2026 9:00 AM\nURL: https://a.example/b\nAuthor: Ana Ruiz\n\nIt opened."
    split = split_labels(text)
    assert split.fields == {"title": "Bridge opens", "URL": "https://a.example/b", "Author": "Ana Ruiz"}
    assert (split.body, split.dropped) == ("It opened.", ("Created: March 1, 2026 9:00 AM",))
    assert split_labels("# Bridge opens\n\nIt opened: at last.\n\nMore.").fields == {}
