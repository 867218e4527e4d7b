"""The words by which texts tell who speaks."""

import re
from collections.abc import Iterable

_SAY = {
    "accused": "accuse", "acknowledged": "acknowledge", "added": "add", "admitted": "admit", "agreed": "agree",
    "announced": "announce", "answered": "answer", "argued": "argue", "asked": "ask", "asserted": "assert",
    "assured": "assure", "began": "begin", "bragged": "brag", "called": "call", "cautioned": "caution",
    "claimed": "claim", "commented": "comment", "complained": "complain", "conceded": "concede",
    "concluded": "conclude", "confessed": "confess", "confirmed": "confirm", "contended": "contend",
    "continued": "continue", "countered": "counter", "cried": "cry", "declared": "declare", "demanded": "demand",
    "denied": "deny", "described": "describe", "dubbed": "dub", "emphasised": "emphasise",
    "emphasized": "emphasize", "exclaimed": "exclaim", "explained": "explain", "hinted": "hint",
    "insisted": "insist", "joked": "joke", "lamented": "lament", "maintained": "maintain", "mused": "muse",
    "noted": "note", "objected": "object", "observed": "observe", "opined": "opine", "pledged": "pledge",
    "posted": "post", "predicted": "predict", "promised": "promise", "protested": "protest", "quipped": "quip",
    "recalled": "recall", "reported": "report", "reiterated": "reiterate", "remarked": "remark", "repeated": "repeat",
    "replied": "reply", "responded": "respond", "revealed": "reveal", "said": "say", "shouted": "shout",
    "stated": "state", "stressed": "stress", "suggested": "suggest", "testified": "testify", "told": "tell",
    "tweeted": "tweet", "urged": "urge", "vowed": "vow", "warned": "warn", "whispered": "whisper", "wrote": "write",
}  # fmt: skip
_ENDS_IN_Y = ("reply", "testify", "deny", "cry")


def _forms(past: str, base: str) -> tuple[str, ...]:
    third = f"{base[:-1]}ies" if base in _ENDS_IN_Y else f"{base}s"
    return past, base, third


PARTICIPLES = tuple(
    "adding arguing asking calling claiming denying describing explaining insisting joking noting observing recalling "
    "remarking saying stating stressing suggesting telling warning writing".split()
)
_POINTED = (
    "pointed out",
    "points out",
    "point out",
    "went on",
    "goes on",
    "chimed in",
    "put it",
    "spoke of",
    "speaks of",
)
# What people say; "X thinks" tells words of X only where no quotation marks are asked for.
SAYING = tuple(sorted({form for past, base in _SAY.items() for form in _forms(past, base)} | set(_POINTED)))
THINKING = tuple("believe believed believes fear feared fears hope hoped hopes think thinks thought".split())
_REPORT = frozenset(
    "acknowledge add admit argue assert assure caution claim complain concede conclude contend declare deny emphasise "
    "emphasize explain insist lament maintain note observe predict recall reiterate reply respond say state stress "
    "suggest tell testify warn write joke".split()
)
_REPORT_THAT = frozenset(
    "accuse announce call confirm demand describe pledge promise report reveal urge vow answer post tweet".split()
)
# After these stands what was said; after `WITH_THAT` only where "that", a pronoun or quotation marks follow.
REPORTING = frozenset(
    {*_POINTED[:3], *_POINTED[-2:]}
    | {form for past, base in _SAY.items() if base in _REPORT for form in _forms(past, base)}
)
WITH_THAT = frozenset(
    {*THINKING} | {form for past, base in _SAY.items() if base in _REPORT_THAT for form in _forms(past, base)}
)
BASES = frozenset(_SAY.values())

PRONOUNS = frozenset({"he", "she", "they"})
HE, SHE = "he", "she"
TITLES = {
    "mr": HE, "sir": HE, "lord": HE, "king": HE, "prince": HE, "mrs": SHE, "ms": SHE, "miss": SHE, "lady": SHE,
    "dame": SHE, "queen": SHE, "princess": SHE, "dr": "", "prof": "", "professor": "", "rev": "", "st": "",
    "president": "", "minister": "", "mayor": "", "senator": "", "sen": "", "rep": "", "governor": "", "gov": "",
    "judge": "", "justice": "", "captain": "", "general": "", "gen": "", "colonel": "", "councillor": "",
    "chancellor": "", "secretary": "", "chief": "", "inspector": "", "sergeant": "", "officer": "", "coach": "",
    "director": "", "manager": "", "ceo": "", "cto": "", "cfo": "", "chairman": HE, "chairwoman": SHE,
    "spokesman": HE, "spokeswoman": SHE, "congressman": HE, "congresswoman": SHE, "pope": HE, "bishop": "",
    "detective": "", "attorney": "", "prosecutor": "", "deputy": "", "vice": "", "prime": "", "former": "",
    "founder": "", "cofounder": "", "author": "", "actor": HE, "actress": SHE, "head": "", "boss": "",
}  # fmt: skip
# What somebody is to another.
KIN = {
    "aunt": SHE, "brother": HE, "daughter": SHE, "father": HE, "grandfather": HE, "grandmother": SHE, "husband": HE,
    "mother": SHE, "sister": SHE, "son": HE, "uncle": HE, "widow": SHE, "widower": HE, "wife": SHE,
}  # fmt: skip
# Of people, and of the words that stand before a name and are no name.
ROLES = frozenset(
    "actress advocate analyst apprentice architect artist athlete attorney captain chair chairman chairwoman champion "
    "chancellor chef chief child clerk coach colonel comic daughter dentist deputy detective executive expert father "
    "fisherman friend general girl governor graduate guard guide guitarist head historian host husband judge king "
    "lawyer mayor midwife minister monk mother neighbour neighbor nurse official patient pilot pope president priest "
    "prince princess producer professor prosecutor queen rep representative resident scientist secretary senator "
    "sergeant sister son spokesman spokesperson spokeswoman star student tenant victim widow widower wife witness "
    "boss brother aide ally critic envoy veteran operator surgeon vicar vet warden delegate agent".split()
)
ROLE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "yst", "ess")
NO_ROLES = frozenset(
    "after another either ever former forever further hover however later latter neither never number other over "
    "rather under whether winter summer october november december september for nor or per her number matter water "
    "together better former mother-in-law".split()
)
# They begin sentences and stand in no name.
NO_NAMES = frozenset(
    "A About According Besides After All Also Although Among An And Another Any Are As Asked At Back Because Before "
    "Both But By Can Could Despite Did Do Does During Each Earlier Even Every Everyone Few Finally First For From Had "
    "Has Have He Her Here His How However I If In Indeed Instead Is It Its Just Last Later Like Many Maybe Meanwhile "
    "More Most Much My Neither Never Next No Nobody None Nor Not Nothing Now Of On Once One Only Or Other Others Our "
    "Over Perhaps People Please Quite Read Second See She Should Since So Some Somebody Someone Sometimes Still Such "
    "Than Thanks That The Their Them Then There These They This Those Though Through To Today Tomorrow Too Two Under "
    "Until Upon Was We Well Were What When Where Whether Which While Who Whoever Why Will With Within Without Would "
    "Yes Yesterday Yet You Your Rather Use Same Let Said Says Told Say Dear Click Get Take Make Give Given Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December".split()
)
# Given names that tell he from she where nothing else does.
_HE_NAMES = (
    "aaron adam adrian alan albert alex alexander alfred ali andreas andrei andrew anton anthony antonio arthur barry "
    "ben benjamin bernard bill bob boris brad brandon brian bruce bryan carl carlos charles chris christian "
    "christopher claude colin daniel dave david dean dennis derek dmitri dominic don donald doug douglas dylan edward "
    "elon emmanuel eric erik ethan evan felix francis frank fred gary gavin george gerald gordon graham greg gregory "
    "hans harold harry henry howard hugh ian igor isaac ivan jack jacob jake james jason jeff jeffrey jeremy jerry "
    "jim joe joel john jon jonathan jose joseph josh joshua juan justin karl keith ken kenneth kevin kurt kyle lars "
    "larry lee leo leon lewis liam louis luca lucas luis luke marc marco marcus mario mark martin matt matthew max "
    "michael mike mohamed mohammed muhammad nathan neil nicholas nick nigel nils oliver omar oscar otto patrick paul "
    "pedro peter phil philip piet rafael ralph randy ray raymond richard rick rob robert roger ron ronald ross roy "
    "russell ryan sam samuel sean sebastian sergei simon stanley stefan stephen steve steven stuart ted thomas tim "
    "timothy todd tom tony travis trevor tyler victor vincent vladimir volodymyr walter warren wayne will william "
    "yusuf zachary anselm gustav"
)
_SHE_NAMES = (
    "abigail alice alicia alison amanda amber amelia amy ana andrea angela anita ann anna anne annie april ashley "
    "barbara beatrice becky beth betty beyonce birgit brenda brittany carla carol caroline catherine charlotte chloe "
    "christina christine claire clara claudia crystal cynthia daisy dana danielle dawn debbie deborah denise diana "
    "diane donna doris dorothy edda edith eileen elaine eleanor elena elisabeth elizabeth ella ellen emily emma erica "
    "erin esther eva evelyn fatima fiona frances gabriela gail gina gloria grace greta hanna hannah heather hedda "
    "heidi helen helena hillary holly ida ingrid irene isabel jacqueline jane janet janice jean jenna jennifer jenny "
    "jessica jill joan joanna joanne josephine joyce judith judy julia julie kamala karen kate katherine kathleen "
    "kathy katie kelly kim kimberly kirsten kristen laura lauren leah leslie lily linda lisa liz lori louise lucy "
    "lydia madeleine margaret maria marie marilyn marina martha mary maya megan melanie melissa michelle miranda "
    "mira molly monica nadia nancy naomi natalie natasha nicola nicole nina nora olga olivia pamela patricia paula "
    "petra phyllis rachel rebecca renee rita robin rosa rosalind rose ruth sally samantha sandra sara sarah sharon "
    "sheila shirley silvia sonia sophia sophie stella stephanie susan suzanne sylvia tanya tara taylor teresa theresa "
    "tilda tina tove tracy ulla ursula valerie vanessa vera veronica victoria virginia wendy yvonne zoe runa"
)
GENDERS = {**dict.fromkeys(_HE_NAMES.split(), HE), **dict.fromkeys(_SHE_NAMES.split(), SHE)}
# After a name, these make it a body and no person.
BODIES = frozenset(
    "agency airlines alliance association authority bank board bureau capital church club college commission "
    "committee company congress corp corps corporation council court department federation foundation fund group "
    "holdings inc institute labs league ltd ministry museum network news office organisation organization parliament "
    "partners party post press research school senate services society studios team times trust union united "
    "university ventures".split()
)
# After a noun of these, or "so-called", stands what is only named in quotation marks.
NAMED = tuple(
    "album article book campaign chapter character column comedy documentary drama episode essay event exhibition film "
    "game hit hymn magazine mode movie musical newsletter novel painting paper play podcast poem programme program "
    "report series show single song sequel slogan titled entitled nicknamed called named so-called known as dubbed "
    "title track video word words term phrase".split()
)


def one_of(words: Iterable[str]) -> str:
    """Returns a pattern for any of some words, the longest that fits; grouped by first letters, which is faster."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items()) + ")"
