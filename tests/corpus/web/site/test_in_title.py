import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata.outlets import host_of
from corpus.web.site.in_title import split_site


@pytest.mark.parametrize(
    ("title", "host", "expected"),
    [
        ("Pool closes - Quay Ledger", "www.quayledger.com", ("Pool closes", "Quay Ledger")),
        ("Pool closes | The Quay Ledger", "quayledger.com", ("Pool closes", "The Quay Ledger")),
        ("Pool - what now? – BBC News", "www.bbc.co.uk", ("Pool - what now?", "BBC News")),
        ("Pool closes - Quay Ledger", "elsewhere.com", ("Pool closes - Quay Ledger", "")),
        ("Pool closes - BBC News", "quayledger.com", ("Pool closes - BBC News", "")),
        ("Pool closes - Quay Ledger", "", ("Pool closes - Quay Ledger", "")),
        ("Quay-Ledger", "quayledger.com", ("Quay-Ledger", "")),
        ("| Quay Ledger", "quayledger.com", ("| Quay Ledger", "")),
    ],
)
def test_the_site_is_split_off_where_the_address_bears_it_out(title: str, host: str, expected: tuple[str, str]) -> None:
    assert split_site(title, host) == expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_headline_is_never_lost(headline: str, site: str) -> None:
    title = f"{headline} | {site}"
    shortened, name = split_site(title, host_of(f"https://{site.replace(' ', '')}.com/a"))
    assert title.strip().startswith(shortened.strip())
    assert name in title
    assert (shortened == title) == (name == "")
