"""Whether the index still is what the articles say."""
