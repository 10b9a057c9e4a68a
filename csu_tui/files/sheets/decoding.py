"""A returned file as text: whatever character set, transfer encoding or envelope the mail gave it."""

import re
from email import message_from_bytes
from email.message import Message
from html import unescape

from csu_tui.domain.errors import RuleError

LARGEST = 5_000_000
"""Bytes; a year of sheets is smaller."""
_ENVELOPE = re.compile(rb"\A(?:From .*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
_BOUND = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2002\u2003\u2009\t"), " ")
_NOTHING = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad\x00"))
_TABLE = str.maketrans({**{chr(k): v for k, v in _BLANKS.items()}, **{chr(k): "" for k in _NOTHING}})
_CODED = re.compile(r"=3D=3D\s*(?:=20|\s)*A\d", re.IGNORECASE)
_OCTETS = re.compile(r"(?:=[0-9A-F]{2})+", re.IGNORECASE)
_SOFT_END = re.compile(r"(?<!=)=[ \t]*\n(?:(?:[ ]?>)+[ ]?)?")
_LEFT_OVER = re.compile(r"(?:=C2=A0|=A0|=20)+", re.IGNORECASE)
_BLOCK_TAGS = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d|/blockquote)\b[^>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")


def read_text(content: bytes) -> str:
    """Return the words of a returned sheet: saved mail (.eml) or plain text, its line ends LF, its blanks plain.

    Raises RuleError for what is no text at all.
    """
    if len(content) > LARGEST:
        raise RuleError("It is too large to be an action sheet.")
    envelope = _ENVELOPE.match(content)
    if envelope and _BOUND.search(envelope[0]):
        return _plain(_mail(message_from_bytes(content)))
    return _plain(_decoded(content))


def _decoded(content: bytes, charset: str = "") -> str:
    """Decode as declared, by its first bytes, as UTF-8, and else as the Windows character set, which takes all."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content[1:2] == b"\x00" or content[:1] == b"\x00":
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", "replace")
    for encoding in (charset, "utf-8-sig"):
        try:
            if encoding:
                return content.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def _mail(message: Message) -> str:
    """Return every readable part of a saved mail, plain before HTML."""
    found: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in message.walk():
        if part.get_content_type() in found:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                found[part.get_content_type()].append(_decoded(payload, str(part.get_param("charset") or "")))
    return "\n".join(found["text/plain"]) or "\n".join(map(_without_tags, found["text/html"]))


def _without_tags(text: str) -> str:
    return unescape(_TAGS.sub("", _BLOCK_TAGS.sub("\n", _HIDDEN.sub("", text))))


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0c", "\n")
    coded = _CODED.search(lines) is not None
    lines = _SOFT_END.sub("", lines)
    lines = _OCTETS.sub(_octets, lines) if coded else _LEFT_OVER.sub(" ", lines)
    return lines.translate(_TABLE)


def _octets(found: re.Match[str]) -> str:
    return _decoded(bytes.fromhex(found[0].replace("=", ""))).replace("\r", "")
