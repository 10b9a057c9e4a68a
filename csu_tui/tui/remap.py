"""Keys that a person chose instead of ours: which can be taken, and why the others cannot."""

import re
from dataclasses import dataclass, field

from textual.binding import Binding, BindingType

from csu_tui.domain.preference import KeyChoice
from csu_tui.tui.screens.actions import ActionsScreen
from csu_tui.tui.screens.case_reviews import CaseReviewsScreen
from csu_tui.tui.screens.checklist import ChecklistScreen
from csu_tui.tui.screens.closed import ClosedScreen
from csu_tui.tui.screens.conflicts import ConflictsScreen
from csu_tui.tui.screens.feedback import FeedbackScreen
from csu_tui.tui.screens.figure_records import FigureRecordsScreen
from csu_tui.tui.screens.figures import FiguresScreen
from csu_tui.tui.screens.group import GroupScreen
from csu_tui.tui.screens.groups import GroupsScreen
from csu_tui.tui.screens.hotspots import HotspotScreen, HotspotsScreen
from csu_tui.tui.screens.meeting import MeetingScreen
from csu_tui.tui.screens.meeting_keys import STROKES
from csu_tui.tui.screens.minutes import MinutesScreen
from csu_tui.tui.screens.opening import OpeningScreen
from csu_tui.tui.screens.past import PastScreen
from csu_tui.tui.screens.report import ReportScreen
from csu_tui.tui.screens.search import SearchScreen
from csu_tui.tui.screens.seen import SeenScreen
from csu_tui.tui.screens.setup import SetupListScreen, SetupScreen

SCREENS: tuple[type, ...] = (
    *(OpeningScreen, MeetingScreen, ChecklistScreen, ClosedScreen, MinutesScreen),
    *(PastScreen, ConflictsScreen, ReportScreen, SeenScreen),
    *(GroupsScreen, GroupScreen, HotspotsScreen, HotspotScreen, CaseReviewsScreen),
    *(ActionsScreen, FeedbackScreen, SetupScreen, SetupListScreen),
    *(SearchScreen, FiguresScreen, FigureRecordsScreen),
)
FIXED = ("digit", "scroll", "page", "enter", "escape")
"""Strokes of the meeting that keep their keys."""
RESERVED = {"ctrl+c": "copying", "ctrl+p": "the palette", "escape": "leaving"}
NAMED = re.compile(r"f([1-9]|1[0-2])|ctrl\+[a-z]")


@dataclass(frozen=True, slots=True)
class Place:
    """One action of the app (`screen` is empty) or of a screen, with its keys as Textual names them."""

    screen: str
    id: str
    keys: tuple[str, ...]
    words: str


@dataclass(slots=True)
class Taken:
    """What became of the choices: Textual's keymap, signs by screen (app: empty) and old key, and what was refused."""

    keymap: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def remap(choices: tuple[KeyChoice, ...], app: type) -> Taken:
    """Take the keys that can be taken; one that is taken already, or means nothing, is named and left out."""
    places = _all_places(app)
    names = _names(places)
    known = {place.id: place for place in names.values()}
    taken = Taken()
    wanted: dict[str, tuple[KeyChoice, str]] = {}
    for choice in choices:
        key = _textual(choice.key)
        if choice.action not in names:
            taken.complaints.append(f"{choice.where}: there is no action of that name.")
        elif choice.key.isdigit():
            taken.complaints.append(f"{choice.where}: the digits belong to the agencies.")
        elif key is None:
            taken.complaints.append(
                f"{choice.where}: “{choice.key}” is not one key: a sign, f1 to f12, or ctrl+letter."
            )
        else:
            wanted[names[choice.action].id] = (choice, key)
    while (clash := _clash(places, wanted)) is not None:
        number, words = clash
        choice, _ = wanted.pop(number)
        taken.complaints.append(f"{choice.where}: “{choice.key}” is taken by “{words}”.")
    for number, (choice, key) in wanted.items():
        place = known[number]
        taken.keymap[number] = ",".join((key, *place.keys[1:]))
        for screen in {one.screen for one in places if one.id == number}:
            taken.chosen.setdefault(screen, {})[place.keys[0]] = (key, choice.key)
    return taken


def actions(app: type) -> dict[str, Place]:
    """Return what may have another key, by every name that the file may call it."""
    return _names(_all_places(app))


def _all_places(app: type) -> list[Place]:
    return [*_places(app, ""), *(place for screen in SCREENS for place in _places(screen, screen.__name__))]


def _names(places: list[Place]) -> dict[str, Place]:
    """Name each action in full, and a stroke of the meeting by its own name too."""
    known = {place.id: place for place in places if place.id and "escape" not in place.keys}
    names = {number: place for number, place in known.items() if not number.startswith("meeting.")}
    for stroke in STROKES:
        number = "meeting." + stroke.key
        if stroke.name not in FIXED and number in known:
            names.setdefault(stroke.name, known[number])
            names.setdefault("meeting." + stroke.name, known[number])
    return names


def _clash(places: list[Place], wanted: dict[str, tuple[KeyChoice, str]]) -> tuple[str, str] | None:
    """Return the first choice whose key something else has where both are heard, and what that is."""
    for number, (_, key) in wanted.items():
        if key in RESERVED:
            return number, RESERVED[key]
        heard = {place.screen for place in places if place.id == number}
        for other in places:
            if other.id == number or ("" not in heard and other.screen and other.screen not in heard):
                continue
            keys = (wanted[other.id][1], *other.keys[1:]) if other.id in wanted else other.keys
            if key in keys:
                return number, other.words
    return None


def _places(owner: type, screen: str) -> list[Place]:
    found: dict[tuple[str, str], Place] = {}
    declared: list[BindingType] = [one for kind in owner.__mro__ for one in kind.__dict__.get("BINDINGS", ())]
    ours = [one for one in declared if isinstance(one, Binding)]
    for at, binding in enumerate(Binding.make_bindings(ours)):
        key = (binding.id or str(at), binding.action)
        before = found[key].keys if key in found else ()
        if binding.key not in before:
            found[key] = Place(screen, binding.id or "", (*before, binding.key), binding.description or binding.action)
    return list(found.values())


def _textual(key: str) -> str | None:
    """Return a key as Textual names it; None where it is not one key."""
    if NAMED.fullmatch(key.lower()):
        return key.lower()
    if len(key) != 1 or not key.isprintable() or key == " ":
        return None
    return next(iter(Binding.make_bindings([(key, "", "")]))).key
