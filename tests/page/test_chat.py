from page.chat import TURNS, Chat
from qa.answer import Answer


def test_a_turn_is_a_question_and_what_came_of_it(answer: Answer) -> None:
    chat = Chat().with_turn("Who <b>?", "<p>Nobody.</p>", answer)
    assert chat.messages() == [
        {"role": "user", "content": '<h2 class="asked" dir="auto">Who &lt;b&gt;?</h2>'},
        {"role": "assistant", "content": "<p>Nobody.</p>"},
    ]
    assert chat.conversation.answers == (answer,)


def test_an_error_is_shown_but_no_follow_up_leans_on_it(answer: Answer) -> None:
    chat = Chat().with_turn("One", "1", answer).with_turn("Two", "an error")
    assert len(chat.turns) == 2
    assert chat.conversation.answers == (answer,)


def test_a_chat_without_end_keeps_its_newest_turns(answer: Answer) -> None:
    chat = Chat()
    for number in range(TURNS + 5):
        chat = chat.with_turn(str(number), str(number), answer)
    assert [turn.outcome for turn in chat.turns] == [str(number) for number in range(5, TURNS + 5)]
    assert len(chat.conversation.answers) == TURNS
