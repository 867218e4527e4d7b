"""Tells from a line alone whether it may be boilerplate of its page: whom it speaks to, and what of."""

import re

_QUOTED = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|‘(?:[^‘’]|’(?=\w))*’(?!\w)|\"[^\"]*(?:\"|$)")
# "US" is a country, so only "us" in small letters is the outlet itself.
_PERSON = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Yy]ou['’](?:re|ll|ve|d)|[Ww]e|[Ww]e['’](?:re|ll|ve|d)|[Oo]urs?|us|YOUR?|OUR)\b"
)
_LEAD = r"\W*(?:(?i:please|also|and|or|to|for [^,.]{1,40},) )*"
_REQUEST = re.compile(
    _LEAD + r"(?i:add|ask|become|browse|buy|call|check|choose|click|consider|contact|discover|donate|don['’]?t miss|"
    r"download|e-?mail|enter|explore|find|follow|get|give|hear|hit|join|keep|learn|like what|listen|log|look|make sure|"
    r"never miss|note|press|read|register|save|scroll|search|see|send|share|shop|show|sign|skip|start|stay|subscribe|"
    r"support|take|tap|tell|text|thank|try|turn|tweet|use|view|visit|watch|write)\b(?!['’])"
)
_OF_THE_PAGE = re.compile(
    r"\bsign(?:ing|ed)? up\b|\bnewsletters?\b|\binbox\b|\bsubscri(?:be|ber|bers|bing|ption)\b|\bsubscriber-only\b"
    r"|\baffiliate\b|\bearn (?:us )?a commission\b|\bprivacy (?:policy|notice)\b|\bterms of (?:service|use)\b"
    r"|\bcookies?\b|\brecaptcha\b|\be-?mail address\b|\byour details\b|\bdetails you have shared\b|\bpromo code\b"
    r"|\bclick here\b|\blog in\b|\bfollow (?:along|us)\b|\bfollow (?:\S+ ){1,4}(?:for|on)\b"
    r"|\bour (?:\w+ )?(?:app|coverage|stories|journalism|reviews?|podcasts?|guides?|website|site)\b"
    r"|\b(?:get|download) the (?:\S+ ){0,4}app\b|\bhow we (?:evaluate|rate|test|choose|pick|review)\b"
    r"|\bsubject to change\b|\btry again later\b"
    r"|\bwe (?:\w+ly )?(?:test|review|select|choose|recommend|evaluate|vet|handpick)(?:ed)?\b|^\W*please\b",
    re.IGNORECASE,
)
# What no report says, in whatever voice.
_SURELY = re.compile(
    r"\{\{|\}\}|©|\ball rights reserved\b|\baffiliate links?\b|\baffiliate partnerships\b"
    r"|\ba version of this (?:story|article|post) (?:first )?appear"
    r"|\bthis (?:story|article|post) (?:has been|was) (?:first )?(?:updated|published)\b"
    r"|\b(?:as of|at the time of) publi(?:shing|cation)\b|\b(?:skip past|after) newsletter promotion\b",
    re.IGNORECASE,
)
_LINKS_FEWEST = 3
_LINK_LONGEST = 4  # words
_SEPARATOR = re.compile(r"\s+[|•·]\s+")


def words_of_outlet(text: str, start: int, end: int) -> str:
    """Returns what of a span the outlet says itself: quotations are blanked out, those that span sentences too."""
    first = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    paragraph = text[first : after if after >= 0 else len(text)]
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), paragraph)
    return blanked[start - first : end - first]


def speaks_to_reader(words: str) -> bool:
    """Says whether an outlet's own words speak to those who read them, or of those who publish them."""
    return bool(_PERSON.search(words) or _REQUEST.match(words))


def speaks_of_page(words: str) -> bool:
    """Says whether an outlet's own words speak of the page they stand on and what can be done there."""
    if _SURELY.search(words) or _is_list_of_links(words):
        return True
    return bool(_OF_THE_PAGE.search(words)) and speaks_to_reader(words)


def _is_list_of_links(words: str) -> bool:
    parts = _SEPARATOR.split(words.strip())
    return len(parts) >= _LINKS_FEWEST and all(
        0 < len(part.split()) <= _LINK_LONGEST and not part.endswith(".") for part in parts
    )
