import pytest

from corpus.web.site.names import SiteName, choose_site_name, ends_of_title, fit, labels, without_site


def choose(host: str, *names: str, headlines: tuple[str, ...] = ("Pool closes",)) -> str:
    found = choose_site_name([SiteName(name, "somewhere") for name in names], host, headlines)
    return found.name if found else ""


@pytest.mark.parametrize(
    ("host", "names", "chosen"),
    [
        ("www.ledger.example", ("Ledger Media GmbH", "The Ledger"), "The Ledger"),
        ("www.ledger.example", ("U.S.", "Ledger"), "Ledger"),
        ("ledger.example", ("ledger.example", "The Ledger"), "The Ledger"),
        ("ledger.example", ("The Ledger | News you can use", "Other"), "The Ledger"),
        ("www.nqz.example", ("Press Holding AG", "Neue Quillporter Zeitung"), "Neue Quillporter Zeitung"),
        ("nqr.example", ("NQR Sport",), "NQR"),
        ("nqrsports.example", ("NQR Sports",), "NQR Sports"),
        ("www.ledger.example", ("Ledger (www.ledger.example)",), "Ledger"),
        ("ledger.example", ("the Ledger",), "The Ledger"),
        ("other.example", ("First Name", "Second Name"), "First Name"),
        ("", ("First Name",), "First Name"),
        ("ledger.example", ("Ledger Media GmbH",), "Ledger Media GmbH"),
        ("ledger.example", ("Press Holding AG",), ""),
    ],
)
def test_the_name_that_the_address_bears_out_is_chosen(host: str, names: tuple[str, ...], chosen: str) -> None:
    assert choose(host, *names) == chosen


@pytest.mark.parametrize(
    "name",
    ["https://www.facebook.com/ledger", "ledger_online", "@ledger", "Pool closes", "Home", "", "<b>x</b>", "x" * 90],
)
def test_what_is_no_name_is_refused(name: str) -> None:
    assert choose("ledger.example", name) == ""


def test_the_end_of_a_title_counts_only_where_the_address_bears_it_out() -> None:
    end = SiteName("Town Hall", "title of the page", weak=True)
    assert choose_site_name([end], "www.ledger.example", ()) is None
    assert choose_site_name([end], "", ()) is None
    assert choose_site_name([end], "www.townhall.example", ()) == SiteName("Town Hall", "title of the page")
    assert choose_site_name([SiteName("Politics", "title of the page", weak=True)], "", ()) is None


@pytest.mark.parametrize(
    ("name", "host", "expected"),
    [
        ("The Ledger", "www.ledger.co.uk", 0),
        ("World Ledger", "world.ledger.example", 1),
        ("Ledger World", "world.ledger.example", 0),
        ("Ledger Online", "ledger.example", 1),
        ("Neue Quillporter Zeitung", "nqz.example", 2),
        ("Quay Courier", "ledger.example", 3),
        ("The Ledger", "", 3),
    ],
)
def test_how_well_a_name_fits_an_address(name: str, host: str, expected: int) -> None:
    assert fit(name, host) == expected


def test_an_address_is_cut_into_the_parts_that_may_name_somebody() -> None:
    assert labels("www.ledger.co.uk") == ["ledger"]
    assert labels("news.quay-courier.com.au") == ["quaycourier"]
    assert labels("localhost") == []


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("Pool closes | Ledger", ["Ledger", "Pool closes"]),
        ("Pool closes - Town - Ledger", ["Ledger", "Pool closes"]),
        ("Pool closes (The Ledger)", ["The Ledger"]),
        ("Pool closes", []),
        ("Well-known pool", []),
    ],
)
def test_the_ends_of_a_title_may_be_the_site(title: str, ends: list[str]) -> None:
    assert list(ends_of_title(title)) == ends


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Pool closes | The Ledger", "Pool closes"),
        ("Pool closes - Ledger - The Ledger", "Pool closes"),
        ("Pool closes (The Ledger)", "Pool closes"),
        ("Pool closes - for good", "Pool closes - for good"),
        ("The Ledger", "The Ledger"),
    ],
)
def test_the_site_is_cut_off_a_headline(title: str, headline: str) -> None:
    assert without_site(title, ["The Ledger", "Ledger"]) == headline
