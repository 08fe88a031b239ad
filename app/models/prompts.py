"""The texts that are sent to models: one Jinja file a prompt, each known by the digest of its files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta

import app.models
from app.domain.sampling import Form, Prompt

FOLDER = Path(app.models.__file__).with_name("prompts")
_FORMS = {"continue": Form.COMPLETION, "infill": Form.INFILL}


class PromptFiles:
    """The `Prompts` of `FOLDER`. What is put into a prompt is text for a model, so nothing is escaped."""

    def __init__(self) -> None:
        self._jinja = Environment(
            loader=FileSystemLoader(FOLDER),
            undefined=StrictUndefined,
            autoescape=False,  # noqa: S701 - no HTML comes of it
            trim_blocks=False,
        )

    def render(self, template: str, **values: object) -> Prompt:
        """See `Prompts.render`; `suffix` is what stands behind the gap of an infill."""
        if not (FOLDER / f"{template}.jinja").is_file():
            raise KeyError(template)
        if missing := wanted(self._jinja, template) - values.keys():
            raise KeyError(f"{template} needs {', '.join(sorted(missing))}")
        text = self._jinja.get_template(f"{template}.jinja").render(values)
        form = _FORMS.get(template, Form.CHAT)
        behind = str(values.get("suffix", "")) if form is Form.INFILL else ""
        return Prompt(
            template, digest(template), form, text if form is not Form.CHAT else text.strip(), behind
        )


def wanted(jinja: Environment, template: str) -> frozenset[str]:
    """The values that a template needs, those of the files that it includes too."""
    needs = (meta.find_undeclared_variables(jinja.parse(text)) for text in _texts(template))
    return frozenset().union(*needs)


@cache
def digest(template: str) -> str:
    """SHA-256 of a template with the files that it includes, as hexadecimal."""
    return hashlib.sha256("\0".join(_texts(template)).encode()).hexdigest()


@cache
def _texts(template: str) -> tuple[str, ...]:
    """The file of a template, and then those that it names."""
    own = (FOLDER / f"{template}.jinja").read_text("utf-8")
    jinja = Environment()  # noqa: S701 - it only parses
    named = sorted(filter(None, meta.find_referenced_templates(jinja.parse(own))))
    return (own, *(text for name in named for text in _texts(name.removesuffix(".jinja"))))
