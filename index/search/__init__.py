"""The two searches, by meaning and by words: each finds rows."""
