# `make run` serves Lemmata at http://127.0.0.1:8000; `make test` runs every test. Each sets up what it needs.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# Debian makes and starts a cluster with PostgreSQL, unless this is there first; the tests make their own.
CLUSTERS := /etc/postgresql-common/createcluster.d
NO_CLUSTER := mkdir -p $(CLUSTERS) && echo 'create_main_cluster = false' >$(CLUSTERS)/lemmata.conf

.PHONY: run setup test bench trust check screenshots clean

run: setup
	$(BIN)/lemmata serve

setup: .venv/.setup
	@$(BIN)/python -m app.web.vendor

test: .venv/.setup-dev
	@$(BIN)/python -m app.web.vendor
	@missing=""; \
		command -v chromium >/dev/null || missing="chromium"; \
		command -v redis-server >/dev/null || missing="$$missing redis-server"; \
		command -v bwrap >/dev/null || missing="$$missing bubblewrap"; \
		ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; \
		[ -z "$$missing" ] || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
		&& $(NO_CLUSTER) && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; } \
		|| echo "Missing: 'apt-get install $$missing' as root lets all tests run."
	$(BIN)/pytest $(ARGS)

bench: .venv/.setup-dev
	@$(BIN)/python -m app.web.vendor
	$(BIN)/python -m tests.performance $(ARGS)

trust: .venv/.setup-dev
	$(BIN)/python -m tests.assurance $(ARGS)

check: .venv/.setup-dev
	$(BIN)/pytest tests/architecture

clean:
	rm -rf .venv node_modules static/vendor test-output

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Lemmata needs Python 3.11 or newer: say make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null \
		&& $(PYTHON) -m venv .venv; } \
		|| { rm -rf .venv; echo "Python's venv is missing: 'apt-get install python3-venv' as root brings it."; exit 1; }

.venv/.setup: .venv/bin/python requirements/runtime.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/runtime.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.setup-dev: .venv/.setup requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
