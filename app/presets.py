"""Servers and models that are well known: what each setting of a model is where a person leaves it out."""

from __future__ import annotations

from dataclasses import asdict, dataclass

PROVER_V2 = "deepseek-ai/DeepSeek-Prover-V2-7B"
PROVER_CONTEXT = 32_768


@dataclass(frozen=True, slots=True)
class Preset:
    """Fields are those of `app.endpoints.Endpoint`; what is None has no usual value.

    `context` and the prices belong to `model`, where that is named: they are not those of another.
    """

    url: str
    concurrency: int
    model: str | None = None
    style: str | None = None
    context: int | None = None
    price_in: float | None = None
    price_out: float | None = None
    logprobs: bool | None = None

    def fields(self, model: str) -> dict[str, object]:
        """What it says of a server with `model`, which is empty where nobody has named one."""
        known = {name: value for name, value in asdict(self).items() if value is not None}
        if self.model and model not in ("", self.model):
            return {name: known[name] for name in ("url", "concurrency", "logprobs") if name in known}
        return known


# DeepSeek's prices are those of its peak hours, without a cache, as its page on prices has them in November
# 2026; the address of fill-in-the-middle is another.
_DEEPSEEK, _DEEPSEEK_GAPS = "https://api.deepseek.com", "https://api.deepseek.com/beta"
_FLASH, _PRO = "deepseek-flash", "deepseek-v4-pro"
PRESETS: dict[str, Preset] = {
    "vllm": Preset(
        "http://127.0.0.1:8000/v1", 64, PROVER_V2, "deepseek-prover", PROVER_CONTEXT, logprobs=True
    ),
    "sglang": Preset(
        "http://127.0.0.1:30000/v1", 64, PROVER_V2, "deepseek-prover", PROVER_CONTEXT, logprobs=True
    ),
    "deepseek-flash": Preset(_DEEPSEEK, 32, _FLASH, "chat", 1_000_000, 0.3, 1.2),
    "deepseek-pro": Preset(_DEEPSEEK, 32, _PRO, "chat", 1_000_000, 1.32, 3.96),
    "deepseek-infill": Preset(_DEEPSEEK_GAPS, 32, _FLASH, "chat", 1_000_000, 0.3, 1.2),
    "llama.cpp": Preset("http://127.0.0.1:8080/v1", 4),
    "ollama": Preset("http://127.0.0.1:11434/v1", 1, context=4096),
}
