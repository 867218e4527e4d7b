"""The site at the end of a title, as in "Pool closes | The Ledger", where the address of the article bears it out."""

import re

from corpus.text import squash
from corpus.web.site.known import known_names
from corpus.web.site.names import fit

_BESIDE = re.compile(r"\s+[-–—|·•»]\s+|\s*[|｜]\s*")
_LONGEST = 500  # characters of a title


def split_site(title: str, host: str) -> tuple[str, str]:
    """Splits a title into the headline and the name of the site; the name is empty where no site stands there.

    Args:
        title: The title.
        host: Host of the article's address; empty when it is not known.
    """
    found = list(_BESIDE.finditer(title)) if host and len(title) <= _LONGEST else []
    if not found:
        return title, ""
    headline, name = title[: found[-1].start()].strip(), title[found[-1].end() :].strip()
    borne_out = fit(name, host) == 0 or squash(name) in map(squash, known_names(host))
    return (headline, name) if headline and squash(name) and borne_out else (title, "")
