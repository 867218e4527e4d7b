from qa.outlet_names import OutletNames
from qa.question import Filters
from qa.understand import understand

NAMES = OutletNames(["Quay Courier", "Time"], {})


def test_an_outlet_that_is_not_meant_is_a_word_like_any_other() -> None:
    asked = "What time does Quay Courier give?"
    assert understand(asked, NAMES).outlets == ("Time", "Quay Courier")
    question = understand(asked, NAMES, filters=Filters(unread=("Time",)))
    assert question.outlets == ("Quay Courier",)
    assert question.text == asked
