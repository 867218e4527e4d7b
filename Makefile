# The version needs to be 3.11 or newer: `make run PYTHON=python3.12` picks another.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.testable

.DEFAULT_GOAL := help
.PHONY: help run test check fix clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(INSTALLED) ## Install what is needed, open the page on the sample articles; OPTIONS="--port 7861" adds options
	$(BIN)/dateline serve --open $(OPTIONS)

test: $(TESTABLE) ## Run all tests
	$(BIN)/python -m pytest

check: $(TESTABLE) ## Lint, formatting and types, of the scripts as well
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint page

fix: $(TESTABLE) ## Mend what the linters can mend, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/oxlint --fix page

clean: ## Remove the virtual environment and what tools leave behind; indexes stay
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer, and $(PYTHON) is not. Name another: make run PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The stamp files make pip run again only when the lists of dependencies have changed.
$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(TESTABLE): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install -c constraints.txt -e '.[test]'
	@touch $(INSTALLED) $@
