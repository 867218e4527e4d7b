from datetime import date

import pytest

from qa.answer import Conversation
from qa.ask import Ask
from qa.question import Question
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand
from tests.qa.understand.follow_ups import FIRST_HALF, SECOND_HALF, FollowUp

NAMES = OutletNames(["Ostrand Post", "Marrow Gazette", "Fell Observer"], {})
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))


def follow(asked: str, *before: str) -> Question:
    return understand(Ask(asked, Conversation(before)), NAMES, DAYS)


@pytest.mark.parametrize("case", FIRST_HALF + SECOND_HALF)
def test_a_follow_up_takes_what_it_lacks_and_no_more(case: FollowUp) -> None:
    question = follow(case.asked, *case.before)
    assert bool(question.carried) == case.subject
    assert question.inherited == tuple(filter(None, (case.time, case.outlet, case.speaker)))
