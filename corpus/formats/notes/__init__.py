"""Notebooks and readers: what people clipped, saved and starred."""
