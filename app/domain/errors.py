"""Every error that Lemmata raises on purpose.

LemmataError
├── NotAStatement       the text is not one theorem that can be set as a problem
├── CheckerUnavailable  no Lean worker can be started
├── NoJail              strangers' texts may not be run on this machine
├── CoreBuildFailed     the built-in library did not compile
├── UnknownEnvironment  no environment of that name on this machine
├── JobNotFound         no job of that id, or not for your eyes
├── NotYours            a job that only its owner may change
├── LimitReached        too much at once; it may be tried again later
├── LeaseLost           another worker holds the job now
└── DatabaseTooNew      the database was written by a newer version
"""

from __future__ import annotations

from app.domain.verdict import Position


class LemmataError(Exception):
    """The root; its text is written for the person who meets it."""


class NotAStatement(LemmataError):
    """`position`, where known, is a place in the text as it was given."""

    def __init__(self, text: str, position: Position | None = None) -> None:
        super().__init__(text)
        self.position = position


class CheckerUnavailable(LemmataError):
    """No Lean worker can be started."""


class NoJail(LemmataError):
    """Strangers may set problems here, and there is no jail for what their texts run."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"Statements of strangers are not taken: there is no jail for Lean to run them in. {missing}"
        )


class CoreBuildFailed(LemmataError):
    """The built-in library did not compile; the text holds Lean's own messages."""


class UnknownEnvironment(LemmataError):
    """No environment of that name on this machine."""


class JobNotFound(LemmataError):
    """No job of that id."""


class NotYours(LemmataError):
    """The job can be read, but only its owner may change it."""


class LimitReached(LemmataError):
    """Too much was asked for at once; `retry_after_s` is when another try may do, in whole seconds.

    `reason` is a word for those who count: `rate`, `lean`, or `queue`.
    """

    def __init__(self, text: str, retry_after_s: int, reason: str = "queue") -> None:
        super().__init__(text)
        self.retry_after_s, self.reason = retry_after_s, reason


class LeaseLost(LemmataError):
    """Another worker holds the job now; whoever sees this stops writing."""


class DatabaseTooNew(LemmataError):
    """The database was written by a newer version of Lemmata."""
