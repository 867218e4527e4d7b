"""Question to cited passages."""
