"""Finds whose words a question asks for: "What did X say?", "how did X respond?", "quotes by X", "according to X"."""

import re
from collections.abc import Sequence

from qa.errors import BadQuestion
from qa.language.terms import is_long
from qa.question import Question, Speaker
from qa.speech.people import find_names, is_role
from qa.understand.alone import is_fragment

_SAY = (
    "(?:say|says|said|saying|think|thinks|thought|argue|argues|argued|claim|claims|claimed|deny|denies|denied|explain|"
    "explains|explained|warn|warns|warned|tell|tells|told|write|writes|wrote|announce|announces|announced|promise|"
    "promises|promised|suggest|suggests|suggested|believe|believes|believed|state|states|stated|admit|admits|admitted|"
    "insist|insists|insisted|add|adds|added|demand|demands|demanded|recommend|recommends|recommended|predict|predicts|"
    "predicted|answer|answers|answered|reply|replies|replied|respond|responds|responded|react|reacts|reacted|justify|"
    "justifies|justified|defend|defends|defended|describe|describes|described|comment|comments|commented|criticise|"
    "criticised|criticize|criticized|call|calls|called|confirm|confirms|confirmed|complain|complains|complained|"
    "have to say|had to say|has to say)"
)
_WORDS = (
    "(?:quotes?|quotations?|statements?|remarks?|comments?|words|sayings|reactions?|responses?|repl(?:y|ies)|answers?|"
    "views?|opinions?|positions?|stance|take|arguments?|justifications?|explanations?|verdict|criticism|speech|"
    "testimony|denials?|apology)"
)
_DID = "(?:did|do|does|has|have|had|will|would|is|was|are|were)"
_X = r"(?P<x>(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|[A-Z])\.\s*|[^?!.,;:\"“”]){2,60}?)"
_END = (
    r"(?=\W*$|[,.?!]|\s+(?:about|on|of|to|in|that|when|after|before|why|how|if|whether|as|at|for|with|during|since|"
    r"until|against|over|regarding|concerning|the|a|an|his|her|their|its|it|this)\b)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:what|why|when|where|how|whom|who)\s+(?:else\s+|exactly\s+|ever\s+)?{_DID}\s+{_X}\s+(?:\w+ly\s+|ever\s+|"
        rf"also\s+)?{_SAY}{_END}",
        rf"^(?:and\s+|but\s+)?{_DID}\s+{_X}\s+(?:\w+ly\s+|ever\s+|also\s+)?{_SAY}{_END}",
        rf"\b(?:what|which)\s+(?:is|was|are|were)\s+{_X}['’]s?\s+(?:\w+\s+)?{_WORDS}{_END}",
        rf"\b(?:what|how)\s+(?:is|was|are|were)\s+the\s+{_WORDS}\s+(?:of|from|by)\s+{_X}{_END}",
        rf"^(?:all\s+|any\s+|the\s+|list\s+|show\s+|me\s+|give\s+|find\s+|every\s+|direct\s+)*{_WORDS}\s+(?:of|by|from)\s+{_X}{_END}",
        rf"^(?:all\s+|any\s+|the\s+|list\s+|show\s+|me\s+|give\s+|find\s+|every\s+)*{_X}['’]s?\s+(?:\w+\s+)?{_WORDS}{_END}",
        rf"\baccording\s+to\s+{_X}{_END}",
        rf"^(?:what|how)\s+(?:is|was|are|were)\s+{_X}\s+quoted\b",
        rf"\bin\s+the\s+words\s+of\s+{_X}{_END}",
    )
)
_LISTS = re.compile(
    r"\b(?:quotes?|quotations?|sayings)\s+(?:of|by|from)\b|['’]s?\s+(?:quotes|quotations|sayings)\b|"
    r"^\s*(?:(?:list|show|give|find)\s+(?:me\s+)?(?:all\s+|every\s+)?|all\s+|every\s+)(?:of\s+)?(?:the\s+)?"
    r"(?:\w+\s+){0,3}?(?:statements?|remarks?|comments?|words)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:(?:and|but|what|how|about|of|from|by)\b[\s,]*)+", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "they"})
_JOINTS = frozenset("and or but bar except excepting besides than".split())  # "anyone but X" is not X
# They are no persons, whatever they say.
_WRITTEN = frozenset(
    "article articles report reports paper papers study story stories text headline poll survey law document documents "
    "letter book film news media press outlet outlets source sources piece data statement ruling contract act bill "
    "sign signs map list who what which it this that people everyone anyone somebody someone anybody".split()
)
_BODIES = frozenset(
    "council government ministry court police company operator union party church university hospital commission "
    "authority committee board defence defense prosecution jury opposition county city".split()
)


def find_speaker(text: str, outlets: Sequence[tuple[int, int]] = ()) -> Speaker | None:
    """Finds whose words a question asks for.

    Args:
        text: The question; a long one has too many parts to be about what one says.
        outlets: Spans of it that name outlets: what they say is what they report.
    """
    if is_long(text):
        return None
    for form in _FORMS:
        match = form.search(text)
        if match and not any(match.start("x") < end and start < match.end("x") for start, end in outlets):
            name = _person(match["x"].strip(), small=text == text.lower())
            if name:
                return Speaker(name, lists=bool(_LISTS.search(text)))
    return None


def speaker_after(question: Question, before: Question, own: str) -> Speaker | None:
    """Returns whose words a follow-up asks for.

    Args:
        question: As it was read by itself; its speaker may be "he".
        before: The question before it.
        own: Its words without times and outlets.
    """
    asked = question.speaker
    if asked and asked.name in _PRONOUNS:
        named = before.speaker.name if before.speaker else _last_named(before.text)
        return Speaker(named, asked.lists) if named else None
    if asked or not before.speaker or not is_fragment(own):
        return asked
    turned_to = _OPENING.sub("", own).strip(" ?!.")
    names = list(find_names(turned_to))
    return Speaker(names[0].name) if len(names) == 1 and names[0].end == len(turned_to) else before.speaker


def known(speaker: Speaker | None) -> Speaker | None:
    """Returns a speaker unless nobody has said who he is."""
    return None if speaker is None or speaker.name in _PRONOUNS else speaker


def _last_named(text: str) -> str:
    return next((named.name for named in reversed(list(find_names(text)))), "")


def read_name(name: str) -> Speaker:
    """Reads the name of somebody whose words are wanted.

    Raises:
        BadQuestion: It has no letter.
    """
    if not re.search(r"\w", name):
        raise BadQuestion("Say whose words are wanted, such as “Boris Ahl”.")
    return Speaker(" ".join(name.split()), lists=True)


def _person(words: str, *, small: bool) -> str:
    """Returns who is named by words that may hold more than him; empty where they name nobody who speaks."""
    if words.lower() in _PRONOUNS:
        return words.lower()
    last = re.findall(r"[\w’'-]+", words.lower())[-1:]
    if not last or last[0] in _WRITTEN:
        return ""
    names = list(find_names(words))
    if names and names[-1].end == len(words):
        before = words[: names[-1].start].split()
        return names[-1].name if len(before) < 4 and not _JOINTS & set(before) else ""
    if re.fullmatch(r"the\s+[\w-]+", words, re.IGNORECASE):
        return words.lower() if is_role(last[0]) or last[0] in _BODIES else ""
    # A question in small letters: "what did boris ahl say"
    parts = words.split()
    return words if small and len(parts) in (2, 3) and all(map(str.isalpha, parts)) and _is_name(words) else ""


def _is_name(words: str) -> bool:
    """Tells "boris ahl" from "most people" and "the old mill": no word of a name is one that texts are full of."""
    return not _COMMON & set(words.split())


_COMMON = frozenset(
    "a an all any some many most few both each every no other others experts critics residents people doctors parents "
    "teachers farmers workers police officials scientists researchers readers women men children young old local new "
    "two three my your our his her their its you we i they them and or of in on for to with from about".split()
)
