"""One question of a dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from csu_tui.domain.words import Means
from csu_tui.tui.dialogs.base import Hint
from csu_tui.tui.dialogs.choices import Choice

DIGITS = "123456789"
MEANS_KEYS = {"v": Means.VISIT, "c": Means.CALL, "l": Means.LETTER, "e": Means.EMAIL}


@dataclass(frozen=True, slots=True)
class Page:
    """One question: what may be picked, and what typed words do; both may raise RuleError, which is shown.

    With `filters` typing narrows the choices instead of being words. `back` is where Escape goes, else out. `preview`
    says what the words typed so far would mean, `typed` what such words are. `pointed` is the choice that Enter
    takes while nothing is typed; None where Enter alone must do nothing.
    """

    prompt: str
    choices: tuple[Choice, ...] = ()
    words: Callable[[str], None] | None = None
    text: str = ""
    hidden: bool = False
    filters: bool = False
    blank_ok: bool = False
    pointed: int | None = 0
    about: str = ""
    enter: str = "saves"
    back: Callable[[], None] | None = None
    hints: tuple[Hint, ...] = ()
    preview: Callable[[str], str] | None = None
    typed: str = "own words"


def phrase_choices(phrases: tuple[str, ...], take: Callable[[str], None]) -> tuple[Choice, ...]:
    """Offer the frequent phrases, the first nine by digit."""

    def choice(at: int, phrase: str) -> Choice:
        return Choice(phrase, partial(take, phrase), DIGITS[at] if at < len(DIGITS) else "")

    return tuple(choice(at, phrase) for at, phrase in enumerate(phrases))


def phrase_page(
    prompt: str,
    phrases: tuple[str, ...],
    take: Callable[[str], None],
    *,
    hidden: bool = False,
    blank_ok: bool = False,
    text: str = "",
    about: str = "",
    back: Callable[[], None] | None = None,
) -> Page:
    """Ask for one line: a frequent phrase or one's own words."""
    choices = phrase_choices(phrases, take)
    if blank_ok:
        choices = (Choice("(nothing to add)", partial(take, "")), *choices)
    return Page(prompt, choices, take, text, hidden, blank_ok=blank_ok, about=about, back=back)


def means_choices(take: Callable[[Means], None]) -> tuple[Choice, ...]:
    """Ask how the reporter was contacted, one letter each."""
    return tuple(Choice(means.value, partial(take, means), key) for key, means in MEANS_KEYS.items())


def reached_choices(take: Callable[[bool], None]) -> tuple[Choice, ...]:
    """Ask whether the reporter was reached: two different outcomes, one letter each."""
    return (Choice("yes, reached", partial(take, True), "y"), Choice("no answer", partial(take, False), "n"))


def page_hints(page: Page, started: bool) -> tuple[Hint, ...]:
    """Say what the keys do, before or while one's own words are typed."""
    enter = Hint("enter", page.enter, "accept")
    keyed = tuple(choice.key for choice in page.choices if choice.key)
    if page.filters and len(keyed) < len(page.choices):
        return (Hint("letters", "narrow the list"), enter)
    if page.words is None:
        sign = "digit" if keyed and all(key.isdigit() for key in keyed) else "letter"
        return (Hint(sign, "picks"), *((enter,) if page.pointed is not None else ()))
    if started or not page.choices:
        return (enter,)
    if keyed:
        return (Hint("1–9", "pick and save"), Hint("a–z", page.typed), Hint("0", "any sign", "start"), enter)
    return (Hint("type", "your own"), enter)
