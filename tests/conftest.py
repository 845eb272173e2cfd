"""How the property tests run: the same examples on every run of a change, many and random ones with ``--hypothesis-profile=night``."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("change", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("night", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("change")
