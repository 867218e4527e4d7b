"""The latest searches, so that an answer can be looked at in another way without being searched for again."""

import threading
from collections import OrderedDict

from qa.compare.outlets import Found
from qa.conversation import Conversation
from qa.question import Filters

KEPT = 32  # searches, a few hundred kilobytes

Asked = tuple[str, tuple[str, ...], Filters, int]


def asked_key(asked: str, conversation: Conversation | None, filters: Filters | None, limit: int) -> Asked:
    """Returns all that an answer depends on beside the index."""
    before = tuple(answer.question.text for answer in conversation.answers) if conversation else ()
    return asked, before, filters or Filters(), limit


class RecentSearches:
    """The latest searches of one generation; threads may share it."""

    def __init__(self) -> None:
        """Starts empty."""
        self._found: OrderedDict[Asked, Found] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Asked) -> Found | None:
        """Returns a search, or None when it was not made lately."""
        with self._lock:
            return self._found.get(key)

    def keep(self, key: Asked, found: Found) -> None:
        """Keeps a search; the oldest one makes way."""
        with self._lock:
            self._found[key] = found
            self._found.move_to_end(key)
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
