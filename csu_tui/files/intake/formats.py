"""Which reader takes a file: by its first bytes, not by its name."""

import re

from csu_tui.domain.errors import RuleError
from csu_tui.files.intake.decoding import decode
from csu_tui.files.intake.delimited import read_delimited
from csu_tui.files.intake.table import Table

_TAKEN = "reports are taken from CSV and other delimited text files"
_BINARY = (
    (b"PK\x03\x04", "a workbook or an archive (XLSX, ODS, ZIP)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (XLS, DOC or MSG)"),
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a Rich Text document"),
)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\"\[\]\d])")
_XML = re.compile(r"\s*<(?:\?xml|!doctype|!--|[a-z][\w:.-]*[\s/>])", re.IGNORECASE)


def read_table(content: bytes, name: str) -> Table:
    """Read a file's bytes as headers and records; what no reader takes raises RuleError naming what is taken."""
    if not content.strip():
        raise RuleError(f"{name} is empty.")
    for signature, kind in _BINARY:
        if content.startswith(signature):
            raise RuleError(f"{name} is {kind}; {_TAKEN}: save or export it as CSV.")
    text, encoding = decode(content, name)
    first = text.lstrip()[:200]
    if _JSON.match(first):
        raise RuleError(f"{name} is JSON; {_TAKEN}: export it as CSV.")
    if _XML.match(first):
        raise RuleError(f"{name} is XML or a web page; {_TAKEN}: export it as CSV.")
    return read_delimited(text, encoding, name)
