"""Fixtures of the journey's tests."""

import pytest

from tests.journey.small import Small, small


@pytest.fixture
def map_() -> Small:
    """A small map: stages A (a1, a2), B (b1, b2) and C without steps."""
    return small()
