from dataclasses import fields
from pathlib import Path

import pytest

from corpus.errors import BadSettings
from index.settings import IndexSection, IndexSettings


@pytest.mark.parametrize("tokens", [-1, 0, 31, 2001])
def test_a_chunk_size_that_cannot_work_is_refused_with_its_limits(tokens: int) -> None:
    with pytest.raises(BadSettings, match=rf"chunk_tokens is {tokens}; it must lie between 32 and 2000"):
        IndexSettings(chunk_tokens=tokens)


@pytest.mark.parametrize("tokens", [32, 2000])
def test_the_limits_themselves_are_accepted(tokens: int) -> None:
    assert IndexSettings(chunk_tokens=tokens).chunk_tokens == tokens


def test_an_empty_model_is_refused() -> None:
    with pytest.raises(BadSettings, match="model is empty"):
        IndexSettings(model="")


def test_equal_settings_have_one_fingerprint() -> None:
    assert IndexSettings().fingerprint() == IndexSettings().fingerprint()


@pytest.mark.parametrize("changed", [IndexSettings(model="/models/other"), IndexSettings(chunk_tokens=199)])
def test_another_setting_has_another_fingerprint(changed: IndexSettings) -> None:
    assert changed.fingerprint() != IndexSettings().fingerprint()


@pytest.mark.parametrize("rule", ["CLEANING_RULES", "CHUNKING_RULES"])
def test_another_rule_has_another_fingerprint(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = IndexSettings().fingerprint()
    monkeypatch.setattr(f"index.settings.{rule}", 999)
    assert IndexSettings().fingerprint() != before


def test_where_and_how_the_index_is_kept_needs_nothing_read_again() -> None:
    assert (
        IndexSection(folder=Path("/data/news"), store="lance").settings.fingerprint() == IndexSettings().fingerprint()
    )


def test_every_setting_of_a_section_that_needs_it_is_handed_on() -> None:
    section = IndexSection(model="/models/other", chunk_tokens=90)
    handed_on = {field.name: getattr(section.settings, field.name) for field in fields(IndexSettings)}
    assert handed_on == {field.name: getattr(section, field.name) for field in fields(IndexSettings)}
    assert section.settings != IndexSettings()
