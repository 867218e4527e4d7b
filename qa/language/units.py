"""Units of measurement as news writes them: what each measures, and how much of it one is."""

from dataclasses import dataclass

HOUR, DAY, YEAR = 3600.0, 86400.0, 365.25 * 86400.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        kind: What is measured: ``"duration"``, ``"money"``, ``"share"`` or ``"measure"``.
        dimension: Quantities of one dimension can be compared: ``"time"``, ``"length"``, the code of a currency ...
        size: How much of the dimension's base unit one is (seconds, metres, litres ...).
    """

    kind: str
    dimension: str
    size: float = 1.0


def _named(kind: str, dimension: str, **sizes: float) -> dict[str, Unit]:
    """Returns units by each of their names; names of one unit are joined by ``__``."""
    return {name: Unit(kind, dimension, size) for names, size in sizes.items() for name in names.split("__")}


UNITS = {
    **_named(
        "duration",
        "time",
        second__seconds=1.0,
        minute__minutes__min__mins=60.0,
        hour__hours__hr__hrs=HOUR,
        day__days=DAY,
        week__weeks=7 * DAY,
        month__months=YEAR / 12,
        year__years=YEAR,
        decade__decades=10 * YEAR,
    ),
    **_named("money", "USD", dollar__dollars__usd=1.0),
    **_named("money", "GBP", pound__pounds__gbp=1.0),
    **_named("money", "EUR", euro__euros__eur=1.0),
    **_named("money", "JPY", yen=1.0),
    **_named("money", "INR", rupee__rupees=1.0),
    **_named("money", "RUB", rouble__roubles__ruble__rubles=1.0),
    **_named("share", "percent", percent=1.0),
    **_named(
        "measure",
        "length",
        millimetre__millimetres__millimeter__millimeters__mm=0.001,
        centimetre__centimetres__centimeter__centimeters__cm=0.01,
        metre__metres__meter__meters=1.0,
        kilometre__kilometres__kilometer__kilometers__km=1000.0,
        inch__inches=0.0254,
        foot__feet=0.3048,
        mile__miles=1609.344,
    ),
    **_named(
        "measure",
        "mass",
        gram__grams=0.001,
        kilogram__kilograms__kilo__kilos__kg=1.0,
        ton__tons__tonne__tonnes=1000.0,
        ounce__ounces=0.02835,
    ),
    **_named("measure", "volume", litre__litres__liter__liters=1.0, gallon__gallons=3.785, barrel__barrels=158.987),
    **_named("measure", "area", acre__acres=4046.86, hectare__hectares=10_000.0),
    **_named("measure", "power", kilowatt__kilowatts=1e3, megawatt__megawatts=1e6, gigawatt__gigawatts=1e9),
    **_named("measure", "temperature", degree__degrees=1.0),
    **_named("measure", "speed", mph=1.609344, kph=1.0),
}
SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}
