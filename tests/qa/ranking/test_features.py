from hypothesis import given
from hypothesis import strategies as st

from qa.ranking.features import Features

VALUES = st.builds(Features, *[st.floats(0, 1) for _ in Features._fields])


def test_features_are_weighed_one_by_one() -> None:
    assert Features(words=0.5, kind=1.0).weighed(Features(words=2.0, meaning=9.0, kind=0.25)) == 1.25


@given(VALUES, VALUES)
def test_weights_are_mixed_from_the_one_to_the_other(one: Features, other: Features) -> None:
    assert one.towards(other, 0) == one
    assert all(abs(mixed - value) < 1e-9 for mixed, value in zip(one.towards(other, 1), other, strict=True))
    middle = one.towards(other, 0.5)
    assert all(min(a, b) - 1e-9 <= m <= max(a, b) + 1e-9 for a, m, b in zip(one, middle, other, strict=True))
