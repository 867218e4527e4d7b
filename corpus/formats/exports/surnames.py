"""Names whose surname stands first, as databases list authors: "Ulv, Mira; van der Berg, Marek"."""

import re

_SURNAME_FIRST = re.compile(
    r"((?:(?:de|del|della|der|den|di|du|la|le|ten|ter|van|von)\s){0,3}[^\W\d_][^\s,]*), ([^\W\d_][^\s,]*(?: [^\s,]+)?)",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\b(?:reuters|afp|dpa|ap|apa|anp|upi|efe|ansa|belga|sda|kna|epd|tass|xinhua|pa)\b", re.IGNORECASE)


def surnames_last(written: str) -> str | list[str]:
    """Returns names with their surnames last; a line in which not all are turned as it stands, on one line."""
    line = " ".join(written.split())
    turned = [_SURNAME_FIRST.fullmatch(part.strip()) for part in line.split(";")]
    if all(turned) and not _AGENCY.search(line):
        return [f"{match[2]} {match[1]}" for match in turned if match]
    return line
