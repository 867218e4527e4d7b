"""Words that ask nothing of the articles: "hi", "help", "summarize". Who sends them is told how to ask."""

import re

HELP = (
    "Ask about what the articles report: a question, a name or a few words, such as “What did the mayor say about the "
    "bridge?” The answer is passages of theirs, word for word; nothing is summarized. Words in quotation marks are "
    "searched for as they stand, such as “help”."
)

_SMALLTALK = re.compile(
    r"(?:hi|hiya|hello|hey|yo|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|dateline|all|everybody))?"
    r"|help|help me|please help|\?+|test|testing|thanks|thank you|ok|okay|start|commands?|options|instructions"
    r"|(?:please )?(?:summari[sz]e|sum up)(?: (?:it|this|that|everything|all|all of it|them))?"
    r"|(?:a |the )?summary|tl;?dr|what can (?:you|i) (?:do|ask)(?: here)?|what do (?:you|i) do|who are you|what are you"
    r"|what is this|how do i ask|how do(?:es)? (?:this|it|you) work",
    re.IGNORECASE,
)


def is_smalltalk(asked: str) -> bool:
    """Says whether a question asks nothing; what stands in quotation marks always asks for these words."""
    return bool(_SMALLTALK.fullmatch(" ".join(asked.split()).rstrip(" .!?…") or asked.strip()))
