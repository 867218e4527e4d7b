from pathlib import Path

import pytest

from corpus.sample import SAMPLE_ARTICLES
from corpus.terminal.hints import with_options

REBUILD = "It is broken: run `dateline index --rebuild`, or `dateline check`."


@pytest.mark.parametrize(
    ("articles", "index", "message"),
    [
        (None, None, REBUILD),
        (SAMPLE_ARTICLES, None, REBUILD),
        (
            Path("my articles"),
            None,
            "It is broken: run `dateline index --articles 'my articles' --rebuild`, or "
            "`dateline check --articles 'my articles'`.",
        ),
        (SAMPLE_ARTICLES, Path("/i"), "It is broken: run `dateline index --index /i --rebuild`, or `dateline check`."),
    ],
)
def test_commands_name_the_articles_and_the_index_of_the_call(
    articles: Path | None, index: Path | None, message: str
) -> None:
    assert with_options(REBUILD, articles, index) == message


def test_a_command_that_names_them_already_stays() -> None:
    message = "Run `dateline index --articles x`, not dateline index."
    assert with_options(message, Path("y")) == message
