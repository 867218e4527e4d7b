from index.chunks.tokenizer import load_tokenizer


def test_tokens_are_counted_text_by_text() -> None:
    # Counts of the published cl100k_base table.
    assert load_tokenizer().count(["", "hello world", "The talks lasted two hours."]) == [0, 2, 6]


def test_no_text_gives_no_count() -> None:
    assert load_tokenizer().count([]) == []


def test_a_special_token_in_an_article_is_plain_text() -> None:
    [count] = load_tokenizer().count(["<|endoftext|>"])
    assert count > 1


def test_characters_of_any_script_are_counted_and_none_takes_more_than_four_tokens() -> None:
    characters = [chr(code) for code in (*range(0x20, 0x3000, 7), *range(0xAC00, 0xAD00), *range(0x1F300, 0x1F700))]
    counts = load_tokenizer().count(characters)
    assert 1 <= min(counts) <= max(counts) <= 4


def test_the_table_is_loaded_once() -> None:
    assert load_tokenizer() is load_tokenizer()
