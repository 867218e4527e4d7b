"""Who wrote an article: names of persons, told from jobs, desks, places and outlets."""

from corpus.metadata.authors.persons import is_person, is_role, names_persons
from corpus.metadata.authors.read import NO_VALUE, read_authors

__all__ = ["NO_VALUE", "is_person", "is_role", "names_persons", "read_authors"]
