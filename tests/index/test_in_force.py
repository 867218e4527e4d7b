import tomllib
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from index.in_force import InForce, Setting

VALUES = st.text() | st.integers() | st.floats(0, 10) | st.booleans() | st.text("ab/é\\\"'\n").map(Path)


def test_each_setting_stands_in_its_section_with_where_it_comes_from() -> None:
    settings = (
        Setting("index", "folder", Path("/data/news"), "option"),
        Setting("index", "chunk_tokens", 200, "default"),
        Setting("serve", "mcp", True, "file"),
    )
    in_force = InForce(Path("a/dateline.toml"), is_there=False, settings=settings)
    assert list(in_force.lines()) == [
        "# a/dateline.toml (there is none yet)",
        "",
        "[index]",
        'folder = "/data/news"  # option',
        "chunk_tokens = 200     # default",
        "",
        "[serve]",
        "mcp = true             # file",
    ]
    assert in_force.to_dict() == {
        "file": Path("a/dateline.toml"),
        "is_there": False,
        "settings": {
            "index": {
                "folder": {"value": Path("/data/news"), "from": "option"},
                "chunk_tokens": {"value": 200, "from": "default"},
            },
            "serve": {"mcp": {"value": True, "from": "file"}},
        },
    }


@example(["\x7f\x00\x1f\u2028"])
@given(st.lists(VALUES, min_size=1, max_size=5))
def test_the_lines_are_a_file_that_says_the_same(values: list[str | int | float | Path]) -> None:
    settings = tuple(Setting("index", f"key{number}", value, "file") for number, value in enumerate(values))
    lines = InForce(Path("dateline.toml"), is_there=True, settings=settings).lines()
    read = tomllib.loads("\n".join(lines))["index"]
    assert list(read.values()) == [str(value) if isinstance(value, Path) else value for value in values]
