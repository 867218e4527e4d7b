"""Conversations that a browser kept: shown again, or saved as a file."""
