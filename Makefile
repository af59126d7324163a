# Each line calls a Python module that does the work, so that Windows does the same with `py -m …` (see README.md).
PYTHON ?= $(shell command -v python3 || command -v python || echo python3)
VENV_PYTHON := .venv/bin/python

.PHONY: help run test soak bench package test-package screenshots lock audit clean

help:
	@echo "make run          start the application against the embedded demo municipality"
	@echo "make test         everything that must hold: tests, types, lint, import contracts, strings"
	@echo "make soak         the harnesses in their large sizes; about half an hour each"
	@echo "make bench        what start, memory, sync and search cost, as ratios beside the targets"
	@echo "make screenshots  every screen, light and dark, into build/screenshots"
	@echo "make package      a one-folder application and a .deb into dist"
	@echo "make test-package the .deb in a clean Debian: installs, starts, does its round (root)"
	@echo "make lock         pin the packages again, with hashes; make lock UPGRADE=1 takes newer ones"
	@echo "make audit        known vulnerabilities of the pinned packages (asks the network)"
	@echo "make clean        remove what was built; .venv stays"

run:
	@$(PYTHON) -m tools.set_up run
	@$(VENV_PYTHON) -m workplace_app run --demo

test:
	@$(PYTHON) -m tools.set_up test
	@$(VENV_PYTHON) -m tools.check

soak:
	@$(PYTHON) -m tools.set_up test
	@$(VENV_PYTHON) -m tests.soak $(SOAK)

bench:
	@$(PYTHON) -m tools.set_up bench
	@$(VENV_PYTHON) -m tests.benchmarks

screenshots:
	@$(PYTHON) -m tools.set_up run
	@$(VENV_PYTHON) -m workplace_app screenshots --demo build/screenshots

package:
	@$(PYTHON) -m tools.set_up package
	@$(VENV_PYTHON) -m tools.package

test-package: package
	@$(PYTHON) -m tools.set_up test
	@$(VENV_PYTHON) -m pytest tests/real_desktop --real-desktop --timeout 900 -q

lock:
	@$(PYTHON) -m tools.set_up maintain
	@$(VENV_PYTHON) -m tools.lock $(if $(UPGRADE),--upgrade)

audit:
	@$(PYTHON) -m tools.set_up maintain
	@$(VENV_PYTHON) -m tools.audit

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
