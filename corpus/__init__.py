"""What was published: articles, read from files, with their metadata. Knows nothing of indexes."""
