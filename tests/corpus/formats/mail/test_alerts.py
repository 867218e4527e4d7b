"""Alerts of search engines.

Public sources of the form: parsers of Google's alerts (plain text: "=== News - 2 new results for [harbour] ===" or the
topic and "Daily update", links as ``<https://www.google.com/url?...&url=ADDRESS&...>``, at the end links to
``https://www.google.com.ng/alerts/remove?...``; subjects and headings in the reader's language), and scripts that sort
the mails of alerts@talkwalker.com and googlenews-noreply@google.com.
"""

from email.message import EmailMessage
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.mail.alerts import alert_reason
from corpus.formats.mail.message import parse_mail

SENDER = "Google Alerts <googlealerts-noreply@google.com>"
TEASER = "The council of Kelpwick agreed on Monday to mend the flood gates for 3.9 million crowns, said its chair ..."
LANGUAGES = {
    "com": ("Google Alert - flood gates", "=== News - 2 new results for [flood gates] ==="),
    "de": ("Google Alert – Hafenmauer", "=== News - 2 neue Ergebnisse für [Hafenmauer] ==="),
    "fr": ("Alerte Google - mur du port", "=== Actualités - 2 nouveaux résultats pour [mur] ==="),
    "com.br": ("Alerta do Google - muro", "=== Notícias - 2 novos resultados para [muro] ==="),
    "co.jp": ("Google アラート - 防波堤", "=== ニュース - [防波堤] に関する 2 件の新しい結果 ==="),
}


def redirect(country: str, url: str) -> str:
    return f"https://www.google.{country}/url?rct=j&sa=t&url={quote(url, safe='')}&ct=ga&cd=CAEYACoU&usg=AOv"


def alert(country: str, urls: list[str], markup: bool, sender: str = SENDER) -> bytes:
    subject, heading = LANGUAGES[country]
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = sender, subject, "Wed, 18 Feb 2026 10:30:00 +0000"
    end = f"https://www.google.{country}/alerts/remove?source=alertsmail&hl=en&msgid=MT"
    links = [redirect(country, url) for url in urls]
    plain = "\n\n".join((heading, *(f"A headline\nQuay Courier\n{TEASER}\n<{link}>" for link in links), f"<{end}>"))
    message.set_content(plain + "\n")
    if markup:
        rows = "".join(
            f'<tr><td><a href="{link.replace("&", "&amp;")}"><b>A</b> headline</a><div>{TEASER}</div>'
            f'<a href="https://www.facebook.com/sharer?u={quote(link)}">Share</a></td></tr>' for link in links
        )  # fmt: skip
        message.add_alternative(f'<table>{rows}</table><a href="{end}">Unsubscribe</a>', "html")
    return message.as_bytes()


ADDRESS = st.integers(0, 10_000).map(lambda number: f"https://quaycourier.example/news/{number}?a=b&c=ü")


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.lists(ADDRESS, min_size=1, max_size=60, unique=True),
    st.booleans(),
    st.sampled_from((SENDER, "Ana Ruiz <ana@newsroom.example>")),
)
def test_an_alert_in_any_language_is_no_article_and_its_links_are_listed(
    country: str, urls: list[str], markup: bool, sender: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_mail(alert(country, urls, markup, sender), Hints())
    reason = str(caught.value)
    assert reason.startswith("metadata only: the alert holds just teasers")
    assert [url for url in urls[:20] if url not in reason] == []
    assert reason.count("https://") == min(len(urls), 20)
    assert (f", and {len(urls) - 20} more" in reason) == (len(urls) > 20)
    assert "\n" not in reason


def test_a_mail_that_links_to_the_search_engine_is_none() -> None:
    texts = ["See https://www.google.com/url?url=https://a.example/ and https://maps.google.com/"]
    assert alert_reason("Quay Courier <news@quaycourier.example>", texts) == ""


@pytest.mark.parametrize("sender", ["googlenews-noreply@google.com", "Talkwalker Alerts <alerts@talkwalker.com>"])
def test_digests_of_others_are_refused_too(sender: str) -> None:
    links = ["https://a.example/x. https://alerts.talkwalker.com/y"]
    assert alert_reason(sender, links).endswith("points to: https://a.example/x")


def test_an_alert_without_links_is_refused_all_the_same() -> None:
    assert alert_reason(SENDER, ["Nothing"]) == "metadata only: the alert holds just teasers of articles"
