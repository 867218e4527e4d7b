"""The sets of questions that are measured."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.options import SAMPLE_QUESTIONS
from corpus.sample import SAMPLE_ARTICLES

# Where a developer's machine may have the development data: beside the checkout, never in it.
DEVELOPMENT_DATA = Path(__file__).resolve().parents[3] / "shared"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over one corpus.

    Attributes:
        name: Name of the set.
        corpus: Name of the corpus; sets of one corpus share an index.
        articles: Its articles, inside the folder of development data.
        questions: The file of questions, likewise.
        form: What is gold: see `benchmarks.quality.forms.FORMS`.
        excluding: Whether each question is asked a second time without the articles that answer it, which the system
            should notice.
        outlets: Whether questions keep the names of outlets.
        tested: Whether the tests ask it, on whatever machine they run: its floors have to hold in bfloat16 and float32.
    """

    name: str
    corpus: str
    articles: Path
    questions: Path
    form: str
    excluding: bool = False
    outlets: bool = True
    tested: bool = False


_MULTIHOP, _NEWS = Path("data", "multihop_rag"), Path("data", "realtimeqa")
_PEOPLE = Path("data", "people")
_CLAIMS, _FOLLOWUPS = Path("data", "scifact"), Path("data", "mtrag")

SETS = (
    # Absolute paths, which stay what they are behind any folder: the sample comes with the project.
    QuestionSet("sample", "sample", SAMPLE_ARTICLES, SAMPLE_QUESTIONS, "sentences", tested=True),
    QuestionSet("sources", "sources", Path("sources"), Path("sources", "questions.jsonl"), "sentences", tested=True),
    QuestionSet(
        "multihop_rag",
        "multihop_rag",
        _MULTIHOP / "articles.jsonl",
        _MULTIHOP / "questions.jsonl",
        "sentences",
        excluding=True,
    ),
    QuestionSet(
        "multihop_rag_no_outlets",
        "multihop_rag",
        _MULTIHOP / "articles.jsonl",
        _MULTIHOP / "questions.jsonl",
        "sentences",
        outlets=False,
    ),
    QuestionSet(
        "realtimeqa", "realtimeqa", _NEWS / "articles.jsonl", _NEWS / "questions.jsonl", "articles", excluding=True
    ),
    QuestionSet("people", "people", _PEOPLE / "articles.jsonl", _PEOPLE / "questions.jsonl", "answers", excluding=True),
    QuestionSet("scifact", "scifact", _CLAIMS / "articles.jsonl", _CLAIMS / "questions.jsonl", "articles"),
    QuestionSet("mtrag", "mtrag", _FOLLOWUPS / "passages.jsonl", _FOLLOWUPS / "followups.jsonl", "passages"),
)
