"""Answers and comparisons as terminal text, Markdown, CSV and JSON: pure functions."""
