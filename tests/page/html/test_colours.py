from corpus.article import UNKNOWN_OUTLET
from page.html.colours import OUTLET_COLOURS, in_order, outlet_colour


def test_each_outlet_has_its_own_colour_and_keeps_it() -> None:
    names = [f"Outlet {letter}" for letter in "ABCDEFGHIJKL"]
    colours = [outlet_colour(name, in_order(names)) for name in names]
    assert len(set(colours)) == OUTLET_COLOURS
    assert outlet_colour("Outlet C", in_order(reversed(names))) == colours[2]
    assert outlet_colour("Outlet C", in_order([*names, UNKNOWN_OUTLET])) == colours[2]


def test_an_unknown_outlet_has_the_colour_of_none() -> None:
    assert outlet_colour(UNKNOWN_OUTLET, in_order(["A", UNKNOWN_OUTLET])) == "outlet-none"
