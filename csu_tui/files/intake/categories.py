"""A source's word for what happened, in the unit's own category names (SPEC 9)."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from csu_tui.domain.standard import CATEGORIES

OTHER = "Other Concern"


@cache
def _standard() -> dict[str, str]:
    return {_key(category.name): category.name for category in CATEGORIES}


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read `categories.toml`: whole words or phrases, in the order in which they are tried."""
    import tomllib
    from importlib.resources import files

    text = (files("csu_tui.files.intake") / "maps" / "categories.toml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = tomllib.loads(text)
    return tuple((re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE), name) for name, words in listed.items())


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def standard_name(text: str) -> str:
    """Return the standard category of this name, however it is written; empty where there is none."""
    return _standard().get(_key(text), "")


def category_of(word: str, own: Mapping[str, str]) -> str:
    """Return the unit's category for a source's word; `own` are the map's, which come first."""
    mine = own.get(word.strip().casefold())
    return mine or _category_of(word)


@lru_cache(maxsize=5_000)
def _category_of(word: str) -> str:
    named = standard_name(word)
    if named or not word:
        return named or OTHER
    plain = _key(word)
    return next((name for pattern, name in _synonyms() if pattern.search(plain)), OTHER)
