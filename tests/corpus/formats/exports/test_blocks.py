from corpus.formats.exports.blocks import Block, read_blocks, wrap_width

WRAPPED = [
    "The council of Kelpwick agreed on Monday to mend the flood gates, which the",
    "storm had broken, said its chair.",
    "",
    "VOTES",
    "31 in favour",
    "",
    "The ex-",
    "chair did not come.",
]


def test_wrapped_lines_are_joined_and_other_breaks_stay() -> None:
    blocks = read_blocks(WRAPPED, wrap_width(WRAPPED))
    assert [block.text for block in blocks] == [
        f"{WRAPPED[0]} {WRAPPED[1]}",
        "VOTES\n31 in favour",
        "The ex-\nchair did not come.",
    ]
    assert blocks[1].line == "VOTES 31 in favour"


def test_lines_of_a_file_that_is_not_wrapped_are_never_joined() -> None:
    lines = [*WRAPPED, "word " * 60]
    assert wrap_width(lines) == 0
    assert read_blocks(lines, wrap_width(lines))[0].text == f"{WRAPPED[0]}\n{WRAPPED[1]}"


def test_a_word_that_is_broken_at_its_hyphen_stays_whole() -> None:
    assert Block(("the ex-", "chair"), 8).text == "the ex-chair"


def test_what_stands_in_the_middle_is_centred() -> None:
    long = "Copyright 2011 Herausgebergemeinschaft der Mitteilungen vom Kai, Ulv, Halden"
    assert Block(("                         Quay Courier", "                         All Rights")).centred
    assert Block((long.center(80),)).centred
    assert not Block(("  The first line of a text", "goes on")).centred
    assert not Block((long,)).centred
