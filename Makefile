# `make run` and `make test` need Python 3.11 or newer and make, and nothing else: they make .venv.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# A lock names every package of the whole closure: it is installed as it stands, and nothing is
# worked out again from what was released since.
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run web telegram test test-slow mutations check lint types knowledge evaluate models bench lock format clean

help: ## show these commands
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## talk to the guide in this terminal
	@$(PY) -m bot

web: $(VENV)/.run ## open the web page on this machine
	@$(PY) -m bot serve

telegram: $(VENV)/.run ## run the Telegram bot (needs BOT_TOKEN)
	@$(PY) -m bot telegram

test: $(VENV)/.dev ## run the tests
	@$(PY) -m pytest -n 4 --dist loadfile -m "not slow"

test-slow: $(VENV)/.dev ## run the tests that take minutes: floods, faults, every record
	@$(PY) -m pytest -n 2 --dist loadfile -m slow

mutations: $(VENV)/.dev ## put small faults into the code and say which no test sees
	@$(PY) -m workshop.mutations

check: lint types knowledge test ## all that must hold before a commit

lint: $(VENV)/.dev ## style and common mistakes
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .

types: $(VENV)/.dev ## types, strictly
	@$(PY) -m mypy

knowledge: $(VENV)/.run ## the knowledge base: everything that must hold in it
	@$(PY) -m bot check

evaluate: $(VENV)/.dev ## how well typed questions are answered
	@$(PY) -m bot evaluate

models: $(VENV)/.dev ## build the files of bot/built anew, about a minute
	@$(PY) -m workshop

bench: $(VENV)/.dev ## speed, as ratios against named baselines in the same run
	@$(PY) -m benchmarks

format: $(VENV)/.dev ## put the code in its standard form
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

LOCKED := --quiet --no-header --no-annotate --universal --generate-hashes --python-version 3.11

lock: $(VENV)/.dev ## for maintainers: refresh the two requirements files
	@$(PY) -m pip install --quiet uv
	@$(VENV)/bin/uv pip compile $(LOCKED) --upgrade -o requirements-dev.lock --group dev pyproject.toml
	@$(VENV)/bin/uv pip compile $(LOCKED) --upgrade -c requirements-dev.lock -o requirements.lock pyproject.toml

clean: ## remove .venv and all caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This guide needs Python 3.11 or newer. Found: $$($(PYTHON) --version 2>&1)."; \
	  echo "Install a newer Python, or name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment here."; \
	  echo "On Debian or Ubuntu: sudo apt install python3-venv. Then run make again."; exit 1; }

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	@echo "Setting up (once, about a minute) ..."
	@$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Setting up for tests (once, about two minutes) ..."
	@$(INSTALL) -r requirements-dev.lock
	@touch $@ $(VENV)/.run
