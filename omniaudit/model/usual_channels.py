"""The channels that come first to mind for a kind of business, for the examples that are shown."""

from __future__ import annotations

from omniaudit.model.questionnaire import Questionnaire

_USUAL = {
    "retail": ("store", "web", "phone"),
    "ecommerce": ("web", "marketplace", "email"),
    "services": ("rep", "phone", "portal"),
    "hospitality": ("desk", "web", "booking-portal"),
    "banking": ("branch", "phone", "app"),
    "local": ("desk", "phone", "maps"),
}
_FEW = 3


def usual_channels(questionnaire: Questionnaire, profile: str) -> tuple[str, ...]:
    """Up to three ids of channels, the main one first.

    Where fewer than two of those usual for the profile are known, they are the first ones of the
    questionnaire.
    """
    usual = [each for each in _USUAL.get(profile, ()) if each in questionnaire.channel]
    return tuple(usual if len(usual) > 1 else list(questionnaire.channel)[:_FEW])
