"""What is loaded with a module: nothing that takes long where somebody waits for an answer, or for the open door."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def loaded_by(module: str) -> set[str]:
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["qa.answerer", "qa.cli", "index.store.folder_store", "page.collection"])
def test_asking_an_existing_index_loads_nothing_heavy(module: str) -> None:
    assert not {"torch", "transformers", "sentence_transformers", "gradio"} & loaded_by(module)


def test_the_server_answers_before_anything_is_loaded_that_takes_long() -> None:
    late = {"numpy", "faiss", "tantivy", "openvino", "fastapi", "jinja2", "trafilatura", "lxml"}
    assert not (late | {"torch", "gradio", "qa.answerer", "index.store", "page.html"}) & loaded_by("app")
