"""An answer as terminal text, Markdown, JSON and HTML: pure functions."""
