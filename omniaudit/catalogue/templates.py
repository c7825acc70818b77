"""What can be wrong with templates of one's own."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

TEMPLATES: dict[str, Kind] = {
    "T951": Kind(
        mark("Templates of one's own are only run when they are trusted."),
        mark("Add --trust if you know who wrote them, or leave --template out."),
    ),
    "T952": Kind(
        mark("There is no folder of that name."), mark("Name the folder that holds your templates.")
    ),
    "T953": Kind(
        mark("The page cannot be made with these templates: {what}."),
        mark("Mend the template, or leave --template out; docs/templates.md has the rules."),
    ),
    "T954": Kind(
        mark("Nothing in this folder replaces one of our templates.{hint}"),
        mark("Give a file the name and folder that ours has, such as `styles/brand.css`."),
    ),
}
