# The first Python on the machine that fits; `make PYTHON=... run` chooses another.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$name && break; done)
SETUP := $(PYTHON) -m scripts.setup
PY := .venv/bin/python

# A Python that is not Homebrew's does not look for libraries where Homebrew puts them.
ifeq ($(shell uname -s),Darwin)
PY := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib $(PY)
endif

.DEFAULT_GOAL := help
.PHONY: help run test lint look bench golden clean app-environment dev-environment python

help: ## List these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1: \2/p' Makefile

run: app-environment ## Install what is missing, then open Boardkit; without a display, make an example's board pack in build/
	@$(PY) -m scripts.run

test: dev-environment ## Install what is missing, then run every test
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto $(ARGS)

lint: dev-environment ## Check style, types and the direction of imports
	@$(PY) -m ruff check boardkit ui scripts tests
	@$(PY) -m ruff format --check boardkit ui scripts tests
	@$(PY) -m mypy boardkit ui scripts tests
	@$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()'

look: dev-environment ## Draw every page of every PDF, and every screen, into build/look/
	@QT_QPA_PLATFORM=offscreen $(PY) -m scripts.look

bench: dev-environment ## Time the slow parts
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/benchmarks -q -s -p no:xdist -o python_files='bench_*.py' $(ARGS)

golden: dev-environment ## Write the golden files again, after a change that is meant to change them
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --update-golden $(ARGS)

clean: ## Remove .venv, build/ and every cache
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

app-environment: python
	@$(SETUP) app

dev-environment: python
	@$(SETUP) dev

python:
	@test -n "$(PYTHON)" || { \
	  echo "Boardkit needs Python 3.11, 3.12 or 3.13, and this machine has $$(python3 --version 2>/dev/null || echo none)."; \
	  echo "Install one of them (docs/installing.md says how), then type the same command again."; \
	  exit 1; }
