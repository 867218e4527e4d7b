"""What the documents say is so: commands, options, forms, modules, versions."""

import argparse
import importlib
import inspect
import json
import re
import shlex
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import app
import corpus.errors
from corpus.errors import DatelineError
from index.settings import IndexSection
from index.settings_file import TOML_NAME, offered, read_settings_file
from page.settings import ServeSettings, Settings
from qa.answer import Answer
from qa.evaluate.question_file import read_questions
from qa.listing import Counts, Listing, Row, Share, Sought, Where
from qa.passage import Highlight
from qa.question import Asks, Inquiry
from qa.render.json import answer_to_dict, listing_to_dict
from qa.settings import AnswerSettings
from qa.speech.said import Difference, Differs, Said, Statement
from tests.conftest import COURIER, JOBS, quote
from tests.markup_cases import passage_of

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BENCHMARKS = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
FITTED = (ROOT / "qa" / "ranking" / "fitted.py").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def commands() -> dict[str, argparse.ArgumentParser]:
    for action in app._parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("the parser has no commands")


def code(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def shown_command_lines() -> list[str]:
    lines = "\n".join(code("sh")).splitlines()
    made = re.findall(r"\$\(BIN\)/(dateline [^$\n]*)", MAKEFILE)
    return [line for line in lines if line.startswith("dateline ")] + made


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert set(re.findall(r"^\| `dateline (\w+)", README, re.MULTILINE)) == set(commands())


@pytest.mark.parametrize("line", shown_command_lines())
def test_a_command_line_of_the_documents_is_accepted(line: str) -> None:
    assert app._parser().parse_args(shlex.split(line, comments=True)[1:]).run


def test_every_option_the_readme_names_exists() -> None:
    known = {option for parser in commands().values() for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) - {"--help"} <= known


def test_every_command_and_option_explains_itself() -> None:
    for name, parser in commands().items():
        assert parser.description, name
        assert [action.dest for action in parser._actions if not action.help] == [], name


def test_every_make_target_that_is_named_exists() -> None:
    named = re.findall(r"(?:^|`)make (\w+)", README + CONTRIBUTING, re.MULTILINE)
    assert {"run", "test", "check", "fix"} <= set(named)
    assert [target for target in named if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)] == []


def test_every_script_that_is_named_exists() -> None:
    named = set(re.findall(r"\b((?:benchmarks|training)(?:\.\w+)+)\b", README + CONTRIBUTING + BENCHMARKS + FITTED))
    assert {"benchmarks.quality", "training.ranker", "training.verdict", "training.marks"} <= named
    places = [(name, ROOT.joinpath(*name.split("."))) for name in named]
    assert [name for name, place in places if not (place.with_suffix(".py").exists() or place.is_dir())] == []


def test_the_batch_line_of_the_readme_can_be_read(tmp_path: Path) -> None:
    question_line, _answer, _said, _listing, evaluation_lines = code("json")
    path = tmp_path / "questions.jsonl"
    path.write_text(question_line + evaluation_lines, encoding="utf-8")
    batch, answerable, unanswerable = read_questions(path)
    assert (len(batch.turns), batch.filters.outlets != (), batch.filters.exclude != ()) == (1, True, True)
    assert answerable.evidence
    assert unanswerable.evidence == ()


def test_the_answer_of_the_readme_has_the_keys_of_a_real_one(answer: Answer) -> None:
    shown = json.loads(code("json")[1])
    real = json.loads(json.dumps(answer_to_dict(answer)))
    assert list(shown) == ["id", *real]
    assert list(shown["understood"]) == list(real["understood"])
    assert list(shown["passages"][0]) == list(real["passages"][0])
    assert list(shown["passages"][0]["highlights"][0]) == list(real["passages"][0]["highlights"][0])
    assert list(shown["outlets"][0]) == list(real["outlets"][0])


def test_the_quoted_words_of_the_readme_have_the_keys_of_real_ones(answer: Answer) -> None:
    shown = json.loads(code("json")[2])
    text = shown["nearest"]["text"]
    start, end, asked_at = (shown["nearest"]["differences"][0][name] for name in ("start", "end", "asked_at"))
    differs = Difference(Differs.NUMBER, shown["words"][asked_at:], asked_at, start, end, text[start:end])
    at = text.index("cost")
    quoted = replace(passage_of(text), highlights=(Highlight(at, end, text[at:end]),))
    near = Statement(quoted, "Boris Ahl", Highlight(0, len(text), text), (differs,))
    real = json.loads(json.dumps(answer_to_dict(replace(answer, said=(Said(shown["words"], 12, nearest=near),)))))
    [said] = real["said"]
    assert list(said) == list(shown)
    assert list(said["nearest"]) == list(shown["nearest"])
    for name in ("words", "naming", "differences"):
        assert said["nearest"][name] == shown["nearest"][name]


def test_the_list_of_the_readme_has_the_keys_of_a_real_one() -> None:
    shown = json.loads(code("json")[3])
    rows = (Row(quote(COURIER, JOBS, "14 jobs"), Where.TEXT),)
    shares = (Share(COURIER.outlet, 1),)
    listing = Listing(Inquiry(Asks.COUNT, "jobs"), Sought(("jobs",)), Counts(articles=1), shares, rows=rows)
    real = json.loads(json.dumps(listing_to_dict(listing)))
    assert list(shown) == list(real)
    assert list(shown["rows"][0]) == list(real["rows"][0])
    assert list(shown["outlets"][0]) == list(real["outlets"][0])


def test_the_settings_of_the_readme_are_all_there_are_with_their_defaults(tmp_path: Path) -> None:
    (shown,) = (block for block in code("toml") if "[answers]" in block)
    (tmp_path / TOML_NAME).write_text(shown, encoding="utf-8")
    file = read_settings_file(tmp_path)
    told = {section: set(keys) for section, keys in file.sections.items()}
    forms = {"index": IndexSection, "answers": AnswerSettings, "serve": ServeSettings}
    assert told == {name: set(offered(form)) for name, form in forms.items()}
    folder = tmp_path.parent / "index-of-articles"
    assert Settings.of(file) == Settings(IndexSection(folder=folder), AnswerSettings(), ServeSettings())


def test_the_python_of_the_readme_names_what_exists() -> None:
    imported = [re.findall(r"^from (\S+) import (\w+)$", block, re.MULTILINE) for block in code("python")]
    assert imported
    for module, name in (one for block in imported for one in block):
        assert hasattr(importlib.import_module(module), name), f"{module}.{name}"


def test_architecture_names_every_module_and_no_other() -> None:
    layers = ("corpus", "index", "qa", "page")
    files = [file for layer in layers for file in (ROOT / layer).rglob("*.py") if file.name != "__init__.py"]
    real = {str(file.relative_to(ROOT)) for file in files} | {"app.py"}
    assert set(re.findall(r"^- `([\w/]+\.py)`", ARCHITECTURE, re.MULTILINE)) == real


def test_every_place_that_a_newcomer_is_sent_to_is_there() -> None:
    rows = re.findall(r"^\| (?!I want)([^|-]+) \| ([^|]+) \| ([^|]*) \|$", CONTRIBUTING, re.MULTILINE)
    assert len(rows) > 15
    for wish, places, begin in rows:
        named = [ROOT / place for place in re.findall(r"`([^`]+/[^`]*)`", places)] or [ROOT]
        assert [place for place in named if not place.exists()] == [], wish
        for name in re.findall(r"`(\w+\.py)`", begin):
            assert any((place / name).is_file() for place in (*named, ROOT)), f"{wish}: {name}"


@pytest.mark.parametrize("file", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "benchmarks/README.md"])
def test_links_lead_to_files_and_headings(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    for link, heading in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        target = (ROOT / file).parent / link if link else ROOT / file
        assert target.exists(), link
        if heading:
            titles = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {title.lower().replace(" ", "-").rstrip("?") for title in titles}, heading


def test_the_drawn_tree_of_errors_is_the_real_one() -> None:
    def below(error: type[DatelineError]) -> set[str]:
        ours = [sub for sub in error.__subclasses__() if not sub.__module__.startswith("tests.")]
        return {name for sub in ours for name in (sub.__name__, *below(sub))}

    for layer in ("index.errors", "qa.errors", "page.errors"):
        importlib.import_module(layer)
    drawn = set(re.findall(r"[├└]── ([A-Z]\w+)", inspect.getdoc(corpus.errors) or ""))
    assert drawn == below(DatelineError)


def test_the_changelog_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == PROJECT["version"]


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    pinned = {pin.partition("==")[0].lower().replace("_", "-") for pin in pins}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in wanted}
    assert names - pinned == set()
