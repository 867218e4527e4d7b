from dataclasses import replace

from qa.answer import Answer, Conversation


def test_a_new_turn_makes_a_new_conversation_and_leaves_the_old_one(answer: Answer) -> None:
    later = replace(answer, question=replace(answer.question, text="And the union?"))
    empty = Conversation()
    one = empty.with_answer(answer)
    two = one.with_answer(later)
    texts = (answer.question.text, later.question.text)
    assert (empty.questions, one.questions, two.questions) == ((), texts[:1], texts)
