"""What a person types to find reports: words, "phrases", prefixes and filters; any text at all is a query."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from csu_tui.domain.dates import read_past
from csu_tui.domain.errors import RuleError
from csu_tui.domain.text import clean, shorten

ACCENT = "\u0300-\u0304\u0306-\u030c\u0323-\u0328"
"""Marks that the index leaves out of a word where no letter has both in one: those of "Ọlọ́runfẹ́mi", say."""
TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{ACCENT}])*")
"""One word as the index knows it: letters and figures, and the accents on them."""
MOST_TERMS = 40
LONGEST = 1_000
"""Signs of a query that are read; nobody types more, and a page pasted by mistake must not hold up the screen."""
_FILTER = re.compile(r"(agency|from|to|category|place|ref):\s*", re.IGNORECASE)
_QUOTES = str.maketrans("“”„«»", '"""""')
_DIALLED = re.compile(r"[0-9()+.-]*[0-9][0-9()+.-]*", re.ASCII)
_FEWEST_DIALLED, _MOST_DIALLED = 9, 15
_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_REFERENCE = re.compile(r"([RATV])([1-9][0-9]{0,8})", re.IGNORECASE | re.ASCII)
_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
_MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])", re.ASCII)
_DECEMBER = 12
_NOT_TYPED = frozenset({"Cc", "Cs"})


class Field(StrEnum):
    """What a word can be asked of."""

    AGENCY = "agency"
    CATEGORY = "category"
    PLACE = "place"
    REF = "ref"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a report must have: any of its spellings, each one word or several in a row.

    With `prefix` the last word may go on; with a `field` it must stand there.
    """

    spellings: tuple[str, ...]
    prefix: bool = False
    field: Field | None = None
    whole: str = ""
    """All that was typed, where its last letter or figure is too little to go on and was left out."""

    @property
    def words(self) -> frozenset[str]:
        """The words that count as found, folded."""
        return frozenset(word for spelling in self.spellings for word in map(fold, TOKEN.findall(spelling)))

    @property
    def typed(self) -> str:
        """What was typed for it, its filter before it, as a sentence may repeat it."""
        text = shorten(clean(" ".join((self.whole or self.spellings[0]).split())), 40)
        return (
            f'{self.field}:"{text}"' if self.field and " " in text else f"{self.field}:{text}" if self.field else text
        )

    @property
    def last_words(self) -> frozenset[str]:
        """The words that may go on, folded."""
        going_on = filter(self.goes_on, self.spellings)
        return frozenset(fold(TOKEN.findall(spelling)[-1]) for spelling in going_on)

    def goes_on(self, spelling: str) -> bool:
        """Say whether the last word of a spelling may go on; a reference of ours is whole as it stands."""
        return self.prefix and not _REFERENCE.fullmatch(spelling)


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, read: every term must be found, and the report received in the span, both days included."""

    terms: tuple[Term, ...] = ()
    start: date | None = None
    end: date | None = None
    short: bool = False
    """One letter was typed and nothing else: too little to look for."""

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to look for."""
        return not self.terms and self.start is None and self.end is None

    def settled(self) -> "Query":
        """Return the same for a reference that was found: it does not go on. A number alone still may."""

        def settled(term: Term) -> Term:
            if term.field not in (None, Field.REF) or len(term.spellings) > 1:
                return term
            return replace(term, spellings=(term.whole or term.spellings[0],), prefix=False)

        return replace(self, terms=tuple(map(settled, self.terms)))

    @property
    def plain(self) -> tuple[Term, ...]:
        """The terms that are looked for anywhere."""
        return tuple(term for term in self.terms if term.field is None)

    @property
    def reference(self) -> str:
        """What was typed where it may be a reference and stands alone: `R1042`, `46-0871-22`; else empty."""
        asked = [term for term in self.terms if term.field in (None, Field.REF)]
        typed = (asked[0].whole or asked[0].spellings[-1]) if len(asked) == 1 else ""
        return typed if any(sign.isdigit() for sign in typed) else ""

    def own_reference(self) -> tuple[str, int] | None:
        """Return the letter and number of a reference of ours: of a report, action, group or case review."""
        found = _REFERENCE.fullmatch(self.reference)
        return (found[1].upper(), int(found[2])) if found else None


def fold(word: str) -> str:
    """Return a word without case and accents, as the index keeps it."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def read_query(text: str, today: date) -> Query:
    """Read what was typed; the last word may go on, unless a blank or a closed quotation ends it.

    Raises RuleError for a date that is none. A filter nobody knows is words; a sign that is no letter parts words.
    """
    typed = _typeable(text)
    terms: list[Term] = []
    span: dict[str, date] = {}
    for name, value, going_on in _parts(typed):
        if name in {"from", "to"}:
            if value.strip():
                span[name] = _read_day(value, today, last=name == "to")
        elif (term := _term(name, value, going_on)) is not None:
            terms.append(term)
    if "from" in span and "to" in span and span["from"] > span["to"]:
        raise RuleError("from: is later than to: — no day lies between them.")
    kept = _dialled(terms)[:MOST_TERMS]
    longer = [term for term in kept if not _one_letter(term)]
    if len(longer) < len(kept) and not longer and not span:
        return Query(short=True)
    return Query(tuple(map(_numbered, longer)), span.get("from"), span.get("to"))


def _typeable(text: str) -> str:
    """Leave what can be typed: NUL and other controls part words, half a character is none."""
    cut = unicodedata.normalize("NFC", text[:LONGEST].translate(_QUOTES))
    return "".join(" " if unicodedata.category(sign) in _NOT_TYPED else sign for sign in cut)


def _parts(typed: str) -> Iterator[tuple[str, str, bool]]:
    """Cut into filter name (or empty), value, and whether its last word may go on."""
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        name = ""
        if found := _FILTER.match(typed, at):
            name, at = found[1].lower(), found.end()
        if typed[at : at + 1] == '"':
            end = typed.find('"', at + 1)
            closed = end >= 0
            value, at = typed[at + 1 : end if closed else len(typed)], (end + 1 if closed else len(typed))
            star = typed[at : at + 1] == "*"
            yield name, value, star or not closed
            at += star
        else:
            end = at
            while end < len(typed) and not typed[end].isspace() and typed[end] != '"':
                end += 1
            value, last = typed[at:end], end == len(typed)
            at = end
            yield name, value.rstrip("*"), last or value.endswith("*")


def _term(name: str, value: str, going_on: bool) -> Term | None:
    """Make a term; None where no letter or figure is in it. Where one letter goes on, the words before it do."""
    words = list(TOKEN.finditer(value))
    if not words:
        return None
    field = Field(name) if name else None
    if going_on and len(words[-1][0]) == 1 and len(words) > 1:
        return Term((value[: words[-1].start()].strip(),), field=field, whole=value.strip())
    return Term((value.strip(),), going_on, field)


def _one_letter(term: Term) -> bool:
    words = TOKEN.findall(term.spellings[0])
    return term.prefix and len(words) == 1 and len(words[0]) == 1 and not words[0].isdigit()


def _dialled(terms: list[Term]) -> list[Term]:
    """Join words that are one telephone number, however it is spaced, and add how else it is written."""
    found: list[Term] = []
    at = 0
    while at < len(terms):
        taken, written = 0, ""
        for more in range(at, len(terms)):
            text = terms[more].spellings[0]
            begins = more > at or text.lstrip("(")[:1] in {"0", "+"}
            if terms[more].field or not begins or not _DIALLED.fullmatch("".join(text.split())):
                break
            joined = f"{written} {text}".strip()
            digits = sum(sign.isdigit() for sign in joined)
            if digits > _MOST_DIALLED:
                break
            if digits >= _FEWEST_DIALLED:
                taken, kept = more - at + 1, joined
            written = joined
        if taken:
            found.append(Term(tuple(dict.fromkeys((kept, _at_home(kept)))), terms[at + taken - 1].prefix))
        else:
            found.append(terms[at])
        at += taken or 1
    return found


def _at_home(number: str) -> str:
    """Write a number as it is dialled within its country: the figures alone, a British one with its 0."""
    figures = "".join(sign for sign in number.replace("(0)", "") if sign.isdigit())
    abroad = number.lstrip("(").startswith("+") or figures.startswith("00")
    return "0" + figures.removeprefix("00")[2:].lstrip("0") if abroad and figures.lstrip("0")[:2] == "44" else figures


def _numbered(term: Term) -> Term:
    """Let a number alone mean the report of that number too; a single figure does not go on."""
    text = term.spellings[0]
    if len(text) == 1:
        term = replace(term, prefix=False)
    if len(term.spellings) == 1 and term.field in (None, Field.REF) and _NUMBER.fullmatch(text):
        return replace(term, spellings=(text, f"R{text}"))
    return term


def _read_day(value: str, today: date, *, last: bool) -> date:
    """Read a day, a month `2022-03` or a year `2022`: its first day, or its last."""
    words = value.strip()
    if _YEAR.fullmatch(words):
        return date(int(words), 12, 31) if last else date(int(words), 1, 1)
    if month := _MONTH.fullmatch(words):
        first = date(int(month[1]), int(month[2]), 1)
        return _month_end(first) if last else first
    try:
        return read_past(words, today)
    except RuleError as error:
        name = "to:" if last else "from:"
        raise RuleError(f"{name} {error}") from None


def _month_end(first: date) -> date:
    following = date(first.year + first.month // _DECEMBER, first.month % _DECEMBER + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def nothing_has(terms: Sequence[Term]) -> str:
    """Say of filters that no report fits them; empty without any."""
    return f"Nothing has {' or '.join(term.typed for term in terms)} — check the filter." if terms else ""


def quoted(text: str) -> str:
    """Return typed words as a sentence may repeat them."""
    return f"“{shorten(clean(' '.join(text.split())), 40)}”"
