"""The door of the server: open at once, with a page to look at while all that stands behind it is loaded."""

from page.door.door import Door, open_door
from page.door.ending import ended_by_signal

__all__ = ["Door", "ended_by_signal", "open_door"]
