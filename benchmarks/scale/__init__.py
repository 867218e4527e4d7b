"""Measures how Dateline grows: asking, opening and refreshing at 10,000, 100,000 and 1,000,000 passages."""
