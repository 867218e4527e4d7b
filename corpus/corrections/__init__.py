"""What readers correct: fields of an article written into corpus.toml, an article taken out and put back."""

from corpus.corrections.correct import Field, correct, fields_of
from corpus.corrections.fields import Typed
from corpus.corrections.take_out import TakenOut, put_back, take_out

__all__ = ["Field", "TakenOut", "Typed", "correct", "fields_of", "put_back", "take_out"]
