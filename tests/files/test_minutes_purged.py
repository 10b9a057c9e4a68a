"""Full minutes of a meeting whose personal fields were removed since (SPEC 3.7)."""

from typing import Any

import pytest

from csu_tui.files.minutes import render
from tests.files.minuted import report, reviewed, snapshot

_SAID = "\nPersonal details were removed on purging.\n"


def without(entry: Any, *gone: str) -> Any:
    return {key: value for key, value in entry.items() if key not in gone}


@pytest.mark.parametrize("gone", [("personal",), ("free",), ("free", "personal")])
def test_minutes_of_a_purged_report_say_so_at_the_head(gone: tuple[str, ...]) -> None:
    text = render(snapshot(reports=[report(), without(report(), *gone)]), redacted=False)
    assert _SAID in text.split("REPORTS")[0]


def test_minutes_of_a_purged_action_say_so_at_the_head() -> None:
    assert _SAID in render(snapshot(actions_reviewed=[without(reviewed(), "free")]), redacted=False)


def test_minutes_that_still_hold_everything_do_not_speak_of_purging() -> None:
    assert _SAID not in render(snapshot(), redacted=False)


def test_redacted_minutes_are_the_same_before_and_after_purging() -> None:
    whole, purged = snapshot(reports=[report()]), snapshot(reports=[without(report(), "free", "personal")])
    assert render(whole, redacted=True) == render(purged, redacted=True)
