"""Corrections of articles on the page: their outlet, day, headline and authors; and taking them out."""
