"""The forms of questions about the collection, as patterns; what is asked about stands in their group ``x``.

An outlet stands in them as one sign, as do a time and a known author (`OUTLET`, `PERIOD`, `AUTHOR`): what restricts
a question stands where it may, and a name or a year among the words asked about stays a part of them.
All white space is one space.
"""

import re

from qa.question import Asks

# Ranges of signs that no question holds. "Last week" may stand without "in"; a year or a month alone may be a name's.
OUTLET, ADVERB, DATE, AUTHOR = "\ue000-\ue0ff", "\ue100-\ue1ff", "\ue200-\ue2ff", "\ue300-\ue3ff"
PERIOD = ADVERB + DATE

_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x530))))  # Latin, Greek, Cyrillic
_BUT = "(?:other than|besides|except(?: for)?|apart from|excluding|but not|not)(?: (?:in|of|from|by))?"
_PUBLISHED = "(?: (?:that|which) (?:were|was|have been))?(?: (?:published|printed|written|reported|dated))?"
_WITHIN = "(?:from|in|on|during|over|within|for)(?: the)?"
_QUOTE = "[\"“„'‘]"
_THE_WORD = f" (?:the (?:words?|names?|phrases?|terms?)|{_QUOTE})"

# What forms are made of; ``{NAME}`` in a form or in another part.
_PARTS = {
    "ARTICLES": (
        f"(?:[{OUTLET}] )?(?:(?:news|newspaper|press) )?(?:articles?|stories|story|reports?|pieces?|items?|texts?)"
    ),
    "ARTICLE": f"(?:[{OUTLET}] )?(?:news )?(?:articles?|stories|story)",  # nothing else that is written
    "OUTLETS": (
        "(?:different )?(?:(?:news|media) )?"
        "(?:outlets?|newspapers?|papers?|publications?|media|magazines?|sites?|sources?|publishers?)"
    ),
    "AUTHORS": "(?:journalists?|authors?|reporters?|writers?|correspondents?)",
    "COLLECTION": (
        "(?:the|this|your|our|my|these) (?:whole |entire )?"
        "(?:collection|corpus|index|archive|database|library|folder|coverage|articles|stories|reports|news|press|media"
        "|outlets|papers|newspapers)"
    ),
    "THE": "(?:(?:of )?(?:the|your|our|my|these|those|all|all the) )?",
    "ALL": "(?:(?:all|every|each|any)(?: of)?(?: (?:the|your|my|our|these))? |(?:the|your|my|these) )",
    "WHICH": "(?:which|what)(?: of the| other)?",
    "SHOW": (
        "(?:(?:list|show|give|find|display|get|fetch|print|name|see|search(?: for)?)(?: (?:me|us))?(?: up)? "
        "|(?:(?:show|give|get|make|print|send)(?: me| us)? )?(?:(?:an?|the) )?(?:(?:full|complete|whole) )?list of )"
    ),
    "HAVE": "(?:do|have) (?:you|we|i)(?: (?:have|got|hold))?",
    "THERE_IS": "(?:(?:that )?(?:you have|you['’]ve got|there is|we have))",
    "HOW_OFTEN": "how (?:often|many times|frequently)",
    "WERE": "(?:is|are|was|were|has|have)",
    "DID": "(?:(?:do|does|did|has|have|had) )?(?:(?:ever|actually|also) )?",
    "DID_NOT": "(?:{DID}(?:not|never)|(?:do|does|did|have|has)n['’]t) (?:ever )?",
    # What articles and outlets do with what they report on.
    "MENTION": (
        f"(?:mention(?:s|ed|ing)?|discuss(?:es|ed|ing)?|cover(?:s|ed|ing)?|refer(?:s|red|ring)? to"
        "|deal(?:s|t|ing)? with"
        f"|(?:contain(?:s|ed|ing)?|includ(?:e[sd]?|ing)|have|has|use[sd]?)(?={_THE_WORD})"
        "|contain(?:s|ed|ing)?(?= (?-i:[A-Z]))|(?:report|write|wrote)(?:ed)? (?:the )?most (?:on|about)"
        "|talk(?:s|ed|ing)? about|sp(?:eaks?|oke|eaking) (?:of|about)|wr(?:ites?|ote|itten|iting) (?:about|on)"
        "|report(?:s|ed|ing)? (?:on|about)|(?:are|is|were|was) about)"
    ),
    "MENTIONED": "(?:mentioned|referred to|written about|reported on|discussed)",
    "ON": (
        f"(?:on|about|regarding|concerning|covering|mentioning|discussing|(?:containing|with)(?={_THE_WORD})"
        "|(?:referring|relating|related) to|dealing with|(?:that|which|who) {DID}{MENTION})"
    ),
    "EARLY": "(?:first|for the first time|earliest)",
    "LATE": "(?:last|for the last time|most recently|latest)",
    "OLDEST": "the (?:first|earliest|oldest)",
    "NEWEST": "the (?:latest|newest|last|most recent)",
    "PUBLISH": "(?:publish|print|run|carry|write|have)(?:ed|ten)?",
    "NEW": "(?:what(?: is|['’]s| has been) new|(?:is there )?any(?:thing new| news))",
    "X": "(?P<x>.+?)",
    "PERSON": f"(?P<by>{{NAME}}(?: {{NAME}}){{0,3}})(?: (?:of|from|at|in|with|for) [{OUTLET}]| \\([{OUTLET}]\\))?",
    "NAME": rf"(?:[{AUTHOR}]|(?-i:[{_CAPITALS}])(?:[\w.'’-]*\w)?)",
    # Outlets one after the other, as the subject of a form, and what restricts it elsewhere.
    "NAMES": f"[{OUTLET}](?:(?: ?,| and| or| ?, (?:and|or)) [{OUTLET}])*",
    "OF": (
        f"(?: ?,?{_PUBLISHED} (?:of|from|in|by|at) {{NAMES}}| ?,?{_PUBLISHED} by {{PERSON}}"
        f"| ?,? {_BUT} (?P<without>{{NAMES}}) ?,?"
        f"| ?,?{_PUBLISHED}(?: (?:of|{_WITHIN}))? [{PERIOD}])*"
    ),
    # The same at the end, where "of" and a year alone belong to what is asked about: "the election of 2024".
    "END": (
        "(?: ?,?(?: in)? (?:so far|at all|anywhere|altogether|total|please|(?:the )?most(?: often)?|at least once)"
        "| (?:per|by|for each|from each|for every) outlet| ?,? (?:in|across|by|of) {COLLECTION}"
        f"| ?,?{_PUBLISHED} (?:from|in|by) {{NAMES}}| ?,? (?:written|published) by {{PERSON}}"
        f"| ?,? {_BUT} (?P<without>{{NAMES}})"
        f"| ?,?{_PUBLISHED} {_WITHIN} [{PERIOD}]| ?,? [{ADVERB}])* ?[?!.]*"
    ),
}

# For each kind of question its forms; "{END}" follows them all.
_FORMS: dict[Asks, tuple[str, ...]] = {
    Asks.COUNT: (
        "(?:how many|count|(?:what is |what's )?(?:the )?number of) {THE}{ARTICLES}{OF}(?: that| which)? "
        "{DID}{MENTION} {X}",
        "how many {THE}{ARTICLES}{OF} (?:(?:are|were) there|there are|{HAVE})(?: {ON} {X}|{OF})",
        "how many {THE}{ARTICLES}{OF} {ON} {X}(?: (?:are|were) there| {HAVE})?",
        "how many {THE}{ARTICLES}{OF} (?:have been|are|were) (?:published|written|printed)(?: (?:on|about) {X})?",
        "how many {THE}{ARTICLES}{OF} (?:did|has|have|does) {NAMES} {PUBLISH}(?: (?:on|about) {X})?",
        "how many {THE}{ARTICLES}{OF} (?:did|has) {PERSON} (?:write|written|published?)(?: (?:on|about) {X})?",
        "how many {THE}{ARTICLES} (?:from|by|of|do|does) {NAMES}(?: have| {HAVE})?",
        "how many {THE}{ARTICLES} (?:are|were)(?: there| written)? by {PERSON}",
        "how many {THE}{ARTICLES}{OF} are (?:there )?in {COLLECTION}",
        "how many {THE}{ARTICLES}{OF} does {COLLECTION} (?:have|hold|contain|include|comprise)",
        "how many {ARTICLES}{OF} (?:does each outlet have|has each outlet|are there of each outlet)",
        "how much (?:coverage|reporting) (?:is there|was there|has there been|{HAVE}) (?:of|on|about) {X}",
        "how much (?:has been|was) (?:written|reported) (?:on|about) {X}",
        "in how many {THE}{ARTICLES}{OF} (?:{WERE}|does|do|did) {X} (?:been )?(?:{MENTIONED}|appear|occur)",
    ),
    Asks.OFTEN: (
        "{HOW_OFTEN} {WERE} {X} (?:been )?(?:mentioned|referred to)",
        f"{{HOW_OFTEN}} (?:does|do|did|has|have) (?=the (?:word|name|phrase|term)|{_QUOTE}){{X}} "
        "(?:appear|occur|come up|been used)(?:ed)?",
        "{HOW_OFTEN} (?:does|do|did|has|have) {X} (?:appear|occur|come up)(?:ed)? (?:in|across) {COLLECTION}",
        "{HOW_OFTEN} (?:does|do|did|has|have) (?:the )?(?:{ARTICLES}|{OUTLETS}|they|{NAMES}) {MENTION} {X}",
        "(?:how many|the number of|number of) mentions of {X}",
        "how many mentions (?:of {X} are there|are there of {X})",
    ),
    Asks.OUTLETS: (
        "(?:(?:{WHICH}|how many) |{SHOW}(?:{ALL})?){OUTLETS}{OF}(?: that| which)? {DID}{MENTION} {X}",
        "(?:{WHICH}|how many) {OUTLETS}{OF} (?:have|has|had|published|printed|ran|carried) (?:any |an |(?:the )?most )?"
        "(?:{ARTICLES}|anything|something) {ON} {X}",
        "(?:{WHICH}|how many) {OUTLETS} (?:are there|{HAVE}|are in {COLLECTION}|does {COLLECTION} (?:have|contain))",
        "{SHOW}(?:{ALL})?{OUTLETS}",
    ),
    Asks.SILENT: (
        "(?:(?:{WHICH}|how many) |{SHOW}(?:{ALL})?){OUTLETS}{OF}(?: that| which)? {DID_NOT}{MENTION} {X}",
        "(?:{WHICH}|how many) {OUTLETS}{OF} (?:have|has|had) (?:no|nothing)(?: {ARTICLES})? {ON} {X}",
    ),
    Asks.AUTHORS: (
        "who (?:has |have |all )?(?:wrote|written|writes|reported) (?:an? articles? |articles |anything )?"
        "(?:on|about) {X}",
        "(?:(?:{WHICH}|how many) |{SHOW}(?:{ALL})?){AUTHORS}{OF}(?: that| who)? {DID}{MENTION} {X}",
        "(?:(?:{WHICH}|how many) {AUTHORS} (?:are there|{HAVE}|are in {COLLECTION})|{SHOW}(?:{ALL})?{AUTHORS})",
        "who (?:are the {AUTHORS} of|wrote) (?:{ALL})?(?:news )?(?:articles|stories|pieces) {ON} {X}",
    ),
    Asks.FIRST: (
        "when {WERE} {X} (?:been )?(?:{EARLY} {MENTIONED}|{MENTIONED} {EARLY})",
        "when did (?:the )?(?:{ARTICLES}|{OUTLETS}|news|press|{NAMES}) first {MENTION} {X}",
        "{WHICH} (?:{OUTLETS}|{ARTICLES}|{AUTHORS}){OF} (?:(?:was|were) (?:the )?first to|first) {MENTION} {X}",
        "who (?:was (?:the )?first to|first) (?:report(?:ed)?|write|wrote) (?:on|about) {X}",
        "(?:{WHICH} (?:is|was|are) |{SHOW})?{OLDEST} (?:{ARTICLE}{OF} {ON}|mention of) {X}",
        "(?:{WHICH} (?:is|was|are) |{SHOW}){OLDEST} {ARTICLE}{OF}",
        "when (?:did|does) {X} (?:first appear|appear (?:first|for the first time)) in {COLLECTION}",
        "(?:{WHICH} are )?(?:{SHOW})?(?:the )?(?:oldest|earliest) (?:news )?(?:articles|stories){OF}(?: {ON} {X})?",
    ),
    Asks.LAST: (
        "when {WERE} {X} (?:been )?(?:{LATE} {MENTIONED}|{MENTIONED} {LATE})",
        "when did (?:the )?(?:{ARTICLES}|{OUTLETS}|news|press|{NAMES}) last {MENTION} {X}",
        "(?:{WHICH} (?:is|was|are) |{SHOW})?{NEWEST} (?:{ARTICLE}{OF} {ON}|mention of) {X}",
        "(?:{WHICH} (?:is|was|are) |{SHOW}){NEWEST} {ARTICLE}{OF}",
        "(?:{WHICH} are )?(?:{SHOW})?(?:the )?(?:latest|newest|most recent) (?:news )?(?:articles|stories){OF}"
        "(?: {ON} {X})?",
    ),
    Asks.EXISTS: (
        "(?:do|does|did|have|has) (?:any|some|the|your|my|these)(?: of (?:the|your|these))? "
        "(?:(?:news )?(?:articles|stories|reports)|(?<=any ){ARTICLES}|(?<=any ){OUTLETS}|outlets|newspapers|papers)"
        "{OF} (?:ever )?{MENTION} {X}",
        "(?:(?:are|is) there )?(?:any|some) {ARTICLE}{OF} {ON} {X}",
        "is there an? {ARTICLE}{OF} {ON} {X}",
        "(?:does|did|has|have) (?:the )?{NAMES} (?:ever )?mention(?:ed)? {X}",
        'is there (?:anything|something) (?:about|on(?= (?-i:[A-Z"“„]))) {X}',  # not "anything on the roof"
        "(?:do|have) (?:you|we) (?:have|got) (?:anything|something|(?:any )?{ARTICLES}){OF} {ON} {X}",
        "(?:is|are|was|were) {X} (?:ever )?(?:mentioned|referred to)",
    ),
    Asks.LIST: (
        "{SHOW}(?:{ALL})?{ARTICLES}{OF} {ON} {X}",
        "(?:all|every)(?: (?:the|of the|your|my))? {ARTICLE}{OF} {ON} {X}",
        "(?:{SHOW}(?:{ALL})?|all (?:the )?){ARTICLES}{OF} (?:in which|where) {X} {WERE} (?:mentioned|named|discussed)",
        "(?:articles|stories){OF} {ON} {X}",
        "(?:news )?(?:articles|stories|reports) (?:(?:written )?by {PERSON}|(?:by|from) {NAMES})",
        "(?:{SHOW}(?:{ALL})?|(?:all|every) )mentions? of {X}",
        "(?:in )?{WHICH} {ARTICLES}{OF} (?:{WERE}|does|do|did) {X} (?:been )?(?:{MENTIONED}|appear|occur)(?: in)?",
        "where (?:is|are|was|were) {X} mentioned",
        "where (?:does|do) {X} appear in {COLLECTION}",
        "(?:what|which) (?:period|time span|time|dates?|date range|days|years) (?:does|do) {COLLECTION} cover",
        "(?:{SHOW}(?:{ALL})?|all (?:the |your |my )?){ARTICLES}{OF}(?: {HAVE}| {THERE_IS}| there are)?",
        "{WHICH} {ARTICLES}{OF} {DID}{MENTION} {X}",
        "{WHICH} {ARTICLES}{OF} (?:(?:are|were) there|{HAVE}|exist)(?: {ON} {X}|{OF})",
        "{WHICH} {ARTICLES} (?:did|has|have) {NAMES} {PUBLISH}(?: (?:on|about) {X})?",
        "{WHICH} {ARTICLES} (?:did|has) {PERSON} (?:write|written|published?)(?: (?:on|about) {X})?",
        "{SHOW}(?:everything|anything|all)(?: {THERE_IS})? {ON} {X}",
        "everything {THERE_IS} (?:on|about) {X}",
        "what (?:(?:do|have) (?:you|we) (?:have|got|hold)|is (?:there )?in {COLLECTION}) (?:on|about) {X}",
        "(?:{SHOW}(?:{ALL})?|all (?:the )?)(?:coverage|reporting) (?:of|on|about) {X}",
    ),
    Asks.SUMMARY: (
        "(?:summari[sz]e|sum up|recap|(?:give (?:me |us )?)?(?:an? )?(?:short |brief )?(?:summary|overview) of) "
        "(?:{ALL})?(?:{ARTICLES}|coverage|reporting|news){OF}(?: (?:{ON}|of) {X})?",
        "(?:summari[sz]e|sum up|recap) what (?:{COLLECTION}|{OUTLETS}|{ARTICLES}|{NAMES}|you have) "
        "(?:(?:say|says|said|report|reported|write|wrote|have) )?(?:on|about) {X}",
        "(?:(?:summari[sz]e|sum up|recap)|(?:give (?:me |us )?)?(?:an? )?(?:summary|overview) of) everything"
        "(?: {THERE_IS})? (?:on|about) {X}",
    ),
    Asks.NEW: (
        "{NEW} on {X}",
        "what(?: is|['’]s) new(?: in {COLLECTION})?",
        f"{{NEW}}(?=.*[{PERIOD}])(?: (?:about|with) {{X}})?",
        "what(?:['’]s| has| have| was) (?:been |{NAMES} |(?:the )?{OUTLETS} )?(?:reported|written|published) "
        f"(?:on|about)(?=.*[{PERIOD}]) {{X}}",
        "{WHICH} {ARTICLES} (?:appeared|came out|(?:were|have been) (?:published|written|added))(?: (?:on|about) {X})?",
    ),
}

_POLITE = (
    "(?:(?:please|kindly|hi|hello|ok|so|and|(?:can|could|would|will) you|tell me|do you know|let me (?:see|know)"
    "|(?:can|could|may) i|i(?: would|['’]d)? (?:want|need|like)(?: to (?:see|know|have))?)(?: ?,)? )*"
)


def _spelled(form: str) -> re.Pattern[str]:
    """Returns the pattern of a form."""
    spelled = f"(?:(?:{_WITHIN} )?[{PERIOD}] ?,? )?{_POLITE}{form}{{END}}"
    while part := re.search(r"\{([A-Z_]+)\}", spelled):
        spelled = spelled.replace(part[0], _PARTS[part[1]])
    pieces = re.split(r"\(\?P<(\w+)>", spelled)  # a form may hold a part twice, and a name only once
    groups = enumerate(zip(pieces[1::2], pieces[2::2], strict=True))
    numbered = (f"(?P<{name}_{number}>{rest}" for number, (name, rest) in groups)
    return re.compile("".join((pieces[0], *numbered)), re.IGNORECASE)


FORMS = tuple((asks, _spelled(form)) for asks, forms in _FORMS.items() for form in forms)

# A question without any of these words has none of the forms; most cost no more than this.
HINT = re.compile(
    r"\b(?:articles?|stor(?:y|ies)|reports?|pieces?|items?|texts?|outlets?|(?:news)?papers?|publications?|media|sites?"
    r"|magazines?|sources?|publishers?|journalists?|authors?|reporters?|writers?|correspondents?|mention(?:s|ed)?"
    r"|wrote|written|reported|published|referred|everything|anything|something|news?|have|got|appear|occur|come up"
    r"|coverage|reporting|all)\b",
    re.IGNORECASE,
)
