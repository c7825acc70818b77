"""What can be wrong with answers, in one file or in several that belong together."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

ANSWERS: dict[str, Kind] = {
    # Answers
    "A401": Kind(
        mark("Format `{value}` is not known to this version, which reads format 1."),
        mark("Write `format: 1`, or use a newer omniaudit."),
    ),
    "A402": Kind(
        mark("This file answers the questionnaire `{value}`, not `{wanted}`."),
        mark("Name that questionnaire with --questionnaire, or correct the line."),
    ),
    "A403": Kind(
        mark("There is no question `{value}`.{hint}"),
        mark("`omniaudit questions list` shows all ids."),
    ),
    "A404": Kind(
        mark("`{value}` is not an answer."),
        mark("Write a level 0, 1, 2 or 3, `unknown`, or `{{not-applicable: the reason}}`."),
    ),
    "A405": Kind(
        mark("Not applicable needs a reason."),
        mark("Write `{{not-applicable: why this does not concern the business}}`."),
    ),
    "A406": Kind(
        mark("`{question}` is not asked of the profile `{profile}`; it is kept and not scored."),
        mark("Correct the profile if it is wrong; otherwise leave it."),
        "warning",
    ),
    "A407": Kind(
        mark("An answer is a level or not applicable, not both."), mark("Keep one of the two.")
    ),
    "A408": Kind(
        mark("`{key}` belongs to an answer with a level."),
        mark("Add the level, or remove `{key}`."),
    ),
    "A409": Kind(
        mark("There is no question of fit `{value}`.{hint}"), mark("Choose one of: {known}.")
    ),
    "A410": Kind(
        mark("`{value}` is not an answer to a question of fit."),
        mark("Write 0, 1, 2, 3 or `unknown`."),
    ),
    "A411": Kind(
        mark("`{value}` does not name two channels."),
        mark("Write `from -> to`, for example `store -> web`."),
    ),
    "A412": Kind(
        mark("`{value}` hands a customer to itself."), mark("Name two different channels.")
    ),
    "A413": Kind(
        mark(
            "The business does not list the channel `{value}`; the handoff is kept and not counted."
        ),
        mark(
            "Add the channel under `business: channels:` if the business has it; otherwise "
            "leave it."
        ),
        "warning",
    ),
    "A414": Kind(
        mark("`{value}` is not a level of a handoff."),
        mark("Write 0, 1, 2, 3, `unknown` or `not-applicable`."),
    ),
    "A415": Kind(mark("There is no journey `{value}`.{hint}"), mark("Choose one of: {known}.")),
    "A416": Kind(mark("The journey has no step `{value}`.{hint}"), mark("Its steps are: {known}.")),
    "A417": Kind(
        mark("`{value}` is not a result of a step.{hint}"),
        mark("Write pass, fail, not-applicable or not-tested."),
    ),
    "A418": Kind(
        mark("`{value}` is not a date."), mark("Write year-month-day, such as 2026-11-21.")
    ),
    "A419": Kind(
        mark("Only `end: true` may close a file, not `{value}`."), mark("Write `end: true`.")
    ),
    "A420": Kind(
        mark("`end: true` must be the last line; this comes after it."), mark("Move it to the end.")
    ),
    "A421": Kind(
        mark("`{question}` concerns nearly every business, but is marked not applicable."),
        mark("Check the reason; the report shows it."),
        "warning",
    ),
    "A422": Kind(
        mark("The text had characters that cannot be shown, or was too long; it was cleaned."),
        mark("Check the text."),
        "warning",
    ),
    "A423": Kind(
        mark("The file is pinned to version {value} of the questionnaire; this is {wanted}."),
        mark(
            "`omniaudit migrate` moves an older file; a minor version may stay open:"
            " `{id}@{major}`."
        ),
    ),
    # Several files
    "P501": Kind(
        mark("This file is about {name}, the first one about {first}."),
        mark("Files of one business make a panel; for several businesses use `batch`."),
    ),
    "P502": Kind(
        mark("`{key}` is {value} here and {first} in the first file."),
        mark("Respondents of one panel describe the same business on the same date: correct one."),
    ),
    "P503": Kind(
        mark("This file is the same as {first}, so it is no second respondent."),
        mark("Name every respondent's own file once."),
    ),
    "P504": Kind(
        mark("The earlier assessment is about {name}, this one about {first}."),
        mark("Name an earlier answers file of the same business, or correct the name."),
    ),
    "P505": Kind(
        mark("The earlier assessment is dated {value}, this one {first}."),
        mark("Changes need two dates, the earlier one with --since: {remedy}."),
    ),
}
