"""Care of the database: where it is, whether it is sound, and a copy of it."""

from dataclasses import dataclass
from pathlib import Path

from csu_tui.data import search
from csu_tui.data.backup import back_up
from csu_tui.data.record import append, broken_link
from csu_tui.desk.amending import Amending
from csu_tui.domain.stroke import Said


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found; `problems` are sentences, none when all is well."""

    reports: int
    changes: int
    problems: tuple[str, ...]


INDEX_DIFFERS = (
    "What search finds is not what the reports say: run `csu-tui check --repair`, which makes it anew from them."
)


class Care(Amending):
    """Where, check, repair, backup."""

    def check(self) -> Health:
        """Read the whole database: its pages, its references and the chain of its record."""
        problems: list[str] = []
        with self._db.read() as connection:
            for (line,) in connection.execute("PRAGMA integrity_check(20)"):
                if line != "ok":
                    problems.append(f"The file is damaged: {line}. Restore the latest backup.")
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                problems.append(f"Row {row} of {table} points to a missing row of {parent}.")
            if (broken := broken_link(connection)) is not None:
                problems.append(f"The record has been altered: change {broken} does not verify.")
            if search.differs(connection):
                problems.append(INDEX_DIFFERS)
            counted = connection.execute(
                "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM change)"
            ).fetchone()
        return Health(counted[0], counted[1], tuple(problems))

    def repair(self) -> Said:
        """Compute anew, from the reports alone, the keys that repeats are found by and the index that search reads."""
        from csu_tui.data.rekeying import rekey

        with self._writing() as writing:
            rekey(writing.connection)
            search.rebuild(writing.connection)
            writing.record("repair: keys and search", "database")
        return Said("Made anew: the keys that repeats are found by, and what search finds.")

    def backup(self, target: Path) -> Path:
        """Copy the database to `target`, whole or not at all; the copy is recorded where that is possible."""
        made = back_up(self._db.path, target)
        if not self.read_only:
            with self._db.append() as connection:
                append(connection, self._author(), "export: backup", "database")
        return made
