"""Limits of what is taken in from outside, from a browser and from programs alike."""

MOST_PASSAGES = 50  # of one answer
MOST_EARLIER = 20  # questions of a conversation before the one that is asked
