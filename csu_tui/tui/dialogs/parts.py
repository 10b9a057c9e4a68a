"""One entry of the unit's lists, asked part by part."""

from dataclasses import dataclass, replace
from functools import partial

from csu_tui.tui.dialogs.field import Field, Line
from csu_tui.tui.dialogs.form import Form


@dataclass(frozen=True, slots=True)
class Pick:
    """One line that a part may be set to, with the sign that picks it."""

    label: str
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entry: words, or with `options` one of their labels."""

    label: str
    value: str = ""
    options: tuple[Pick, ...] = ()
    about: str = ""


YES, NO = "yes", "no"
YES_NO = (Pick(YES, "y"), Pick(NO, "n"))


def yes_no(value: bool) -> str:
    """Say it as the options do."""
    return YES if value else NO


def retyped(parts: tuple[Part, ...], values: tuple[str, ...]) -> tuple[Part, ...]:
    """Return the parts as somebody left them."""
    return tuple(replace(part, value=value) for part, value in zip(parts, values, strict=True))


class PartsDialog(Form[tuple[str, ...]]):
    """Asks each part and gives their values in order; `refusal` says why the values asked again were not kept."""

    def __init__(self, title: str, parts: tuple[Part, ...], refusal: str = "") -> None:
        super().__init__(title)
        self._values = [part.value for part in parts]
        self.refusal = refusal
        self._has_words = bool(refusal)
        self.fields = tuple(self._field(at, part) for at, part in enumerate(parts))

    def answer(self) -> tuple[str, ...]:
        """Return the values in the order of the parts."""
        return tuple(self._values)

    def _field(self, at: int, part: Part) -> Field:
        put = partial(self._put_value, at)

        def value() -> str:
            return self._values[at]

        if not part.options:
            return Field(part.label, value, take=put, text=value, about=part.about)
        lines = tuple(Line(one.label, partial(put, one.label), one.key, one.note) for one in part.options)
        return Field(part.label, value, lambda: lines, about=part.about)

    def _put_value(self, at: int, value: str) -> None:
        self._values[at] = value
