"""What can be wrong: every kind of problem under its number, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the catalogue: both texts take the problem's details."""

    message: str
    remedy: str
    severity: Severity = "error"


CATALOGUE: dict[str, Kind] = {
    # The file itself
    "F101": Kind("There is no such file.", "Check the name and the folder."),
    "F102": Kind("This is a folder, not a file.", "Name a file; for a folder use `batch`."),
    "F103": Kind("The file cannot be read: {why}.", "Name a file that you may read."),
    "F104": Kind(
        "The file has {size} kB; more than {limit} kB are not read.",
        "Check that it is the right file; if it is, shorten its notes.",
    ),
    "F105": Kind(
        "The file is not plain text in UTF-8 (wrong from byte {offset} on).",
        "Save it as plain text in UTF-8: most editors offer that under `Save as`.",
    ),
    "F106": Kind("The file is empty.", "`omniaudit new FILE` writes one to fill in."),
    "F107": Kind(
        "The file stops before its end: `end: true` is missing.",
        "It was cut short on its way; ask for it again, or check what is missing and add the line.",
    ),
    "F108": Kind(
        "There are more than {limit} problems; only these are shown.",
        "Check that it is the right file; if it is, correct these first.",
    ),
    # YAML
    "Y201": Kind("This is not valid YAML: {why}.", "Check indentation, quotes and colons here."),
    "Y202": Kind(
        "A text that begins with `&` or `*` needs quotes.",
        "Put the whole text in quotes; YAML's anchors and aliases are not used here.",
    ),
    "Y203": Kind(
        "A text that begins with `!` needs quotes.",
        "Put the whole text in quotes; YAML's tags are not used here.",
    ),
    "Y204": Kind("A line may not begin with `%`.", "Remove it, or join it to the line above."),
    "Y205": Kind("A second document begins here.", "Keep one business per file; remove `---`."),
    "Y206": Kind(
        "This stands more than {limit} levels deep.", "Check the indentation and brackets here."
    ),
    "Y207": Kind(
        "`{key}` stands twice; the first is in line {line}.", "Keep one of the two lines."
    ),
    "Y208": Kind("A name before a colon must be plain text.", "Write `name: value`."),
    "Y209": Kind("The file has more than {limit} entries.", "Check that it is the right file."),
    "Y210": Kind("This text is longer than {limit} characters.", "Shorten it."),
    # Shape, in answers and questionnaires alike
    "S301": Kind("`{key}` is not known here.{hint}", "Known are: {known}."),
    "S302": Kind("`{key}` is missing.", "Add `{key}: …`."),
    "S303": Kind("`{key}` should be {wanted}, not {found}.", "Write it as {wanted}."),
    "S304": Kind("`{key}` is empty.", "Fill it in, or remove the line."),
    "S305": Kind("`{value}` is not known as {what}.{hint}", "Choose one of: {known}."),
    "S306": Kind(
        "`{value}` is not a whole number from {low} to {high}.", "Write such a number in digits."
    ),
    "S307": Kind("`{value}` is listed twice.", "Keep it once."),
    "S308": Kind("Only `yes` and `no` are understood here, not `{value}`.", "Write one of them."),
    # Answers
    "A401": Kind(
        "Format `{value}` is not known to this version, which reads format 1.",
        "Write `format: 1`, or use a newer omniaudit.",
    ),
    "A402": Kind(
        "This file answers the questionnaire `{value}`, not `{wanted}`.",
        "Name that questionnaire with --questionnaire, or correct the line.",
    ),
    "A403": Kind(
        "There is no question `{value}`.{hint}", "`omniaudit questions list` shows all ids."
    ),
    "A404": Kind(
        "`{value}` is not an answer.",
        "Write a level 0, 1, 2 or 3, `unknown`, or `{{not-applicable: the reason}}`.",
    ),
    "A405": Kind(
        "Not applicable needs a reason.",
        "Write `{{not-applicable: why this does not concern the business}}`.",
    ),
    "A406": Kind(
        "`{question}` is not asked of the profile `{profile}`; it is kept and not scored.",
        "Correct the profile if it is wrong; otherwise leave it.",
        "warning",
    ),
    "A407": Kind("An answer is a level or not applicable, not both.", "Keep one of the two."),
    "A408": Kind("`{key}` belongs to an answer with a level.", "Add the level, or remove `{key}`."),
    "A409": Kind("There is no question of fit `{value}`.{hint}", "Choose one of: {known}."),
    "A410": Kind(
        "`{value}` is not an answer to a question of fit.", "Write 0, 1, 2, 3 or `unknown`."
    ),
    "A411": Kind(
        "`{value}` does not name two channels.", "Write `from -> to`, for example `store -> web`."
    ),
    "A412": Kind("`{value}` hands a customer to itself.", "Name two different channels."),
    "A413": Kind(
        "The business does not list the channel `{value}`; the handoff is kept and not counted.",
        "Add the channel under `business: channels:` if the business has it; otherwise leave it.",
        "warning",
    ),
    "A414": Kind(
        "`{value}` is not a level of a handoff.",
        "Write 0, 1, 2, 3, `unknown` or `not-applicable`.",
    ),
    "A415": Kind("There is no journey `{value}`.{hint}", "Choose one of: {known}."),
    "A416": Kind("The journey has no step `{value}`.{hint}", "Its steps are: {known}."),
    "A417": Kind(
        "`{value}` is not a result of a step.{hint}",
        "Write pass, fail, not-applicable or not-tested.",
    ),
    "A418": Kind("`{value}` is not a date.", "Write year-month-day, such as 2026-11-21."),
    "A419": Kind("Only `end: true` may close a file, not `{value}`.", "Write `end: true`."),
    "A420": Kind("`end: true` must be the last line; this comes after it.", "Move it to the end."),
    "A421": Kind(
        "`{question}` concerns nearly every business, but is marked not applicable.",
        "Check the reason; the report shows it.",
        "warning",
    ),
    "A422": Kind(
        "The text had characters that cannot be shown, or was too long; it was cleaned.",
        "Check the text.",
        "warning",
    ),
    "A423": Kind(
        "The file is pinned to version {value} of the questionnaire; this is {wanted}.",
        "Write only its first number, as in `{id}@{major}`, or use that version.",
    ),
    # Several files
    "P501": Kind(
        "This file is about {name}, the first one about {first}.",
        "Files of one business make a panel; for several businesses use `batch`.",
    ),
    "P502": Kind(
        "`{key}` is {value} here and {first} in the first file.",
        "Respondents of one panel describe the same business on the same date: correct one.",
    ),
    "P503": Kind(
        "This file is the same as {first}, so it is no second respondent.",
        "Name every respondent's own file once.",
    ),
    "P504": Kind(
        "The earlier assessment is about {name}, this one about {first}.",
        "Name an earlier answers file of the same business, or correct the name.",
    ),
    "P505": Kind(
        "The earlier assessment is dated {value}, this one {first}.",
        "Changes need two dates, the earlier one with --since: {remedy}.",
    ),
    # Questionnaires
    "Q601": Kind("`{value}` is not a version.", "Write three numbers with dots, such as 1.0.0."),
    "Q602": Kind("`{key}` needs {wanted} entries and has {found}.", "Add or remove entries."),
    "Q603": Kind("The id `{value}` is used twice; first in line {line}.", "Choose another id."),
    "Q604": Kind("There is no {what} `{value}`.{hint}", "Choose one that the file defines."),
    "Q605": Kind(
        "`{value}` is not a requirement.",
        "Write a capability and a level, such as `data.history@2`.",
    ),
    "Q606": Kind("The steps lead in a circle: {circle}.", "Remove one of these requirements."),
    "Q607": Kind("Steps must lead to the levels 1, 2 and 3, in this order.", "Reorder the steps."),
    "Q608": Kind("A condition needs exactly one of: {known}.", "Keep one of them."),
    "Q609": Kind("Only critical steps may require levels.", "Add `critical: yes`."),
    "Q610": Kind(
        "`{value}` is not an id.",
        "Use letters and digits, joined by dots or hyphens, at most 80 characters.",
    ),
    # Brand files
    "B901": Kind(
        "`{value}` is not a colour.",
        'Write `#` and six hexadecimal digits in quotes, such as `"#0e5660"`.',
    ),
    "B902": Kind(
        "The colour {value} has a contrast of {contrast} to 1 on white; text needs 4.5.",
        'Choose a darker one; the nearest of its hue is `"{darker}"`.',
    ),
    "B903": Kind(
        "`{key}` has {found}; there is room for {limit}.", "Shorten it; it is never cut silently."
    ),
    "B904": Kind(
        "`{key}` has signs that cannot be printed, or a word of more than 80 letters.",
        "Write it again with plain letters.",
    ),
    "B905": Kind(
        "`{value}` does not lie in the folder of the brand file.",
        "Copy it there, and write its name without the way to it.",
    ),
    "B906": Kind(
        "`{value}` cannot be read: {why}.",
        "Check its name, and that it lies in the folder of the brand file.",
    ),
    "B907": Kind(
        "`{value}` has {size} kB; more than {limit} kB are not read.",
        "Save a smaller one; for a logo 1,000 pixels across are plenty.",
    ),
    "B908": Kind(
        "`{value}` is not {wanted}.",
        "Save it as PNG, JPEG or SVG, and let its name end in .png, .jpg or .svg accordingly.",
    ),
    "B909": Kind(
        "`{value}` has {width} by {height} pixels; 4 million are decoded, 10,000 a side.",
        "Save a smaller one; for a logo 1,000 pixels across are plenty.",
    ),
    "B910": Kind(
        "`{value}` is damaged: {why}.", "Open it in a program for pictures and save it again."
    ),
    "B911": Kind(
        "Line {row} of `{value}`: {what} is not allowed in a logo.",
        "Save it as plain SVG: letters as paths, no styles, links, pictures or effects; or as PNG.",
    ),
    "B912": Kind(
        "`{value}` is no font that can be used.",
        "Name a font in WOFF2, WOFF, TrueType or OpenType.",
    ),
    "B913": Kind(
        "Fonts of one's own are only opened when they are trusted.",
        "Add --trust if you know where they come from, or write `typeface: Inter`.",
    ),
    "B914": Kind(
        "Without quotes `{value}` is a comment, so that `{key}` is empty.",
        "Put it in quotes: `{right}`.",
    ),
    "B915": Kind("This is a folder, not a brand file.", "Name the brand file in it."),
    "B916": Kind("The brand file is empty.", "docs/brand-file.md has one to copy."),
    "B917": Kind(
        "This is an answers file, not a brand file.",
        "Name the file with your name, logo and colours; docs/brand-file.md has one to copy.",
    ),
    "B918": Kind(
        "The logo of the brand file cannot be drawn.",
        "Save it as PNG, or as plain SVG without gradients and clipping.",
    ),
    # Templates of one's own
    "T951": Kind(
        "Templates of one's own are only run when they are trusted.",
        "Add --trust if you know who wrote them, or leave --template out.",
    ),
    "T952": Kind("There is no folder of that name.", "Name the folder that holds your templates."),
    "T953": Kind(
        "The page cannot be made with these templates: {what}.",
        "Mend the template, or leave --template out; docs/templates.md has the rules.",
    ),
    "T954": Kind(
        "Nothing in this folder replaces one of our templates.{hint}",
        "Give a file the name and folder that ours has, such as `styles/brand.css`.",
    ),
    # Usage and output
    "U701": Kind("{message}", "{remedy}"),
    "U702": Kind(
        "There is no questionnaire `{value}`.{hint}", "Installed are: {known}; or name a folder."
    ),
    "O801": Kind("{file} exists already.", "Choose another name, or add --force to replace it."),
    "O802": Kind(
        "{file} cannot be written: {why}.", "Check the folder, its permissions and the disk."
    ),
    "O803": Kind("A PDF cannot be made here: {why}.", "Run `omniaudit doctor`, or write .html."),
    "O804": Kind(
        "{file} is open in another session: {holder}.", "Close it there first; `status` shows it."
    ),
    "O805": Kind(
        "{file} was changed by another program; it stays so, and your answers are in {mine}.",
        "Copy what is missing into one of the two, then go on with that one.",
    ),
    "O806": Kind(
        "{file} is written, but the disk does not confirm it: {why}.", "Keep a copy elsewhere."
    ),
}
