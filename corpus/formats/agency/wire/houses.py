"""The news agencies, as they name themselves in the credit of a dispatch: "KELPWICK (AP) -"."""

import re

# What else stands in brackets may be anything: "Kelpwick (Maine) -".
_HOUSES = {
    name.casefold(): name
    for name in (
        "AFP", "AP", "Reuters", "dpa", "EFE", "ANSA", "PA", "AAP", "APA", "ats", "SDA", "KNA", "epd", "SID", "UPI",
        "Belga", "ANP", "NTB", "TT", "Ritzau", "STT", "PAP", "CTK", "TASS", "Interfax", "Xinhua", "Kyodo", "Yonhap",
        "Bernama", "PTI", "IANS", "CP", "Lusa", "Europa Press", "AGI", "Adnkronos", "Anadolu", "MTI",
    )
}  # fmt: skip
# "(AFP) -", "(tca/dpa)", "(dpa/lby) -", "/TASS/."; the place and the day stand before it.
_CREDIT = re.compile(r"(?:\(|(?<=\s)/)(?P<credit>[^\W\d_][^()/]{1,14}(?:/[^()/]{1,14}){0,2})[)/]")
_PLACE = 110  # characters in which place and day end


def house_of(name: str) -> str:
    """Returns an agency as it writes itself; empty where it is not known. A service of it, such as "dpa-tns", is it."""
    return _HOUSES.get(name.strip().casefold()) or _HOUSES.get(name.partition("-")[0].strip().casefold(), "")


def credited(paragraph: str) -> str:
    """Returns the agency to which the beginning of a dispatch gives it; empty where it names none that is known."""
    for match in _CREDIT.finditer(paragraph[:_PLACE]):
        for name in match["credit"].split("/"):
            if house := house_of(name):
                return house
    return ""
