"""The rules of ARCHITECTURE.md, checked on the source; each checker is itself checked on modules that break it."""

import ast
import graphlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PICTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
LAYERS = ("corpus", "index", "qa", "page", "app")
DEVELOPERS = ("benchmarks", "training")  # they import the layers, and no layer them
LONGEST_MODULE = 300
SHORTEST_MODULE = 15
FULLEST_FOLDER = 12  # modules

# Modules that are shorter, but for those of a folder itself: why each stands alone.
SHORT_MODULES = {
    "corpus.sample": "a value: where the sample articles lie, which neither commands nor tests need more than that for",
    "page.access.host": "what both checks of a caller ask: who talks to the server, and how often",
    "page.limits": "values: what browsers and programs may ask for, which both doors check",
}

# Imports inside functions, as (module, what it imports): why it cannot stand at the top.
LATE_IMPORTS = {
    ("corpus.formats.archives.warc", "warcio.archiveiterator"): "comes with an extra that few need",
    ("corpus.formats.archives.warc", "warcio.exceptions"): "as warcio.archiveiterator",
    ("index.encode.load", "index.encode.convert"): "loads torch (seconds); only converting a model needs it",
    ("index.encode.load", "index.encode.torch_encoder"): "loads torch; only a model that cannot be converted needs it",
    ("index.encode.load", "huggingface_hub"): "needed only for a model that is named instead of lying in a folder",
    ("index.encode.load", "huggingface_hub.errors"): "as huggingface_hub",
    ("qa.rerank.door", "qa.rerank.cross_encoder"): "loads torch; only a cross-encoder of the user's own needs it",
    ("index.store.engines", "index.lance"): "comes with an extra that few need",
    ("page.sheet.forms", "qa.facts.word"): "comes with an extra that few need",
    ("qa", "qa.opening"): "takes a second; whoever reads settings needs nothing that answers",
    ("app", "corpus.cli"): "`dateline serve` must answer before the other commands are there",
    ("app", "index.cli"): "as corpus.cli",
    ("app", "qa.cli"): "as corpus.cli",
    ("page.cli", "page.collection"): "takes a second, and the server answers before",
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
        return (*LAYERS, *DEVELOPERS).index(top) if top in (*LAYERS, *DEVELOPERS) else -1

    return [f"{i.module} imports {i.target}" for i in imports(sources) if layer(i.target) > layer(i.module)]


def room(module: str) -> str:
    """The folder of a layer that a module lies in, or the module itself where it lies in none."""
    return ".".join(module.split(".")[:2])


def picture(text: str) -> dict[str, int]:
    """Each room with its floor, as drawn: a layer, and its floors from the lowest up, one behind each sign."""
    drawn = re.findall(r"^(\w+)/ +(\w[^<\n]*<.*(?:\n +<.*)*)", text, re.MULTILINE)
    return {
        f"{layer}.{name}": floor
        for layer, floors in drawn
        for floor, names in enumerate(floors.split("<"))
        for name in names.split()
    }


def imports_between_rooms(sources: Sources) -> list[tuple[str, str]]:
    """Pairs of rooms of one layer, of which one imports the other; a layer's own package is no room."""
    ends = [(room(i.module), room(i.target)) for i in imports(sources) if i.target in sources]
    return [(a, b) for a, b in ends if a != b and "." in a and "." in b and a.split(".")[0] == b.split(".")[0]]


def sideways_or_upwards(sources: Sources, floors: Mapping[str, int]) -> list[str]:
    return [f"{a} imports {b}" for a, b in imports_between_rooms(sources) if floors[b] >= floors[a]]


def modules(sources: Sources) -> list[str]:
    """Those that are no package."""
    packages = {name.rpartition(".")[0] for name in sources}
    return [name for name in sources if name not in packages]


def crowded_folders(sources: Sources) -> dict[str, int]:
    held = Counter(name.rpartition(".")[0] for name in modules(sources))
    return {folder: count for folder, count in held.items() if count > FULLEST_FOLDER}


def short_modules(sources: Sources) -> set[str]:
    return {name for name in modules(sources) if len(sources[name].splitlines()) < SHORTEST_MODULE}


def cycle(sources: Sources) -> list[str]:
    return first_cycle((i.module, i.target) for i in imports(sources) if i.target in sources)


def first_cycle(arrows: Iterable[tuple[str, str]]) -> list[str]:
    graph: dict[str, set[str]] = defaultdict(set)
    for start, end in arrows:
        graph[start].add(end)
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


def test_every_room_is_in_the_picture_and_no_other(project: Sources) -> None:
    rooms = {room(module) for module in project if "." in module}
    assert set(picture(PICTURE)) == rooms


def test_imports_between_rooms_lead_downwards(project: Sources) -> None:
    assert sideways_or_upwards(project, picture(PICTURE)) == []


def test_there_is_no_circle_of_rooms(project: Sources) -> None:
    assert first_cycle(imports_between_rooms(project)) == []


def test_no_folder_is_crowded(project: Sources) -> None:
    assert crowded_folders(project) == {}


def test_no_module_is_dust(project: Sources) -> None:
    assert short_modules(project) == set(SHORT_MODULES)


def test_no_import_is_relative(project: Sources) -> None:
    assert relative_imports(project) == []


def test_imports_inside_functions_are_the_named_ones(project: Sources) -> None:
    assert late_imports(project) == set(LATE_IMPORTS)


def test_no_module_is_long(project: Sources) -> None:
    assert long_modules(project) == []


@pytest.mark.parametrize(
    "source",
    [
        "import qa.answer",
        "from qa import answer",
        "from qa.answer import Answer",
        "def f():\n    import qa",
        "from training.ranker import fit",
    ],
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


ROOMS = {"qa": "", "qa.low": "", "qa.low.a": "", "qa.low.b": "", "qa.high": "", "qa.high.c": "", "qa.high.d": ""}
DRAWN = "qa/  low < high beside\n     < door\n"


def test_the_picture_is_read_floor_by_floor() -> None:
    assert picture(DRAWN) == {"qa.low": 0, "qa.high": 1, "qa.beside": 1, "qa.door": 2}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("qa.low.a", "from qa.high.c import C"),
        ("qa.low.a", "from qa.high import C"),
        ("qa.low.a", "def f():\n    from qa import high"),
        ("qa.low", "import qa.high.c"),
        ("qa.beside", "from qa.high.c import C"),
    ],
)
def test_an_import_that_leads_upwards_or_sideways_is_found(module: str, source: str) -> None:
    assert sideways_or_upwards({**ROOMS, module: source}, picture(DRAWN)) != []


def test_imports_that_lead_downwards_or_stay_in_their_room_are_allowed() -> None:
    sources = {"qa.high.c": "from qa.low.a import A\nfrom qa.high.d import D", "qa.door": "from qa.high import C"}
    assert sideways_or_upwards({**ROOMS, **sources}, picture(DRAWN)) == []


def test_a_circle_of_rooms_is_found_where_there_is_none_of_modules() -> None:
    sources = {**ROOMS, "qa.low.a": "from qa.high.c import C", "qa.high.d": "from qa.low.b import B"}
    assert cycle(sources) == []
    assert {"qa.low", "qa.high"} == set(first_cycle(imports_between_rooms(sources)))


def test_a_crowded_folder_is_found() -> None:
    full = {"qa": "", "qa.low": "", "qa.low.in": "", "qa.low.in.n": "", **{f"qa.low.m{n}": "" for n in range(12)}}
    assert crowded_folders(full) == {}
    assert crowded_folders({**full, "qa.low.one_more": ""}) == {"qa.low": 13}


def test_a_short_module_is_found_and_a_folder_may_say_little() -> None:
    sources = {"qa": "", "qa.low": "", "qa.low.a": "\n" * SHORTEST_MODULE, "qa.low.b": "\n" * (SHORTEST_MODULE - 1)}
    assert short_modules(sources) == {"qa.low.b"}


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
