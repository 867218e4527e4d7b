"""A fact sheet: sentences of articles that somebody chose and ordered, each with its source and a note, to hand on."""

from qa.facts.sheet import Fact, FactSheet

__all__ = ["Fact", "FactSheet"]
