"""A list of articles in the chat: its further rows, and all of it as a file."""
