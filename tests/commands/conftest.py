"""Fixtures of the command line's tests."""

from __future__ import annotations

import pytest

from tests.commands.running import Runner


@pytest.fixture
def minutes(capsysbinary: pytest.CaptureFixture[bytes]) -> Runner:
    """Runs the command line and gives back what it left."""
    return Runner(capsysbinary)
