import pytest

from corpus.metadata.printed.style import DateStyle, style_of


@pytest.mark.parametrize("language", ["fr", "es", "pt-BR", "de_AT", "en-GB", "en-IN", "VI"])
def test_languages_whose_writers_put_the_day_first(language: str) -> None:
    assert style_of(language, "").order == "DMY"


@pytest.mark.parametrize("language", ["", "en", "en-US", "ja", "ko", "es-US", "x" * 1_000])
def test_elsewhere_a_number_may_be_the_month(language: str) -> None:
    assert style_of(language, "www.ledger.com").order == ""


def test_the_country_of_a_site_tells_what_its_language_does_not() -> None:
    assert style_of("en-US", "www.ledger.co.uk") == DateStyle("en", "DMY")
    assert style_of("", "ledger.us") == DateStyle()
