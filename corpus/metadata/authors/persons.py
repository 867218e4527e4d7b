"""Who is a person: names told from roles, days, buttons and outlets."""

import re

from corpus.text.date_words import WEEKDAYS

_ROLE = re.compile(
    r"(?:the |our |by )?(?:\w+ ){0,3}(?:agenc(?:y|ies)|staff|writers?|reporters?|correspondents?|editors?|"
    r"contributors?|columnists?|bureau|session|team|newsroom|wires?|redaktion|redacción|rédaction)(?: \w+)?|"
    r"(?:[\w-]{1,20}[- ])?studio(?: \w+){0,2}",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"[^\W\d_](?:[\w.'’‐‑-]*)")
_PARTICLES = frozenset(
    "da de del della den der di do dos du e el i la le of ten ter van vom von y zu zur bin ibn al".split()
)
_NO_FIRST_WORD = frozenset(
    """
    read view follow share sign get more all about click show contact subscribe save print listen watch join
    your our the this most top latest breaking live photo photos foto image picture video credit news last updated
    mehr alle folgen lesen zum zur voir suivre lire plus ver más seguir leer leggi segui lees meer volg
    """.split()
)
# Days that are no names of people, as Domingo is.
_BESIDE_NAMES = frozenset(WEEKDAYS) | frozenset(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes updated published posted edited aktualisiert veröffentlicht publicado publié
    actualizado pubblicato gepubliceerd follow
    """.split()
)
_EAST_ASIAN = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff々]{2,6}|[가-힣]{2,4}")
_EAST_ASIAN_ROLE = re.compile(r".*(?:部|局|社|班|新聞|新闻|通信|通讯|网|網|記者|记者|编辑|編集|기자|일보|신문|뉴스)$")
_ELIDED = re.compile(r"[dl]['’][^\W\d_]")
INITIALS = re.compile(r"[A-Z]{2,5}|[a-z]{3}")
FEWEST_WORDS, MOST_WORDS = 2, 6  # of a name
NAME_LIMIT = 100  # characters
_IN_LINES = frozenset("and und et y e & de del da di la le van von der den bin al el".split())
_NAMES_WORDS = range(2, 8)


def names_persons(line: str) -> bool:
    """Says whether a line holds names and nothing else: where only its place tells what a line is, it may be more."""
    words = line.replace(",", " ").replace(";", " ").split()
    short = len(words) in _NAMES_WORDS and len(line) <= NAME_LIMIT and line[-1] not in ".?!:"
    return short and all(word[0].isupper() or word.casefold() in _IN_LINES for word in words)


def is_person(name: str) -> bool:
    """Says whether words on a page can be the name of a person or the initials of an agency: no role, day or button."""
    words = name.split()
    if _EAST_ASIAN.fullmatch(name):
        return not _EAST_ASIAN_ROLE.match(name)
    if len(words) < FEWEST_WORDS:
        return bool(INITIALS.fullmatch(name)) and name.casefold() not in _NO_FIRST_WORD | _PARTICLES
    if len(words) > MOST_WORDS or words[0].casefold() in _NO_FIRST_WORD or _ROLE.fullmatch(name):
        return False
    if any(word.casefold() in _BESIDE_NAMES for word in words) or not all(map(CAPITALISED.fullmatch, words)):
        return False
    plain = [word[2:] if _ELIDED.match(word) else word for word in words]
    return not plain[-1][0].islower() and all(not word[0].islower() or word in _PARTICLES for word in plain)


def is_role(name: str) -> bool:
    """Says whether words say what somebody is or where he works, and not who: "Staff Writer"."""
    return bool(_ROLE.fullmatch(name))


def without_day(name: str) -> str:
    """Returns a name without the day of the week behind it, which stands in the next element of many bylines."""
    head, _, last = name.rpartition(" ")
    return head if " " in head and last.casefold() in WEEKDAYS else name
