"""What can be wrong with a file of ours, whatever it is about."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

FILES: dict[str, Kind] = {
    # The file itself
    "F101": Kind(mark("There is no such file."), mark("Check the name and the folder.")),
    "F102": Kind(
        mark("This is a folder, not a file."), mark("Name a file; for a folder use `batch`.")
    ),
    "F103": Kind(mark("The file cannot be read: {why}."), mark("Name a file that you may read.")),
    "F104": Kind(
        mark("The file has {size} kB; more than {limit} kB are not read."),
        mark("Check that it is the right file; if it is, shorten its notes."),
    ),
    "F105": Kind(
        mark("The file is not plain text in UTF-8 (wrong from byte {offset} on)."),
        mark("Save it as plain text in UTF-8: most editors offer that under `Save as`."),
    ),
    "F106": Kind(
        mark("The file is empty."),
        mark("Fill it in, or remove it; `omniaudit new FILE` writes answers to fill in."),
    ),
    "F107": Kind(
        mark("The file stops before its end: `end: true` is missing."),
        mark(
            "It was cut short on its way; ask for it again, or check what is missing and "
            "add the line."
        ),
    ),
    "F108": Kind(
        mark("There are more than {limit} problems; only these are shown."),
        mark("Check that it is the right file; if it is, correct these first."),
    ),
    "F109": Kind(
        mark("The folder holds more than {limit} files to be read."),
        mark("Check that it is the right folder, and move away what does not belong in it."),
    ),
    # YAML
    "Y201": Kind(
        mark("This is not valid YAML: {why}."), mark("Check indentation, quotes and colons here.")
    ),
    "Y202": Kind(
        mark("A text that begins with `&` or `*` needs quotes."),
        mark("Put the whole text in quotes; YAML's anchors and aliases are not used here."),
    ),
    "Y203": Kind(
        mark("A text that begins with `!` needs quotes."),
        mark("Put the whole text in quotes; YAML's tags are not used here."),
    ),
    "Y204": Kind(
        mark("A line may not begin with `%`."), mark("Remove it, or join it to the line above.")
    ),
    "Y205": Kind(
        mark("A second document begins here."), mark("Keep one business per file; remove `---`.")
    ),
    "Y206": Kind(
        mark("This stands more than {limit} levels deep."),
        mark("Check the indentation and brackets here."),
    ),
    "Y207": Kind(
        mark("`{key}` stands twice; the first is in line {line}."),
        mark("Keep one of the two lines."),
    ),
    "Y208": Kind(mark("A name before a colon must be plain text."), mark("Write `name: value`.")),
    "Y209": Kind(
        mark("The file has more than {limit} entries."), mark("Check that it is the right file.")
    ),
    "Y210": Kind(mark("This text is longer than {limit} characters."), mark("Shorten it.")),
    # One document a line, in JSON
    "J251": Kind(
        # Translators: {why} is such as "after this name a colon is missing"
        mark("This line is not valid JSON: {why}."),
        mark("A line holds one whole document; check quotes, commas and brackets here."),
    ),
    "J252": Kind(
        mark("`{value}` is no number that is used here."),
        mark("Write a whole number in digits; put what is meant as a text in quotes."),
    ),
    "J253": Kind(mark("`{key}` stands twice in one group."), mark("Keep one of the two.")),
    "J254": Kind(
        mark("The line has {size} kB; more than {limit} kB are not read."),
        mark("Check that it is the right file; if it is, shorten the notes."),
    ),
    "J255": Kind(
        mark("The line is not plain text in UTF-8 (wrong from its byte {offset} on)."),
        mark("Write the file in UTF-8, as JSON always is."),
    ),
    "J256": Kind(
        mark("The line has more than {limit} entries."), mark("Check that it is the right file.")
    ),
    # Shape, in answers and questionnaires alike
    "S301": Kind(mark("`{key}` is not known here.{hint}"), mark("Known are: {known}.")),
    "S302": Kind(mark("`{key}` is missing."), mark("Add `{key}: …`.")),
    # Translators: {wanted} and {found} are such as "a text", "a list", "0, 1, 2, 3 or `unknown`"
    "S303": Kind(mark("`{key}` should be {wanted}, not {found}."), mark("Write it as {wanted}.")),
    "S304": Kind(mark("`{key}` is empty."), mark("Fill it in, or remove the line.")),
    # Translators: {what} is such as "a channel", "a size", "evidence"
    "S305": Kind(mark("`{value}` is not known as {what}.{hint}"), mark("Choose one of: {known}.")),
    "S306": Kind(
        mark("`{value}` is not a whole number from {low} to {high}."),
        mark("Write such a number in digits."),
    ),
    "S307": Kind(mark("`{value}` is listed twice."), mark("Keep it once.")),
    "S308": Kind(
        mark("Only `yes` and `no` are understood here, not `{value}`."), mark("Write one of them.")
    ),
}
