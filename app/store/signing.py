"""The keys that sign cookies and certificates, kept in the database so that every process has the same."""

from __future__ import annotations

import secrets

from sqlalchemy import Engine, select

from app.store.tables import insert_or, keys

COOKIES, CERTIFICATES = "cookies", "certificates"


def signing_key(db: Engine, name: str = COOKIES) -> str:
    """The key of this installation, 32 bytes in base64 for URLs; whoever asks first makes it."""
    made = insert_or(db.dialect, keys).values(name=name, value=secrets.token_urlsafe(32))
    with db.begin() as connection:
        connection.execute(made.on_conflict_do_nothing())
        return str(connection.scalar(select(keys.c.value).where(keys.c.name == name)))
