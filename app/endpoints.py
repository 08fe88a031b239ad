"""Where a model is: the settings of one role, read from the environment as LEMMATA_PROVER_URL and so on."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator
from pydantic_core import PydanticCustomError

from app.presets import PRESETS

PresetName = Literal[
    "", "vllm", "sglang", "deepseek-flash", "deepseek-pro", "deepseek-infill", "llama.cpp", "ollama"
]


class Endpoint(BaseModel):
    """A model and its server. What is empty comes from the preset, if there is one.

    Nothing that is said of a wrong setting quotes it, as it may be a key.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    preset: PresetName = Field(default="", description="A well-known server, which fills what is left out.")
    url: str = Field(default="", description="Address of an OpenAI-compatible server.")
    model: str = Field(default="", description="Name of the model on that server.")
    key: SecretStr = Field(default=SecretStr(""), description="Key that the server wants, if any.")
    key_file: str = Field(default="", description="File that holds the key instead.")
    style: str = Field(default="chat", description="Prompts that the model was trained on.")
    context: int = Field(default=8192, ge=256, description="Tokens of prompt and reply together.")
    price_in: float = Field(
        default=0.0, ge=0, le=1e6, allow_inf_nan=False, description="US dollars for a million prompt tokens."
    )
    price_out: float = Field(
        default=0.0, ge=0, le=1e6, allow_inf_nan=False, description="US dollars for a million reply tokens."
    )
    concurrency: int = Field(default=8, ge=1, le=4096, description="Requests at once.")
    logprobs: bool = Field(default=False, description="Whether to ask for the probabilities of tokens.")

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        given = {name: value for name, value in given.items() if value != ""}
        preset = PRESETS.get(str(given.get("preset")))
        return {**preset.fields(str(given.get("model", ""))), **given} if preset else given

    @field_validator("url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        """Without a user or password, so that it can be shown, and without a slash at its end."""
        try:
            parts = urlsplit(url)
            readable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            readable = False
        if url and (not readable or parts.query or parts.fragment):
            raise PydanticCustomError("address", "Write it as http://127.0.0.1:8000/v1")
        if "@" in url:
            raise PydanticCustomError("credentials", "A key belongs into its _KEY, not into its address")
        return url.rstrip("/")

    @field_validator("key")
    @classmethod
    def _of_a_line(cls, key: SecretStr) -> SecretStr:
        return SecretStr(_sendable(key.get_secret_value()))

    @model_validator(mode="after")
    def _complete(self) -> Endpoint:
        chosen = [
            name for name, field in type(self).model_fields.items() if getattr(self, name) != field.default
        ]
        if chosen and not self.url:
            raise PydanticCustomError("url", "Its address is missing: set its _URL, or its _PRESET")
        if self.url and not self.model:
            raise PydanticCustomError("model", "The name of its model is missing: set its _MODEL")
        if self.key_file and self.key.get_secret_value():
            raise PydanticCustomError("key", "Set its _KEY or its _KEY_FILE, not both")
        self.secret()
        return self

    def secret(self) -> str:
        """The key, empty where there is none. Raises PydanticCustomError where its file holds none."""
        if not self.key_file:
            return self.key.get_secret_value()
        try:
            return _sendable(Path(self.key_file).expanduser().read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise PydanticCustomError(
                "key_file",
                "The file of its _KEY_FILE cannot be read ({kind})",
                {"kind": type(error).__name__},
            ) from None


def _sendable(key: str) -> str:
    """A key as it can stand in the header of a request."""
    key = key.strip()
    if not key.isascii() or any(not character.isprintable() or character == " " for character in key):
        raise PydanticCustomError("key", "A key is one word of printable ASCII characters")
    return key
