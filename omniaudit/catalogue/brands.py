"""What can be wrong with a brand file, its pictures and fonts."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

BRANDS: dict[str, Kind] = {
    "B901": Kind(
        mark("`{value}` is not a colour."),
        mark('Write `#` and six hexadecimal digits in quotes, such as `"#0e5660"`.'),
    ),
    "B902": Kind(
        mark("The colour {value} has a contrast of {contrast} to 1 on white; text needs 4.5."),
        mark('Choose a darker one; the nearest of its hue is `"{darker}"`.'),
    ),
    "B903": Kind(
        mark("`{key}` has {found}; there is room for {limit}."),
        mark("Shorten it; it is never cut silently."),
    ),
    "B904": Kind(
        mark("`{key}` has signs that cannot be printed, or a word of more than 80 letters."),
        mark("Write it again with plain letters."),
    ),
    "B905": Kind(
        mark("`{value}` does not lie in the folder of the brand file."),
        mark("Copy it there, and write its name without the way to it."),
    ),
    "B906": Kind(
        mark("`{value}` cannot be read: {why}."),
        mark("Check its name, and that it lies in the folder of the brand file."),
    ),
    "B907": Kind(
        mark("`{value}` has {size} kB; more than {limit} kB are not read."),
        mark("Save a smaller one; for a logo 1,000 pixels across are plenty."),
    ),
    "B908": Kind(
        # Translators: {wanted} is such as "a picture in PNG"
        mark("`{value}` is not {wanted}."),
        mark(
            "Save it as PNG, JPEG or SVG, and let its name end in .png, .jpg or .svg accordingly."
        ),
    ),
    "B909": Kind(
        mark("`{value}` has {width} by {height} pixels; 4 million are decoded, 10,000 a side."),
        mark("Save a smaller one; for a logo 1,000 pixels across are plenty."),
    ),
    "B910": Kind(
        mark("`{value}` is damaged: {why}."),
        mark("Open it in a program for pictures and save it again."),
    ),
    "B911": Kind(
        # Translators: {what} is such as "`<text>`", "a size of 1 by 900", "more than 256 kB"
        mark("Line {row} of `{value}`: {what} is not allowed in a logo."),
        mark(
            "Save it as plain SVG: letters as paths, no styles, links, pictures or effects; "
            "or as PNG."
        ),
    ),
    "B912": Kind(
        mark("`{value}` is no font that can be used."),
        mark("Name a font in WOFF2, WOFF, TrueType or OpenType."),
    ),
    "B913": Kind(
        mark("Fonts of one's own are only opened when they are trusted."),
        mark("Add --trust if you know where they come from, or write `typeface: Inter`."),
    ),
    "B914": Kind(
        mark("Without quotes `{value}` is a comment, so that `{key}` is empty."),
        mark("Put it in quotes: `{right}`."),
    ),
    "B915": Kind(mark("This is a folder, not a brand file."), mark("Name the brand file in it.")),
    "B916": Kind(mark("The brand file is empty."), mark("docs/brand-file.md has one to copy.")),
    "B917": Kind(
        mark("This is an answers file, not a brand file."),
        mark("Name the file with your name, logo and colours; docs/brand-file.md has one to copy."),
    ),
    "B918": Kind(
        mark("The logo of the brand file cannot be drawn."),
        mark("Save it as PNG, or as plain SVG without gradients and clipping."),
    ),
}
