import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from corpus.web.site.known import is_known, known_names
from tests.corpus.pages import TITLE, page
from tests.corpus.reading import origins, read_one

LINES = [
    line for line in (files("corpus.web.site") / "known.txt").read_text("utf-8").splitlines() if line and line[0] != "#"
]
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,8}")


@pytest.mark.parametrize("line", LINES)
def test_each_line_is_domains_a_name_and_other_names(line: str) -> None:
    domains, *names = line.split(" | ")
    assert all(DOMAIN.fullmatch(domain) and not domain.startswith("www.") for domain in domains.split())
    assert names
    assert all(name == " ".join(name.split()) != "" and "://" not in name for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_hundreds_of_sites_are_known_each_domain_once() -> None:
    counts = Counter(domain for line in LINES for domain in line.split(" | ")[0].split())
    assert len(counts) > 500
    assert max(counts.values()) == 1


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.nytimes.com", "The New York Times"),
        ("nytimes.com", "The New York Times"),
        ("economictimes.indiatimes.com", "The Economic Times"),
        ("abcnews.go.com", "ABC News"),
        ("go.com", ""),
        ("notnytimes.com", ""),
        ("nytimes.com.example", ""),
        ("", ""),
    ],
)
def test_a_site_is_known_by_its_domain_and_those_below_it(host: str, name: str) -> None:
    assert next(iter(known_names(host)), "") == name


def test_names_and_domains_of_the_list_are_known_and_no_others() -> None:
    assert is_known("the new york times")
    assert is_known("nytimes.com")
    assert not is_known("Quay Courier")
    assert not is_known("i")


def test_what_the_user_calls_a_domain_goes_before_the_list(tmp_path: Path) -> None:
    source = page('<link rel="canonical" href="https://www.nytimes.com/2026/02/18/pool.html">', title=TITLE)
    toml = '[[outlet]]\nname = "The Times of New York"\ndomains = ["nytimes.com"]\n'
    (article,) = read_one(tmp_path, "a.html", source).articles
    assert (article.outlet, origins(article)["outlet"]) == (
        "The New York Times",
        "known name of the domain of the url",
    )
    (article,) = read_one(tmp_path, "a.html", source, toml).articles
    assert article.outlet == "The Times of New York"
