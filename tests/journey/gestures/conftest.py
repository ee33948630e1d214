"""The small map with something in it, for hands without a window."""

import pytest

from tests.journey.filled import Filled


@pytest.fixture
def filled() -> Filled:
    """The small map with something in it."""
    return Filled()
