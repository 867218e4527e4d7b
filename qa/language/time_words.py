"""The words in which questions speak of times."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "few": 3, "a few": 3, "four": 4,
    "five": 5, "several": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "twenty": 20, "thirty": 30,
}  # fmt: skip
FEW = 3  # "in recent weeks"
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the months in which they begin
DECADES = {
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}
PARTS = {
    "early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2, "close of": 2,
}  # fmt: skip
_BEFORE = ("before", "prior to", "earlier than")
_AFTER = ("after", "later than", "following")
_SINCE = ("since", "ever since", "on or after", "not before")
_UNTIL = (
    "until", "up until", "till", "up to", "by", "on or before", "not after", "no later than", "not later than",
)  # fmt: skip
DIRECTIONS = {
    **dict.fromkeys(_BEFORE, "before"), **dict.fromkeys(_AFTER, "after"), **dict.fromkeys(_SINCE, "since"),
    **dict.fromkeys(_UNTIL, "until"), "from": "from",
}  # fmt: skip
JOINTS = ("-", "–", "—", "to", "until", "till", "through", "up to", "and")
# Months that are names, too, and those that are verbs.
NAMES = frozenset({"april", "august", "june", "may"})
VERBS = frozenset({"march", "may"})
# Before a year or a month these leave no doubt that it is one.
SURE = (
    "in", "since", "until", "till", "during", "throughout", "year", "month of", "early", "mid", "late", "beginning of",
    "start of", "middle of", "end of", "prior to", "earlier than", "later than", "last", "this", "past",
)  # fmt: skip
UNSURE = ("of", "by", "from", "before", "after", "for", "to", "between", "around", "following", "up to", "as of")
WRITERS = frozenset(
    "announced appointed asked backed criticised defended directed given made offered opposed ordered planned "
    "presented promised proposed published rejected said signed sung supported told used written".split()
)  # before "by May" she is a person
COUNTED = frozenset(
    "percent per cent degrees people children men women homes houses jobs seats votes pages words metres meters miles "
    "km kilometres kilometers feet tonnes tons kg kilograms litres crowns dollars euros pounds francs cases deaths "
    "bags workers soldiers troops students pupils patients visitors copies units cars ships trees hectares acres "
    "hours minutes seconds points calories horsepower watts megawatts kilowatts signatures members residents migrants "
    "refugees prisoners fans employees tickets".split()
)  # after a number like 2000 it is no year
# "Agenda 2030" and "at least 2000" are no years either.
BEFORE_NUMBERS = frozenset(
    "about agenda almost apollo around exactly expo euro flight horizon least level model more nearly no number "
    "office only over page platform project room roughly runner section some than vision windows".split()
)
# "The first" of these is the earliest that was given, where "the first minister" is an office.
GIVEN_AGAIN = frozenset(
    "account announcement article assessment bid bill budget claim cost costs count coverage date deadline deal "
    "decision design draft estimate estimates figure figures forecast information mention message news number numbers "
    "offer official plan plans poll prediction price proposal reaction report reports response rumour rumours "
    "statement study survey tally target toll total verdict version vote warning".split()
)
NO_NEWS = frozenset("account accounts affairs flow flows".split())  # "the current account" asks for no order by date
