"""A whole meeting driven by keys, from Enter to its minutes, which say exactly what was keyed."""

import csv
import re
import subprocess
from pathlib import Path

import pytest

from tests.factories import take
from tests.screens.room import PROGRAM, STANDING, WAITS, at, environment, looking, sat_before, screens
from tests.terminal import Terminal

SIZES = ((80, 24), (120, 40))
DATA = Path(__file__).parents[2] / "../shared/data"
COUNCIL = DATA / "BANES_Environmental_Protection_Service_Requests.csv"


def unit(folder: Path) -> None:
    """Five actions are due, eight reports of the last day wait."""
    plain = {"title": "Bikes behind the garages", "text": "Third evening running."}
    sat_before(folder, *(plain | {"street": f"Elm Road {number}"} for number in range(5)))
    with looking(folder) as desk:
        take(
            desk,
            *(at(minute, **plain, street=f"Mill Lane {minute}") for minute in range(6)),
            at(6, **plain, reporter="anonymous", name="", phone="", email=""),
            at(7, **plain, reporter="", name="", phone="", email="", feedback_wanted=""),
        )


def keyed(room: Terminal, step: int, *strokes: tuple[str, str]) -> None:
    """On a step press keys and see, after each, what they did; then go on."""
    room.wait_for(rf"\A.*?\b{step} of \d+\b")
    for keys, seen in strokes:
        room.send(keys)
        room.wait_for(seen)
    room.press("n")


def written(folder: Path) -> str:
    """Return the one minutes file that closing wrote."""
    (path,) = (found for found in folder.rglob("*.txt") if "Daily tasking" in found.name and "M2" in found.name)
    return path.read_text(encoding="utf-8")


def said_of(minutes: str, reference: str) -> str:
    """Return the lines of one report or action, run together."""
    found = re.search(rf"^{reference}\b.*?(?=^[A-Z]\d+\b|^[A-Z ]+\n|\Z)", minutes, re.MULTILINE | re.DOTALL)
    assert found, f"{reference} is not in the minutes:\n{minutes}"
    return " ".join(found[0].split())


@pytest.mark.parametrize("size", SIZES)
def test_a_whole_meeting_is_keyed_and_minuted(tmp_path: Path, size: tuple[int, int]) -> None:
    unit(tmp_path)
    with screens(tmp_path, cols=size[0], rows=size[1]) as room:
        room.wait_for(WAITS)
        room.wait_for("8 REPORTS WAIT")
        room.press("enter")
        room.wait_for("Roll call")
        room.press("enter")
        room.wait_for(STANDING)
        keyed(room, 1, ("dvisited, it is quiet now\r", "REVIEW +done"))
        keyed(room, 2, ("bthe tenant has moved away\r", "REVIEW +not possible"))
        keyed(room, 3, ("kno officer was free\r", "REVIEW +not undertaken"))
        keyed(room, 4, ("o+3\rawaiting the CCTV\r", "REVIEW +carried over"))
        keyed(room, 5, ("a4it is their estate\r", "REVIEW +handed over"))
        keyed(room, 6, ("2", "DECISION +task"), ("lcys", "FEEDBACK +given"), ("eh\x13", "HIGH"))
        keyed(room, 7, ("03check the gate\r", "check the gate"))
        keyed(room, 8, ("xnot in this district\r", "not in this district"))
        keyed(room, 9, ("i", "DECISION +for information"), ("4", "DECISION +task"), ("z", "DECISION +for information"))
        keyed(room, 10, ("hask the warden first\r", "ask the warden first"))
        keyed(room, 11, ("sR6\r", "One answer for both"), ("n", "DECISION +same incident"))
        keyed(room, 12, ("1", "DECISION +task"), ("cwatch this corner\r", "COMMENT +watch this corner"))
        room.wait_for(r"\b13 of 13\b")
        room.send("+noise\rTown Square\tSwanley\t\x13")
        keyed(room, 14, ("5", "DECISION +task"), ("fxit would not be safe\r", "FEEDBACK +not appropriate"))
        room.wait_for("ENDING THE MEETING")
        room.press("m")
        room.wait_for("DRAFT")
        room.press("escape")
        room.wait_for("ENDING THE MEETING")
        room.wait_for("Feedback without a plan")
        room.press("v")
        room.wait_gone("Feedback without a plan")
        room.press("h")
        room.wait_for("Hold over all that remain")
        room.press("1")
        room.wait_for("NOTHING IS LEFT")
        room.press("E")
        room.wait_for("M2 closed")
        room.press("m")
        room.wait_for("OFFICIAL")
        room.press("escape", "escape")
        room.press("ctrl+q")
        assert room.wait_exit() == 0
    minutes = written(tmp_path)
    keyed_words = {
        "A1": ("done", "visited, it is quiet now"),
        "A2": ("not possible", "the tenant has moved away"),
        "A3": ("not undertaken", "no officer was free"),
        "A4": ("carried over", "6 Apr", "awaiting the CCTV"),
        "A5": ("handed over", "it is their estate"),
        "R6": ("Decision Task", "High", "given"),
        "R7": ("Decision Task", "check the gate"),
        "R8": ("no further action", "not in this district"),
        "R9": ("for information",),
        "R10": ("hold over", "ask the warden first"),
        "R11": ("same incident", "R6"),
        "R12": ("task", "watch this corner", "anonymous"),
        "R13": ("hold over", "not reached", "via the organisation"),
        "R14": ("task", "Town Square", "it would not be safe"),
    }
    for reference, words in keyed_words.items():
        said = said_of(minutes, reference)
        assert [word for word in words if word.casefold() not in said.casefold()] == [], said
    with looking(tmp_path) as desk:
        assert desk.minutes_text(redacted=False) == minutes
        assert not desk.check().problems


@pytest.mark.skipif(not COUNCIL.exists(), reason="the real file is not here")
@pytest.mark.parametrize("size", SIZES)
def test_a_real_councils_requests_are_met_on(tmp_path: Path, size: tuple[int, int]) -> None:
    """Twenty service requests, their dates moved to the day before and taken in by the command."""
    with COUNCIL.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))[:20]
    dated = tmp_path / "requests.csv"
    with dated.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]))
        writer.writeheader()
        writer.writerows(row | {"ReceivedDate": f"31/03/2022 {1 + n % 11:02}:15:00 PM"} for n, row in enumerate(found))
    taken = subprocess.run([*PROGRAM, "import", dated], env=environment(tmp_path), capture_output=True, check=False)
    assert taken.returncode == 0, taken.stderr
    with screens(tmp_path, cols=size[0], rows=size[1]) as room:
        room.wait_for("A new unit: three questions")
        room.press("escape")
        room.wait_for("20 REPORTS WAIT[^╭]*Later, then")
        room.press("enter")
        room.wait_for("Roll call")
        room.send("Sgt Ellis\r\r")
        for number in range(20):
            keyed(room, number + 1, (("1", "DECISION +task"), ("x1", "DECISION +no further action"))[number % 2])
        room.wait_for("ENDING THE MEETING")
        room.press("v")
        room.wait_for("NOTHING IS LEFT")
        room.press("E")
        room.wait_for("M1 closed")
        room.press("ctrl+q")
        assert room.wait_exit() == 0
    with looking(tmp_path) as desk:
        minutes = desk.minutes_text(redacted=False)
    assert len(re.findall(r"Decision +Task", minutes)) == 10
    assert len(re.findall(r"Decision +No further action", minutes)) == 10
    assert all(row["Ref"] in "".join(minutes.split()) for row in found)
