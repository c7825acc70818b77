"""What an entry of the catalogue is."""

from __future__ import annotations

from typing import Literal

from omniaudit.values import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the catalogue: both texts are marked for `say` and take the problem's details."""

    message: str
    remedy: str
    severity: Severity = "error"
