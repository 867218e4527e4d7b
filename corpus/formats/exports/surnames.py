"""Names whose surname stands first, as databases list authors: "Ulv, Mira; van der Berg, Marek"."""

import re

_SURNAME_FIRST = re.compile(
    r"((?:(?:de|del|della|der|den|di|du|la|le|ten|ter|van|von)\s){0,3}[^\W\d_][^\s,]*), ([^\W\d_][^\s,]*(?: [^\s,]+)?)",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\b(?:reuters|afp|dpa|ap|apa|anp|upi|efe|ansa|belga|sda|kna|epd|tass|xinhua|pa)\b", re.IGNORECASE)
_ROLE = re.compile(r"\b(?:staff|writer|editor|reporter|correspondent|columnist|bureau|news|press|agency|jr|sr)\b", re.I)
_NOBODY = re.compile(r"anonymous|anonym|anonyme|anónimo|none available|unknown author", re.IGNORECASE)
_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_]\.$")


def surnames_last(written: str) -> str | list[str]:
    """Returns the names of a line that may be a byline, surnames last; the line where not all can be turned."""
    line = " ".join(written.split())
    turned = [_SURNAME_FIRST.fullmatch(part.strip()) for part in line.split(";")]
    if all(turned) and not _AGENCY.search(line):
        return [f"{match[2]} {match[1]}" for match in turned if match]
    return line


def author_names(written: str) -> list[str]:
    """Returns the names of a field that lists authors alone, "Halden, Marek; Ulv, Mira.", as people write them."""
    names = []
    for name in written.split(";"):
        plain = " ".join(name.replace("\u2009", " ").split())
        plain = plain if _INITIAL.search(plain) else plain.rstrip(".")
        parts = [part.strip() for part in plain.split(",") if part.strip()]
        if not parts or _NOBODY.fullmatch(plain):
            continue
        if len(parts) > 1 and not _ROLE.search(parts[1]):
            parts[:2] = [f"{parts[1]} {parts[0]}"]
        names.append(", ".join(parts))
    return names
