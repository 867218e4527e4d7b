"""A question of the chat and its answer: asked, shown, kept by the browser, asked again in another way."""

from page.chat.saved import SavedTurn, restore

__all__ = ["SavedTurn", "restore"]
