"""What can be wrong with a questionnaire and its words."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

QUESTIONNAIRES: dict[str, Kind] = {
    "Q601": Kind(
        mark("`{value}` is not a version."), mark("Write three numbers with dots, such as 1.0.0.")
    ),
    "Q602": Kind(
        mark("`{key}` needs {wanted} entries and has {found}."), mark("Add or remove entries.")
    ),
    "Q603": Kind(
        mark("The id `{value}` is used twice; first in line {line}."), mark("Choose another id.")
    ),
    "Q604": Kind(
        # Translators: {what} is such as "dimension", "source", "part of `journeys`"
        mark("There is no {what} `{value}`.{hint}"),
        mark("Choose one that the file defines."),
    ),
    "Q605": Kind(
        mark("`{value}` is not a requirement."),
        mark("Write a capability and a level, such as `data.history@2`."),
    ),
    "Q606": Kind(
        mark("The steps lead in a circle: {circle}."), mark("Remove one of these requirements.")
    ),
    "Q607": Kind(
        mark("Steps must lead to the levels 1, 2 and 3, in this order."), mark("Reorder the steps.")
    ),
    "Q608": Kind(mark("A condition needs exactly one of: {known}."), mark("Keep one of them.")),
    "Q609": Kind(mark("Only critical steps may require levels."), mark("Add `critical: yes`.")),
    "Q610": Kind(
        mark("`{value}` is not an id."),
        mark("Use letters and digits, joined by dots or hyphens, at most 80 characters."),
    ),
    "Q611": Kind(
        mark("The part `{value}` of `{key}` has no words here."),
        mark("Add it; a translation holds every text of the questionnaire."),
    ),
    "Q612": Kind(
        mark("These words are for `{key}: {value}`, not for `{wanted}`."),
        mark("Name the file after what it is for, or write `{key}: {wanted}`."),
    ),
    "Q613": Kind(
        mark("There is no questionnaire `{value}` to draw on.{hint}"),
        mark("Installed are: {known}."),
    ),
    "Q614": Kind(
        mark("`{value}` draws on another questionnaire itself."),
        mark("Draw on that other one directly."),
    ),
}
