"""Limits of what is taken in from outside, from a browser and from programs alike."""

MOST_PASSAGES = 50  # of one answer
MORE_PASSAGES = 15  # that are added to an answer at once
MOST_EARLIER = 20  # questions of a conversation before the one that is asked
MOST_LISTED = 500  # articles of one page of a list
MOST_ROWS = 1_000_000_000  # of a list that are passed over; SQLite counts no further than eight bytes
MOST_PAGES = 1_000_000
