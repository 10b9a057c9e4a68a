"""Every read: SQL text to frozen dataclasses, over the standard library's connection, without SQLModel."""
