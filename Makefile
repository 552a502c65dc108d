# Everything a newcomer needs: make demo, make test. `make help` lists the rest.
# Only python3 (3.11 or newer) and make have to be there; all paths are relative, so a folder name may hold spaces.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install -qq --disable-pip-version-check --constraint constraints.txt
STRICT := src/trucewatch quality bench

.PHONY: help demo test check quality bench docs clean
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/.installed ## Make the environment once and read the example case
	@$(PY) bench/demo.py

test: $(VENV)/.installed-dev ## Run the tests, a process for each processor
	$(PY) -m pytest -n auto --dist loadfile

check: $(VENV)/.installed-dev ## Style, types, layers and documentation
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict $(STRICT)
	$(PY) -m pytest tests/test_imports.py tests/test_sizes.py tests/test_docs.py

quality: $(VENV)/.installed-dev ## Compare what is found with the answer sheets; ARGS=--show lists every difference
	$(PY) -m quality $(ARGS)

bench: $(VENV)/.installed-dev ## Times and memory, beside the bare language pipeline; ARGS=--install-size adds that
	$(PY) -m bench $(ARGS)

docs: $(VENV)/.installed-dev ## Write the generated pages of docs/ again
	$(PY) -m tests.generated
	$(PY) -m tests.lint.write_pages
	$(PY) -m tests.status_rules_page
	$(PY) -m tests.signals_page

clean: ## Remove the environment and what the tools leave behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist

# The two stamps stand for "this environment fits these files".
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Run: make PYTHON=python3.12 demo" >&2; exit 1; }
	@echo "Making the environment in $(VENV) and installing the libraries; this takes about a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --editable '.[pdf,docx]'
	@echo "Installed: $$($(PY) -m pip list --disable-pip-version-check --format=freeze | wc -l | tr -d ' ') packages, $$(du -sh $(VENV) | cut -f1)."
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Adding the tools for tests and checks."
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@
