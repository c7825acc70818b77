"""What can be wrong with the cases of a questionnaire."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

CASES: dict[str, Kind] = {
    "C551": Kind(
        mark("The case expects nothing, so it proves nothing."),
        mark("Write under `expect` what must come out, such as `confirmed: multichannel`."),
    ),
    "C552": Kind(
        mark("The questionnaire knows no `{value}` that could stand under `{key}`.{hint}"),
        mark(
            "`omniaudit questions list` shows all ids; a step is an id and a level, such as "
            "`data.history@2`."
        ),
    ),
    "C553": Kind(
        mark("`{word}` stands for nothing here: all that it could stand for is said already."),
        mark("Remove the line, or one of those that say more."),
    ),
    "C554": Kind(
        mark("A case of this name stands in {first} already."),
        mark("Say in `case` what is different here."),
    ),
    "C555": Kind(
        mark("`{what}` should be {expected}; it is {found}."),
        mark("Correct the case, or what the questionnaire says about it."),
    ),
}
