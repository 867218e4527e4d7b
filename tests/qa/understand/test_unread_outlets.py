from datetime import date

from qa.ask import Ask
from qa.question import Filters
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand

DAYS = Days(date(2026, 3, 3))
NAMES = OutletNames(["Quay Courier", "Time"], {})


def test_an_outlet_that_is_not_meant_is_a_word_like_any_other() -> None:
    asked = "Is it Time that Quay Courier blames?"
    assert understand(Ask(asked), NAMES, DAYS).outlets == ("Time", "Quay Courier")
    question = understand(Ask(asked, filters=Filters(unread=("Time",))), NAMES, DAYS)
    assert question.outlets == ("Quay Courier",)
    assert question.text == asked
