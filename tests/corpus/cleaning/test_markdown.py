import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.markdown import strip_markdown


def test_heads_keep_their_words_on_their_own_line() -> None:
    assert strip_markdown("Text.\n\n## The map, again ##\n\nMore.").text == "Text.\n\nThe map, again\n\nMore."


def test_a_sharp_that_is_part_of_a_head_stays() -> None:
    assert strip_markdown("Text.\n## What is C#\n### Done ###").text == "Text.\nWhat is C#\nDone"


def test_the_words_of_a_link_stay_and_its_address_goes() -> None:
    plain = strip_markdown('These [news](https://a.example/?t=(x)) and [**bold** words](/p "tip") and [sic] (so).')
    assert plain.text == "These news and bold words and [sic] (so)."
    assert strip_markdown("[news](https://a.example/tags/?tag=news) cycles").text == "news cycles"


def test_marks_of_emphasis_go_and_stars_that_are_none_stay() -> None:
    text = "**No** deal, 3 * 4 * 5, __yes__, snake_case_name, *why*, _The Times_, a*b*c, **_both_**, he *left. She* too"
    assert strip_markdown(text).text == (
        "No deal, 3 * 4 * 5, yes, snake_case_name, why, The Times, a*b*c, both, he left. She too"
    )


def test_escaped_marks_are_the_characters_themselves() -> None:
    assert strip_markdown(r"\[sic\] 5\* hotel \*not\* 1\. C:\dir").text == r"[sic] 5* hotel *not* 1. C:\dir"


def test_a_picture_that_is_a_link_is_dropped() -> None:
    assert strip_markdown("[![map](m.png)](https://a.example)\nText").dropped == ("[![map](m.png)](https://a.example)",)


def test_the_tags_of_programs_that_make_pages_are_no_text() -> None:
    above = '{{< figure src="a.jpg"\n  caption="The wall" >}}\n\n{% include share.html %}\n'
    text = "The wall{{% sic %}} stands.\n{{ x }}\n{{< quote >}}We wait.{{< /quote >}}"
    plain = strip_markdown(above + text)
    assert plain.text.split("\n") == ["", "", "", "The wall stands.", "{{ x }}", "We wait."]
    assert plain.dropped[:2] == ('{{< figure src="a.jpg" caption="The wall" >}}', "{% include share.html %}")
    assert len(plain.dropped) == 5


def test_quotation_marks_of_lines_go() -> None:
    assert strip_markdown("> “Come fast,”\n> he said.\n>> Twice.").text == "“Come fast,”\nhe said.\nTwice."


def test_the_first_head_above_all_text_is_the_title() -> None:
    plain = strip_markdown("\n# A [title](https://a.example) #\n\nText.\n\n# Not this\n")
    assert plain.title == "A title"
    assert plain.text == "\nText.\n\nNot this\n"


def test_a_later_head_or_a_number_sign_is_no_title() -> None:
    assert strip_markdown("Text.\n# Head").title == ""
    assert strip_markdown("#1 in the world").text == "#1 in the world"
    assert strip_markdown("## Second level\nText").title == ""


def test_pictures_and_rules_are_dropped_and_listed() -> None:
    plain = strip_markdown('A\n![map](https://a.example/m.png "Map")\n---\n* * *\nB ![x](y.png)')
    assert plain.text == "A\nB "
    assert plain.dropped == ('![map](https://a.example/m.png "Map")', "---", "* * *")


@given(st.text(st.sampled_from('# >[]()!*_-\nab/h:tps."')))
def test_letters_outside_links_and_pictures_are_never_lost(text: str) -> None:
    without = text.replace("[", "").replace("](", "")
    plain = strip_markdown(without)
    kept = plain.title + plain.text + "".join(plain.dropped)
    assert sorted(filter(str.isalpha, kept)) == sorted(filter(str.isalpha, without))


@pytest.mark.parametrize("line", ["=", "=====  "])
def test_an_underlined_first_line_is_the_headline(line: str) -> None:
    plain = strip_markdown(f"Bridge opens\n{line}\n\nIt opened.")
    assert (plain.title, plain.text.strip()) == ("Bridge opens", "It opened.")
    assert strip_markdown(f"It opened.\n\nBridge\n{line}\n").title == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The [[Harbour wall]] of [[Towns/Kelpwick]]", "The Harbour wall of Kelpwick"),
        ("and [[Runa Torvald|its chair]].", "and its chair."),
        ("See [[#Vote]] and [[Wall#Repair]] and a [[table\\|cell]].", "See Vote and Wall and a cell."),
        ("It fell.[[1]](https://a.example/#cite) So.[^2] Then.[^note]", "It fell.[1] So. Then."),
        ("[^2]: The clerk.", "The clerk."),
        ("a ==marked passage== and a == b == c and x==y==z", "a marked passage and a == b == c and x==y==z"),
        ("> [!quote]- She said\n> “No.”", "She said\n“No.”"),
        ("It ended there. ^a1b2c3\nNot ^this", "It ended there.\nNot ^this"),
    ],
)  # fmt: skip
def test_marks_of_notes_go_and_their_words_stay(text: str, words: str) -> None:
    assert strip_markdown(text).text == words


def test_the_line_below_the_head_of_a_table_is_dropped() -> None:
    plain = strip_markdown("| a | b |\n| --- |:---:|\n| 1 | -- |")
    assert (plain.text, plain.dropped) == ("| a | b |\n| 1 | -- |", ("| --- |:---:|",))


def test_what_a_note_shows_of_others_is_dropped_and_listed() -> None:
    plain = strip_markdown("A\n![[map.png]]\n<br/>\n&nbsp;\n![[Other note#Part]]\nB")
    assert (plain.text, plain.dropped) == ("A\nB", ("![[map.png]]", "<br/>", "&nbsp;", "![[Other note#Part]]"))


@pytest.mark.parametrize(
    "piece",
    ["[", "[[", "[[a|", "![[", "[a[a", "[[a]", "[a](/(", "[a](/(b)", "|---", "==a ", "[^a", "> [!", "x ^abcdef", "%%"],
)
def test_what_looks_like_marks_takes_no_time(piece: str) -> None:
    started = time.monotonic()
    strip_markdown(piece * 100_000)
    assert time.monotonic() - started < 5
