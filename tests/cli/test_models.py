"""The settings of models, what becomes of them, and the command that tries them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.bootstrap import laboratory, model_servers
from app.domain.sampling import Form, Offer, Prompt, Role, Sample, Sampling, Unanswered
from app.endpoints import Endpoint
from app.lean.environments import CoreLean
from app.settings import Settings
from tests.cli import forked
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer

KEY = "sk-s3cret"


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.described():
        if re.match("LEMMATA_(INFORMAL|PROVER|INFILL)_", name):
            monkeypatch.delenv(name, raising=False)


def test_the_settings_of_each_role_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LEMMATA_PROVER_URL", "http://127.0.0.1:8001/v1/")
    monkeypatch.setenv("LEMMATA_PROVER_MODEL", "prover")
    monkeypatch.setenv("LEMMATA_PROVER_KEY", KEY)
    monkeypatch.setenv("LEMMATA_PROVER_PRICE_OUT", "1.5")
    monkeypatch.setenv("LEMMATA_INFILL_PRESET", "ollama")
    monkeypatch.setenv("LEMMATA_INFILL_MODEL", "gaps")

    settings = Settings()

    assert (settings.prover.url, settings.prover.model) == ("http://127.0.0.1:8001/v1", "prover")
    assert (settings.prover.secret(), settings.prover.price_out) == (KEY, 1.5)
    assert (settings.infill.url, settings.infill.context) == ("http://127.0.0.1:11434/v1", 4096)
    assert settings.informal == Endpoint()


def test_a_key_is_never_shown_but_reaches_a_child(monkeypatch: pytest.MonkeyPatch):
    settings = Settings(prover=Endpoint(preset="vllm", key=KEY))

    for name, value in settings.variables().items():
        monkeypatch.setenv(name, value)

    assert KEY not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert Settings() == settings
    assert Settings().prover.secret() == KEY


def test_a_key_may_be_in_a_file(tmp_path: Path):
    (tmp_path / "key").write_text(f"{KEY}\n")

    endpoint = Endpoint(preset="deepseek-flash", key_file=str(tmp_path / "key"))

    assert endpoint.secret() == KEY


def test_a_preset_fills_what_is_left_out_and_no_more():
    endpoint = Endpoint(preset="deepseek-flash", concurrency=3, price_in=0.0)

    assert (endpoint.model, endpoint.context, endpoint.price_out) == ("deepseek-flash", 1_000_000, 1.2)
    assert (endpoint.concurrency, endpoint.price_in) == (3, 0.0)


def test_the_price_and_the_context_of_one_model_are_not_taken_for_those_of_another():
    endpoint = Endpoint(preset="deepseek-flash", model="another")

    assert endpoint.url == "https://api.deepseek.com"
    assert (endpoint.context, endpoint.price_in, endpoint.price_out) == (8192, 0.0, 0.0)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"model": "m"}, "set its _URL, or its _PRESET"),
        ({"url": "http://h/v1"}, "set its _MODEL"),
        ({"preset": "llama.cpp"}, "set its _MODEL"),
        ({"preset": KEY}, "should be '', 'vllm'"),
        ({"url": f"http://me:{KEY}@h/v1", "model": "m"}, "belongs into its _KEY"),
        ({"url": f"http://{KEY}@h/v1", "model": "m"}, "belongs into its _KEY"),
        ({"url": f"h/v1?key={KEY}", "model": "m"}, "Write it as http://"),
        ({"url": f"https://h/v1?key={KEY}", "model": "m"}, "Write it as http://"),
        ({"url": f"http://h:{KEY}/v1", "model": "m"}, "Write it as http://"),
        ({"url": f"http://[{KEY}/v1", "model": "m"}, "Write it as http://"),
        ({"preset": "vllm", "key": f"{KEY} {KEY}"}, "one word of printable ASCII"),
        ({"preset": "vllm", "key": f"{KEY}\n{KEY}"}, "one word of printable ASCII"),
        ({"preset": "vllm", "key": f"{KEY}é"}, "one word of printable ASCII"),
        ({"preset": "vllm", "key": KEY, "key_file": "/dev/null"}, "not both"),
        ({"preset": "vllm", "key_file": "/nowhere/key"}, "cannot be read"),
        ({"preset": "vllm", "price_in": "-1"}, "greater than or equal to 0"),
        ({"preset": "vllm", "price_in": "nan"}, "finite"),
        ({"preset": "vllm", "concurrency": "0"}, "greater than or equal to 1"),
        ({"preset": "vllm", "kee": KEY}, "not permitted"),
    ],
)
def test_a_wrong_setting_is_refused_without_quoting_it(given: dict[str, str], said: str):
    with pytest.raises(ValidationError) as refused:
        Settings(prover=given)

    assert said in str(refused.value)
    assert "s3cret" not in str(refused.value)


async def test_roles_on_one_server_share_its_connection_and_the_lower_limit(model_server: ModelServer):
    model_server.script(Answer("a", after_s=0.1, times=ALWAYS))
    shared = {"url": model_server.url, "model": "m"}
    settings = Settings(
        prover=Endpoint(**shared, concurrency=1),
        infill=Endpoint(**shared, concurrency=9, key=KEY),
        informal=Endpoint(**shared, concurrency=9),
    )

    async with model_servers(settings) as servers:
        asked = [servers[role].sample(Prompt("", "", Form.CHAT, role), Sampling(n=2)) for role in servers]
        for replies in asked:
            assert [reply async for reply in replies]
        one, other = servers[Role.PROVER], servers[Role.INFORMAL]

        assert one._connection is other._connection
        assert one._connection is not servers[Role.INFILL]._connection

    of_the_prover = [each for each in model_server.log() if each.prompt == "prover"]
    assert of_the_prover[1].at >= (of_the_prover[0].answered_at or 0)


async def test_a_laboratory_has_the_models_and_prompts_for_them_and_hangs_up_in_the_end(
    core: CoreLean, model_server: ModelServer
):
    model_server.script(Answer("by simp"))
    prover = Endpoint(url=model_server.url, model="m", style="deepseek-prover", context=4096, price_in=2.0)
    prompt = Prompt("", "", Form.CHAT, "prove it")

    async with laboratory(Settings(data=core.lean_path.parents[1], prover=prover, proof_tokens=7000)) as lab:
        assert lab.models.prover is not None
        (reply,) = [reply async for reply in lab.models.prover.sample(prompt, Sampling())]
    (late,) = [reply async for reply in lab.models.prover.sample(prompt, Sampling())]

    assert isinstance(reply, Sample)
    assert lab.tokens() >= reply.tokens + reply.prompt_tokens > 0
    assert (lab.tokens_per_s() or 0) > 0
    assert lab.proof_tokens == 7000
    assert lab.prompts is not None
    assert (lab.models.informal, lab.models.infill) == (None, None)
    assert lab.models.prover.offer == Offer("m", 4096, 2.0, 0.0, "deepseek-prover")
    assert isinstance(late, Unanswered)


def test_where_no_model_is_configured_there_is_none_and_nothing_is_loaded_for_it():
    code = (
        "import asyncio, sys; from app.bootstrap import model_servers; from app.settings import Settings\n"
        "async def main():\n    async with model_servers(Settings()) as servers: print(servers)\n"
        "asyncio.run(main()); print('openai' in sys.modules)"
    )

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert ended.stdout == "{}\nFalse\n", ended.stderr


def lemmata_models(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LEMMATA_DATA": str(tmp_path)} | variables
    done = forked.lemmata("models", *arguments, env=environment)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_command_says_how_fast_each_model_answers(model_server: ModelServer, tmp_path: Path):
    model_server.script(Answer("1 2 3 4 5 6 7 8 9", rate=20, times=ALWAYS))

    ended = lemmata_models(
        tmp_path,
        "--json",
        LEMMATA_PROVER_URL=model_server.url,
        LEMMATA_PROVER_MODEL="m",
        LEMMATA_INFILL_URL=model_server.url,
        LEMMATA_INFILL_MODEL="m",
        LEMMATA_PROVER_KEY=KEY,
    )

    prover, infill = map(json.loads, ended.stdout.splitlines())
    assert ended.returncode == 0, ended.stderr
    assert (prover["role"], prover["model"], prover["url"]) == ("prover", "m", model_server.url)
    assert prover["answers"]
    assert prover["forms"].keys() == {"chat", "completion"}
    assert infill["forms"].keys() == {"infill"}
    assert all(10 < form["tokens_per_s"] < 25 for form in prover["forms"].values())
    assert all(0 < form["first_token_s"] < 2 for form in prover["forms"].values())
    assert KEY not in ended.stdout + ended.stderr


def test_the_command_says_in_words_what_does_not_work(model_server: ModelServer, tmp_path: Path):
    model_server.script(Answer("1 2 3", when="Count"), Answer(status=404, when="theorem"))

    ended = lemmata_models(
        tmp_path,
        LEMMATA_PROVER_URL=model_server.url,
        LEMMATA_PROVER_MODEL="m",
        LEMMATA_INFORMAL_URL="http://127.0.0.1:9/v1",
        LEMMATA_INFORMAL_MODEL="m",
    )

    assert ended.returncode == 1
    assert f"prover: m at {model_server.url} answers\n  chat: works, first token after" in ended.stdout
    assert "  completion: does not work. The prover model is not there" in ended.stdout
    assert "informal: m at http://127.0.0.1:9/v1 DOES NOT ANSWER" in ended.stdout
    assert "cannot be reached at http://127.0.0.1:9/v1" in ended.stdout


def test_the_command_says_how_to_configure_a_model_where_there_is_none(tmp_path: Path):
    ended = lemmata_models(tmp_path)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "LEMMATA_PROVER_URL" in ended.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [("LEMMATA_PROVER_URL", "LEMMATA_PROVER_URL: Write it as"), ("LEMMATA_PROVER", "error parsing value")],
)
def test_a_wrong_setting_is_named_in_one_line(tmp_path: Path, name: str, said: str):
    ended = lemmata_models(tmp_path, **{name: f"s3cret {KEY}"})

    assert ended.returncode == 64
    assert said in ended.stderr
    assert "s3cret" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_model_that_was_cut_while_it_thought_does_not_answer(model_server: ModelServer, tmp_path: Path):
    model_server.script(Answer("1 2 3", thoughts="word " * 3000, times=ALWAYS))

    ended = lemmata_models(tmp_path, LEMMATA_INFORMAL_URL=model_server.url, LEMMATA_INFORMAL_MODEL="m")

    assert ended.returncode == 1
    assert (
        "  chat: does not work. It was still thinking at 2048 tokens, and had said nothing." in ended.stdout
    )


def test_a_model_has_room_to_think_before_it_answers(model_server: ModelServer, tmp_path: Path):
    model_server.script(Answer("1 2 3", thoughts="word " * 500, times=ALWAYS))

    ended = lemmata_models(tmp_path, LEMMATA_INFORMAL_URL=model_server.url, LEMMATA_INFORMAL_MODEL="m")

    assert ended.returncode == 0
    assert "  chat: works" in ended.stdout


def test_a_silent_stream_is_told_as_such(model_server: ModelServer, tmp_path: Path):
    model_server.script(Answer("", times=ALWAYS))

    ended = lemmata_models(tmp_path, LEMMATA_INFORMAL_URL=model_server.url, LEMMATA_INFORMAL_MODEL="m")

    assert ended.returncode == 1
    assert "It said nothing." in ended.stdout
