"""The rules of ARCHITECTURE.md, checked on the source; each checker is itself checked on modules that break it."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("corpus", "index", "qa", "page", "app")
LONGEST_MODULE = 300

# Imports inside functions, as (module, what it imports): why it cannot stand at the top.
LATE_IMPORTS = {
    ("corpus.formats.warc", "warcio.archiveiterator"): "comes with an extra that few need",
    ("corpus.formats.warc", "warcio.exceptions"): "as warcio.archiveiterator",
    ("index.encode.load", "index.encode.convert"): "loads torch (seconds); only converting a model needs it",
    ("index.encode.load", "index.encode.torch_encoder"): "loads torch; only a model that cannot be converted needs it",
    ("index.encode.load", "huggingface_hub"): "needed only for a model that is named instead of lying in a folder",
    ("index.encode.load", "huggingface_hub.errors"): "as huggingface_hub",
    ("page.cli", "page.server"): "loads gradio (seconds); only `dateline serve` needs it",
    ("page.server", "page.api.mcp"): "comes with an extra that few need",
}

Sources = Mapping[str, str]


@dataclass(frozen=True)
class Import:
    module: str
    target: str
    late: bool
    relative: bool


def read_sources(root: Path) -> dict[str, str]:
    files = [root / "app.py", *(file for layer in LAYERS for file in sorted((root / layer).rglob("*.py")))]
    return {module_name(file.relative_to(root)): file.read_text(encoding="utf-8") for file in files if file.exists()}


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(sources: Sources) -> list[Import]:
    return [
        found for module, source in sources.items() for found in walk(module, ast.parse(source), sources, late=False)
    ]


def walk(module: str, node: ast.AST, sources: Sources, *, late: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(module, alias.name, late, relative=False) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            for alias in child.names:
                target = f"{child.module}.{alias.name}"
                yield Import(module, target if target in sources else child.module or ".", late, child.level > 0)
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from walk(module, child, sources, late=late or inside)


def upward_imports(sources: Sources) -> list[str]:
    def layer(name: str) -> int:
        top = name.partition(".")[0]
        return LAYERS.index(top) if top in LAYERS else -1

    return [f"{i.module} imports {i.target}" for i in imports(sources) if layer(i.target) > layer(i.module)]


def cycle(sources: Sources) -> list[str]:
    graph: dict[str, set[str]] = {module: set() for module in sources}
    for found in imports(sources):
        if found.target in sources:
            graph[found.module].add(found.target)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def relative_imports(sources: Sources) -> list[str]:
    return [f"{i.module} imports {i.target}" for i in imports(sources) if i.relative]


def late_imports(sources: Sources) -> set[tuple[str, str]]:
    return {(i.module, i.target) for i in imports(sources) if i.late}


def long_modules(sources: Sources) -> list[str]:
    lengths = {module: len(source.splitlines()) for module, source in sources.items()}
    return [f"{module} has {length} lines" for module, length in lengths.items() if length > LONGEST_MODULE]


@pytest.fixture(scope="module")
def project() -> dict[str, str]:
    return read_sources(ROOT)


def test_the_project_is_seen(project: Sources) -> None:
    assert {"corpus.article", "index.chunks.chunk", "qa.answer", "page"} <= set(project)


def test_imports_point_one_way(project: Sources) -> None:
    assert upward_imports(project) == []


def test_there_is_no_cycle(project: Sources) -> None:
    assert cycle(project) == []


def test_no_import_is_relative(project: Sources) -> None:
    assert relative_imports(project) == []


def test_imports_inside_functions_are_the_named_ones(project: Sources) -> None:
    assert late_imports(project) == set(LATE_IMPORTS)


def test_no_module_is_long(project: Sources) -> None:
    assert long_modules(project) == []


@pytest.mark.parametrize(
    "source", ["import qa.answer", "from qa import answer", "from qa.answer import Answer", "def f():\n    import qa"]
)
def test_an_upward_import_is_found(source: str) -> None:
    assert upward_imports({"index.chunks.chunk": source, "qa": "", "qa.answer": ""}) != []


def test_a_downward_import_is_allowed() -> None:
    assert (
        upward_imports({"qa.answer": "from index.chunks.chunk import Chunk\nimport json", "index.chunks.chunk": ""})
        == []
    )


@pytest.mark.parametrize("late", ["from qa.b import B", "def f():\n    from qa import b"])
def test_a_cycle_is_found_even_when_one_import_is_hidden(late: str) -> None:
    assert {"qa.a", "qa.b"} == set(cycle({"qa": "", "qa.a": late, "qa.b": "from qa.a import A"}))


@pytest.mark.parametrize("source", ["from . import chunk", "from .chunk import Chunk"])
def test_a_relative_import_is_found(source: str) -> None:
    assert relative_imports({"index.search.hit": source}) != []


@pytest.mark.parametrize(
    "source",
    ["def f():\n    import torch", "async def f():\n    from torch import nn", "class A:\n  def f(s): import torch"],
)
def test_an_import_inside_a_function_is_found(source: str) -> None:
    assert late_imports({"index.search.hit": source}) == {("index.search.hit", "torch")}


def test_a_long_module_is_found() -> None:
    assert long_modules({"short": "\n" * LONGEST_MODULE, "long": "\n" * (LONGEST_MODULE + 1)}) == ["long has 301 lines"]


@pytest.mark.parametrize("module", ["qa.answerer", "qa.cli", "index.store.snapshot", "app"])
def test_asking_an_existing_index_loads_nothing_heavy(module: str) -> None:
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"torch", "transformers", "sentence_transformers", "gradio"} & set(done.stdout.split())
