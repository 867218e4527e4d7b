"""Brings the index up to date with the articles, generation by generation."""
