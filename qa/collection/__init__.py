"""Questions about the collection itself: recognised, and answered with a list of the articles that hold some words."""

from qa.collection.answering import first_page, with_listing
from qa.collection.lists import Lists
from qa.collection.recognise import NamedOutlet, find_inquiry, read_inquiry
from qa.collection.shelf import Shelf

__all__ = ["Lists", "NamedOutlet", "Shelf", "find_inquiry", "first_page", "read_inquiry", "with_listing"]
