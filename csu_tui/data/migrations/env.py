"""Runs the revisions on the connection, and in the transaction, that `csu_tui.data.upgrade` gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
