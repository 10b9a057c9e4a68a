"""A map as a TOML file, read and written."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NoReturn, TypeVar, cast

from csu_tui.domain.errors import RuleError
from csu_tui.files.intake.categories import standard_name
from csu_tui.files.intake.field_map import FIELDS, FieldMap

T = TypeVar("T")

_TEXTS = ("name", "source")
_SWITCHES = ("uk", "midnight_is_no_time", "reference_tail", "names_reporter")
_LISTS = ("no_value", "recognise")
_TABLES = ("columns", "categories", "strip_prefix")
_KEYS = (*_TEXTS, "date_order", *_SWITCHES, *_LISTS, *_TABLES)


def load_map(path: Path) -> FieldMap:
    """Read a map file; a wrong entry raises RuleError naming file, line and key."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise RuleError(f"There is no map file {path}.") from None
    except UnicodeDecodeError:
        raise RuleError(f"{path} is not a map: it is not UTF-8 text.") from None
    except (OSError, ValueError) as error:
        raise RuleError(f"The map file {path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    return parse_map(text, str(path), path.stem)


def parse_map(text: str, where: str, name: str) -> FieldMap:
    """Read a map's TOML text; `where` names it in errors, `name` is its name unless it gives one itself."""
    try:
        entries = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RuleError(f"{where} is not a map: {error}.") from None
    return _Entries(where, text, entries).build(name)


class _Entries:
    """The entries of one map file, checked one by one."""

    def __init__(self, where: str, text: str, entries: Mapping[str, object]) -> None:
        self._where, self._text, self._entries = where, text, entries

    def build(self, name: str) -> FieldMap:
        for key in self._entries:
            if key not in _KEYS:
                self._wrong(key, f"is not an entry of a map; the entries are {', '.join(_KEYS)}")
        columns = self._columns()
        if "received" not in columns:
            raise RuleError(f"{self._where}: [columns] needs an entry `received`, the column with the date received.")
        return FieldMap(
            name=self._text_of("name") or name,
            columns=columns,
            source=self._text_of("source"),
            date_order=self._date_order(),
            strip_prefix=self._table("strip_prefix"),
            categories=self._categories(),
            uk=self._switch("uk", default=False),
            midnight_is_no_time=self._switch("midnight_is_no_time", default=False),
            reference_tail=self._switch("reference_tail", default=False),
            names_reporter=self._switch("names_reporter", default=True),
            no_value=self._list("no_value"),
            recognise=self._list("recognise"),
        )

    def _columns(self) -> dict[str, tuple[str, ...]]:
        columns = self._typed("columns", dict, "must be a table") if "columns" in self._entries else {}
        for key in columns:
            if key not in FIELDS:
                self._wrong(key, f"is not a field; the fields are {', '.join(FIELDS)}")
        return {key: self._texts(key, value) for key, value in columns.items()}

    def _categories(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for word, wanted in self._table("categories").items():
            name = standard_name(wanted)
            names[word.strip().casefold()] = name or wanted
        return names

    def _date_order(self) -> Literal["dmy", "mdy"] | None:
        order = self._text_of("date_order")
        if order not in {"", "dmy", "mdy"}:
            self._wrong("date_order", 'must be "dmy" or "mdy"')
        return cast(Literal["dmy", "mdy"], order) if order else None

    def _table(self, key: str) -> dict[str, str]:
        table = self._typed(key, dict, "must be a table") if key in self._entries else {}
        for word, value in table.items():
            if not isinstance(value, str):
                self._wrong(word, "must be text in quotes")
        return table

    def _switch(self, key: str, *, default: bool) -> bool:
        return self._typed(key, bool, "must be true or false") if key in self._entries else default

    def _list(self, key: str) -> tuple[str, ...]:
        return self._texts(key, self._entries[key]) if key in self._entries else ()

    def _text_of(self, key: str) -> str:
        return self._typed(key, str, "must be text in quotes") if key in self._entries else ""

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            self._wrong(key, "must be a header in quotes, or a list of them")
        return tuple(cast(list[str], values))

    def _typed(self, key: str, kind: type[T], sentence: str) -> T:
        value = self._entries[key]
        if not isinstance(value, kind):
            self._wrong(key, sentence)
        return value

    def _wrong(self, key: str, sentence: str) -> NoReturn:
        lines = self._text.splitlines()
        at = [n for n, line in enumerate(lines, 1) if line.lstrip(" \t\"'[").startswith(key)]
        place = f"{self._where}, line {at[0]}" if at else self._where
        raise RuleError(f"{place}: `{key}` {sentence}.")


def dump_map(map_: FieldMap) -> str:
    """Write a map as the TOML that `load_map` reads back."""
    lines = [f"name = {_quote(map_.name)}"]
    if map_.source:
        lines.append(f"source = {_quote(map_.source)}")
    if map_.date_order:
        lines.append(f"date_order = {_quote(map_.date_order)}")
    plain = FieldMap(name="", columns={})
    for key in _SWITCHES:
        if getattr(map_, key) != getattr(plain, key):
            lines.append(f"{key} = {str(getattr(map_, key)).lower()}")
    for key in _LISTS:
        if getattr(map_, key):
            lines.append(f"{key} = {_list(getattr(map_, key))}")
    lines += ["", "[columns]", *(f"{key} = {_list(headers)}" for key, headers in map_.columns.items())]
    for key in ("strip_prefix", "categories"):
        table: Mapping[str, str] = getattr(map_, key)
        if table:
            lines += ["", f"[{key}]", *(f"{_quote(word)} = {_quote(value)}" for word, value in table.items())]
    return "\n".join(lines) + "\n"


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quote, values))}]"


def _quote(text: str) -> str:
    signs = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(signs.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in text) + '"'
