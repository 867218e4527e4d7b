"""How a site writes its dates: in which language, and whether its numbers give the day or the month first."""

from dataclasses import dataclass

# Who writes numbers with slashes in these languages puts the day first.
_DAY_FIRST = frozenset(
    "ar az bg bn bs ca cs da de el es fi fr gl he hi hr id is it ka lv mk ms nb nl nn no pl pt ro ru sk sl sq sr ta th "
    "tr uk ur vi".split()
)
_DAY_FIRST_LOCALES = frozenset({"en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za", "en-ng", "en-ke", "en-sg"})
_EITHER = frozenset({"es-us", "es-pr"})
_DAY_FIRST_COUNTRIES = frozenset(
    "uk ie au nz in za ng ke pk bd lk gh sg de at ch fr be lu es pt it nl dk no fi gr pl cz sk si hr rs ba bg ro ru ua "
    "by tr il br ar cl mx uy pe ec bo py ve cr vn id th eg sa ae jo ma dz tn".split()
)


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates are written somewhere.

    Attributes:
        language: Code of the language, such as ``"pl"``; empty when it is not known.
        order: ``"DMY"`` for numbers that give the day first; empty when nothing says so: English is written by people
            of both habits, and most English pages call themselves American whoever writes them.
    """

    language: str = ""
    order: str = ""


def style_of(language: str, host: str) -> DateStyle:
    """Returns how the dates of a page are written.

    Args:
        language: What the page says it is written in, such as ``"pt-BR"``; empty when it does not.
        host: Host of its address; empty when it is not known.
    """
    locale = language.strip().lower().replace("_", "-")
    code = locale.partition("-")[0]
    by_language = locale in _DAY_FIRST_LOCALES or (code in _DAY_FIRST and locale not in _EITHER)
    by_country = locale not in _EITHER and host.lower().rpartition(".")[2] in _DAY_FIRST_COUNTRIES
    return DateStyle(code, "DMY" if by_language or by_country else "")
