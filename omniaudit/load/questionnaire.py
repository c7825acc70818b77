"""A questionnaire file into a `Questionnaire`; its parts are read by the modules beside."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import TypeVar, cast, get_args

from omniaudit.language import mark, say
from omniaudit.load import strict_yaml
from omniaudit.load.advice import read_advice, read_gates
from omniaudit.load.capabilities import read_capabilities
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields, number_of
from omniaudit.load.naming import Naming
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries
from omniaudit.load.walkthroughs import read_fit, read_handoff_scale, read_journeys
from omniaudit.model.answers import Coverage, Evidence, Mode
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import (
    Band,
    Basis,
    Channel,
    ChannelKind,
    Dimension,
    Profile,
    Size,
    Source,
    Stage,
    Term,
)

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16
_KEYS = (
    "questionnaire",
    "version",
    "language",
    "translations",
    "draws-on",
    "quick",
    "title",
    "purpose",
    "minutes",
    "stages",
    "dimensions",
    "profiles",
    "sizes",
    "bands",
    "coverage",
    "evidence",
    "modes",
    "confidence-grades",
    "channels",
    "capabilities",
    "gates",
    "journeys",
    "fit",
    "handoffs",
    "advice",
    "glossary",
    "sources",
)
_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")
_STAGES = 4
_Grade = TypeVar("_Grade", Coverage, Evidence)
_Id = TypeVar("_Id", Coverage, Evidence, Mode)
_PERCENT = 100
_MINUTES = 999


def read_questionnaire(data: bytes, file: str) -> Questionnaire:
    """Read one questionnaire file.

    Raises:
        InputRejected: with every problem of the file.
    """
    root = strict_yaml.read(data, file, max_depth=MAX_DEPTH, max_bytes=MAX_BYTES)
    return read_tree(root, Notebook(file), hashlib.sha256(data).hexdigest())


def read_tree(
    root: Entries,
    notebook: Notebook,
    sha256: str,
    trades: Mapping[str, Questionnaire] | None = None,
    left: Mapping[str, Collection[str]] | None = None,
) -> Questionnaire:
    """Read the tree of a questionnaire; `trades` is the same in the words of some profiles.

    `left` are the ids that it did not take over from the one it draws on, by their list.

    Raises:
        InputRejected: with every problem of the tree.
    """
    naming = Naming(root, notebook, left or {})
    reader = _FrameReader(Fields(root, notebook, "the file", _KEYS), naming)
    questionnaire = reader.questionnaire(sha256, trades or {})
    notebook.warnings_or_raise()
    return questionnaire


class _FrameReader:
    """Reads what holds the questionnaire together: stages, dimensions, profiles, scales."""

    def __init__(self, file: Fields, naming: Naming) -> None:
        self.file = file
        self.naming = naming
        self.notebook = file.notebook

    def questionnaire(self, sha256: str, trades: Mapping[str, Questionnaire]) -> Questionnaire:
        bands = self._bands()
        dimensions = self._dimensions()
        evidence = self._scale("evidence", _names(Evidence), ("confidence",))
        return Questionnaire(
            id=self._id("questionnaire"),
            version=self._version(),
            sha256=sha256,
            language=self._id("language"),
            draws_on=self.file.line("draws-on", default=""),
            quick=self.file.line("quick", default=""),
            title=self.file.line("title"),
            purpose=self.file.prose("purpose"),
            minutes=self.file.number("minutes", 1, _MINUTES, default=0),
            stages=self._stages(),
            dimensions=dimensions,
            profiles=self._profiles(),
            sizes=self._sizes(),
            bands=bands,
            coverage=_terms(self._scale("coverage", _names(Coverage))),
            evidence=_terms(evidence),
            confidence=_trust(evidence),
            confidence_grades=self._grades(),
            modes=self._modes(),
            channels=self._channels(),
            capabilities=read_capabilities(
                self.file,
                self.naming,
                {band.id: band for band in bands},
                {dimension.id: dimension for dimension in dimensions},
            ),
            gates=read_gates(self.file, self.naming),
            journeys=read_journeys(self.file, self.naming),
            fit=read_fit(self.file, self.naming),
            handoffs=read_handoff_scale(self.file),
            advice=read_advice(self.file, self.naming),
            glossary=self._glossary(),
            sources=self._sources(),
            trades=trades,
        )

    def _id(self, key: str) -> str:
        text = self.file.text(key)
        if text is None:
            return ""
        self.naming.check_id(text)
        return text.value

    def _version(self) -> str:
        text = self.file.text("version")
        if text is not None and _VERSION.fullmatch(text.value) is None:
            self.notebook.note("Q601", text, value=shown(text.value))
        return text.value if text else ""

    def _stages(self) -> tuple[Stage, ...]:
        parts = self.naming.parts(self.file, "stages", ("name", "test"), count=_STAGES)
        return tuple(
            Stage(name.value, each.line("name"), each.prose("test")) for each, name in parts
        )

    def _dimensions(self) -> tuple[Dimension, ...]:
        return tuple(
            Dimension(
                name,
                each.line("name"),
                each.prose("about"),
                each.line("code"),
                each.number("weight", 1, 9, default=1),
            )
            for each, name in self._named("dimensions", ("code", "name", "about", "weight"))
        )

    def _profiles(self) -> tuple[Profile, ...]:
        return tuple(
            Profile(name, each.line("name"), each.prose("about"), each.line("code"))
            for each, name in self._named("profiles", ("code", "name", "about", "words"))
        )

    def _sizes(self) -> tuple[Size, ...]:
        return tuple(
            Size(name, each.line("name"), each.prose("about"), each.number("effort", 1, 99))
            for each, name in self._named("sizes", ("name", "about", "effort"))
        )

    def _bands(self) -> tuple[Band, ...]:
        return tuple(
            Band(
                name, each.line("name"), each.range("weeks", 1, 99), each.number("midpoint", 1, 99)
            )
            for each, name in self._named("bands", ("name", "weeks", "midpoint"))
        )

    def _modes(self) -> Mapping[Mode, Term]:
        known = {each: cast("Mode", each) for each in get_args(Mode)}
        return _terms(self._scale("modes", known))

    def _channels(self) -> tuple[Channel, ...]:
        kinds = get_args(ChannelKind)
        return tuple(
            Channel(
                name,
                each.line("name"),
                each.prose("about", default=""),
                cast("ChannelKind", each.choice("kind", kinds, mark("a kind of channel"))),
            )
            for each, name in self._named("channels", ("name", "kind", "about"))
        )

    def _sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                name,
                each.prose("reference"),
                cast("Basis", each.choice("basis", get_args(Basis), mark("a basis"))),
            )
            for each, name in self._named("sources", ("reference", "basis"), least=0)
        )

    def _glossary(self) -> tuple[Term, ...]:
        return tuple(
            Term("", each.line("term"), each.prose("meaning"))
            for each in self.file.groups("glossary", ("term", "meaning"))
        )

    def _named(
        self, key: str, keys: tuple[str, ...], *, least: int = 1
    ) -> Iterator[tuple[Fields, str]]:
        for each, name in self.naming.parts(self.file, key, keys, least=least):
            yield each, name.value

    def _scale(
        self, key: str, known: Mapping[str, _Id], also: tuple[str, ...] = ()
    ) -> Mapping[_Id, Fields]:
        """The entries of a scale whose ids the answers format fixes: each of them once."""
        found: dict[_Id, Fields] = {}
        for each, name in self.naming.parts(
            self.file, key, ("name", "meaning", *also), count=len(known)
        ):
            if name.value in known:
                found[known[name.value]] = each
            elif name.value:
                what = say("an id of `{key}`", key=key)
                self.notebook.note_unknown("S305", name, known, what=what)
        return {grade: found[grade] for grade in known.values() if grade in found}

    def _grades(self) -> Mapping[str, int]:
        self.file.required("confidence-grades")
        grades = {}
        for key, node in self.file.pairs("confidence-grades"):
            self.naming.check_id(key)
            grades[key.value] = number_of(node, self.notebook, key.value, 0, _PERCENT)
        return grades


def _names(scale: type[_Grade]) -> Mapping[str, _Grade]:
    return {each.name.lower(): each for each in scale}


def _terms(scale: Mapping[_Id, Fields]) -> Mapping[_Id, Term]:
    return {
        grade: Term(each.line("id"), each.line("name"), each.prose("meaning"))
        for grade, each in scale.items()
    }


def _trust(evidence: Mapping[Evidence, Fields]) -> Mapping[Evidence, Fraction]:
    return {
        grade: Fraction(each.number("confidence", 0, _PERCENT), _PERCENT)
        for grade, each in evidence.items()
    }
