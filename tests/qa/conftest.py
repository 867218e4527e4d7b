"""Settings of the tests of this layer, and one small index that many of them ask."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.qa.stories import Stories, story

# A busy machine must not turn a passing property into a failure.
settings.register_profile("qa", deadline=None)
settings.load_profile("qa")

STORIES = (
    story(
        "ferry-1",
        "Quay Courier",
        "The Marlin ferry made its last crossing on Monday night. Lindqvist Lines said that 14 jobs would go.",
        title="Marlin ferry stops for good",
        day="2026-03-03",
    ),
    story(
        "ferry-2",
        "Harbour Post",
        "Lindqvist Lines has taken the Marlin ferry out of service. Sixteen people lose their work, the union says.",
        title="Last crossing of the Marlin",
        day="2026-03-04",
    ),
    story(
        "ferry-3",
        "Inland Ledger",
        "Nobody in the valley will miss the Marlin ferry, and no jobs depend on it there.",
        day="2026-03-09",
    ),
    story(
        "bridge-1",
        "Inland Ledger",
        "The harbour town of Estermouth plans a bridge. It would open in 2031 and cost 90 million euros.",
        title="A bridge for Estermouth",
    ),
    story(
        "bridge-2",
        "Quay Courier",
        "Estermouth wants a bridge across the sound. The mayor puts its cost at 120 million euros.",
        title="Mayor defends bridge",
        day="2026-02-20",
    ),
    story(
        "school-1",
        "Harbour Post",
        "Pupils of the old grammar school moved into the new building. The roof still leaks after heavy rain.",
        title="School roof leaks",
        day="2026-01-15",
    ),
)
SIDECAR = '[[outlet]]\nname = "Quay Courier"\naliases = ["The Courier", "QC"]\n'


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of six stories by three outlets; nobody may change it."""
    stories = Stories(tmp_path_factory.mktemp("stories"))
    stories.write(*STORIES, sidecar=SIDECAR)
    stories.refresh()
    return stories.index
