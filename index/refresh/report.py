"""What a refresh did."""

from dataclasses import dataclass

from corpus.errors import Problem
from corpus.passed_over import PassedOver


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did, counted in articles where nothing else is said.

    Attributes:
        generation: Name of the generation that answers now.
        published: Whether that generation is a new one.
        added: New articles.
        changed: Articles whose text or metadata changed.
        removed: Articles that are gone.
        moved: Articles that only changed their place.
        unchanged: All others.
        chunks: Passages in the index.
        embedded: Passages that had to be encoded.
        problems: Files and records that could not be used, and why.
        passed_over: What else lies among the articles, by the rule that passes it over.
        warnings: What else the user should know, one sentence each.
        left_out: Articles that are replaced by a later version of their item or withdrawn, and what does that.
        seconds: Duration.
    """

    generation: str
    published: bool
    added: int
    changed: int
    removed: int
    moved: int
    unchanged: int
    chunks: int
    embedded: int
    problems: tuple[Problem, ...]
    passed_over: tuple[PassedOver, ...]
    warnings: tuple[str, ...]
    left_out: tuple[Problem, ...]
    seconds: float

    @property
    def articles(self) -> int:
        """Number of articles in the index."""
        return self.added + self.changed + self.moved + self.unchanged

    def line(self) -> str:
        """Returns the whole report in one line."""
        counts = [f"{self.added:,} added", f"{self.changed:,} changed", f"{self.removed:,} removed"]
        if self.moved:
            counts.append(f"{self.moved:,} moved")
        counts.append(f"{self.unchanged:,} unchanged")
        if self.problems:
            counts.append(f"{len(self.problems):,} not read")
        if self.left_out:
            counts.append(f"{len(self.left_out):,} left out")
        return (
            f"{self.articles:,} {'article' if self.articles == 1 else 'articles'}: {', '.join(counts)}; "
            f"{self.embedded:,} of {self.chunks:,} passages encoded; {self.seconds:.1f} s"
        )
