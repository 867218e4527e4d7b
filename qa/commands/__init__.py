"""The commands that ask: ``dateline ask``, ``dateline compare`` and ``dateline eval``."""
