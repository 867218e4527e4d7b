"""The drawer: what the index holds, articles to add, and its refresh."""

from page.drawer.status import Status, read_status

__all__ = ["Status", "read_status"]
