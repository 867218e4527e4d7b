"""Saved pages that are no articles: shells without text, checks for robots, errors, lists of bookmarks or articles."""

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.body.cards import texts_of_cards
from corpus.web.metadata import PageReading

_BOOKMARKS = re.compile(r"\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file", re.IGNORECASE)
_SHORT = 600  # characters; an article about such pages is longer
_SHELL_LONGEST = 300  # characters of a request to enable programs
_SHELL = re.compile(
    r"(?:enable|turn on|requires?|activate|without) javascript|javascript (?:is|must be|seems to be|has been) "
    r"(?:not )?(?:disabled|enabled|required|turned off|available)|javascript (?:aktivieren|ist deaktiviert)|"
    r"activ(?:er|ez|a|e) (?:le )?javascript|habilit(?:ar?|e) javascript|attiva(?:re)? javascript|включите javascript|"
    r"włącz javascript|javascriptを有効",
    re.IGNORECASE,
)
_CHECK_TITLES = re.compile(
    r"just a moment(?:\.\.\.|…)?|attention required!.{0,40}|access (?:to this page has been )?denied|"
    r"(?:are you a|robot or) (?:robot|human)\??|verify(?:ing)? (?:that )?you are (?:a )?human.{0,40}|security check|"
    r"ddos-guard|pardon our interruption.{0,20}|un momento(?:\.\.\.|…)|un instant(?:\.\.\.|…)|"
    r"nur einen moment(?:\.\.\.|…)|один момент(?:\.\.\.|…)",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"verify(?:ing)? (?:that )?you are (?:a |not a )?(?:human|robot)|checking your browser before|"
    r"review the security of your connection|unusual (?:traffic|activity) from your (?:computer|network)|"
    r"confirm (?:that )?you(?:'|’| a)re (?:a human|not a robot)",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:(?:error|http|fehler|erreur|errore|ошибка)(?: code)? )?(?:403|404|410|50[0234])(?:\W{1,3}(?:error|fehler|"
    r"erreur|(?:page )?not found|forbidden|gone|(?:internal )?server error|bad gateway|"
    r"service (?:temporarily )?unavailable|gateway time-?out|page introuvable|seite nicht gefunden|"
    r"página no encontrada|pagina non trovata))?{after}|"
    r"(?:oops!? ?)?(?:sorry, ?)?(?:the |this )?page (?:you requested )?(?:was |is |could |can )?(?:not (?:be )?found|"
    r"missing){after}|(?:die )?seite (?:wurde )?nicht gefunden{after}|page (?:introuvable|non trouvée){after}|"
    r"página no encontrada{after}|pagina (?:non trovata|niet gevonden){after}|página não encontrada{after}|"
    r"sidan (?:hittades inte|finns inte){after}|nie znaleziono strony{after}|strona nie (?:została znaleziona|istnieje)"
    r"{after}|страница не найдена{after}|ページが見つかりません{after}|页面不存在{after}".replace(
        "{after}", r"(?:[!.]|\s+[-–|_]\s.{0,60})?"
    ),
    re.IGNORECASE,
)
_FEWEST_LINES = 4  # in boxes of other articles, from which a page is a list of them
_OF_LINES = 0.6
_OF_TEXT = 0.8
_WEBSITE = "website"
_HOME = ("", "/index.html", "/index.htm", "/home", "/index.php")


def is_bookmarks(source: str) -> bool:
    """Says whether a page is the list of bookmarks that a browser exports."""
    return bool(_BOOKMARKS.match(source[:400]))


def why_refused(tree: HtmlElement, page: PageReading, body: str) -> str:
    """Returns why a page is certainly no article; empty where it may be one.

    Args:
        tree: The page.
        page: What it says about its article.
        body: The text that was extracted.
    """
    if len(body) <= _SHORT and (reason := _why_empty(tree, page, body)):
        return reason
    kinds = _kinds(tree)
    if page.is_described or not kinds <= {_WEBSITE}:
        return ""
    has_author, has_day = bool(page.metadata.authors), page.metadata.published is not None
    if _is_home(tree) and not (has_author and has_day):
        return "is the front page of a site, not an article: its own address says so"
    if kinds and not has_author and _is_list(tree, body):
        return "is a list of other articles (the page of a section, or of a search), not an article"
    return ""


def why_doubted(tree: HtmlElement, page: PageReading, body: str) -> str:
    """Returns a warning about a page that may be no article; mostly empty."""
    if page.is_described or page.metadata.authors or _kinds(tree) or not _is_list(tree, body):
        return ""
    return "Nearly all of it is headlines that are links and a line or two below each: perhaps a list, not an article."


def _why_empty(tree: HtmlElement, page: PageReading, body: str) -> str:
    title = " ".join((tree.findtext(".//title") or "").split())
    heads = (title, page.metadata.title, *(" ".join(head.itertext()) for head in tree.iter("h1")))
    if any(_CHECK_TITLES.fullmatch(head.strip()) for head in heads) or _CHECK.search(body):
        return "holds a site's check for robots, not the article: open the article in a browser and save it again"
    if any(_ERROR.fullmatch(head.strip()) for head in heads):
        return f"holds a site's error page ({title or page.metadata.title}), not an article"
    if len(body) <= _SHELL_LONGEST and _SHELL.search(body):
        return (
            "holds no text but a request to enable JavaScript: save it from a browser after the article has appeared, "
            "as a complete page"
        )
    return ""


def _kinds(tree: HtmlElement) -> set[str]:
    """Returns what a page says it is, for those who share it."""
    return {(meta.get("content") or "").strip().lower() for meta in tree.iter("meta")
            if "og:type" in (meta.get("property"), meta.get("name"))}  # fmt: skip


def _is_home(tree: HtmlElement) -> bool:
    addresses = [link.get("href") or "" for link in tree.iterfind('.//link[@rel="canonical"]')]
    addresses += [meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:url"]
    return bool(addresses) and all(_is_home_address(address.strip()) for address in addresses)


def _is_home_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path.rstrip("/").lower() in _HOME and not parts.query


def _is_list(tree: HtmlElement, body: str) -> bool:
    """Says whether nearly all of a text is boxes of other articles."""
    pieces = {squash(piece) for piece in texts_of_cards(tree, lambda _: False)}
    lines = [line for line in body.split("\n") if line.strip()]
    within = [line for line in lines if squash(line) in pieces]
    return len(within) >= max(_FEWEST_LINES, _OF_LINES * len(lines)) and sum(map(len, within)) >= _OF_TEXT * len(body)
