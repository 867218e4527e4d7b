import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality.bootstrap import paired_bootstrap
from benchmarks.quality.cases import Case, read_cases, squeezed, without_outlets
from benchmarks.quality.figures import abstention, average, highlights
from benchmarks.quality.forms import FORMS
from benchmarks.quality.measure import PRODUCT, measure
from benchmarks.quality.part import WHOLE, Part
from benchmarks.quality.report import as_table
from benchmarks.quality.sets import QuestionSet
from benchmarks.quality.systems import Found, IndexedCorpus, Meaning, Product, Query, Shown, System, Words
from benchmarks.quality.txtai import Txtai
from corpus.progress import Progress
from qa.answer import Verdict
from tests.conftest import FakeEncoder

OPERATOR = "The operator, Lindqvist Lines, said that 14 jobs would go."
UNION = "Sixteen people lose their work, the union says."


def ignore(progress: Progress) -> None:
    """Takes no notice."""


def found(*texts: str, confidence: float = 0.5, verdict: Verdict | None = None, marked: str = "") -> Found:
    spans = [(text.find(marked), text.find(marked) + len(marked)) if marked in text else (0, 0) for text in texts]
    shown = [Shown(text, text, (span,)) for text, span in zip(texts, spans, strict=True)]
    return Found(tuple(shown), confidence, 0.01, verdict)


def case(*sentences: str, component: str = "c", articles: tuple[str, ...] = ()) -> Case:
    gold = frozenset(frozenset({squeezed(sentence)}) for sentence in sentences)
    return Case("q", "Who?", component, sentences=gold, articles=frozenset(articles))


@dataclass
class Recorder:
    """A system that keeps what it is asked."""

    system: System
    asked: list[Query] = field(default_factory=list)

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        self.asked += queries
        return self.system.find(queries, depth)


@pytest.fixture
def corpus(corpus_folder: Path, tmp_path: Path, encoder: FakeEncoder) -> IndexedCorpus:
    return IndexedCorpus.open(corpus_folder, tmp_path / "index", encoder, ignore)


@pytest.fixture
def question_set(corpus_folder: Path, tmp_path: Path) -> QuestionSet:
    lines = [
        {
            "id": "jobs",
            "question": "How many jobs would go at Lindqvist Lines?",
            "evidence": [{"sentence": OPERATOR, "article": "courier-1"}, {"sentence": UNION, "article": "post-1"}],
        },
        {"id": "chess", "question": "Who won the chess tournament?", "evidence": []},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return QuestionSet("ferry", "ferry", corpus_folder, path, "sentences", excluding=True)


def test_each_gold_sentence_counts_at_its_first_rank() -> None:
    figures = FORMS["sentences"].grade(
        case("A b.", "C d.", "E f."), found("x", "C  d. A\nb.", "A b.", *"uvwxyzn", "E f.")
    )
    assert figures["MRR@10"] == 1 / 2
    assert (figures["any@4"], figures["any@10"], figures["all@10"]) == (1, 1, 0)
    assert figures["fraction@10"] == pytest.approx(2 / 3)
    assert figures["fraction in 2,500 tokens"] == 1


def test_what_is_shown_after_the_budget_is_spent_does_not_count() -> None:
    figures = FORMS["sentences"].grade(case("A b."), found("word " * 2600, "A b."))
    assert (figures["fraction@10"], figures["fraction in 2,500 tokens"]) == (1, 0)


def test_a_question_without_a_hit_counts_as_nothing() -> None:
    assert set(FORMS["sentences"].grade(case("A b."), found("x")).values()) == {0}
    assert set(FORMS["articles"].grade(case(articles=("a",)), found("x")).values()) == {0}


def test_articles_are_ranked_once_each() -> None:
    figures = FORMS["articles"].grade(case(articles=("c", "absent")), found("a", "a", "b", "b", "b", "c"))
    assert (figures["hits@1"], figures["hits@5"]) == (0, 1)
    assert figures["MRR"] == pytest.approx(1 / 3)
    assert figures["nDCG@10"] == pytest.approx(0.5 / (1 + 0.63093), abs=1e-5)


def test_recall_counts_the_first_passages_shown() -> None:
    figures = FORMS["passages"].grade(case(articles=("a", "f")), found("a", "a", "b", "c", "d", "f"))
    assert figures == {"recall@5": 0.5, "recall@10": 1}


def test_a_highlight_hits_when_it_covers_half_of_a_sentence() -> None:
    gold, text = case("Ten words stand here."), "Before. Ten words stand here. After."
    hit, miss = (highlights([gold], [found(text, marked=mark)]) for mark in ("Ten words stand", "Before. Ten"))
    assert (hit["highlight hit"], miss["highlight hit"]) == (1, 0)
    assert hit["unmarked"] == pytest.approx(1 - 13 / 31)
    assert highlights([gold], [found("Something else.")]) == {}


def test_confidence_is_judged_by_its_order() -> None:
    sure, unsure = found("x", confidence=0.9, verdict=Verdict.ANSWERS), found("x", confidence=0.1, verdict=Verdict.NO)
    assert abstention("null", [sure, sure], [unsure, sure]) == {"AUROC null": 0.75, "refused null": 0.5}
    assert abstention("null", [sure], []) == {}


def test_components_count_alike_in_the_macro_mean() -> None:
    assert average([{"f": 1}, {"f": 1}, {"f": 0}], ["a", "a", "b"]) == {"f": pytest.approx(2 / 3), "f macro": 0.5}
    assert average([{"f": 1}, {"f": 0}], ["a", "b"]) == {"f": 0.5}


def test_questions_of_one_component_are_drawn_together() -> None:
    dice = random.Random(3)
    differences = [dice.random() - 0.4 for _ in range(200)]
    apart = paired_bootstrap(differences, [str(number) for number in range(200)])
    together = paired_bootstrap(differences, [str(number // 50) for number in range(200)])
    assert apart.mean == pytest.approx(sum(differences) / 200)
    assert together.mean == pytest.approx(apart.mean)
    assert apart.low < apart.mean < apart.high
    alone = paired_bootstrap(differences, ["one"] * 200)
    assert alone.low == alone.high == pytest.approx(alone.mean)
    assert paired_bootstrap([1, 1, 0], ["a", "a", "b"], macro=True).mean == 0.5


def test_turns_with_evidence_are_questions_of_their_own(tmp_path: Path) -> None:
    evidence = [{"sentence": "S[x](y) t.", "plain": "Sx t."}]
    talk = {"id": "t", "question": "A?", "evidence": evidence}
    talk["turns"] = [{"question": "A?", "evidence": evidence}, {"question": "B?", "evidence": []}]
    followup = {"id": "f", "turns": ["A?", "B?"], "passages": ["p1"]}
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(map(json.dumps, [talk, followup])), encoding="utf-8")
    first, second, third = read_cases(path)
    assert (first.before, second.before, third.before) == ((), ("A?",), ("A?",))
    assert (first.answerable, second.answerable, third.articles) == (True, False, frozenset({"p1"}))
    assert first.sentences == {frozenset({"S[x](y)t.", "Sxt."})}
    assert first.component == second.component
    assert read_cases(path, Part(every=2)) == [first, second]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Did The Verge's report and 'TechCrunch' agree?", "Did report and agree?"),
        ("Who, according to “The Age”, spoke of age?", "Who, according to , spoke of age?"),
        ("What is on the verge of ruin?", "What is on the verge of ruin?"),
        ("Is a fortune told by Fortune, and by CNBC | World News?", "Is a fortune told by , and by ?"),
        ("Is 'The Age - Life and Style' right?", "Is right?"),
    ],
)
def test_names_of_outlets_can_be_taken_out(asked: str, left: str) -> None:
    names = ["The Verge", "TechCrunch", "The Age", "Fortune", "Cnbc"]
    assert [one.question for one in without_outlets([Case("q", asked, "c")], names)] == [left]


def test_all_systems_search_the_same_chunks(corpus: IndexedCorpus) -> None:
    query = Query("ferry crossing jobs", exclude=("courier-1",))
    for system in (Product.of(corpus), Words(corpus), Meaning(corpus)):
        everything, rest = system.find([Query("ferry crossing jobs"), query], 10)
        assert {shown.article_id for shown in everything.passages} >= {"courier-1", "post-1"}
        assert "courier-1" not in {shown.article_id for shown in rest.passages}


def test_a_set_is_measured_with_and_without_its_gold_articles(corpus: IndexedCorpus, question_set: QuestionSet) -> None:
    systems: dict[str, System] = {PRODUCT: Product.of(corpus), "BM25": Words(corpus)}
    measured = measure(question_set, Path(), systems, [], WHOLE, ignore)
    assert (measured.answerable, measured.unanswerable) == (1, 1)
    assert measured.figures[PRODUCT]["all@10"] == 1
    assert {"AUROC null", "AUROC excluded", "refused excluded"} <= measured.figures[PRODUCT].keys()
    assert measured.differences["BM25"]["all@10"].mean == 0
    assert as_table(measured).row_count == len(measured.figures[PRODUCT])


def test_a_question_is_asked_on_its_day(corpus: IndexedCorpus, question_set: QuestionSet, tmp_path: Path) -> None:
    [line, _] = question_set.questions.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "dated.jsonl"
    path.write_text(json.dumps(json.loads(line) | {"asked": "2026/03/05", "holders": ["ledger-1"]}), encoding="utf-8")
    recorder = Recorder(Product.of(corpus))
    measure(replace(question_set, questions=path), Path(), {PRODUCT: recorder}, [], WHOLE, ignore)
    whole, without = recorder.asked
    assert whole.today == without.today == date(2026, 3, 5)
    assert (whole.exclude, without.exclude) == ((), ("courier-1", "ledger-1", "post-1"))


FAKE_TXTAI = '''
from pathlib import Path


class Embeddings:
    """Ranks by shared words."""

    def __init__(self, path, hybrid, content):
        assert Path(path).is_dir() and hybrid and content

    def index(self, documents):
        self.texts = {str(row): text for row, text, _ in documents}

    def save(self, path):
        Path(path).mkdir()

    def search(self, text, limit):
        scores = {row: len(set(text.split()) & set(found.split())) for row, found in self.texts.items()}
        best = sorted(scores, key=lambda row: -scores[row])[:limit]
        return [{"id": row, "score": scores[row], "text": self.texts[row]} for row in best]
'''


def test_txtai_gets_the_chunks_and_is_asked_for_more_where_some_are_excluded(
    corpus: IndexedCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "txtai.py").write_text(FAKE_TXTAI, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    asked = "The Marlin ferry stops"
    txtai = Txtai(corpus, Path(sys.executable), tmp_path)
    first, second = txtai.find([Query(asked), Query(asked, exclude=("courier-1",))], 1)
    assert (first.passages[0].article_id, first.confidence) == ("courier-1", 4)
    assert second.passages[0].article_id == "post-1"
