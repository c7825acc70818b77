"""What can be wrong with maps from older versions, or with a file that shall follow them."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

MIGRATIONS: dict[str, Kind] = {
    "M961": Kind(
        mark("`{value}` is not a version that a map can lead from or to."),
        mark("Write its first number, or its first two with a dot, such as `1` or `1.2`."),
    ),
    "M962": Kind(
        mark("This map leads from {start} to {end}, which is not newer, and so in a circle."),
        mark("Let `to` name a later version than `from`."),
    ),
    "M963": Kind(
        mark("This map leads to {end}, but the questionnaire beside it is {wanted}."),
        mark("Lower `to`, or raise the questionnaire's `version`."),
    ),
    "M964": Kind(
        mark("The file is called {name}, and its map leads from {start}."),
        mark("Call it `from-{start}.yaml`, or correct `from`."),
    ),
    "M965": Kind(
        mark("Version {version} had no {what} `{value}`.{hint}"),
        mark("Write an id of version {version}, or remove the entry."),
    ),
    "M966": Kind(
        mark("Version {version} has no {what} `{value}`.{hint}"),
        mark("Write an id of version {version}, or list the old one under `removed`."),
    ),
    "M967": Kind(
        mark("Line {line} already says what becomes of `{value}`."),
        mark("Keep one of the two entries; `renamed` and `split` take `levels` as well."),
    ),
    "M968": Kind(
        mark("`{value}` already gets answers by line {line}."),
        mark("List all that it takes over in one entry under `joined`."),
    ),
    "M969": Kind(
        mark("`levels` does not say what becomes of: {missing}."),
        mark("Write all four, such as `{{0: 0, 1: 1, 2: 1, 3: 2}}`."),
    ),
    "M970": Kind(
        mark("An entry says what it is about by exactly one of: {known}."),
        mark("Keep one of them."),
    ),
    "M971": Kind(
        mark("`{value}` is removed here, but version {version} still has it."),
        mark("Leave the entry out, so that the answers stay where they are."),
    ),
    "M972": Kind(
        mark("Nothing says what becomes of the {what} `{value}` of version {version}."),
        mark("List it under renamed, split, joined or removed."),
    ),
    "M973": Kind(
        mark("`{value}` does not name a step."),
        mark("Write the journey and the step, such as `order-online/pay`."),
    ),
    "M974": Kind(
        mark("The file does not say which version of the questionnaire it answers."),
        mark("Write `questionnaire: {id}@` and the first number of that version."),
    ),
    "M975": Kind(
        mark("No map leads from version {start} of `{id}` towards {wanted}."),
        mark(
            "Ask whoever wrote the questionnaire for `migrations/from-{major}.yaml`, or stay with"
            " that version."
        ),
    ),
    "M976": Kind(
        mark("The file answers version {value}, which is newer than this questionnaire, {wanted}."),
        mark("Name the newer one with --questionnaire."),
    ),
}
