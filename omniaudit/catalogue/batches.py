"""What can happen to a document on its way through a batch."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

BATCHES: dict[str, Kind] = {
    "W851": Kind(
        mark("It was not done after {seconds} s, so it was given up."),
        mark("Look at the file by `check`; if it is in order, give it more with --timeout."),
    ),
    "W852": Kind(
        mark("It needed more than {limit} MB of memory, so it was given up."),
        mark("Look at the file by `check`; if it is in order, give it more with --memory."),
    ),
    "W853": Kind(
        mark("The process that worked on it died {why}."),
        mark("Look at the file by `check`; if it is in order, please report this with the file."),
    ),
    "W854": Kind(
        mark("The worker processes end before they begin, {why}."),
        mark("Give them more with --memory, or work in one process with -j 1."),
    ),
    "W855": Kind(
        mark("The cluster at {address} cannot be used: {why}."),
        mark("See docs/batch.md, or leave --executor out to work on this machine."),
    ),
    "W856": Kind(
        mark("A batch that was not finished lies in {folder}."),
        mark("Add --resume to go on with it, or --force to begin anew."),
    ),
    "W857": Kind(
        mark("A fault in omniaudit, not in the file, stopped it ({why})."),
        mark("Please report it, with the file if you may; all others are done."),
    ),
    "W858": Kind(
        mark("There are results in {folder} already."),
        mark("Add --resume to go on with them, --force to begin anew, or name another folder."),
    ),
    "W859": Kind(
        mark("{folder} holds {count} results of documents that are not among these."),
        mark("Name the same source as before, or another folder; --force begins anew."),
    ),
    "W860": Kind(
        mark("Another batch is writing to {folder}."),
        mark("Wait until it has ended, or name another folder."),
    ),
}
