"""What is written down: lines for programs, with the job they are about and nothing that people typed."""

from __future__ import annotations

import json
import subprocess
import sys

import httpx
import pytest
from sqlalchemy import update

from app.store.tables import jobs
from tests.workers.conftest import ROOT
from tests.workers.test_serve import House, house, wait_until

__all__ = ["house"]  # a fixture
SECRET = "marzipan"
PROGRAM = f"""
import logging, threading
from app.logs import about, start_logging
start_logging(%r, "worker-1")
with about("job-1"):
    try:
        raise ValueError("{SECRET}")
    except ValueError:
        logging.getLogger("app.test").exception("it failed")
logging.getLogger("library").info("chatter")
logging.getLogger("library").warning("cannot read %%s", "{SECRET}")
logging.getLogger("library").error("never retrieved\\nfuture: {SECRET}")
logging.getLogger("app.web.metrics").info("GET / 200")
def fails(): raise ValueError("{SECRET}")
thread = threading.Thread(target=fails)
thread.start()
thread.join()
fails()
"""


def written(form: str) -> list[str]:
    """The lines that a program of its own writes, not at a terminal."""
    command = [sys.executable, "-c", PROGRAM % form]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr.splitlines()


@pytest.mark.parametrize("form", ["json", "auto"])
def test_a_line_for_programs_tells_its_job_and_of_an_error_only_kind_and_place(form: str):
    failed, inserted, composed, request, thread, end = map(json.loads, written(form))

    assert (failed["level"], failed["logger"], failed["message"]) == ("ERROR", "app.test", "it failed")
    assert failed["job"] == "job-1"
    assert failed["time"].endswith("+00:00")
    assert failed["exc_info"].endswith("ValueError")
    assert failed["worker"] == "worker-1"
    assert (inserted["message"], composed["message"]) == ("cannot read %s", "never retrieved")
    assert [line["exc_info"].splitlines()[-1] for line in (thread, end)] == ["ValueError"] * 2
    assert SECRET not in "".join(written(form))
    assert (request["message"], request["job"]) == ("GET / 200", None)


def test_lines_for_people_are_plain_and_leave_requests_out():
    first, *rest = written("text")

    assert first.endswith("ERROR app.test: it failed")
    assert rest.count("ValueError") == 3
    assert not [line for line in rest if SECRET in line or "GET" in line]


def test_what_people_type_is_in_no_line_of_a_whole_service(house: House):
    serving = house.start("serve", log="json")
    url = serving.url
    client = httpx.Client(base_url=url, timeout=60)
    statement = f"theorem {SECRET} (p : Prop) (h : p) : p"

    page = client.post("/problems", data={"text": statement}).headers["location"]
    client.post("/problems", data={"text": f"theorem {SECRET} : {SECRET} = = {SECRET}"})
    client.post("/problems", data={"text": "", "environment": SECRET})
    client.post("/api/problems", content=f"{{{SECRET}")
    client.get(f"/reference?q={SECRET}&{SECRET}=1")
    client.get(f"/{SECRET}/jobs/{SECRET}", headers={"cookie": SECRET})
    client.post(f"{page}/rename", data={"title": SECRET})
    wait_until(lambda: "Proved" in client.get(page).text)
    with house.db.begin() as connection:
        connection.execute(update(jobs).values(state=SECRET))
    assert client.get(page).status_code == 500
    serving.process.terminate()
    serving.process.wait(20)
    serving.reader.join()

    lines = [json.loads(line) for line in serving.output if line.startswith("{")]
    others = [line for line in serving.output if not line.startswith("{")]
    about = [line for line in lines if line["job"] == page.removeprefix("/jobs/")]
    assert SECRET not in "".join(serving.output)
    assert any("ended after" in line["message"] for line in about)
    assert any(line["message"] == "GET /jobs/{id} 200" for line in about)
    assert any(line["level"] == "ERROR" and "ValueError" in line.get("exc_info", "") for line in lines)
    assert [line for line in others if not line.startswith("Lemmata is at ")] == []
