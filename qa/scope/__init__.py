"""Where a question says to look: outlets, authors and words about the collection, apart from what it is about."""

from qa.scope.author_names import AuthorNames
from qa.scope.known_authors import KnownAuthors
from qa.scope.outlet_names import OutletNames
from qa.scope.scope import Scope, find_scope

__all__ = ["AuthorNames", "KnownAuthors", "OutletNames", "Scope", "find_scope"]
