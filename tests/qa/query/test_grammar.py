import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from qa.errors import BadQuestion
from qa.query import is_plain, read_condition, read_query

FERRY, BOAT, QUAY, HARBOUR, BUDGET, PROTEST = map(Word, ("ferry", "boat", "quay", "harbour", "budget", "protest"))
LINES = Any((QUAY, HARBOUR))


def read(asked: str) -> tuple[str, tuple[Condition, ...], tuple[str, ...]]:
    query = read_query(asked)
    return query.text, query.conditions, query.words


@pytest.mark.parametrize(
    ("asked", "text", "conditions"),
    [
        ("ferry -protest", "ferry", (Not(PROTEST),)),
        ("-protest ferry", "ferry", (Not(PROTEST),)),
        ("ferry −protest", "ferry", (Not(PROTEST),)),
        ("ferry -protest, -budget?", "ferry , ?", (Not(PROTEST), Not(BUDGET))),
        ("storm NOT schools", "storm", (Not(Word("schools")),)),
        ("FERRY NOT PROTEST", "FERRY", (Not(Word("PROTEST")),)),
        ("ferry AND NOT protest", "ferry", (Not(PROTEST), FERRY)),
        ("ferry AND -protest", "ferry", (Not(PROTEST), FERRY)),
        ("ferry but NOT protest", "ferry but", (Not(PROTEST),)),
        ("ferry NOT the protest", "ferry", (Not(PROTEST),)),
        ('ferry -"winter boat"', "ferry", (Not(Word("winter boat")),)),
        ("ferry -“winter boat” Osk", "ferry Osk", (Not(Word("winter boat")),)),
        ("ferry -„winter boat“", "ferry", (Not(Word("winter boat")),)),
        ("ferry -«winter boat»", "ferry", (Not(Word("winter boat")),)),
        ("ferry -'winter boat'", "ferry", (Not(Word("winter boat")),)),
        ("ferry -follow-up", "ferry", (Not(Word("follow-up")),)),
        ("ferry AND boat", "ferry and boat", (All((FERRY, BOAT)),)),
        ("ferry OR boat", "ferry or boat", (Any((FERRY, BOAT)),)),
        ("ferry OR the boat", "ferry or the boat", (Any((FERRY, BOAT)),)),
        ("(ferry OR boat)", "ferry or boat", (Any((FERRY, BOAT)),)),
        ("((ferry OR boat))", "( ferry or boat )", (Any((FERRY, BOAT)),)),
        ("ferry AND boat OR quay AND harbour", "ferry and boat or quay and harbour",
         (Any((All((FERRY, BOAT)), All((QUAY, HARBOUR)))),)),
        ("(ferry OR boat) AND (quay OR harbour)", "ferry or boat and quay or harbour",
         (All((Any((FERRY, BOAT)), LINES)),)),
        ("quay OR (ferry boat)", "quay or ferry boat", (Any((QUAY, All((FERRY, BOAT)))),)),
        ("quay OR (the ferry of the boat)", "quay or the ferry of the boat", (Any((QUAY, All((FERRY, BOAT)))),)),
        ("quay OR (ferry NOT boat)", "quay or ferry", (Any((QUAY, All((FERRY, Not(BOAT))))),)),
        ("quay OR NOT harbour", "quay", (Any((QUAY, Not(HARBOUR))),)),
        ("ferry -(quay OR harbour)", "ferry", (Not(LINES),)),
        ("ferry NOT (quay OR harbour)", "ferry", (Not(LINES),)),
        ("ferry NOT(quay OR harbour)", "ferry", (Not(LINES),)),
        ("ferry NOT NOT quay", "ferry", (Not(Not(QUAY)),)),
        ("What did the council say about the (quay OR harbour) NOT budget",
         "What did the council say about the quay or harbour", (LINES, Not(BUDGET))),
        ("What of the (quay OR harbour) NOT budget?", "What of the quay or harbour ?", (LINES, Not(BUDGET))),
        ('"winter boat" OR ferry', '"winter boat" or ferry', (Any((Word("winter boat"), FERRY)),)),
        ("US-led OR NATO", "US-led or NATO", (Any((Word("US-led"), Word("NATO"))),)),
        ("NATO AND EU", "NATO and EU", (All((Word("NATO"), Word("EU"))),)),
        ("ferr*", "ferr", (Prefix("ferr"),)),
        ("What of ferr*?", "What of ferr?", (Prefix("ferr"),)),
        ("boat -ferr*", "boat", (Not(Prefix("ferr")),)),
        ("co-oper* boat", "co-oper boat", (All((Word("co"), Prefix("oper"))),)),
        ('"county council"~5', '"county council"', (Near("county council", 5),)),
        ("What of the “county council”~12?", "What of the “county council”?", (Near("county council", 12),)),
        ('boat -"county council"~0', "boat", (Not(Near("county council", 0)),)),
        ('ferry outlet:QC', "ferry", (Outlet("QC"),)),
        ('ferry OUTLET:"Quay Courier"', "ferry", (Outlet("Quay Courier"),)),
        ("ferry outlet:«Quay Courier»", "ferry", (Outlet("Quay Courier"),)),
        ("ferry outlet:'Quay Courier'", "ferry", (Outlet("Quay Courier"),)),
        ("ferry -outlet:QC", "ferry", (Not(Outlet("QC")),)),
        ('ferry NOT outlet:"Quay Courier"', "ferry", (Not(Outlet("Quay Courier")),)),
        ("ferry AND outlet:QC", "ferry", (Outlet("QC"), FERRY)),
        ("(outlet:QC OR outlet:HP) ferry", "ferry", (Any((Outlet("QC"), Outlet("HP"))),)),
        ("ferry author:velt", "ferry", (Author("velt"),)),
        ('ferry -author:"Runa Velt"', "ferry", (Not(Author("Runa Velt")),)),
        ("ferry author:velt OR outlet:QC", "ferry", (Any((Author("velt"), Outlet("QC"))),)),
        ("ferry since:2026-02-18", "ferry", (Published(date(2026, 2, 18), None),)),
        ("ferry until:2026-02-18.", "ferry .", (Published(None, date(2026, 2, 18)),)),
        ("ferry after:2026-02-18", "ferry", (Published(date(2026, 2, 19), None),)),
        ("ferry before:2026-02-18", "ferry", (Published(None, date(2026, 2, 17)),)),
        ("ferry -since:2026", "ferry", (Not(Published(date(2026, 1, 1), None)),)),
        ("Did the mayor AND the council agree?", "Did the mayor and the council agree?",
         (All((Word("mayor"), Word("council"))),)),
        ("What :( ferry NOT protest", "What :( ferry", (Not(PROTEST),)),
        ("The ferry(s) NOT protest", "The ferry(s)", (Not(PROTEST),)),
        ("The ferry (see below) NOT protest", "The ferry (see below)", (Not(PROTEST),)),
    ],
)  # fmt: skip
def test_operators_are_read_to_conditions(asked: str, text: str, conditions: tuple[Condition, ...]) -> None:
    assert read(asked)[:2] == (text, conditions)


@pytest.mark.parametrize(
    "asked",
    [
        "How many people and boats, and why?",
        "What did the US-led forces say at -5 degrees, e.g. (see below), and why - if at all -?",
        "The mayor -a former teacher- said what?",
        "Tell me:\n-who won\n-when it was",
        "pre- and post-war boats",
        "virus-infected and -uninfected people",
        "the ferry -and why",
        "WHAT DID THE COUNCIL SAY AND WHY NOT EARLIER?",
        "THE β-PLAN AND WHY",
        "FERRY LINE TO STOP IN WINTER AND MAYOR NOT HAPPY",
        "Was the bridge NOT closed?",
        "Why did the council NOT vote?",
        "Is it true OR NOT?",
        "Why NOT?",
        "This is NOT only about boats",
        "Did he lie AND did he know?",
        "AND why?",
        "Who lives in Portland, OR",
        "Who saw the AND/OR clause?",
        "How many pupils got an A* and 5*, and who said f*ck, s*** and **bold**?",
        "2 * 3 (and 4)",
        "See https://example.com/a:b at 19:42, Outlets: QC, others:x, science:y",
        "Who calls the '90s 'n' such the boys' time?",
        "a 5\" pipe and the word(s) :( ;-)",
        "1) Who won? 2) Who lost?",
        "(unclosed, but of no group",
        "Which outlet: QC or Post?",
        "why since: 2026-02-18",
        "nooutlet:QC",
        "~500 people",
        '"" and " "',
    ],
)  # fmt: skip
def test_what_only_looks_like_an_operator_is_a_word(asked: str) -> None:
    assert read(asked) == (" ".join(asked.split()), (), ())


@pytest.mark.parametrize(
    ("asked", "place", "what"),
    [
        ("(quay OR harbour", "character 1: “[(]quay OR harbour”", "never closed"),
        ("What of the ferry -(quay OR harbour?", "“What of the ferry -[(]quay OR harbour?”", "never closed"),
        ("quay OR harbour) boat", "character 16: “quay OR harbour[)] boat”", "never opened"),
        ('ferry AND "last crossing', "“ferry AND [\"]last crossing”", "never closed"),
        ("“last crossing", "“[“]last crossing”", "never closed"),
        ("ferry -«last crossing", "“ferry -[«]last crossing”", "never closed"),
        ("ferry AND", "character 7: “ferry [AND]”", "after AND"),
        ("ferry OR", "“ferry [OR]”", "after OR"),
        ("ferry NOT", "“ferry [NOT]”", "after NOT"),
        ("ferry AND OR boat", "“ferry [AND] OR boat”", "after AND"),
        ("ferry NOT AND boat", "“ferry [NOT] AND boat”", "after NOT"),
        ("(ferry OR) boat", "“(ferry [OR]) boat”", "after OR"),
        ("ferry NOT ()", "“ferry NOT [()]”", "between the parentheses"),
        ('ferry OR ""', '“ferry OR [""]”', "between the quotation marks"),
        ('-"ferr* line" boat', '“-["ferr* line"] boat”', "between quotation marks"),
        ('"two words"~x', '“"two words"[~x]”', "after ~"),
        ('"two words"~', '“"two words"[~]”', "after ~"),
        ('"two words"~101', '“"two words"[~101]”', "100 at most"),
        ("f*", "“[f*]”", "3 letters"),
        ("boat -fe*", "“boat -[fe*]”", "3 letters"),
        ("outlt:QC ferry", "character 1: “[outlt:]QC ferry”", "outlet:"),
        ('ferry outlets:"QC"', "“ferry [outlets:]\"QC\"”", "outlet:"),
        ("ferry auther:velt", "“ferry [auther:]velt”", "author:"),
        ("ferry untill:2024", "“ferry [untill:]2024”", "until:"),
        ("ferry befor:2024", "“ferry [befor:]2024”", "before:"),
        ("x" * 30 + " ferry AND", "“…" + "x" * 17 + " ferry [AND]”", "after AND"),
    ],
)  # fmt: skip
def test_an_operator_that_cannot_be_read_is_refused_with_its_place(asked: str, place: str, what: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        read_query(asked)
    assert place in str(refused.value)
    assert what in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("council (quay OR harbour) budget", ("council", "budget")),
        ('ferry AND boat "winter line"', ("winter line",)),
        ("the council ferry OR boat", ("council",)),
        ("ferry OR boat in the harbour", ()),  # a sentence
        ("ferry OR boat harbour?", ()),  # a question
        ("ferry -(quay OR harbour)", ()),  # ferry stands beside no AND and no OR
        ("(outlet:QC OR outlet:HP) ferry", ()),
        ("ferry -protest boat", ()),
    ],
)
def test_words_beside_an_and_or_are_to_be_held_in_a_query_and_not_in_a_sentence(
    asked: str, words: tuple[str, ...]
) -> None:
    assert read(asked)[2] == words


def test_the_words_that_begin_with_some_letters_stand_in_the_text() -> None:
    query = read_query("What of ferr* NOT boa*?", {"ferr": "ferry ferries"}.__getitem__)
    assert query.text == "What of ferry ferries ?"


@pytest.mark.parametrize(
    "asked",
    [
        *("(" * 2000, ")" * 2000, "(" * 1000 + ")" * 1000, "(" * 990 + "a OR b" + ")" * 990),
        *("NOT " * 500, "-(" * 1000, "(a OR " * 330, "a OR " * 400, "a AND b " * 250, "(a OR b) " * 220),
        *('"' * 1999, "''" * 1000, "'a " * 660, "„" * 2000, "“a" * 1000, "~*:-" * 500, "ab* " * 500, "-a- " * 500),
        *('"a"~' * 500, "outlet:" * 280, "-x " * 660, "(" + "NOT (" * 390, "ab" * 995 + ":a"),
    ],
)
def test_a_hostile_question_is_read_or_refused_fast(asked: str) -> None:
    started, said = time.perf_counter(), ""
    try:
        read_query(asked)
    except BadQuestion as error:
        said = str(error)
    assert len(said) < 300
    assert time.perf_counter() - started < 1


PIECE = st.sampled_from(
    [
        *(
            "AND",
            "OR",
            "NOT",
            "-",
            "(",
            ")",
            '"',
            "“",
            "”",
            "'",
            "*",
            "~5",
            "outlet:",
            "since:2026-01-01",
            "ferry",
            "the",
        ),
        *("boat", " ", " ", " ", "\n", "?", ",", "\ufdd0", "é", ":", "ferr*", "a-b"),
    ]
)


@given(st.lists(PIECE, max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused_and_its_words_have_no_operator(asked: str) -> None:
    try:
        query = read_query(asked)
    except BadQuestion:
        return
    assert query.text == " ".join(query.text.split())
    assert set(query.text.lower()) <= set(asked.lower()) | {" "}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ferry line to Osk stops", True),
        ("The mayor's 5-day (long) trip - and why", True),
        ("They said “no”", False),
        ("Storm NOT over", False),
        ("Ferry outlet:QC", False),
        ('An open "quotation', True),
    ],
)
def test_a_plain_text_asks_for_its_own_words(text: str, *, plain: bool) -> None:
    assert is_plain(text) is plain


@pytest.mark.parametrize("text", ["", "ferry boat", ")", "(", "(" * 5000, "ferry)", "AND", "NOT", "f*", '"'])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion):
        read_condition(text)
