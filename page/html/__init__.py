"""HTML, whatever it shows: templates, text cut where it is marked, addresses, styles and scripts."""

from page.html.templates import render

__all__ = ["render"]
