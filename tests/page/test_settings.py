import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import BadSettings
from index.settings import IndexSection
from index.settings_file import SECTIONS, TOML_NAME, offered, read_settings_file
from page.settings import ServeSettings, Settings, settings_in_force
from qa.settings import AnswerSettings


def write(folder: Path, text: str) -> Path:
    (folder / TOML_NAME).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("values", [{"port": 0}, {"port": 65536}, {"host": ""}, {"host": " "}])
def test_values_that_cannot_work_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(BadSettings, match=next(iter(values))):
        ServeSettings(**values)


def test_each_section_of_the_file_is_a_part_of_all_settings(tmp_path: Path) -> None:
    assert offered(Settings) == SECTIONS
    write(tmp_path, "[index]\nchunk_tokens = 90\n[answers]\npassages = 3\n[serve]\nport = 8000")
    whole = Settings.of(read_settings_file(tmp_path))
    assert whole == Settings(IndexSection(chunk_tokens=90), AnswerSettings(passages=3), ServeSettings(port=8000))


@pytest.mark.parametrize("line", ["[index]\nport = 1", "[answers]\nport = 1", "[serve]\npassages = 1"])
def test_a_key_of_another_section_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSettings, match="is not known"):
        settings_in_force(write(tmp_path, line), None)


def test_no_secret_is_kept_among_the_articles(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"serve\.token is not set here: .* --token") as refused:
        settings_in_force(write(tmp_path, '[serve]\ntoken = "hunter2"'), None)
    assert "hunter2" not in str(refused.value)


def test_of_each_setting_it_is_told_where_it_comes_from(tmp_path: Path) -> None:
    write(tmp_path, '[index]\nfolder = "../here"\n[answers]\npassages = 3\nmay_threshold = 0.28')
    by_file, by_option = settings_in_force(tmp_path, None), settings_in_force(tmp_path, tmp_path / "there")
    told = {(one.section, one.key): (one.value, one.origin) for one in by_file.settings}
    assert told["index", "folder"] == (tmp_path.parent / "here", "file")
    assert told["index", "store"] == ("faiss", "default")
    assert told["answers", "passages"] == (3, "file")
    assert told["answers", "may_threshold"] == (0.28, "file")
    assert told["serve", "port"] == (7860, "default")
    changed = set(by_option.settings) - set(by_file.settings)
    assert [(one.key, one.value, one.origin) for one in changed] == [("folder", tmp_path / "there", "option")]


def test_without_a_file_all_that_count_are_the_defaults(tmp_path: Path) -> None:
    in_force = settings_in_force(tmp_path, None)
    assert not in_force.is_there
    assert {one.origin for one in in_force.settings} == {"default"}
    assert len(in_force.settings) == sum(map(len, map(offered, (IndexSection, AnswerSettings, ServeSettings))))


@settings(deadline=None)  # a busy machine is no failure
@given(passages=st.integers(1, 80), boost=st.floats(0, 10), port=st.integers(1, 65535), mcp=st.booleans())
def test_what_is_told_says_the_same_as_a_file(
    tmp_path_factory: pytest.TempPathFactory, passages: int, boost: float, port: int, *, mcp: bool
) -> None:
    folder = tmp_path_factory.getbasetemp()
    answers = f"[answers]\npassages = {passages}\noutlet_boost = {boost!r}\n"
    write(folder, f"[index]\nfolder = 'x'\n{answers}[serve]\nport = {port}\nmcp = {json.dumps(mcp)}")
    before = Settings.of(read_settings_file(folder))
    assert before.answers == AnswerSettings(passages=passages, outlet_boost=boost)
    write(folder, "\n".join(settings_in_force(folder, None).lines()))
    assert Settings.of(read_settings_file(folder)) == before
