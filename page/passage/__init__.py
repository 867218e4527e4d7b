"""What can be done with one passage: more of its article, a verdict on it."""
