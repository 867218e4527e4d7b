from dataclasses import replace

from qa.answer import Answer, Conversation


def test_a_new_turn_makes_a_new_conversation_and_leaves_the_old_one(answer: Answer) -> None:
    later = replace(answer, generation="000002")
    empty = Conversation()
    one = empty.with_answer(answer)
    two = one.with_answer(later)
    assert (empty.answers, one.answers, two.answers) == ((), (answer,), (answer, later))


def test_two_conversations_may_go_on_from_the_same_turn(answer: Answer) -> None:
    common = Conversation().with_answer(answer)
    one = common.with_answer(replace(answer, generation="one"))
    other = common.with_answer(replace(answer, generation="other"))
    assert one.answers[0] is other.answers[0]
    assert (one.answers[1].generation, other.answers[1].generation) == ("one", "other")
