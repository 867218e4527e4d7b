import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.cite import STYLES
from qa.facts.markdown import sheet_to_markdown
from qa.render.plain import printable
from tests.markup_cases import HOSTILE
from tests.qa.facts.sheets import SHEET, sheet_of
from tests.qa.render.test_markdown import quoted, tokens

ANY = st.text(min_size=1).filter(str.strip) | st.sampled_from(HOSTILE)


def test_each_quotation_has_its_source_as_a_footnote() -> None:
    assert sheet_to_markdown(SHEET, STYLES["chicago"]) == "\n\n".join([
        "# The last ferry",
        "> The operator, Lindqvist Lines, said that 14 jobs would go.[^1]",
        "Ask the union.",
        "And the mayor.",
        "> The bridge would open in 2031 and cost 90 million euros.[^2]",
        "[^1]: Ines Rask and Tom Oduya, “Marlin ferry stops for good,” *Quay Courier*, March 3, 2026, "
        "<https://courier.example/marlin>.",
        "[^2]: Untitled article in *Inland Ledger*, n.d. \\[AI-generated page\\]",
        "## How this came about",
        "- The quotations are word for word; each stood so in its article when this was made.\n"
        "- Left out, as the words no longer stand in the articles: 1 quotation.\n"
        "- “How many jobs?”: understood as outlet: Quay Courier; 3 articles searched.\n"
        "- Dateline 1.2.3, 1 December 2026, 09:05 UTC+01:00. The index was made 30 November 2026, 22:10 UTC, of "
        "4 articles from 3 outlets.\n",
    ])  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_nobody_reads_ids_or_offsets(style: str) -> None:
    written = sheet_to_markdown(SHEET, STYLES[style])
    assert "courier-1" not in written
    assert "98" not in written


@given(ANY)
def test_any_text_is_quoted_word_for_word_and_none_is_markup(text: str) -> None:
    written = sheet_to_markdown(sheet_of(text), STYLES["apa"])
    assert quoted(written) == "".join(printable(text).split()) + "[^1]"
    kinds = {token.type for token in tokens(written)}
    assert not {"html_inline", "html_block", "image", "fence", "table_open", "ordered_list_open"} & kinds
    assert [token.type for token in tokens(written)].count("bullet_list_open") == 1
