import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corrections.entries import with_entry
from corpus.corrections.statements import Value, comments_in, cut_statements
from corpus.errors import BadSidecar
from corpus.metadata.toml_text import quoted

FULL = """\
# What the files do not say.
version = 1   # the only one

[[outlet]]  # known by
name = "Quay Courier"
aliases = [
  "QC",  # on the mast
  "The Quay",
]

# The first.
[[article]] # one
  file = "a.txt"
  outlet = "QC"   # Ines says so
# title = ""

[[folder]]
path = "old/*"
outlet = "Old \\"Ledger\\" # no comment"

# The second.
[["article"]]
"file" = './sub/../b.txt'
author = [ "Ana Ruiz", # wrote it
  "Bo Li" ] # both
published = 2026-02-18
text = '''
[[article]]
file = "a.txt"
'''
"""


def changed(text: str, source: str, **said: Value | None) -> str:
    return with_entry(text, source, said)


def test_a_value_is_replaced_where_it_stands_and_a_new_one_follows_the_last() -> None:
    new = changed(FULL, "a.txt", outlet="Harbour Post", date=date(2026, 3, 1))
    expected = FULL.replace('outlet = "QC"   #', 'outlet = "Harbour Post"   #')
    assert new == expected.replace("so\n", "so\ndate = 2026-03-01\n", 1)


def test_comments_inside_of_a_value_stay_and_its_key_as_well() -> None:
    new = changed(FULL, "b.txt", authors=("Cy Dee",), date=date(2026, 3, 1))
    assert '# wrote it\nauthor = ["Cy Dee"] # both\npublished = 2026-03-01\n' in new
    assert new.replace("2026-03-01", "2026-02-18").startswith(FULL[: FULL.index("author = ")])


def test_what_is_taken_back_leaves_its_comment_and_an_entry_that_says_nothing_goes() -> None:
    assert changed(FULL, "a.txt", outlet=None) == FULL.replace('  outlet = "QC"   # Ines', "# Ines")
    plain = '[[article]]\nfile = "a.txt"\noutlet = "QC"\n\n# The next.\n[[article]]\nfile = "b.txt"\n'
    assert changed(plain, "a.txt", outlet=None) == plain[plain.index("\n# The next") :]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_entry_stands_at_the_end_and_goes_without_a_trace(end: str) -> None:
    text = FULL.replace("\n", end)
    new = changed(text, "c.jsonl#3", title="A title", skip=True)
    assert new == text + end.join(["", "[[article]]", 'file = "c.jsonl#3"', 'title = "A title"', "skip = true", ""])
    assert changed(new, "c.jsonl#3", title=None, skip=None) == text
    assert changed(text, "c.jsonl#3", title=None) == text


def test_a_file_that_is_not_there_yet_is_begun() -> None:
    assert changed("", "a.txt", outlet="QC") == 'version = 1\n\n[[article]]\nfile = "a.txt"\noutlet = "QC"\n'


def test_a_last_line_without_an_end_gets_one() -> None:
    assert (
        changed('[[article]]\nfile = "a.txt"', "a.txt", outlet="QC") == '[[article]]\nfile = "a.txt"\noutlet = "QC"\n'
    )
    assert changed("version = 1", "a.txt", skip=True) == 'version = 1\n\n[[article]]\nfile = "a.txt"\nskip = true\n'


def test_what_cannot_be_changed_here_is_said_with_what_to_write() -> None:
    with pytest.raises(BadSidecar, match=r'left as it is.*with file = "a\.txt", skip = true\.'):
        changed('article = [{file = "a.txt"}]\n', "a.txt", skip=True)
    with pytest.raises(BadSidecar, match=r'left as it is.*with file = "a\.txt", without these keys\.'):
        changed('[[article]]\nfile = "a.txt"\noutlet = "QC"\n[article.more]\nx = 1\n', "a.txt", outlet=None)


CHARACTERS = st.characters(exclude_categories=["Cs"])
COMMENTS = st.text(CHARACTERS.filter(str.isprintable), max_size=8).map(lambda words: f"# {words}\n")
TAILS = st.just("\n") | COMMENTS.map(lambda comment: f"  {comment}")
NAMES = st.sampled_from(["a.txt", "b/c.txt", "d.jsonl#1", "d.jsonl#12", 'it\'s [[article]] # "x".md'])
STRINGS = st.text(CHARACTERS, max_size=8).map(quoted) | st.sampled_from(
    ["''", "'# no \\'", '""', '"""\n[[article]]\nfile = \\"\\"\n# no comment \\\\"""', '""""q""""', "'''\n# [ '''''"]
)
LISTS = st.lists(STRINGS, max_size=3).map(lambda items: f"[{', '.join(items)}]") | st.builds(
    lambda item, comment: f"[{comment}  {item}, {comment} ]", STRINGS, COMMENTS
)
PAIRS = {
    "outlet": STRINGS,
    "title": STRINGS,
    "published": st.dates().map(str),
    "author": LISTS,
    "skip": st.sampled_from(["true", "false"]),
    "url": STRINGS,
    "nested": st.just("{ a = [1, 2], b.c = '}' }"),
}


@st.composite
def pairs(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(sorted(PAIRS)), unique=True, max_size=4))
    return "".join(
        draw(COMMENTS | st.just("")) + draw(st.sampled_from(["", "  "])) + f"{key} = {draw(PAIRS[key])}{draw(TAILS)}"
        for key in keys
    )


@st.composite
def entries(draw: st.DrawFn, name: str) -> str:
    header = draw(st.sampled_from(["[[article]]", " [[ article ]]", '[["article"]]'])) + draw(TAILS)
    file = f"file = {quoted(name)}{draw(TAILS)}"
    before, after = draw(pairs()), draw(COMMENTS | st.just("\n"))
    return draw(st.sampled_from([header + file + before, header + before + file])) + after


@st.composite
def others(draw: st.DrawFn, names: list[str]) -> str:
    tables = [draw(entries(name)) for name in names]
    tables += [f"[[outlet]]\nname = {draw(STRINGS)}{draw(TAILS)}\n"] * draw(st.integers(0, 1))
    tables += ["[fields]\ntext = ['a.b']\n"] * draw(st.integers(0, 1))
    return "".join(draw(st.permutations(tables)))


SAID = st.fixed_dictionaries(
    {},
    optional={
        "outlet": st.none() | st.text(CHARACTERS, max_size=8),
        "title": st.none() | st.text(CHARACTERS, max_size=8),
        "date": st.none() | st.dates(),
        "authors": st.none() | st.lists(st.text(CHARACTERS, max_size=8), max_size=3).map(tuple),
        "skip": st.none() | st.just(value=True),
    },
)


@given(st.data(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_said_of_an_article_all_other_bytes_and_every_comment_stay(data: st.DataObject, end: str) -> None:
    names = data.draw(st.lists(NAMES, min_size=1, unique=True))
    parted = data.draw(st.integers(1, len(names)))
    before = "version = 1\n" + data.draw(others(names[1:parted]))
    own, after = data.draw(entries(names[0]) | st.just("")), ""
    if own:
        after = data.draw(others(names[parted:]))
        after = after.replace("[fields]", "[more]") if "[fields]" in before else after
    said: dict[str, Value | None] = data.draw(SAID)
    before, own, after = (part.replace("\n", end) for part in (before, own, after))
    text = before + own + after
    new = with_entry(text, names[0], said)
    assert new.startswith(before.removesuffix(end))
    assert new.endswith(after)
    comments = [comment for statement in cut_statements(text) for comment in comments_in(statement)]
    assert sorted(comments) == sorted(comment for one in cut_statements(new) for comment in comments_in(one))
    rows = tomllib.loads(new).get("article", [])
    row: dict[str, object] = next((row for row in rows if row["file"] == names[0]), {})
    for key, value in said.items():
        plain = list(value) if isinstance(value, tuple) else value
        assert row.get(key, row.get({"date": "published", "authors": "author"}.get(key, ""))) == plain


@given(st.data())
def test_statements_put_together_are_the_text(data: st.DataObject) -> None:
    text = data.draw(others(["a.txt", "b/c.txt"]))
    assert "".join(cut_statements(text)) == text


def test_the_last_quotes_of_a_string_may_be_its_own() -> None:
    text = 'a = """x"""" # say "[" \nb = \'\'\'\'\'\'\'\' # "\'[\nc = 1\n'
    assert cut_statements(text) == text.splitlines(keepends=True)
    assert [comments_in(line) for line in cut_statements(text)] == [['# say "[" '], ["# \"'["], []]
