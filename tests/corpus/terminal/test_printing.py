import json
import sys
from io import BytesIO, TextIOWrapper

import pytest

from corpus.terminal.printing import print_json

FIELDS = {"outlet": "Café “Post”", "path": "red\x9b31m\u202e.txt", "half": "\ud83d"}


@pytest.mark.parametrize(("encoding", "seen"), [("utf-8", "Café “Post”"), ("ascii", "Caf\\u00e9 \\u201cPost\\u201d")])
def test_json_is_readable_where_it_can_be_and_steers_no_terminal(
    encoding: str, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, encoding=encoding))
    print_json(FIELDS)
    sys.stdout.flush()
    text = written.getvalue().decode(encoding)
    assert seen in text
    assert r"red\u009b31m\u202e.txt" in text
    assert json.loads(text) == FIELDS
