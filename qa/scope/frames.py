"""The words around what is asked that say where to look for it: "What did X say about", "articles on", "according to".

Patterns for `qa.scope.mask`: a run of `SOURCE` is an outlet or an author.
"""

import re

from qa.scope.mask import OF_A_PAPER, SOURCE

_AUX = r"(?:do|does|did|has|have|had|is|was|were|would|will|could|can)(?:n['’]t)?"
_HOW = r"(?:\s+(?:not|also|ever|already|actually|first|really|originally|all|both|both\s+of|yet))*"
_SOURCE = (
    r"(?:\b(?:both|n?either|reporter|journalist|columnist|correspondent|author)\s+)?"
    rf"['‘]?{SOURCE}+(?:['’]s?(?!\w))?{OF_A_PAPER}"
)
_AND = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|as\s+well\s+as|versus|vs\.?|&)\s+)"
SOURCES = rf"{_SOURCE}(?:{_AND}{_SOURCE})*"
# What a source publishes, where the source is named; without one, only what can hardly be anything else.
ITEM = (
    r"(?:(?:news|press|media)\s+)?(?:articles?|reports?|stor(?:y|ies)|news(?:\s+items?)?|coverage|reporting|pieces?|"
    r"columns?|editorials?|analys[ie]s|reviews?|texts?|headlines?|dispatch(?:es)?|account)"
)
_ITEMS = r"(?:(?:news|press|media)\s+)?(?:articles?|reports|stories|news(?:\s+items?)?|coverage|reporting|headlines)"
_OUTLETS = (
    r"(?:(?:news\s*)?(?:outlets|papers|sites)|publications|magazines|media(?:\s+outlets)?|sources|journalists|press"
    r"|(?:(?<=\bwhich\s)|(?<=\bany\s)|(?<=\bevery\s)|(?<=\beach\s))(?:outlet|(?:news)?paper|source|magazine|publication)"
    r"|every(?:one|body)|any(?:one|body)|(?:the\s+)?others"
    r"|the\s+rest(?:\s+of\s+the\s+(?:press|media|(?:news)?papers|outlets))?)"
)
_ANY = (
    r"(?:(?:the|all|any|these|those|every|each|other|different|various|some|many|most|several|local|of|my|our|your|an?)"
    r"\s+)*"
)
_TELLS = (
    r"(?:report(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote|publish(?:es|ed)?|cover(?:s|ed|ing)?|sa(?:ys?|id|ying)|"
    r"t(?:ells?|old)(?:\s+(?:us|me|readers))?|mention(?:s|ed|ing)?|discuss(?:es|ed)?|describ(?:es?|ed)|note[sd]?|"
    r"state[sd]?|claim(?:s|ed)?|talk(?:s|ed)?|print(?:s|ed)?|carr(?:y|ies|ied)|ran|runs?|reveal(?:s|ed)?|deal(?:s|t)?|"
    r"s(?:ees?|aw|een)|views?|viewed|portray(?:s|ed)?|present(?:s|ed)?|depict(?:s|ed)?|explain(?:s|ed)?|"
    r"ha(?:ve|s|d)(?:\s+to\s+say)?)"
)
_THING = (
    r"(?:\s+(?:anything|something|nothing|much|more|a\s+word|things|"
    rf"(?:any|an?|the|some|its|their)\s+{ITEM}|{ITEM})\b)?"
)
_ABOUT = r"(?:\s+(?:about|on|of|regarding|concerning|with|that)\b)?"
_ON = (
    r"\s+(?:about|on|of|regarding|concerning|over|covering|mentioning|discussing|describing|containing|related\s+to)\b"
)
_START = r"^\W*(?:(?:and|so|but|please|ok)\s+)?"
_DO = (
    r"(?:(?:can|could)\s+you\s+)?(?:show|find|give|list|search|look|get|compare|summari[sz]e|sum\s+up|tell|see)\b"
    r"(?:\s+(?:me|us|for|up|out|to))*\s+(?:(?:an?\s+)?(?:overview|summary|list)\s+of\s+)?"
)
_IMPERATIVE = rf"(?:{_DO})?"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


# "Timeline of", "Give me a chronology of": asks for the order of what is asked about, which articles do not speak of.
TIMELINE = _pattern(
    rf"{_START}(?:(?:show|give|make|get|find|print|see)\b(?:\s+(?:me|us))*\s+)?(?:what\s+(?:is|was)\s+)?(?:an?\s+|the\s+)?"
    r"(?:short\s+|full\s+|complete\s+)?(?:timeline|time\s+line|chronology)(?:\s+of\s+events)?"
    r"(?:\s+(?:of|for|on|about)\b|\s*:)"
)

# Where an outlet is what the question is about: it is a word like any other then.
TOPICS = tuple(
    map(
        _pattern,
        (
            rf"\b(?:who|what)\s+(?:owns?|owned|bought|buys|sold|sells|runs|ran|founded|sued|publishes)\s+{SOURCES}",
            rf"\b(?:owners?|editors?|staff|future|sale|offices?|strike|journalists?|newsroom)\s+(?:of|at)\s+{SOURCES}",
            rf"\bhappen(?:s|ed|ing)?\s+(?:to|at)\s+{SOURCES}",
            rf"{SOURCES}\s+(?:owners?|editors?|newsroom|offices?|building|headquarters|staff|circulation|publisher|"
            r"readers|employees|profits?|website|app)\b",
            rf"\b{_AUX}\s+{SOURCES}\s+(?:lay|sack|fire|hire|close|sell|buy|sue|apologi[sz]e|merge|go|move|strike|lose|win)"
            r"\b",
            # what is done to it: "exclude X from the briefing", "accuse X of"
            rf"\b(?:exclude[sd]?|excluding|bans?|banned|accuse[sd]?|sue[sd]?|threaten(?:s|ed)?|pa(?:y|ys|id))\s+{SOURCES}"
            r"(?=\s+(?:from|of|for|to|with)\b)",
        ),
    )
)

SCOPE = tuple(
    map(
        _pattern,
        (
            # "What did X say about", "Has X reported that", "How does X describe"; "When did X say" keeps its "When".
            rf"(?:\b(?:what|how)(?:\s+(?:else|exactly))?\s+)?\b{_AUX}\s+{SOURCES}{_HOW}[\s,]+{_TELLS}\b{_THING}{_ABOUT}",
            rf"(?:{_START}{_DO})?\b(?:what|how)\s+{SOURCES}(?:\s+{_AUX})?{_HOW}\s+{_TELLS}\b{_THING}{_ABOUT}",
            # "according to X", "as X reports", "as reported by X"
            rf"\b(?:according\s+to|as\s+per)\s+(?:the\s+|an?\s+)?{SOURCES}(?:\s+{ITEM}\b)?\s*,?",
            rf"(?:,?\s*\bas\s+)?\b(?:first\s+)?(?:{_TELLS}|seen|quoted|cited|authored|penned)(?:\s+(?:about|on))?"
            rf"\s+(?:by|in)\s+(?:the\s+|an?\s+)?{SOURCES}(?:\s+{ITEM}\b)?\s*,?",
            rf",\s*(?:says|said|reports|reported|writes|wrote)\s+{SOURCES}",
            rf"(?:,?\s*\bas\s+)?{SOURCES}(?:\s+(?:has|have|had))?\s+{_TELLS}\b(?:\s+that\b)?\s*,?",
            # "articles by X on", "X's report on", "X on"
            rf"{_START}{_IMPERATIVE}{_ANY}{ITEM}\s+(?:in|by|from|of)\s+{SOURCES}(?:{_ON})?",
            rf"(?:\b(?:an?|the|any|all)\s+)?\b{ITEM}\s+(?:in|by|from|of)\s+{SOURCES}(?:{_ON})?",
            rf"(?:\b(?:in|by|from|of)\s+)?(?:\ban?\s+)?{SOURCES}(?:\s+(?:own|recent|online|front-page))?\s+{ITEM}\b"
            rf"(?:{_ON})?",
            rf"(?:\bwhat\s+is\s+)?(?:\bthe\s+)?\b(?:view|opinion|stance|take|version)\s+of\s+{SOURCES}(?:{_ON})?",
            rf"(?:\bwhat\s+is\s+)?{SOURCES}\s+(?:view|opinion|stance|take|version)\b(?:{_ON}|\s+of\b)?",
            rf"{_START}{SOURCES}(?:\s+(?:about|on|regarding)\b|\s*:)",
            # and wherever else it stands
            rf"\b{_AUX}\s+{SOURCES}{_HOW}",
            rf"(?:\b(?:in|by|from|per|via|to|for|at|with|of|on)\s+)?{SOURCES}\s*[,:]?",
        ),
    )
)

COLLECTION = (
    TIMELINE,
    *map(
        _pattern,
        (
            rf"\baccording\s+to\s+{_ANY}(?:{_ITEMS}|{_OUTLETS})\b\s*,?",
            # "Which outlets reported on", "What do the newspapers say about", "Did anyone write about"
            rf"{_START}(?:(?:what|which|how|how\s+many|why|when|where|{_AUX})\s+)*{_ANY}{_OUTLETS}\b"
            rf"(?:\s+(?:{_AUX}|that|which))*{_HOW}[\s,]+{_TELLS}\b{_THING}{_ABOUT}",
            rf"{_START}who(?:\s+{_AUX})?{_HOW}\s+(?:report(?:s|ed)?|wrote|writ(?:es|ten))\b{_THING}\s+(?:about|on)\b",
            # "How many articles mention", "Are there any reports on", "Show me articles about"
            rf"{_START}(?:{_DO}|how\s+many\s+|which\s+|what\s+|(?:are|is)\s+there\s+|(?:do|have)\s+we\s+(?:have|got)\s+)"
            rf"{_ANY}{_ITEMS}(?:\s+(?:are|is)(?:\s+there)?)?"
            rf"(?:{_ON}|(?:\s+(?:that|which))?(?:\s+{_AUX})*\s+{_TELLS}\b{_THING}{_ABOUT}|\s+with\b)",
            rf"{_START}{_ANY}{_ITEMS}(?:{_ON}|\s+(?:that|which)(?:\s+{_AUX})*\s+{_TELLS}\b{_THING}{_ABOUT})",
            # "What did say about", once the papers are gone that others than X are
            rf"{_START}(?:what|how)\s+(?:do|does|did)\s{{2,}}{_TELLS}\b{_THING}{_ABOUT}",
            rf"{_START}{_DO}(?:everything|all|anything)\s*(?=[?.!]?\s*$)",
            # "What is reported about", "Anything new on", "Tell me about"
            rf"{_START}{_IMPERATIVE}(?:(?:is|was)\s+there\s+)?(?:what|everything|anything|something)"
            r"(?:['’]s|\s+(?:that|is|was|has|had|are|were|been|there))*"
            rf"(?:\s+(?:also|new|known|reported|written|said|published|told|mentioned|the|{_ITEMS}))*"
            r"\s+(?:about|on|regarding)\b",
            rf"{_START}(?:tell\s+(?:me|us)\s+about|summari[sz]e|sum\s+up|search\s+for|look\s+for)\s",
            rf"\b(?:in|from|by|across|among)\s+{_ANY}(?:articles|collection|archive|coverage|(?:news)?papers|outlets)"
            r"\s*(?=[?.!]?\s*$)",
            r"\b(?:mentioned|reported\s+on|written\s+about)(?:\s+(?:anywhere|somewhere|at\s+all))?\s*(?=[?.!]?\s*$)",
        ),
    ),
)

# What is left over of a frame at either end.
LOOSE = (
    _pattern(
        r"^(?:(?:what\s+did\s+nothing|not\s+(?:only|just)|only)\b|[\s,;:.–—-]|(?:that|whether|if|about|on|of|regarding|concerning|and|or|by|in)\b)+"
    ),
    _pattern(
        r"\s(?:(?:news|press|media)\s+)?(?:coverage|articles|reports|reporting|stories|news)\s*,?\s*(?=[?.!]?\s*$)"
    ),
    _pattern(r"\s(?:in|by|from|and|or|about|on|of|the|,|:)+\s*(?=[?.!]?\s*$)"),
)
