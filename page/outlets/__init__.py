"""The view of the outlets: what each says to a question."""
