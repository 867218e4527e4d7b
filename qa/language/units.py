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


# Kind, dimension, size, and the names of the unit, with _ for a space.
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
money GBP 0.01 pence
money cent 1 cent cents
money crown 1 crown crowns krona kronas kronor krone kroner
money franc 1 franc francs
money yuan 1 yuan renminbi
money zloty 1 zloty zlotys
money peso 1 peso pesos
money lira 1 lira liras lire
money shekel 1 shekel shekels
money dinar 1 dinar dinars
money florin 1 florin florins
money thaler 1 thaler thalers
money mark 1 mark marks deutschmark deutschmarks
money guilder 1 guilder guilders
money peseta 1 peseta pesetas
money escudo 1 escudo escudos
money drachma 1 drachma drachmas
money shilling 1 shilling shillings schilling schillings
money ducat 1 ducat ducats
money forint 1 forint forints
money koruna 1 koruna korunas
money leu 1 leu lei
money lev 1 lev leva
money hryvnia 1 hryvnia hryvnias
money tenge 1 tenge
money rand 1 rand rands
money naira 1 naira nairas
money cedi 1 cedi cedis
money real 1 reais
money won 1 won
money baht 1 baht
money ringgit 1 ringgit
money rupiah 1 rupiah rupiahs
money dong 1 dong
money taka 1 taka
money dirham 1 dirham dirhams
money riyal 1 riyal riyals
money rial 1 rial rials
share percent 1 percent
share points 1 percentage_point percentage_points
measure length 0.001 millimetre millimetres millimeter millimeters mm
measure length 0.01 centimetre centimetres centimeter centimeters cm
measure length 1 metre metres meter meters
measure length 1000 kilometre kilometres kilometer kilometers km
measure length 0.0254 inch inches
measure length 0.3048 foot feet
measure length 1609.344 mile miles
measure mass 0.001 gram grams
measure mass 1 kilogram kilograms kilo kilos kg
measure mass 1000 t ton tons tonne tonnes
measure mass 0.4536 lb lbs
measure mass 0.02835 ounce ounces
measure volume 1 litre litres liter liters
measure volume 3.785 gallon gallons
measure volume 158.987 barrel barrels
measure area 4046.86 acre acres
measure area 10000 hectare hectares
measure area 1 square_metre square_metres square_meter square_meters
measure area 0.0929 square_foot square_feet
measure area 1e6 square_kilometre square_kilometres square_kilometer square_kilometers
measure area 2589988 square_mile square_miles
measure volume 1000 cubic_metre cubic_metres cubic_meter cubic_meters
measure power 1e3 kilowatt kilowatts
measure power 1e6 megawatt megawatts
measure power 1e9 gigawatt gigawatts
measure temperature 1 degree degrees degrees_celsius °c °
measure fahrenheit 1 degrees_fahrenheit °f
measure speed 1.609344 mph miles_an_hour miles_per_hour
measure speed 1 kph km/h kilometres_an_hour kilometres_per_hour kilometers_an_hour kilometers_per_hour
measure speed 1.852 knot knots
"""
UNITS = {
    name.replace("_", " "): Unit(kind, dimension, float(size))
    for kind, dimension, size, *names in map(str.split, _TABLE.strip().splitlines())
    for name in names
}
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "$US": "USD",
    "A$": "AUD",
    "$A": "AUD",
    "C$": "CAD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
}
