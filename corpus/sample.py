"""The sample articles that come with the program: invented outlets, for a first try and for tests."""

from pathlib import Path

SAMPLE_ARTICLES = Path(__file__).resolve().parent / "articles"
