"""A slow computer is no reason to fail: what an example may take is for the benchmarks to say."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
