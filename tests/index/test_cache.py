import threading

from index.cache import SharedCache


def test_what_was_asked_for_longest_ago_makes_way() -> None:
    cache: SharedCache[str, int] = SharedCache(2)
    cache.keep({"a": 1, "b": 2})
    assert cache.get("a") == 1
    cache.keep({"c": 3})
    assert (cache.get("b"), cache.get_all(["a", "b", "c"])) == (None, {"a": 1, "c": 3})


def test_threads_share_a_cache() -> None:
    cache: SharedCache[int, int] = SharedCache(10)
    wrong: list[object] = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 20_000):
                cache.keep({number % 50: number % 50})
                found = cache.get_all(range(number % 50))
                wrong.extend(pair for pair in found.items() if pair[0] != pair[1])
        except Exception as error:  # none may come out of a thread
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
