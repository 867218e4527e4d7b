import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.mail.headers import Sender, read_sender
from corpus.formats.mail.publisher import Publisher, publisher_of

KNOWN = "known name of the domain"


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Ana Ruiz from Quay Notes <quaynotes@substack.com>", Publisher("Quay Notes", "Ana Ruiz")),
        ("Ana Ruiz from Quay Notes <anaruiz+tuesday@substack.com>", Publisher("Quay Notes", "Ana Ruiz")),
        ("Ana from Quay Notes <quaynotes@substack.com>", Publisher("Quay Notes")),
        ("Ana Ruiz from Letters from a Quay <anaruiz@substack.com>", Publisher("Letters from a Quay", "Ana Ruiz")),
        ("Letters from a Quay <lettersfromaquay@substack.com>", Publisher("Letters from a Quay")),
        ("Night Letters from Kelpwick <ebb@substack.com>", Publisher("Night Letters from Kelpwick")),
        ("Quay Notes <quaynotes@mail.beehiiv.com>", Publisher("Quay Notes")),
        ("Ana Ruiz at Quay Notes <ana@quaynotes.example>", Publisher("Quay Notes", "Ana Ruiz")),
        ("The Morning <nytdirect@nytimes.com>", Publisher("The New York Times", "", KNOWN)),
        ("BBC News <ebulletin@email.bbc.com>", Publisher("BBC News")),
        ("newsletter@theguardian.com", Publisher("The Guardian", "", KNOWN)),
        ("The Guardian", Publisher("The Guardian")),
    ],
)
def test_an_outlet_is_told_by_its_sender_alone(sender: str, publisher: Publisher) -> None:
    assert publisher_of(read_sender(sender), mailing=False, to_many=False) == publisher


@pytest.mark.parametrize(
    "sender",
    [
        "Ana Ruiz <ana@axios.com>",
        "Ana Ruiz <ar@axios.com>",
        "Ana <ana@axios.com>",
        "ana.ruiz@axios.com",
        "The Morning <themorning@yahoo.com>",
        "Ana Ruiz from Quay Notes <ana.ruiz@post.example>",
        "Ana Ruiz",
        "",
    ],
)
def test_a_person_is_no_outlet(sender: str) -> None:
    assert publisher_of(read_sender(sender), mailing=False, to_many=False) == Publisher()


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Ana Ruiz <ana@axios.com>", "Ana Ruiz"),
        ("Ana Ruiz from Axios <ana.ruiz@axios.com>", "Ana Ruiz"),
        ("Ana <ana@axios.com>", ""),
        ("Morning Brief <morningbrief@axios.com>", ""),
    ],
)
def test_whoever_writes_to_many_from_a_known_domain_writes_for_its_outlet(sender: str, author: str) -> None:
    found = publisher_of(read_sender(sender), mailing=False, to_many=True)
    assert (found.outlet, found.author) == ("Axios", author)


@given(st.text(max_size=60), st.text(max_size=20), st.sampled_from(("", "axios.com", "substack.com", "b.example")))
def test_any_sender_is_read(name: str, local: str, host: str) -> None:
    for mailing in (False, True):
        found = publisher_of(Sender(name, local, host), mailing, mailing)
        assert found.outlet or not found.author
