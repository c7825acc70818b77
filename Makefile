# make demo      set everything up, then assess a sample business: the report is in demo/
# make test      set everything up, then run every check and test
# make bench     set everything up, then measure: some ten minutes, FULL=1 for the whole hour;
#                the figures go to benchmarks/RESULTS.md and README.md
# make audit     look up known vulnerabilities of all that is locked; needs the network
# make format    lay the code out and mend what ruff can mend
# make words     bring the catalogues of our own words up to date with the code
# make lock      renew .ci/requirements.txt after a change of dependencies;
#                UPGRADE=1 also takes the newest release of every package
# make setup     only set up: Python 3.11 or newer in .venv, the locked packages, Pango
# make clean     remove everything that can be made again
#
# PYTHON=/path/to/python3 picks the Python .venv is made with.

BIN     := .venv/bin
CHECKED := omniaudit tests $(if $(wildcard benchmarks/*.py),benchmarks)

# Every branch is tested where a score is made, nearly every one elsewhere; by examples, so that
# what the laws happen to draw decides nothing.
EXACT := omniaudit/problems.py,omniaudit/catalogue/*,omniaudit/model/*,omniaudit/load/*,omniaudit/engine/*

# $(call floor,PERCENT,FILES): silent when it holds, the table of missed lines when it does not.
floor = table=$$($(BIN)/coverage report --skip-covered --fail-under=$(1) --include='$(2)') \
        || { echo "$$table"; exit 1; }

.PHONY: help demo test bench audit format words lock setup clean
help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

demo: setup
	$(BIN)/omniaudit demo -o demo --force

test: .venv/ready
	@.ci/pango $(BIN)/python
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy $(CHECKED)
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --numprocesses=auto --cov --cov-report= -m 'not hypothesis'
	@$(call floor,100,$(EXACT))
	@$(call floor,90,omniaudit/*)
	$(BIN)/pytest --numprocesses=auto -m hypothesis

bench: setup
	$(BIN)/python benchmarks/results.py $(if $(FULL),full)

# Strict: a package that cannot be looked up is no package without vulnerabilities.
audit: .venv/ready
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off \
	    --requirement .ci/requirements.txt

format: .venv/ready
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

words: .venv/ready
	$(BIN)/python -m tests.languages.catalogues

lock: .venv/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-header --no-emit-index-url --group dev $(if $(UPGRADE),--upgrade) --quiet \
	    --output-file .ci/requirements.txt pyproject.toml

setup: .venv/ready
	@.ci/pango $(BIN)/python || true

.venv/ready: pyproject.toml .ci/requirements.txt
	@.ci/venv

clean:
	rm -rf .venv build dist demo htmlcov .coverage* .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
