"""The maps that come with the program, and the files that it refuses by their headers."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from csu_tui.domain.errors import RuleError
from csu_tui.files.intake.field_map import FieldMap
from csu_tui.files.intake.map_file import parse_map

_NAMES = ("own", "fixmystreet", "fixmystreet-pro", "police-street", "council-service-requests")
_COUNTS = re.compile(r"counts?|totals?|frequency|volumes?|(?:number|no|count|total) of \w.*|\w+ counts?|total \w+")
_ONE_REPORT = re.compile(r".*\b(?:ref|reference|id|description|details?|text|address|postcode)\b.*")


def _text(name: str) -> str:
    return (files("csu_tui.files.intake") / "maps" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def shipped_maps() -> dict[str, FieldMap]:
    """Return the shipped maps by name."""
    return {name: parse_map(_text(name), f"{name}.toml", name) for name in _NAMES}


def recognised(headers: tuple[str, ...]) -> FieldMap | None:
    """Return the shipped map for these headers, the one that finds most of its columns; None for an unknown file."""
    fitting = [map_ for map_ in shipped_maps().values() if map_.fits(headers) and map_.matches(headers) > 1]
    return max(fitting, key=lambda map_: (len(map_.recognise), map_.matches(headers)), default=None)


@cache
def _not_reports() -> tuple[tuple[frozenset[str], str], ...]:
    kinds = tomllib.loads(_text("not-reports"))["kind"]
    return tuple((frozenset(h.casefold() for h in kind["headers"]), kind["sentence"]) for kind in kinds)


def refuse_what_is_not_reports(headers: tuple[str, ...], name: str) -> None:
    """Raise RuleError where the headers say that a file is something else: searches, outcomes, updates, counts."""
    present = frozenset(header.casefold() for header in headers)
    for wanted, sentence in _not_reports():
        if wanted <= present:
            raise RuleError(f"{name} {sentence}.")
    plain = [" ".join(re.findall(r"\w+", header.casefold().replace("_", " "))) for header in headers]
    if any(map(_COUNTS.fullmatch, plain)) and not any(map(_ONE_REPORT.fullmatch, plain)):
        raise RuleError(f"{name} holds counts, not reports.")
