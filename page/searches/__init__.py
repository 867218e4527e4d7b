"""Saved searches: saved at an answer, counted in the drawer after each refresh, opened with what is new first."""
