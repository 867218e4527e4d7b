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


# Kind, dimension, size, and the names of the unit.
_TABLE = f"""
duration time 1 second seconds
duration time 60 minute minutes min mins
duration time {HOUR} hour hours hr hrs
duration time {DAY} day days
duration time {7 * DAY} week weeks
duration time {YEAR / 12} month months
duration time {YEAR} year years
duration time {10 * YEAR} decade decades
money USD 1 dollar dollars usd
money GBP 1 pound pounds gbp
money EUR 1 euro euros eur
money JPY 1 yen
money INR 1 rupee rupees
money RUB 1 rouble roubles ruble rubles
share percent 1 percent
measure length 0.001 millimetre millimetres millimeter millimeters mm
measure length 0.01 centimetre centimetres centimeter centimeters cm
measure length 1 metre metres meter meters
measure length 1000 kilometre kilometres kilometer kilometers km
measure length 0.0254 inch inches
measure length 0.3048 foot feet
measure length 1609.344 mile miles
measure mass 0.001 gram grams
measure mass 1 kilogram kilograms kilo kilos kg
measure mass 1000 ton tons tonne tonnes
measure mass 0.02835 ounce ounces
measure volume 1 litre litres liter liters
measure volume 3.785 gallon gallons
measure volume 158.987 barrel barrels
measure area 4046.86 acre acres
measure area 10000 hectare hectares
measure power 1e3 kilowatt kilowatts
measure power 1e6 megawatt megawatts
measure power 1e9 gigawatt gigawatts
measure temperature 1 degree degrees
measure speed 1.609344 mph
measure speed 1 kph
"""
UNITS = {
    name: Unit(kind, dimension, float(size))
    for kind, dimension, size, *names in map(str.split, _TABLE.strip().splitlines())
    for name in names
}
SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}
