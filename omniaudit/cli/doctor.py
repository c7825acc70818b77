"""`omniaudit doctor`: what this machine has, what is missing, and how to get it."""

from __future__ import annotations

import locale
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import omniaudit
from omniaudit import language
from omniaudit.cli import options, streams
from omniaudit.language import say
from omniaudit.problems import Unavailable
from omniaudit.resources import folder

PANGO = {
    "Debian, Ubuntu": ("sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    "Fedora": "sudo dnf install pango harfbuzz",
    "Alpine": "sudo apk add pango harfbuzz-subset",
    "macOS": "brew install pango",
}
_ON_WINDOWS = "pacman -S mingw-w64-ucrt-x86_64-pango"
_PACKAGES = ("typer", "PyYAML", "highspy", "krippendorff", "Jinja2", "weasyprint")


def command(_lang: options.Language = "") -> int:
    """Say what works on this machine.

    What is missing comes with the line that installs it.
    """
    pdf, *remedies = _pdf()
    pairs = [
        ("omniaudit", omniaudit.__version__),
        ("Python", _python()),
        (say("Terminal"), _terminal()),
        (say("Language"), language.code()),
        (say("Data"), str(folder("questionnaires").parent)),
        *((name, _version(name)) for name in _PACKAGES),
        ("PDF", pdf),
        *(("", line) for line in remedies),
    ]
    streams.put("\n".join(f"{label:<14}{text}" for label, text in pairs))
    return 0


def _python() -> str:
    return say(
        "{version} on {system} {machine}",
        version=platform.python_version(),
        system=platform.system(),
        machine=platform.machine(),
    )


def _terminal() -> str:
    kind = say("a terminal") if sys.stdout.isatty() else say("not a terminal")
    return say(
        "{kind}, {columns} columns, {encoding}, {locale}",
        kind=kind,
        columns=streams.width(),
        encoding=sys.stdout.encoding,
        locale=locale.getlocale()[0] or say("no language set"),
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return say("missing: reinstall omniaudit")


def _pdf() -> list[str]:
    """Whether a PDF can be made, and what to do where it cannot."""
    missing = _missing_library()
    if missing is None:
        return [say("works")]
    return [
        say("cannot be made: {why}", why=missing),
        say("Get Pango:"),
        *(f"  {system}: {line}" for system, line in PANGO.items()),
        "  Windows: " + say("install MSYS2, then: {command}", command=_ON_WINDOWS),
        say("Everything else works without it; HTML reports too."),
    ]


def _missing_library() -> str | None:
    from omniaudit.render import pdf  # noqa: PLC0415 - loads WeasyPrint

    try:
        pdf.load_weasyprint()
    except Unavailable as error:
        return error.problems[0].message
    return None
