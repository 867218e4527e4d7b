import pytest

from corpus.metadata.authors.jobs import stands_behind, without_job


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("ANA RUIZ EDUCATION CORRESPONDENT", "ANA RUIZ"),
        ("ANA McRUIZ Courier Staff Writer", "ANA McRUIZ"),
        ("Ana Ruiz Correspondent of The Harbour Courier", "Ana Ruiz"),
        ("Ana Ruiz Western Mail reporter", "Ana Ruiz"),
        ("Paris Holm Staff Writer", "Paris Holm"),
        ("Mary Ann Holm Political Editor", "Mary Ann Holm"),
        ("unserem Korrespondenten Jan Holm", "Jan Holm"),
        ("notre correspondante à Londres Zoé Ulv", "Zoé Ulv"),
    ],
)
def test_the_job_beside_a_name_is_left_out(written: str, name: str) -> None:
    assert without_job(written) == name


@pytest.mark.parametrize("job", ["Staff reporter", "Political Editor", "onze verslaggever", "Ruiz editor", "Writer"])
def test_a_job_alone_leaves_nothing(job: str) -> None:
    assert without_job(job) == ""


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("CNN", True), ("Berlin", True), ("New York", True), ("The Harbour Gazette", True), ("Harbour Press", True),
        ("Jan Holm", False), ("김민수", False),
    ],
)  # fmt: skip
def test_an_agency_an_outlet_or_a_place_may_stand_behind_a_name(words: str, behind: bool) -> None:
    assert stands_behind(words) is behind
