"""Names for articles that stay the same while their text is edited."""

import hashlib
import json
from dataclasses import fields

from corpus.article import Article

_DIGITS = 16
_NO_CONTENT = ("article_id", "content_hash")  # which id an article gets depends on other articles


def url_id(url: str) -> str:
    """Returns the id of an article that is known by its address."""
    return _short_hash("url:" + url)


def path_id(source: str) -> str:
    """Returns the id of an article that is known by its place in the corpus only.

    Two files may carry the same own id or the same address. Whoever gathers articles of several files then gives
    the later ones this id, which no two can share.
    """
    return _short_hash("path:" + source)


def hash_content(article: Article) -> str:
    """Returns a hexadecimal sha256 over all fields but hash and id: any edit, of words or metadata, shows."""
    values = [getattr(article, field.name) for field in fields(article) if field.name not in _NO_CONTENT]
    written = json.dumps(values, ensure_ascii=False, default=_write)
    return hashlib.sha256(written.encode()).hexdigest()


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _write(value: object) -> str:
    return repr(value)  # dates and provenance
