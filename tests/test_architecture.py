"""The house rules that no reviewer should have to check by eye (ARCHITECTURE sections 1, 3 and 5)."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "csu_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = {
    "cli": {"cli", "tui", "desk", "files", "domain"},
    "tui": {"tui", "desk", "domain"},
    "desk": {"desk", "data", "files", "domain"},
    "data": {"data", "domain"},
    "files": {"files", "domain"},
    "domain": {"domain"},
}
"""What each layer may import; the modules beside them (`__main__`, settings) are checked on their own."""
BESIDE = {"settings", "crash", "__version__"}
CRASH = {"csu_tui/tui/queue.py", "csu_tui/tui/run.py"}
"""Where a defect of any kind is caught once, to end in one sentence and a log instead of a traceback (SPEC 10)."""
SQL = {"sqlite3", "sqlmodel", "sqlalchemy", "alembic"}
HEAVY = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "alembic", "dateutil", "holidays"}
DRAWS_MARKUP = {"Static", "Label", "Button", "notify", "update", "from_markup", "Checkbox", "RadioButton", "Option"}
"""Calls whose plain `str` Textual reads as markup."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in it, with the number of leading dots."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, 0
        elif isinstance(node, ast.ImportFrom):
            for name in node.names:
                yield f"{node.module or ''}.{name.name}", node.level


def ours(path: Path) -> set[str]:
    return {parts[1] for module, _ in imports(path) if (parts := module.split("."))[0] == "csu_tui" and len(parts) > 1}


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def line(path: Path, node: ast.AST) -> str:
    return f"{name_of(path)}:{getattr(node, 'lineno', 0)}"


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_points_back(room: str) -> None:
    wrong = {name_of(p): ours(p) - ROOMS[room] - BESIDE for p in MODULES if layer(p) == room}
    assert not {name: found for name, found in wrong.items() if found}


@pytest.mark.parametrize("room", ["tui", "desk", "data", "files", "domain"])
def test_only_the_composition_root_knows_where_things_live(room: str) -> None:
    assert not [name_of(p) for p in MODULES if layer(p) == room and "settings" in ours(p)]


def test_settings_stand_alone() -> None:
    assert ours(PACKAGE / "settings.py") <= {"domain"}


@pytest.mark.parametrize(("libraries", "room"), [(SQL, "data"), ({"textual"}, "tui")])
def test_a_library_is_imported_by_one_layer_only(libraries: set[str], room: str) -> None:
    users = {name_of(p): {m.split(".")[0] for m, _ in imports(p)} & libraries for p in MODULES if layer(p) != room}
    assert not {name: found for name, found in users.items() if found}


def test_the_domain_needs_the_standard_library_and_four_libraries_only() -> None:
    known = sys.stdlib_module_names | {"csu_tui", "dateutil", "holidays", "phonenumbers", "rapidfuzz"}
    strangers = {name_of(p): {m.split(".")[0] for m, _ in imports(p)} - known for p in MODULES if layer(p) == "domain"}
    assert not {name: found for name, found in strangers.items() if found}


def test_the_domain_opens_no_file_and_asks_no_clock() -> None:
    calls = [
        f"{line(p, node)} {called(node)}"
        for p in MODULES
        if layer(p) == "domain"
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Call) and called(node) in {"open", "now", "today", "read_text", "write_text", "time"}
        if not (called(node) == "time" and node.args == [])
    ]
    assert not calls


@pytest.mark.parametrize("module", ["csu_tui", "csu_tui.desk.desk", "csu_tui.settings"])
def test_the_desk_is_imported_without_any_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_reading_the_desk_loads_no_heavy_library(tmp_path: Path) -> None:
    from tests.factories import import_reports, make_desk, open_meeting

    desk = make_desk(tmp_path)
    import_reports(desk, {}, {"reporter": "anonymous", "name": ""})
    open_meeting(desk)
    desk.close()
    code = f"""
import sys
from pathlib import Path
from csu_tui.desk.clock import Clock
from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter
desk = Desk.open(Path({str(desk.path)!r}), create=False, clock=Clock(), login="ellis")
steps = desk.agenda().steps
assert steps
desk.item(steps[0].id), desk.checklist(), desk.opening(), desk.owed(), desk.meetings(), desk.actions(ActionFilter())
desk.reveal(steps[0].report_id)
print(*sorted(({HEAVY!r} - {{"dateutil"}}) & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.returncode) == ([], 0), done.stderr


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_rooms_are_small() -> None:
    sizes = {name_of(p): lines(p) for p in MODULES}
    assert not {name: size for name, size in sizes.items() if size > 400}
    assert statistics.median(sizes.values()) < 100


def test_a_screen_has_at_most_300_lines() -> None:
    assert not {name_of(p): lines(p) for p in (PACKAGE / "tui/screens").rglob("*.py") if lines(p) > 300}


def test_the_app_has_at_most_150_lines() -> None:
    apps = {
        f"{name_of(p)} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for p in MODULES
        for node in ast.walk(tree(p))
        if isinstance(node, ast.ClassDef) and node.name.endswith("App")
    }
    assert not {name: size for name, size in apps.items() if size > 150}


def test_imports_are_absolute() -> None:
    assert not [name_of(p) for p in MODULES if any(level for _, level in imports(p))]


def test_nothing_is_printed() -> None:
    wrong = [
        line(p, node)
        for p in MODULES
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not wrong


def test_no_error_is_caught_broadly_but_where_a_crash_ends() -> None:
    broad = {"Exception", "BaseException"}
    wrong = [
        name_of(p)
        for p in MODULES
        for node in ast.walk(tree(p))
        if isinstance(node, ast.ExceptHandler)
        if node.type is None or any(isinstance(n, ast.Name) and n.id in broad for n in ast.walk(node.type))
    ]
    assert not set(wrong) - CRASH
    assert len(wrong) == len(set(wrong))


def test_no_time_is_taken_without_its_zone() -> None:
    wrong = [
        line(p, node)
        for p in MODULES
        if name_of(p) != "csu_tui/desk/clock.py"
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Call)
        if called(node) in {"now", "utcnow", "today", "fromtimestamp"} and not node.args
        if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) in {"datetime", "date", "dt", "time"}
    ]
    assert not wrong


def unsafe(argument: ast.expr) -> bool:
    """Say whether an argument is a string put together from values, which Textual would read as markup."""
    if isinstance(argument, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in argument.values)
    if isinstance(argument, ast.BinOp):
        return unsafe(argument.left) or unsafe(argument.right)
    if isinstance(argument, ast.IfExp):
        return unsafe(argument.body) or unsafe(argument.orelse)
    if not isinstance(argument, ast.Call) or not isinstance(argument.func, ast.Attribute):
        return False
    of_text = "Content" not in ast.unparse(argument.func.value)
    return of_text and argument.func.attr in {"format", "join", "format_map"}


def test_no_string_put_together_reaches_a_widget_as_markup() -> None:
    wrong = [
        line(p, node)
        for p in MODULES
        if layer(p) == "tui"
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Call) and called(node) in DRAWS_MARKUP
        if not any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in node.keywords)
        if any(unsafe(argument) for argument in (*node.args, *(k.value for k in node.keywords if k.arg != "id")))
    ]
    assert not wrong


def test_titles_and_tooltips_are_no_strings_put_together() -> None:
    drawn = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
    wrong = [
        line(p, node)
        for p in MODULES
        if layer(p) == "tui"
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Assign) and unsafe(node.value)
        if any(
            isinstance(target, ast.Attribute) and target.attr in drawn - {"title", "sub_title"}
            for target in node.targets
        )
    ]
    assert not wrong


def test_every_toast_is_plain_text() -> None:
    wrong = [
        line(p, node)
        for p in MODULES
        if layer(p) == "tui"
        for node in ast.walk(tree(p))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
        if not any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in node.keywords)
    ]
    assert not wrong


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_text_names_a_path_of_one_machine() -> None:
    own = re.compile(
        r"(?<![\w.~/])/(?:" + "|".join(("work", "tmp", "home", "root")) + r")(?=[/\s\"'`)]|$)", re.MULTILINE
    )
    wrong = {}
    for path in tracked():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        if found := own.search(content.decode("utf-8", "replace")):
            wrong[name_of(path)] = found[0]
    assert not wrong
