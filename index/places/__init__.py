"""Where each word stands in the articles, as it is written: phrases are found and counted without reading a text."""

from index.places.places import Forms, Places, find_words
from index.places.writer import PlaceWriter, fill_places
from index.places.written import beginnings, plain, written

__all__ = ["Forms", "PlaceWriter", "Places", "beginnings", "fill_places", "find_words", "plain", "written"]
