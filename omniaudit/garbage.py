"""How often garbage is looked for."""

import gc

_SELDOM = 50_000
"""So many objects are made before garbage is looked for: of what is read, nearly all lives on."""


def look_seldom() -> None:
    """Look for garbage seldom, and never among what there is already."""
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()
