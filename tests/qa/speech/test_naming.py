from qa.speech.naming import find_naming


def named(text: str, words: str) -> tuple[str, str] | None:
    at = text.index(words)
    found = find_naming(text, at, at + len(words))
    return (found.speaker, text[found.start : found.end]) if found else None


def test_the_sentence_with_the_words_names_the_speaker() -> None:
    text = "It rained.\n\n“The ferry stays,” said Boris Ahl, the mayor. Nobody asked."
    assert named(text, "ferry stays") == ("Boris Ahl", "“The ferry stays,” said Boris Ahl, the mayor.")


def test_else_the_nearest_that_names_him_outside_of_quotation_marks() -> None:
    text = "Boris Ahl spoke late. He was tired.\n\n“The ferry stays,” he said. “Call me Ahl.”"
    assert named(text, "ferry stays") == ("Boris Ahl", "Boris Ahl spoke late.")


def test_words_that_nobody_says_have_none() -> None:
    assert named("The ferry stays where it is. Boris Ahl watched.", "ferry stays") is None
