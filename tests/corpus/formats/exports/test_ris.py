# Which tag holds what was seen in the mappings of reference managers and in exports of databases for newspapers: the
# paper stands under JF, JO or T2, the day under DA, Y1 or PY (year/month/day/), and whole texts under N2 or AB.
from contextlib import nullcontext
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints
from corpus.formats.prose import parse_text

SENTENCE = (
    "The council of Kelpwick agreed on Monday to mend the flood gates, said its chair, and TY  - was no word of it."
)


def reference(number: int, day: date, words: int, chance: Random) -> str:
    lines = [
        f"{chance.choice(('TI', 'T1'))}  - The wall: story {number}",
        f"{chance.choice(('JF', 'JO', 'T2'))}  - Quay Courier",
        "AU  - Halden, Marek\nAU  - Ulv, Mira",
        f"UR  - https://quaycourier.example/{number}",
        "KW  - harbours",
        chance.choice((f"Y1  - {day.year}/{day.month:02}/{day.day:02}/", f"DA  - {day.isoformat()}")),
        f"{chance.choice(('N2', 'AB'))}  - " + (f"{SENTENCE} {number}. " * (words // 20)).strip(),
    ]
    return "\n".join(["TY  - NEWS", *chance.sample(lines, len(lines)), "ER  - "])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_ris_every_reference_is_an_article_or_named(seed: int, count: int) -> None:
    chance = Random(seed)
    days = [date(2001, 1, 1) + timedelta(chance.randrange(9_000)) for _ in range(count)]
    words = [chance.choice((40, 400)) for _ in days]
    pieces = [reference(number, days[number], words[number], chance) for number in range(count)]
    data = chance.choice(("\n", "\n\n")).join(pieces).encode()
    if set(words) == {40}:
        with pytest.raises(UnreadableFile, match="metadata only") if count == 1 else nullcontext():
            assert parse_text(data, Hints()).drafts == ()
        return
    parsed = parse_text(data, Hints())
    whole = [number for number in range(count) if words[number] == 400]
    assert [draft.number for draft in parsed.drafts] == [number + 1 for number in whole]
    for number, draft in zip(whole, parsed.drafts, strict=True):
        said = draft.metadata
        assert (said.outlet, said.title, said.published) == ("Quay Courier", f"The wall: story {number}", days[number])
        assert (said.authors, said.url) == (("Marek Halden", "Mira Ulv"), f"https://quaycourier.example/{number}")
        assert draft.text.endswith(f"{number}.")
        assert sorted(draft.dropped) == ["KW: harbours", "TY: NEWS"]
    assert len(parsed.problems) == count - len(whole)
    assert all(problem.reason.startswith("metadata only") for problem in parsed.problems)
