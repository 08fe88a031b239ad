"""The bench measures what it says, so that nobody finds it broken on the day it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.performance.__main__ import measures


@pytest.mark.parametrize("name", measures(quick=True))
def test_a_figure_is_measured(name: str, core: CoreLean, tmp_path: Path):
    figure = measures(quick=True)[name](core, tmp_path)

    assert figure.what
    assert any(character.isdigit() for character in figure.value)
    assert not figure.value.startswith(("0 ", "-"))
