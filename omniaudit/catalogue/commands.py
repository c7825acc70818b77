"""What can be wrong with a command, or with what it writes."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

COMMANDS: dict[str, Kind] = {
    "U701": Kind("{message}", "{remedy}"),
    "U702": Kind(
        mark("There is no questionnaire `{value}`.{hint}"),
        mark("Installed are: {known}; or name a folder."),
    ),
    "U703": Kind(
        mark("The folder `{value}` holds no questionnaire.yaml.{hint}"),
        mark("Name the folder that holds it; `omniaudit new --questionnaire FOLDER` begins one."),
    ),
    "U704": Kind(
        mark("This file holds words of a questionnaire, not a questionnaire."),
        mark("Name the folder of the questionnaire, `{folder}`: its words are read with it."),
    ),
    "O801": Kind(
        mark("{file} exists already."), mark("Choose another name, or add --force to replace it.")
    ),
    "O802": Kind(
        mark("{file} cannot be written: {why}."),
        mark("Check the folder, its permissions and the disk."),
    ),
    "O803": Kind(
        mark("A PDF cannot be made here: {why}."), mark("Run `omniaudit doctor`, or write .html.")
    ),
    "O804": Kind(
        mark("{file} is open in another session: {holder}."),
        mark("Close it there first; `status` shows it."),
    ),
    "O805": Kind(
        mark("{file} was changed by another program; it stays so, and your answers are in {mine}."),
        mark("Copy what is missing into one of the two, then go on with that one."),
    ),
    "O806": Kind(
        mark("{file} is written, but the disk does not confirm it: {why}."),
        mark("Keep a copy elsewhere."),
    ),
    "O807": Kind(
        mark("The system lets this program open too few files."),
        mark("Allow it more, for example by `ulimit -n 64`, or close other programs."),
    ),
    "O808": Kind(
        mark("The system gives this program too little memory."),
        mark("Allow it more, for example by `ulimit -v unlimited`, or close other programs."),
    ),
}
