"""Names of authors, out of the many shapes in which exports and bylines give them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.text import clean_line
from corpus.text.date_words import WEEKDAYS

_BY = re.compile(r"^(?:(?:written|words|story|text)\s+)?(?:by|von|par|por)[:\s]\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[;|\n]|,(?!\s*(?:Jr|Sr|II|III|MD|PhD)\b)(?:\s*(?:and|und|&)\s)?|\s(?:and|und|&)\s)\s*", re.IGNORECASE
)
_NOT_A_NAME = re.compile(r"^(?:https?://|www\.|@)|@\w+\.\w|^\W*$", re.IGNORECASE)
_ASIDE = re.compile(r"\s+\([^()]{1,40}\)$|\s+in\s+[A-Z][\w .'’-]{1,40}$")  # "(agency)", "in Kyiv"
_NOBODY = re.compile(
    r"(?:the )?(?:admin(?:istrator)?|webmaster|editor|editorial|redaktion|redacción|rédaction)", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?:the |our |by )?(?:\w+ ){0,3}(?:agenc(?:y|ies)|staff|writers?|reporters?|correspondents?|editors?|"
    r"contributors?|columnists?|bureau|session|team|newsroom|wires?|redaktion|redacción|rédaction)(?: \w+)?|"
    r"(?:[\w-]{1,20}[- ])?studio(?: \w+){0,2}",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[(<\[]?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[)>\]]?")
_CAPITALISED = re.compile(r"[^\W\d_](?:[\w.'’‐‑-]*)")
_PARTICLES = frozenset(
    "da de del della den der di do dos du e el la le of ten ter van vom von y zu zur bin ibn al".split()
)
_NO_FIRST_WORD = frozenset(
    """
    read view follow share sign get more all about click show contact subscribe save print listen watch join
    your our the this most top latest breaking live photo photos foto image picture video credit news last updated
    mehr alle folgen lesen zum zur voir suivre lire plus ver más seguir leer leggi segui lees meer volg
    """.split()
)
_BESIDE_NAMES = frozenset(WEEKDAYS) | frozenset(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes updated published posted edited aktualisiert veröffentlicht publicado publié
    actualizado pubblicato gepubliceerd follow
    """.split()
)
_EAST_ASIAN = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff々]{2,6}|[가-힣]{2,4}")
_EAST_ASIAN_ROLE = re.compile(r".*(?:部|局|社|班|新聞|新闻|通信|通讯|网|網|記者|记者|编辑|編集|기자|일보|신문|뉴스)$")
_REPORTER = re.compile(r"^(?:记者|記者)[\s：:]+|\s*(?:기자|記者|记者)$")
_ELIDED = re.compile(r"[dl]['’][^\W\d_]")
_INITIALS = re.compile(r"[A-Z]{2,5}|[a-z]{3}")
_FEWEST_WORDS, _MOST_WORDS = 2, 6  # of a name
NO_VALUE = frozenset({"", "null", "none", "nan", "n/a", "~"})  # what exports and people write for nothing
_INITIAL_LAST = re.compile(r"\b[^\W\d_]\.$")
_NOBODY_KNOWN = NO_VALUE | {"unknown", "[]"}
_LIST = re.compile(r"^\[\s*(['\"])(.*)\1\s*\]$", re.DOTALL)
_NAME_LIMIT = 100  # characters
_PARTICLES = frozenset("and und et y e & de del da di la le van von der den bin al el".split())
_NAMES_WORDS = range(2, 8)
_MOST_NAMES = 30


def read_authors(value: object) -> tuple[str, ...]:
    """Reads names out of a string ("By A and B"), a list, or objects with a name.

    Addresses, handles and empty names are left out, and what a person is ("Staff Writer") or writes from; a role alone
    ("News agencies") stays, as it tells who wrote. Each name comes once, in the order given.
    """
    names: dict[str, str] = {}
    for raw in _strings(value):
        for part in _BETWEEN.split(_BY.sub("", _MAIL.sub(" ", raw) if "@" in raw else raw)):
            name = _without_day(_ASIDE.sub("", _REPORTER.sub("", _BY.sub("", clean_line(part))).strip(" ,-–—'\"")))
            name = name if _INITIAL_LAST.search(name) else name.rstrip(".")
            name = name[1:-1] if name[:1] == "(" and name[-1:] == ")" else name
            if name.casefold() not in _NOBODY_KNOWN and len(name) <= _NAME_LIMIT and not _NOT_A_NAME.search(name):
                names.setdefault(name.casefold(), name)
    known = [name for name in names.values() if not _NOBODY.fullmatch(name)]
    people = [name for name in known if not _ROLE.fullmatch(name)]
    return tuple(people or known)[:_MOST_NAMES]


def names_persons(line: str) -> bool:
    """Says whether a line holds names and nothing else: where only its place tells what a line is, it may be more."""
    words = line.replace(",", " ").replace(";", " ").split()
    short = len(words) in _NAMES_WORDS and len(line) <= _NAME_LIMIT and line[-1] not in ".?!:"
    return short and all(word[0].isupper() or word.casefold() in _PARTICLES for word in words)


def is_person(name: str) -> bool:
    """Says whether words on a page can be the name of a person or the initials of an agency: no role, day or button."""
    words = name.split()
    if _EAST_ASIAN.fullmatch(name):
        return not _EAST_ASIAN_ROLE.match(name)
    if len(words) < _FEWEST_WORDS:
        return bool(_INITIALS.fullmatch(name)) and name.casefold() not in _NO_FIRST_WORD | _PARTICLES
    if len(words) > _MOST_WORDS or words[0].casefold() in _NO_FIRST_WORD or _ROLE.fullmatch(name):
        return False
    if any(word.casefold() in _BESIDE_NAMES for word in words) or not all(map(_CAPITALISED.fullmatch, words)):
        return False
    plain = [word[2:] if _ELIDED.match(word) else word for word in words]
    return not plain[-1][0].islower() and all(not word[0].islower() or word in _PARTICLES for word in plain)


def is_role(name: str) -> bool:
    """Says whether words say what somebody is or where he works, and not who: "Staff Writer"."""
    return bool(_ROLE.fullmatch(name))


def _without_day(name: str) -> str:
    """Returns a name without the day of the week behind it, which stands in the next element of many bylines."""
    head, _, last = name.rpartition(" ")
    return head if " " in head and last.casefold() in WEEKDAYS else name


def _strings(value: object) -> Iterator[str]:
    items = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    for item in items[:_MOST_NAMES]:
        inner = item.get("name") if isinstance(item, Mapping) else item
        if isinstance(inner, str):
            text = inner.strip()[: _NAME_LIMIT * _MOST_NAMES]
            match = _LIST.match(text)  # a list that was written into a CSV cell
            yield from re.split(r"['\"]\s*,\s*['\"]", match[2]) if match else (text,)
