"""The store that grows: vectors, words and what filters name in one Lance table."""
