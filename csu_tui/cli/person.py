"""Who is at this computer: the one answer, kept for each database in a file of the person's own."""

import json
import os
from pathlib import Path

from csu_tui import settings
from csu_tui.domain.errors import RuleError


class Person:
    """Keeps agency and officer by the database they were chosen in; the folder is looked up when it is needed."""

    def __init__(self, database: Path, file: Path | None = None) -> None:
        self._database = str(database.resolve())
        self._file = file

    @property
    def file(self) -> Path:
        """The file."""
        return self._file or settings.data_folder() / "i-am.json"

    def read(self) -> tuple[int, int | None] | None:
        """Return the agency's and the officer's number; None where there is no answer that can be read."""
        answer = self._answers().get(self._database)
        if not isinstance(answer, list) or len(answer) != 2:  # noqa: PLR2004  agency and officer
            return None
        agency_id, officer_id = answer
        known = isinstance(agency_id, int) and (officer_id is None or isinstance(officer_id, int))
        return (agency_id, officer_id) if known else None

    def keep(self, agency_id: int, officer_id: int | None) -> None:
        """Keep the answer, readable by its owner only; raises RuleError where it cannot be kept."""
        answers = self._answers() | {self._database: [agency_id, officer_id]}
        fresh = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(answers, out, ensure_ascii=False, indent=1)
            fresh.replace(self.file)
        except OSError as error:
            raise RuleError(f"Who you are could not be remembered in {self.file}: {error.strerror}.") from error

    def _answers(self) -> dict[str, object]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # no answer yet, or none that can be read: it is asked again
            return {}
        return found if isinstance(found, dict) else {}
