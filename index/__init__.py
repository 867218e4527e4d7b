"""Articles to a searchable snapshot. Knows nothing of questions."""
