"""One parser for each kind of file; `corpus.formats.kinds` tells which."""
