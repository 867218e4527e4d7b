"""What a person is or does beside a name: jobs, desks and outlets, in bylines of many languages."""

import re

from corpus.metadata.authors.persons import CAPITALISED, FEWEST_WORDS, INITIALS

_OUR = re.compile(  # "unserem Korrespondenten Jan Holm", "notre envoyée spéciale à Brest, Zoé Ulv"
    r"^(?:(?:de|van|dal|da|from)\s)?(?:unser\w{0,2}|onze|notre|nos|nuestr[oa]s?|nostr[oai]|our)\s",
    re.IGNORECASE,
)
_OF_JOB = re.compile(  # what may stand between "our correspondent" and the name
    r"^(?:(?:sp[ée]cia(?:le?s?|ux)|especiale?s?)\b)?(?:\s*(?:in|à|en|a|uit)\s\S+)?(?:[,:]?\s+|$)", re.IGNORECASE
)
_JOB = (
    r"(?:staff|(?:sub-?)?editors?|writers?|reporter(?:s|in|innen)?|corr?espond[ea]nt(?:e?s?|in|innen|en)|"
    r"korrespondent(?:in|innen|en)?|columnists?|commentators?|critics?|contributors?|analysts?|journalist(?:in|innen|en|e|es|s)?|"
    r"(?:chef)?redakt(?:eur|or)(?:in|innen|en|e|s)?|mitarbeiter(?:in|innen|n)?|redact(?:eur|or|ora|ores|rice)s?|"
    r"rédact(?:eur|rice)s?|envoyée?s?|chroniqueu(?:r|se)s?|corresponsal(?:es)?|enviad[oa]s?|periodistas?|"
    r"corrispondent[ei]|inviat[oaie]|giornalist[aei]|verslag(?:gevers?|geefsters?)|repórter(?:es)?|jornalistas?|"
    r"correspondentes?|medarbetare)"
)
_IS_JOB = re.compile(rf"{_JOB}[.,:]?", re.IGNORECASE)
_FIRST_JOB = re.compile(rf"(?:\S+\s){{0,2}}?{_JOB}(?:[,:]?\s+|$)", re.IGNORECASE)
JOB_OF_SEVERAL = re.compile(rf"\w+(?: [^\W\dA-Z]+){{1,5}} (?i:{_JOB})|.{{1,40}}\s?/\s?(?i:staff|redacción|agencias)")
_BESIDE_JOBS = frozenset(
    """
    a an the our of by and chief senior junior assistant associate deputy executive managing contributing special
    guest staff freelance foreign international national domestic political politics parliamentary diplomatic
    economic economics business financial finance city markets industry industrial technology tech science
    scientific health medical education environment climate energy transport religious religion legal crime court
    courts security defence defense military royal home affairs social investigative investigations features feature
    news sports sport football rugby cricket racing arts art culture cultural media music film theatre books food
    travel fashion lifestyle consumer money property personal local regional county community general data video
    photo digital online web night day weekend white house washington westminster london new york paris berlin
    brussels moscow beijing jerusalem cairo delhi tokyo middle east africa asia europe american european us uk un
    world daily sunday evening morning western eastern northern southern mail post times herald gazette tribune
    journal chronicle observer telegraph guardian independent sun star globe mirror express standard press
    association courier argus echo bulletin record register dispatch examiner inquirer republic sentinel capital
    bureau team desk wire service agency newspaper newspapers magazine group weekly
    """.split()
)
_OUTLETS_END = re.compile(
    r"(?:the\s.+|.+\s(?:press|news|times|gazette|herald|tribune|journal|chronicle|observer|telegraph|online|newspapers?|"
    r"magazine|media|agency|service|television|tv|radio|washington post|daily mail))",
    re.IGNORECASE,
)
_GIVEN_NAMES_TOO = frozenset({"paris", "london", "star"})
PLACES = frozenset((
    "new york", "los angeles", "san francisco", "washington dc", "new delhi", "hong kong", "tel aviv", "buenos aires",
    "mexico city", "rio de janeiro", "são paulo", "the hague", "den haag", "kuala lumpur", "cape town", "new orleans",
))  # fmt: skip


def without_job(name: str) -> str:
    """Returns a name without the job before or behind it; nothing where a job is all."""
    if (our := _OUR.match(name)) and (job := _FIRST_JOB.match(name, our.end())):
        return _OF_JOB.sub("", name[job.end() :])
    words = name.split()
    place = next((place for place, word in enumerate(words) if _IS_JOB.fullmatch(word)), None)
    if place is None:
        return name
    beside = [_is_beside_job(word, words[0]) for word in words[:place]]
    if all(beside) or (beside[0] and words[0].casefold() not in _GIVEN_NAMES_TOO):
        return ""
    shouted = next((row for row, word in enumerate(words[:place]) if not _is_shouted(word)), place)
    end = shouted if shouted >= FEWEST_WORDS else place
    while end > FEWEST_WORDS and beside[end - 1]:
        end -= 1
    name = " ".join(words[:end])
    return "" if end < FEWEST_WORDS or _OUTLETS_END.fullmatch(name) else name


def _is_beside_job(word: str, first: str) -> bool:
    initials = INITIALS.fullmatch(word) and word.isupper() and not first.isupper()
    return bool(initials) or word.casefold().strip(".,'’") in _BESIDE_JOBS


def _is_shouted(word: str) -> bool:
    return word[-1:].isupper() or (word == word.upper() and word != word.lower())


def stands_behind(name: str) -> bool:
    """Says whether words behind a person's name are an agency, an outlet or a place."""
    single = " " not in name and bool(CAPITALISED.fullmatch(name)) and name.lower() != name.upper()
    return single or name.casefold() in PLACES or bool(_OUTLETS_END.fullmatch(name))
