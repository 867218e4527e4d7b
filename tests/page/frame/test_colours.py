"""The colours of the page, computed from its style sheet."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from page.html.colours import OUTLET_COLOURS

COLOURS = Path(__file__).parents[3] / "page" / "frame" / "colours.css"


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(scope="module")
def palette() -> dict[str, tuple[str, str]]:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", COLOURS.read_text(encoding="utf-8"))
    return {name: (light, dark) for name, light, dark in found}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_keeps_its_contrast(palette: dict[str, tuple[str, str]], scheme: int) -> None:
    pairs = [(f"outlet-{n}", "outlet-ink") for n in [*range(OUTLET_COLOURS), "none"]]
    pairs += [(text, ground) for text in ("ink", "quiet", "accent", "warning") for ground in ("paper", "sheet")]
    pairs += [("ink", "mark"), ("ink", "cited")]
    low = {pair: contrast(palette[pair[0]][scheme], palette[pair[1]][scheme]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_no_two_outlets_share_a_colour(palette: dict[str, tuple[str, str]]) -> None:
    colours = [palette[f"outlet-{n}"] for n in range(OUTLET_COLOURS)]
    assert all(a[0] != b[0] and a[1] != b[1] for a, b in combinations(colours, 2))
