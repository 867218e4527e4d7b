import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.front_matter import split_front_matter, split_labels
from corpus.metadata.record import read_metadata


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
