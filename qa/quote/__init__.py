"""What is shown of what was found: chosen, word for word, cited, marked, with how sure it is."""
