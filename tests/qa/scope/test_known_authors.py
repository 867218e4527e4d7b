import pytest

from qa.errors import BadQuestion
from qa.scope.known_authors import KnownAuthors

NAMES = KnownAuthors(["Runa Velt", "Jon Velt-Åsen", "Ana Corvel", "Zoë Müller", "Ana", "Velt"])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("corvel", ("Ana Corvel",)),
        ("RUNA", ("Runa Velt",)),
        ("Velt Runa", ("Runa Velt",)),
        ("r. velt", ("Runa Velt",)),
        ("zoe muller", ("Zoë Müller",)),
        ("jon velt asen", ("Jon Velt-Åsen",)),
        ("asen", ("Jon Velt-Åsen",)),
        ("velt", ("Velt",)),  # a whole name before those that hold it
        ("ana", ("Ana",)),
        ("Runa Velt", ("Runa Velt",)),
        ("J Velt", ("Jon Velt-Åsen",)),
    ],
)
def test_an_author_is_found_by_the_words_of_the_name(written: str, names: tuple[str, ...]) -> None:
    assert NAMES.resolve(written) == names


def test_all_that_a_name_may_mean_are_meant() -> None:
    assert KnownAuthors(["Runa Velt", "Jon Velt"]).resolve("velt") == ("Runa Velt", "Jon Velt")


@pytest.mark.parametrize(
    ("written", "offered"), [("velr", "Velt"), ("Ana Corvell", "Ana Corvel"), ("runna", "Runa Velt"), ("el", "'el'")]
)
def test_an_unknown_author_is_refused_and_the_nearest_names_offered(written: str, offered: str) -> None:
    with pytest.raises(BadQuestion, match=offered):
        NAMES.resolve(written)


@pytest.mark.parametrize("written", ["", "  ", "...", "Quimby"])
def test_nobody_is_offered_who_is_not_near(written: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        NAMES.resolve(written)
    assert str(refused.value) == f"No article in the index has an author called {written!r}."
