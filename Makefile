# handslag: everything a developer does, one word each. "make" alone tells.
# make test PYTHON=python3.12 uses another Python; the environment is .venv, and "make clean" takes it away.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PYTHON ?= python3
export PYTHON
# Without it every process would compile all of handslag and its tests again: half of the time of the tests.
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SAMPLE := build/demo
SOURCES := $(shell find generator agreements templates examples cli.py pyproject.toml README.md -type f -not -name '*.pyc' 2>/dev/null)
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
  --annotation-style=line --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: help demo test slow samples lint types check bench docs lock clean system system-test

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.handslag ## install handslag and make all the papers of a sample school
	@test -f $(SAMPLE)/school.yaml || $(BIN)/handslag init $(SAMPLE) --sample
	@$(BIN)/handslag draft all --all -w $(SAMPLE)

test: .venv/.dev node_modules/.package-lock.json | system-test ## install what the tests need and run the quick ones
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

samples: .venv/.dev node_modules/.package-lock.json | system-test ## every paper of every sample in every language, judged by others
	@$(BIN)/python -m pytest -n auto --dist worksteal -m samples $(ARGS)

slow: .venv/.dev node_modules/.package-lock.json | system-test ## the tests with a cluster, a browser, LibreOffice, an installation, whole chapters of the guide
	@$(BIN)/python -m pytest -n auto --dist worksteal -m slow $(ARGS)

lint: .venv/.dev ## style: ruff
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: .venv/.dev ## types: mypy, strict
	@$(BIN)/mypy

check: test slow samples lint types ## all of the above five

bench: .venv/.dev | system-test ## compare with plain docxtpl and LibreOffice, printed as ratios
	@$(BIN)/python -m benchmarks $(ARGS)

docs: .venv/.dev ## write the generated parts of README.md and docs/ again
	@$(BIN)/python -m tools.docs

lock: .venv/.dev ## pin the dependencies again, with hashes (ARGS=--upgrade for newer ones)
	@$(COMPILE) $(ARGS) --extra dev --all-build-deps pyproject.toml --output-file requirements-dev.txt
	@$(COMPILE) --constraint requirements-dev.txt pyproject.toml --output-file requirements.txt
	@$(COMPILE) --constraint requirements-dev.txt --only-build-deps --build-deps-for wheel pyproject.toml --output-file requirements-build.txt

clean: ## remove everything that make made
	rm -rf .venv build dist node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what the above stand on -----------------------------------------------------------------------------------------------------

system:
	@tools/setup run

system-test:
	@tools/setup test

.venv/bin/python: | system
	@echo "making the environment .venv"
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.txt requirements-build.txt | .venv/bin/python
	@echo "installing pinned dependencies"
	@$(PIP) install --require-hashes --requirement requirements.txt --requirement requirements-build.txt
	@touch $@

.venv/.dev: requirements-dev.txt | system-test .venv/bin/python
	@echo "installing pinned development dependencies"
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

.venv/.handslag: .venv/.runtime $(SOURCES) | system
	@echo "installing handslag"
	@$(PIP) install --no-deps --no-build-isolation --force-reinstall .
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json | system-test
	@npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@
