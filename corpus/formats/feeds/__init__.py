"""Feeds: RSS and Atom, and what WordPress exports in their form."""
