"""The styles as those who read them find them."""

import re

import pytest

from tests.page.conftest import ROOT

STYLES = sorted((ROOT / "page").rglob("*.css"))
QUOTED = re.compile(r'"[^"]*"|/\*.*?\*/|\([^)]*\)', re.DOTALL)


def test_there_are_styles() -> None:
    assert len(STYLES) > 10


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_line_holds_one_declaration(path: object) -> None:
    text = QUOTED.sub("", (ROOT / str(path)).read_text("utf-8"))
    assert [line for line in text.splitlines() if line.count(";") > 1] == []
