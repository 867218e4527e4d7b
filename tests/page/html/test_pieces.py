import re

from page.html.pieces import OUTLET_COLOURS, outlet_badge


def test_each_outlet_has_its_own_colour_and_keeps_it() -> None:
    names = [f"Outlet {letter}" for letter in "ABCDEFGHIJKL"]
    badges = [outlet_badge(name, names) for name in names]
    assert len({re.search(r"outlet-(\d+)", badge)[1] for badge in badges}) == OUTLET_COLOURS  # type: ignore[index]  # always there
    assert outlet_badge("Outlet C", reversed(names)) == badges[2]
