"""Figures of passages: what each is of, and which of them speak of one thing."""
