"""Conversations that a browser kept: shown again, or saved as a file."""

from page.conversations.conversations import SavedConversation

__all__ = ["SavedConversation"]
