"""The SQL: the only importer of sqlite3, sqlmodel, sqlalchemy and alembic."""
