"""The figures of an evaluation as a table for the terminal."""

from rich.table import Table

from qa.evaluate.score import Evaluation


def render_evaluation(evaluation: Evaluation) -> Table:
    """Lays figures out for `rich.console.Console.print`; where there was nothing to measure, a dash stands."""
    table = Table("figure", "value", "of", box=None, pad_edge=False)
    answerable = f"{evaluation.answerable} answerable questions"
    unanswerable = f"{evaluation.unanswerable} unanswerable questions"
    rows = (
        *((f"some evidence in the first {k}", value, answerable) for k, value in evaluation.any_at.items()),
        ("evidence sentences in the first 10", evaluation.fraction_at_10, answerable),
        ("reciprocal rank of the first (MRR@10)", evaluation.mrr_at_10, answerable),
        ("evidence marked", evaluation.highlight_hit, "passages that hold evidence"),
        ("text marked", evaluation.highlight_share, "passages that hold evidence"),
        ("answered", evaluation.answered, answerable),
        ("refused", evaluation.refused, unanswerable),
        ("confidence tells them apart (AUROC)", evaluation.auroc, "pairs of both"),
    )
    for name, value, of in rows:
        table.add_row(name, "-" if value is None else f"{value:.3f}", of)
    table.add_row("median answer", f"{evaluation.median_seconds * 1000:.0f} ms", "all questions")
    table.add_row("slowest answer", f"{evaluation.slowest_seconds * 1000:.0f} ms", "all questions")
    return table
