import json
from datetime import date
from pathlib import Path

import pytest

from corpus.article import UNKNOWN_OUTLET
from tests.corpus.reading import LONG, origins, read_one


def test_a_whole_article_is_no_stub_in_scripts_without_blanks(tmp_path: Path) -> None:
    for text in ("市议会星期一投票决定重建旧海堤。" * 12, "市議会は月曜日、古い橋を再び開く案を可決した。" * 12):
        assert read_one(tmp_path, "a.txt", text).articles[0].flags == ()
        assert read_one(tmp_path, "a.txt", text[:40]).articles[0].flags == ("stub",)


def test_a_clipped_title_is_split_into_headline_and_site_where_the_address_bears_it_out(tmp_path: Path) -> None:
    row = {"title": "Pool closes - Quay Ledger", "url": "https://www.quayledger.com/a", "text": LONG}
    (article,) = read_one(tmp_path, "a.json", json.dumps(row)).articles
    assert (article.title, article.outlet) == ("Pool closes", "Quay Ledger")
    toml = '[[outlet]]\nname = "Ledger of the Quay"\ndomains = ["quayledger.com"]\n'
    assert read_one(tmp_path, "a.json", json.dumps(row), toml).articles[0].outlet == "Ledger of the Quay"
    (article,) = read_one(tmp_path, "a.json", json.dumps({**row, "url": "https://other.example/a"})).articles
    assert (article.title, article.outlet) == (row["title"], UNKNOWN_OUTLET)


def test_a_well_known_site_is_known_by_the_address_that_the_file_gives(tmp_path: Path) -> None:
    matter = '---\ntitle: A\nsource: "https://www.bbc.com/news/a"\n---\n'
    (article,) = read_one(tmp_path, "a.md", matter + LONG).articles
    assert (article.outlet, origins(article)["outlet"]) == ("BBC", "site of the url")
    toml = '[[folder]]\npath = "*"\noutlet = "Quay Radio"\n'
    assert read_one(tmp_path, "a.md", matter + LONG, toml).articles[0].outlet == "Quay Radio"


@pytest.mark.parametrize(
    ("name", "matter", "day"),
    [
        ("2026-02-18-pool.md", "---\ntitle: A\n---\n", date(2026, 2, 18)),
        ("2026-02-18-pool.md", "---\ntitle: A\ndate: 2026-02-17\n---\n", date(2026, 2, 17)),
        ("2026-02-31-pool.md", "---\ntitle: A\n---\n", None),
        ("2026-02-18.md", "---\ntitle: A\n---\n", None),  # a note of that day
        ("2026-02-18-pool.txt", "", None),
    ],
)
def test_the_day_in_the_name_of_a_post_is_that_of_publication(
    tmp_path: Path, name: str, matter: str, day: date | None
) -> None:
    (article,) = read_one(tmp_path, name, matter + LONG).articles
    assert article.published == day
