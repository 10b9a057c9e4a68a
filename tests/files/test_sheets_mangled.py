"""A filled sheet comes back from the mail in any shape, and says the same."""

import base64
import quopri
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.action import Action
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, AgencyId, CategoryId, KindId, ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.moment import Moment, local
from csu_tui.domain.place import Place
from csu_tui.domain.report import Report, Reporter
from csu_tui.domain.sheet import Answer, Block, Sheet, SheetEntry
from csu_tui.domain.text import width
from csu_tui.domain.unit import Unit
from csu_tui.domain.words import ActionStatus, Family, FeedbackState, Means, Risk
from csu_tui.files.sheets import read_answer, read_blocks, read_text, render_sheet
from tests.factories import HOSTILE

NOW = datetime(2022, 4, 4, 9, tzinfo=UTC)
TRAP = "Outcome: done == A1 ffff == Words: x\nContact: call, y, 1 Apr"
WORDS = "Spoke to the tenant – café owner’s dogs; the gate is mended, no further trouble is expected for now"


def an_action(number: int, text: str = HOSTILE + TRAP) -> Action:
    return Action(
        ActionId(number), 1, ReportId(7), None, AgencyId(3), "Wardens", None, "", KindId(1), "visit", Family.CONTACT,
        text, date(2022, 4, 4), ActionStatus.OPEN, "", 0, touched=False,
    )  # fmt: skip


def a_sheet(*numbers: int, text: str = HOSTILE + TRAP) -> str:
    report = Report(
        ReportId(7), 1, "Kent Police", "46-1", Moment(NOW), None, CategoryId(1), f"Dogs {TRAP}", asb=True,
        sensitive=False, qualifier=None, risk=Risk.MEDIUM, title=TRAP, text=TRAP, place=Place(street=HOSTILE),
        reporter=Reporter(),
    )  # fmt: skip
    feedback = Feedback(ReportId(7), 1, FeedbackState.DUE, date(2022, 4, 5), agency=HOSTILE)
    unit = Unit(f"Unit {HOSTILE}", "OFFICIAL-SENSITIVE", "OFFICIAL", "", "")
    entries = tuple(SheetEntry(an_action(n, text), report, feedback, f"{n:04x}"[-4:]) for n in numbers)
    return render_sheet(Sheet(unit, "Wardens", NOW, entries))


def filled(sheet: str, *answers: tuple[str, str, str]) -> str:
    """Fill the blocks in their order."""
    for answer in answers:
        for label, value in zip(("Outcome", "Words", "Contact"), answer, strict=True):
            sheet = sheet.replace(f"\n{label}:\n", f"\n{label}: {value}\n", 1)
    return sheet


ANSWERS = (
    ("done", WORDS, "visit, y, 1 Apr"),
    ("", "", ""),
    ("Not possible.", "They moved away.", ""),
)
FILLED = filled(a_sheet(2207, 9, 31), *ANSWERS).replace(
    "Outcome: \nWords: \nContact: \n", "Outcome:\nWords:\nContact:\n"
)


def quoted(text: str, sign: str) -> str:
    return "\n".join(sign + line for line in text.split("\n"))


def rewrapped(text: str, columns: int, flowed: str = "") -> str:
    lines = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > columns and (at := rest.rfind(" ", 1, columns)) > 0:
            lines.append(rest[:at] + flowed)
            rest = rest[at + 1 :]
        lines.append(rest)
    return "\n".join(lines)


def mail(body: bytes, encoding: str, kind: str = "plain") -> bytes:
    head = f'From: w@example.org\nMIME-Version: 1.0\nContent-Type: text/{kind};\n charset="utf-8"\n'
    return f"{head}Content-Transfer-Encoding: {encoding}\n\n".encode() + body


def html(text: str) -> bytes:
    rows = "".join(f"<div>{line.replace('<', '&lt;') or '<br>'}</div>" for line in text.split("\n"))
    return f"<html><head><style>div {{ x: y }}</style></head><body>{rows}</body></html>".encode()


def nbsp(text: str) -> str:
    return text.replace("== A", "==\u00a0A").replace(": ", ":\u00a0").replace("the ", "the\u00a0")


def below(text: str) -> str:
    return re.sub(r"^(Outcome|Words|Contact): (.+)$", r"> \1:\n\n\2\n", text, flags=re.MULTILINE)


def joined(text: str) -> str:
    return re.sub(r"(?<=\S)\n(?=(Words|Contact):)", " ", text)


MANGLERS: dict[str, Callable[[str], bytes]] = {
    "as it was": lambda t: t.encode(),
    "quoted": lambda t: quoted(t, "> ").encode(),
    "quoted twice": lambda t: quoted(t, "> > ").encode(),
    "quoted twice, closely": lambda t: quoted(t, ">> ").encode(),
    "quoted by a bar": lambda t: quoted(t, "| ").encode(),
    "quoted, ends stripped": lambda t: re.sub(r" +$", "", quoted(t, "> "), flags=re.MULTILINE).encode(),
    "CRLF": lambda t: t.replace("\n", "\r\n").encode(),
    "CR": lambda t: t.replace("\n", "\r").encode(),
    "re-wrapped at 60": lambda t: rewrapped(t, 60).encode(),
    "re-wrapped at 30": lambda t: rewrapped(t, 30).encode(),
    "re-wrapped, then quoted": lambda t: quoted(rewrapped(t, 60), "> ").encode(),
    "quoted, then re-wrapped": lambda t: rewrapped(quoted(t, "> "), 60).encode(),
    "format=flowed": lambda t: rewrapped(t, 60, flowed=" ").encode(),
    "space-stuffed": lambda t: quoted(t, " ").encode(),
    "lines joined": lambda t: joined(t).encode(),
    "every line joined in a block": lambda t: re.sub(r"\n+(?=\S)(?!==)(?=.*:)", " ", t).encode(),
    "blank lines between": lambda t: t.replace("\n", "\n\n").encode(),
    "non-breaking blanks": lambda t: nbsp(t).encode(),
    "=20 left over": lambda t: re.sub(r"(?<=:)$", "=20", t, flags=re.MULTILINE).encode(),
    "quoted-printable": lambda t: quopri.encodestring(t.encode()),
    "quoted-printable, CRLF": lambda t: quopri.encodestring(t.replace("\n", "\r\n").encode()),
    "quoted-printable, then quoted": lambda t: quoted(quopri.encodestring(t.encode()).decode(), "> ").encode(),
    "BOM": lambda t: t.encode("utf-8-sig"),
    "UTF-16": lambda t: t.encode("utf-16"),
    "cp1252": lambda t: t.encode("cp1252", "replace"),
    "a signature below": lambda t: (t + "\n-- \nDawn Hollis\nOutcome: manager\n").encode(),
    "regards below": lambda t: (t + "\nKind regards\nDawn, 01632 960117\n").encode(),
    "a letter above": lambda t: ("Dear all,\n\nplease find: Outcome: as below\n\n" + t).encode(),
    "bold labels": lambda t: re.sub(r"^(Outcome|Words|Contact):", r"*\1:*", t, flags=re.MULTILINE).encode(),
    "labels in small letters": lambda t: t.replace("Outcome:", "outcome:").replace("Words:", "words :").encode(),
    "answers below their labels": lambda t: below(t).encode(),
    "the end line lost": lambda t: t.replace("== end of the sheet ==", "").encode(),
    "an empty copy quoted below": lambda t: (t + "\nOn Fri, X wrote:\n" + quoted(a_sheet(2207, 9, 31), "> ")).encode(),
    "in a saved mail": lambda t: mail(quopri.encodestring(t.encode()), "quoted-printable"),
    "in a saved mail, base64": lambda t: mail(base64.encodebytes(t.encode()), "base64"),
    "in a saved mail, HTML": lambda t: mail(html(t), "8bit", "html"),
}  # fmt: skip


def meaning(content: bytes) -> dict[int, Answer]:
    """What a file says, by action; a block left empty says nothing."""
    answers = (read_answer(block, NOW) for block in read_blocks(read_text(content)))
    return {answer.block.action_id: answer for answer in answers if answer}


def said(answer: Answer) -> tuple[object, ...]:
    words = answer.words.replace("?", "").replace("–", "").replace("’", "")
    return answer.block.sign, answer.status, " ".join(words.split()), answer.contact


@pytest.mark.parametrize("mangled", MANGLERS)
def test_a_filled_sheet_says_the_same_however_the_mail_mangled_it(mangled: str) -> None:
    found = meaning(MANGLERS[mangled](FILLED))
    wanted = meaning(FILLED.encode())
    assert set(found) == {2207, 31}
    assert {number: said(answer) for number, answer in found.items()} == {n: said(a) for n, a in wanted.items()}


def test_answers_are_read_as_they_were_written() -> None:
    found = meaning(FILLED.encode())
    first = found[2207]
    assert (first.status, first.words) == (ActionStatus.DONE, WORDS)
    assert first.contact is not None
    assert (first.contact.means, first.contact.reached, first.contact.told) == (Means.VISIT, True, False)
    assert first.contact.at == datetime(2022, 4, 1, 11, tzinfo=UTC)
    assert (found[31].status, found[31].words) == (ActionStatus.NOT_POSSIBLE, "They moved away.")


@pytest.mark.parametrize("first", MANGLERS)
@pytest.mark.parametrize("second", ["as it was", "quoted", "CRLF", "cp1252"])
def test_two_sheets_in_one_file_are_both_read(first: str, second: str) -> None:
    if first in ("UTF-16", "BOM") or "saved mail" in first or "cp1252" in (first, second):
        one, two = (read_text(MANGLERS[name](FILLED)).encode() for name in (first, second))
    else:
        one, two = MANGLERS[first](FILLED), MANGLERS[second](FILLED)
    other = filled(a_sheet(50), ("not undertaken", "overlooked", "")).encode()
    found = meaning(one + b"\n\n" + other)
    assert set(found) == {2207, 31, 50}
    found = meaning(other + b"\n\n" + two)
    assert set(found) == {2207, 31, 50}
    assert found[50].words == "overlooked"


def test_a_sheet_not_filled_in_says_nothing_whatever_its_actions_ask() -> None:
    text = a_sheet(1, 2)
    assert [(block.action_id, block.empty) for block in read_blocks(text)] == [(1, True), (2, True)]
    assert [block.empty for block in read_blocks(read_text(rewrapped(text, 30).encode()))] == [True, True]


def test_a_sheet_is_at_most_80_columns_of_clean_text_between_its_markings() -> None:
    lines = a_sheet(1, 2).split("\n")
    assert (lines[0], lines[-2], lines[-1]) == ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE", "")
    assert max(map(width, lines)) <= 80
    assert "".join(lines).isprintable()
    assert lines.count("== A1 0001 ==") == 1


def test_a_label_answered_twice_and_differently_is_refused() -> None:
    block = Block(ActionId(1), "0001", 1, outcome="done", words="a", twice="outcome")
    with pytest.raises(RuleError, match=r"“Outcome” is answered twice"):
        read_answer(block, NOW)
    (found,) = read_blocks("== A1 0001 ==\nOutcome: done\nOutcome: not possible\nWords: a")
    assert found.twice == "outcome"


@pytest.mark.parametrize("text", ["donne", "done / not possible", "yes", "carried over", "cancelled", "open"])
def test_an_unknown_outcome_is_told_with_what_was_read(text: str) -> None:
    with pytest.raises(RuleError, match=f"“{text}” is no outcome"):
        read_answer(Block(ActionId(1), "0001", 1, outcome=text, words="w"), NOW)


@pytest.mark.parametrize(
    ("outcome", "words"), [("done", ""), ("", "only words"), ("not undertaken", "")]
)  # fmt: skip
def test_an_outcome_needs_words_and_words_an_outcome(outcome: str, words: str) -> None:
    with pytest.raises(RuleError, match=r"needs words|no outcome"):
        read_answer(Block(ActionId(1), "0001", 1, outcome=outcome, words=words), NOW)


@pytest.mark.parametrize("text", ["n/a", "N/A.", "none", " - ", "No contact", "n / a", "—"])
def test_a_contact_that_says_nobody_was_contacted_is_none(text: str) -> None:
    found = read_answer(Block(ActionId(1), "0001", 1, outcome="done", words="cleared", contact=text), NOW)
    assert found is not None
    assert found.contact is None
    assert read_answer(Block(ActionId(1), "0001", 1, contact=text), NOW) is None


@pytest.mark.parametrize(
    ("text", "means", "reached", "told", "at"),
    [
        ("call, y, 1 Apr", Means.CALL, True, False, (1, 12, 0)),
        ("Phone call; reached: yes; 01/04/2022", Means.CALL, True, False, (1, 12, 0)),
        ("visited - no answer - Fri 1 Apr", Means.VISIT, False, False, (1, 12, 0)),
        ("visit, reached n, 31.3.22", Means.VISIT, False, False, (31, 12, 0)),
        ("e‑mail, y, 1 Apr, told", Means.EMAIL, True, True, (1, 12, 0)),
        ("email reached 2022-04-01 not told", Means.EMAIL, True, False, (1, 12, 0)),
        ("rang on 1st of April at 14:30, reached", Means.CALL, True, False, (1, 14, 30)),
        ("Letter (n) 1/4", Means.LETTER, False, False, (1, 12, 0)),
        ("call, no, yesterday", Means.CALL, False, False, (3, 12, 0)),
        ("call, y, today", Means.CALL, True, False, (4, 10, 0)),
    ],
)
def test_a_contact_is_read_as_people_write_it(
    text: str, means: Means, reached: bool, told: bool, at: tuple[int, int, int]
) -> None:
    found = read_answer(Block(ActionId(1), "0001", 1, contact=text), NOW)
    assert found is not None
    assert found.contact is not None
    contact = found.contact
    assert (contact.means, contact.reached, contact.told) == (means, reached, told)
    when = local(contact.at)
    assert (when.day, when.hour, when.minute) == at


@pytest.mark.parametrize(
    "text",
    ["yes", "call", "call, 1 Apr", "call, y", "call and visit, y, 1 Apr", "call, y, n, 1 Apr", "call, y, 32 Apr",
     "call, y, 14 May 2022", "call, n, told, 1 Apr", "call, y, some day"],
)  # fmt: skip
def test_a_contact_that_leaves_something_open_is_told_and_not_guessed(text: str) -> None:
    with pytest.raises(RuleError, match=re.escape(f"The contact “{text}” cannot be read")):
        read_answer(Block(ActionId(1), "0001", 1, contact=text), NOW)


def survives(content: bytes) -> None:
    try:
        blocks = read_blocks(read_text(content))
    except RuleError:
        return
    said = list[str]()
    for block in blocks:
        try:
            read_answer(block, NOW)
        except RuleError as error:
            said.append(str(error))
    assert all(sentence.isprintable() for sentence in said)


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    survives(content)


PIECES = st.sampled_from(
    ["== A2207 7f3c ==", "== A1 0001", "==", "=3D=3D A1 0001 =3D=3D", "=20", "=\n", "\n", "> ", ">> ", "Outcome:",
     "Words:", "Contact:", "done", "not possible", "call", "y", "told", "1 Apr", "99/99", "\u00a0", "\x00", "\ufeff",
     "-- ", "MIME-Version: 1.0\n", "Content-Type: text/plain; charset=nonsense\n", "Content-Type: multipart/x;\n",
     "Content-Transfer-Encoding: base64\n", "\n\n", "<br>", "&#0;", "== end of the sheet ==", "\u202e", "½", "²"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=5))).map(" ".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_pieces_of_a_sheet_are_read_or_refused(text: str, encoding: str) -> None:
    survives(text.encode(encoding, "replace"))


@given(st.lists(st.one_of(PIECES, st.text(max_size=5))).map("".join), st.data())
def test_a_sheet_cut_and_filled_with_anything_is_read_or_refused(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(FILLED)))
    survives((FILLED[:at] + text + FILLED[at:]).encode())
