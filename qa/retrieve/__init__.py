"""The rows of an index that fit a question, best first."""
