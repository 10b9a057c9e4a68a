"""What the app tells its screens."""

from textual.message import Message


class DeskChanged(Message, bubble=False):
    """Somebody wrote to the database, this session included: read again what is shown."""
