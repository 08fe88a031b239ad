"""How replies are laid out for a page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.sampling import Ending, Form, Prompt, Sample
from app.domain.trace import Fate, Group, Judged
from app.store.samples import Kept
from app.web.replies import group_view


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (Ending.COMPLETE, ""),
        (Ending.LENGTH, "cut at its limit of tokens"),
        (Ending.CUT, "broken off on the way"),
        (Ending.CALL, "ended with a call of a tool"),
        (Ending.WITHHELD, "withheld by its server's filter"),
    ],
)
def test_a_reply_that_did_not_end_by_itself_says_how_it_ended(ending: Ending, told: str):
    judged = Judged(Sample("by simp", ending), Fate.UNJUDGED)
    group = Group("", "way", "model", "statement", Prompt("t", "d", Form.CHAT, "text"), (judged,))

    (reply,) = group_view(Kept(1, "job", datetime.now(UTC), group)).replies

    assert reply.ending == told
