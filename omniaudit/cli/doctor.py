"""`omniaudit doctor`: what this machine has, what is missing, and how to get it."""

from __future__ import annotations

import locale
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import omniaudit
from omniaudit.cli import streams
from omniaudit.problems import Unavailable
from omniaudit.resources import folder

PANGO = {
    "Debian, Ubuntu": ("sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    "Fedora": "sudo dnf install pango harfbuzz",
    "Alpine": "sudo apk add pango harfbuzz-subset",
    "macOS": "brew install pango",
    "Windows": "install MSYS2, then: pacman -S mingw-w64-ucrt-x86_64-pango",
}
_PACKAGES = ("typer", "PyYAML", "highspy", "krippendorff", "Jinja2", "weasyprint")


def command() -> int:
    """Say what works on this machine.

    What is missing comes with the line that installs it.
    """
    lines = [
        f"omniaudit     {omniaudit.__version__}",
        f"Python        {platform.python_version()} on {platform.system()} {platform.machine()}",
        f"Terminal      {_terminal()}",
        f"Data          {folder('questionnaires').parent}",
        *(f"{name:<14}{_version(name)}" for name in _PACKAGES),
    ]
    missing = _missing_library()
    if missing is None:
        lines.append("PDF           works")
    else:
        lines += [f"PDF           cannot be made: {missing}", "              Get Pango:"]
        lines += [f"                {system}: {line}" for system, line in PANGO.items()]
        lines.append("              Everything else works without it; HTML reports too.")
    streams.put("\n".join(lines))
    return 0


def _terminal() -> str:
    kind = "a terminal" if sys.stdout.isatty() else "not a terminal"
    language = locale.getlocale()[0] or "no language set"
    return f"{kind}, {streams.width()} columns, {sys.stdout.encoding}, {language}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing: reinstall omniaudit"


def _missing_library() -> str | None:
    from omniaudit.render import pdf  # noqa: PLC0415 - loads WeasyPrint

    try:
        pdf.load_weasyprint()
    except Unavailable as error:
        return error.problems[0].message
    return None
