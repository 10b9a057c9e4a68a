"""The unit's own lists kept: kinds of action, categories of report, frequent phrases; and its settings as seen."""

from csu_tui.data.connection import Connection
from csu_tui.data.queries import unit as units
from csu_tui.desk.sheets import Sheets
from csu_tui.domain.errors import RuleError
from csu_tui.domain.setting import NAME, PHRASE, one_line
from csu_tui.domain.standard import CATEGORIES, REASONS
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Category, Kind, Phrase, UnitSetting
from csu_tui.domain.words import Family

FALLBACK = next(at for at, one in enumerate(CATEGORIES) if one.name == "Other Concern")
"""The place of the category that takes what no other takes."""


class Lists(Sheets):
    """Kinds, categories and phrases: added, edited, retired; what was made with them keeps them."""

    def settings(self) -> tuple[UnitSetting, ...]:
        """Return the unit's settings, each with the version that `set_setting` checks."""
        with self._db.read() as connection:
            return units.setting_rows(connection)

    def phrase_rows(self, name: str) -> tuple[Phrase, ...]:
        """Return the phrases of one list, each with the version that a change of it checks."""
        with self._db.read() as connection:
            return units.phrase_rows(connection, name)

    def reports_of(self, category: Category) -> int:
        """Return how many reports a category has, those of the past included."""
        with self._db.read() as connection:
            sql = "SELECT count(*) FROM report WHERE category_id = ?"
            return int(connection.execute(sql, (category.id,)).fetchone()[0])

    def add_kind(self, name: str, family: Family, topic: str = "") -> Said:
        """Add a kind of action; those of the contact family are the four ways of reaching somebody, and stay."""
        name = one_line(name, "A kind", NAME)
        if family is Family.CONTACT:
            raise RuleError("The ways of contact are visit, call, letter and e-mail: choose another family.")
        with self._writing() as writing:
            self._refuse_kind(writing.connection, name, topic, None)
            at = _next(writing.connection, "kind")
            number = writing.add("kind", name=name, family=family.value, topic=topic.strip(), position=at)
            writing.record(f"add kind: {name}", f"K{number}")
        return Said(f"Kind {name} added.")

    def edit_kind(self, kind: Kind, *, name: str, family: Family, topic: str = "", usual: bool | None = None) -> Said:
        """Change a kind; `usual` makes it the one that a digit gives, and takes that from the other."""
        name = one_line(name, "A kind", NAME)
        moved = (name, family) != (kind.name, kind.family)
        if moved and Family.CONTACT in (kind.family, family):
            raise RuleError("The ways of contact are visit, call, letter and e-mail: they stay as they are.")
        if kind.default and usual is False:
            raise RuleError(f"A digit has to give something: make another kind the usual one, not {kind.name}.")
        with self._writing() as writing:
            writing.check("kind", kind.id, kind.version, f"K{kind.id}", kind.name)
            self._refuse_kind(writing.connection, name, topic, kind)
            gives = bool(usual) or kind.default
            if gives and not kind.default:
                for other in units.kinds(writing.connection):
                    if other.default:
                        writing.change("kind", other.id, usual=0)
            writing.change("kind", kind.id, name=name, family=family.value, topic=topic.strip(), usual=int(gives))
            writing.record(f"edit kind: {name}", f"K{kind.id}")
        return Said(f"Kind {name} kept.")

    def retire_kind(self, kind: Kind) -> Said:
        """Retire a kind: the actions of it stay what they are."""
        if kind.default:
            raise RuleError(f"{kind.name} is what a digit gives: make another kind the usual one first.")
        if kind.family is Family.CONTACT:
            raise RuleError("The ways of contact are visit, call, letter and e-mail: they stay as they are.")
        with self._writing() as writing:
            writing.check("kind", kind.id, kind.version, f"K{kind.id}", kind.name)
            writing.change("kind", kind.id, retired=1)
            writing.record(f"retire kind: {kind.name}", f"K{kind.id}")
        return Said(f"Kind {kind.name} retired.")

    def add_category(self, name: str, *, asb: bool, sensitive: bool) -> Said:
        """Add a category; one retired under that name comes back, and stays sensitive if it was."""
        name = one_line(name, "A category", NAME)
        with self._writing() as writing:
            known = units.category_names(writing.connection)
            number, retired, was = known.get(name.casefold(), (None, False, False))
            if number is not None and not retired:
                raise RuleError(f"There is a category {name} already.")
            if number is not None:
                row = {"asb": int(asb), "sensitive": int(sensitive or was), "retired": 0}
                writing.change("category", number, **row)
            else:
                at = max(_next(writing.connection, "category"), len(CATEGORIES))
                row = {"asb": int(asb), "sensitive": int(sensitive), "position": at}
                number = writing.add("category", name=name, **row)
            writing.record(f"add category: {name}", f"C{number}")
        still = " It was sensitive and still is: edit it to change that." if was and not sensitive else ""
        return Said(f"Category {name} {'is back' if retired else 'added'}.{still}")

    def edit_category(self, category: Category, *, name: str, asb: bool, sensitive: bool) -> Said:
        """Change a category; made sensitive, its reports are hidden everywhere at once, made not, they are shown."""
        name = one_line(name, "A category", NAME)
        with self._writing() as writing:
            writing.check("category", category.id, category.version, f"C{category.id}", category.name)
            number, _, _ = units.category_names(writing.connection).get(name.casefold(), (category.id, False, False))
            if number != category.id:
                raise RuleError(f"There is a category {name} already, or was: choose another name.")
            writing.change("category", category.id, name=name, asb=int(asb), sensitive=int(sensitive))
            what = "edit category"
            if sensitive != category.sensitive:
                what = "make category sensitive" if sensitive else "make category not sensitive"
            writing.record(f"{what}: {name}", f"C{category.id}")
        if sensitive == category.sensitive:
            return Said(f"Category {name} kept.")
        return Said(f"Category {name} is {'sensitive now: its reports are hidden' if sensitive else 'not sensitive'}.")

    def retire_category(self, category: Category) -> Said:
        """Retire a category: its reports keep it, and stay hidden if it is sensitive."""
        with self._writing() as writing:
            writing.check("category", category.id, category.version, f"C{category.id}", category.name)
            if (writing.row("category", category.id) or {})["position"] == FALLBACK:
                raise RuleError(f"{category.name} takes what no other category takes: it stays.")
            writing.change("category", category.id, retired=1)
            writing.record(f"retire category: {category.name}", f"C{category.id}")
        return Said(f"Category {category.name} retired.")

    def add_phrase(self, name: str, text: str) -> Said:
        """Add a phrase at the end of a dialog's list; the first nine have a digit."""
        if name not in REASONS:
            raise RuleError("There is no such list of phrases.")
        text = one_line(text, "A phrase", PHRASE)
        with self._writing() as writing:
            known = units.phrase_rows(writing.connection, name)
            _refuse_phrase(known, text, None)
            number = writing.add("phrase", list=name, text=text, position=_next(writing.connection, "phrase"))
            writing.record(f"add phrase: {name}", f"P{number}")
        digit = len(known) + 1
        said = f"digit {digit} picks it" if digit < 10 else "it has no digit: the first nine have"  # noqa: PLR2004
        return Said(f"Phrase added: {said}.")

    def edit_phrase(self, phrase: Phrase, text: str) -> Said:
        """Reword a phrase; what was said with it stays as it was said."""
        text = one_line(text, "A phrase", PHRASE)
        with self._writing() as writing:
            writing.check("phrase", phrase.id, phrase.version, f"P{phrase.id}", "This phrase")
            _refuse_phrase(units.phrase_rows(writing.connection, phrase.list), text, phrase)
            writing.change("phrase", phrase.id, text=text)
            writing.record(f"edit phrase: {phrase.list}", f"P{phrase.id}")
        return Said("Phrase kept.")

    def retire_phrase(self, phrase: Phrase) -> Said:
        """Retire a phrase: those below move up a digit."""
        with self._writing() as writing:
            writing.check("phrase", phrase.id, phrase.version, f"P{phrase.id}", "This phrase")
            writing.change("phrase", phrase.id, retired=1)
            writing.record(f"retire phrase: {phrase.list}", f"P{phrase.id}")
        return Said("Phrase retired.")

    @staticmethod
    def _refuse_kind(connection: Connection, name: str, topic: str, own: Kind | None) -> None:
        wanted = (name.casefold(), topic.strip().casefold())
        for kind in units.kinds(connection):
            if (own is None or kind.id != own.id) and (kind.name.casefold(), kind.topic.casefold()) == wanted:
                raise RuleError(f"There is a kind {kind.name} already: give it another name or topic.")


def _refuse_phrase(known: tuple[Phrase, ...], text: str, own: Phrase | None) -> None:
    if any(one.text.casefold() == text.casefold() and (own is None or one.id != own.id) for one in known):
        raise RuleError("That phrase is in the list already.")


def _next(connection: Connection, table: str) -> int:
    return int(connection.execute(f'SELECT ifnull(max(position), -1) + 1 FROM "{table}"').fetchone()[0])
