"""docker-compose.yml describes what the program can do: its settings exist, and all parts meet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
OURS = ("web", "worker")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return dict(read["services"])


def settings_of(service: dict[str, Any]) -> dict[str, str]:
    """What the container sets, as it reads without any variable outside."""
    given = {
        name: str(value) for name, value in service["environment"].items() if name.startswith("LEMMATA_")
    }
    return {name: "" if value.startswith("${") else value for name, value in given.items()}


def test_there_are_two_web_servers_and_four_workers(services: dict[str, Any]):
    replicas = {name: services[name]["deploy"]["replicas"] for name in OURS}
    ports = services["web"]["ports"]

    assert replicas == {"web": 2, "worker": 4}
    assert ports == ["127.0.0.1:8000-8001:8000"]


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_a_setting_and_its_value_is_accepted(
    services: dict[str, Any], name: str, monkeypatch: pytest.MonkeyPatch
):
    given = settings_of(services[name])
    for key, value in given.items():
        monkeypatch.setenv(key, value)

    read = Settings().variables()

    assert given.keys() <= Settings.described().keys()
    assert {key: read[key] for key, value in given.items() if value} == {
        key: value for key, value in given.items() if value
    }


def test_the_model_beside_them_is_the_one_that_its_preset_names(
    services: dict[str, Any], monkeypatch: pytest.MonkeyPatch
):
    said = re.search(r"`(LEMMATA_PROVER_PRESET=\S+) (LEMMATA_PROVER_URL=\S+)`", COMPOSE.read_text())
    assert said
    for variable in said.groups():
        monkeypatch.setenv(*variable.split("=", 1))

    prover = Settings().prover

    command = services["vllm"]["command"]
    assert services["vllm"]["profiles"] == ["gpu"]
    assert urlsplit(prover.url).hostname in services
    assert (prover.model, str(prover.context)) == (command[1], command[3])


def test_web_servers_and_workers_share_a_database_and_a_redis_that_are_healthy_first(
    services: dict[str, Any],
):
    shared = [
        [settings_of(services[name])[f"LEMMATA_{of}_URL"] for of in ("DATABASE", "REDIS")] for name in OURS
    ]

    assert shared[0] == shared[1]
    for name in OURS:
        hosts = {url.partition("://")[2].rpartition("@")[2].partition("/")[0] for url in shared[0]}
        assert hosts == services[name]["depends_on"].keys()
        assert {each["condition"] for each in services[name]["depends_on"].values()} == {"service_healthy"}
    assert all("healthcheck" in services[host] and services[host]["volumes"] for host in hosts)


def test_the_web_servers_have_no_workers_and_each_worker_has_one(services: dict[str, Any]):
    counts = {name: settings_of(services[name])["LEMMATA_WORKERS"] for name in OURS}

    assert counts == {"web": "0", "worker": "1"}
    assert [services[name]["command"] for name in OURS] == ["serve", "worker"]


def test_no_password_is_written_down_and_none_is_chosen_by_default(services: dict[str, Any]):
    secrets = [
        value
        for service in services.values()
        for name, value in service.get("environment", {}).items()
        if "PASSWORD" in name
    ]

    assert len(secrets) == 3
    assert all(secret.startswith("${POSTGRES_PASSWORD:?") for secret in secrets)


def test_the_image_runs_as_nobody_in_particular_and_holds_only_what_is_named(services: dict[str, Any]):
    image = (ROOT / "Dockerfile").read_text().splitlines()
    context = (ROOT / ".dockerignore").read_text().splitlines()

    assert "USER lemmata" in image
    assert "*" in context
    assert all((ROOT / line[1:]).exists() for line in context if line.startswith("!"))


def test_workers_may_build_the_jail(services: dict[str, Any]):
    assert services["worker"]["security_opt"] == ["seccomp=unconfined", "apparmor=unconfined"]
    assert "bubblewrap" in (ROOT / "Dockerfile").read_text()
