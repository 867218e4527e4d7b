"""The ``dateline`` command in a process that ends at once, with a status of its own, when it uses the network.

No caller can catch that, so a library that tries quietly, and goes on when it fails, is found too.
"""

import os
import sys

import app

TRIED_THE_NETWORK = 99
TRIED = "tried the network:"
EVENTS = frozenset(
    f"socket.{name}"
    for name in ("bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "sendmsg", "sendto")
)


def unplug() -> None:
    """Ends this process when it first uses the network, from now on."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in EVENTS:
            os.write(2, f"{TRIED} {event} {arguments[1:]}\n".encode())
            os._exit(TRIED_THE_NETWORK)

    sys.addaudithook(watch)


if __name__ == "__main__":
    unplug()
    sys.exit(app.main())
