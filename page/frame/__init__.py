"""The frame of the page: Gradio's layout, its theme, and what an empty chat shows."""

from page.frame.layout import build_page
from page.frame.theme import build_theme

__all__ = ["build_page", "build_theme"]
