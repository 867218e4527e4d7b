import pytest

from corpus.metadata.outlets import Outlet, OutletDirectory, host_of, outlet_key, spellings_to_show

DIRECTORY = OutletDirectory(
    (
        Outlet("The Northmere Courier", ("NC", "Northmere Courier Online"), ("northmere.example", "nc.co.example")),
        Outlet("Quillport Ledger", domains=("ledger.northmere.example",)),
    )
)


@pytest.mark.parametrize(
    "spelling",
    [
        "The Northmere Courier", "northmere courier", " NORTHMERE  COURIER ", "nc", "Northmere Courier Ltd.",
        "northmere.example",         "Ｎorthmere Courier", "Northmere Courier, Inc", "www.northmere.example",
    ],
)  # fmt: skip
def test_all_spellings_have_the_declared_name(spelling: str) -> None:
    assert DIRECTORY.canonical(spelling) == "The Northmere Courier"


def test_an_undeclared_outlet_keeps_its_spelling() -> None:
    assert DIRECTORY.canonical(" Some Paper ") == "Some Paper"


def test_undeclared_outlets_are_spelled_as_the_user_spells_them() -> None:
    directory = DIRECTORY.with_spellings(["The Verge", "Verge", "Verge", "nc", "BBC.com", "BBC"])
    assert directory.canonical("the verge") == "Verge"
    assert directory.canonical("bbc") == "BBC.com"
    assert directory.canonical("nc") == "The Northmere Courier"


def test_all_spellings_of_a_name_show_the_most_frequent_one_the_first_if_equal() -> None:
    names = ["POLITICO", "Politico", "The Verge", "BBC", "Politico", "verge", "Verge, Inc.", "verge", "Fortune.com"]
    assert spellings_to_show(names) == {
        **dict.fromkeys(("POLITICO", "Politico"), "Politico"),
        **dict.fromkeys(("The Verge", "verge", "Verge, Inc."), "verge"),
        **{"BBC": "BBC", "Fortune.com": "Fortune.com"},
    }
    assert spellings_to_show(["One", "ONE"]) == {"One": "One", "ONE": "One"}


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://northmere.example/a", "The Northmere Courier"),
        ("https://WWW.Northmere.example:443/a", "The Northmere Courier"),
        ("http://m.nc.co.example/", "The Northmere Courier"),
        ("https://ledger.northmere.example/x", "Quillport Ledger"),
        ("https://evil-northmere.example/", None),
        ("https://northmere.example.evil.example/", None),
        ("https://co.example/", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_an_address_names_an_outlet_only_by_a_declared_domain(url: str, outlet: str | None) -> None:
    assert DIRECTORY.from_url(url) == outlet


def test_aliases_give_every_declared_spelling() -> None:
    aliases = DIRECTORY.aliases()
    assert aliases["NC"] == aliases["northmere.example"] == "The Northmere Courier"
    assert aliases["Quillport Ledger"] == "Quillport Ledger"


def test_different_names_are_not_folded_together() -> None:
    assert len({outlet_key(name) for name in ("The Times", "The New York Times", "Time", "Co", "The")}) == 5


@pytest.mark.parametrize(
    "name",
    [
        "Quay Gazette",
        "The Quay Gazette - Life and Style",
        "QUAY GAZETTE - Health",
        "Quay Gazette | News of the Harbour 2017",
        "Quay Gazette: The Most Interesting Articles",
    ],
)
def test_sections_and_slogans_are_their_outlet(name: str) -> None:
    directory = OutletDirectory().with_spellings([name, "Quay Gazette", "Quay Gazette"])
    assert directory.canonical(name) == "Quay Gazette"


@pytest.mark.parametrize("name", ["Al-Monitor", "E! News", "Página|12", "24:7 News", "X | Y", "- Paper"])
def test_marks_in_a_name_are_part_of_it(name: str) -> None:
    assert OutletDirectory().canonical(name) == name


def test_a_section_that_the_user_declared_is_an_outlet_of_its_own() -> None:
    directory = OutletDirectory((Outlet("Gazette Sport", aliases=("Quay Gazette - Sport",)),))
    assert directory.canonical("Quay Gazette - Sport") == "Gazette Sport"
    assert directory.canonical("Quay Gazette - Health") == "Quay Gazette"


@pytest.mark.parametrize(("url", "host"), [("https://A.example:80/x", "a.example"), (None, ""), ("http://[x", "")])
def test_an_address_has_a_host_or_none(url: str | None, host: str) -> None:
    assert host_of(url) == host
