"""Letters: bytes to text, invisible characters, sentences, and texts in one form to be compared."""
