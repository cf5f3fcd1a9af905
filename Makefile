# What one does with Kezek. `make demo` and `make test` set up everything they need by themselves.
SHELL := /bin/bash
PYTHON3 := $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PYTHON := .venv/bin/python
export PORT_BASE
VERSITYGW := github.com/versity/versitygw/cmd/versitygw@v1.8.0
# Services start three times faster with bytecode.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help bootstrap lint web demo up down reset status logs parked story bench check test chaos month played fuzz mutants \
	web-pictures web-budget web-old s3

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 14

bootstrap:
	@$(or $(PYTHON3),$(error Python 3.11 or later is needed)) deploy/local/bootstrap.py

demo: up story ## everything: set up, start, play the story through it, leave it running

up: bootstrap ## start what does not run, heal what died (PORT_BASE=9000 for other ports)
	@$(PYTHON) -m kezek_local up

down: bootstrap ## stop everything
	@$(PYTHON) -m kezek_local down

reset: bootstrap ## stop everything and empty the data
	@$(PYTHON) -m kezek_local reset

status: bootstrap ## what runs, where, how well
	@$(PYTHON) -m kezek_local status

logs: bootstrap ## follow the logs (SERVICE=referrals for those of one)
	@$(PYTHON) -m kezek_local logs $(SERVICE)

parked: bootstrap ## records nobody could use (SERVICE=referrals for one; REPLAY=1 applies them again)
	@$(PYTHON) -m kezek_local parked $(SERVICE)

story: bootstrap ## play the main job against what runs
	@$(PYTHON) -m kezek_local run tests.e2e.story

web: bootstrap ## the web client's style, types and unit tests
	@web/check

web-pictures: up ## every page, kk and ru, 360 and 1280 px, into build/web-pictures (ONLY=cabinet)
	@$(PYTHON) -m kezek_local run tests.e2e.web.pictures

web-budget: up ## how light and fast the pages are on a cheap phone; on an otherwise idle machine (RUNS=5, ONLY=home)
	@$(PYTHON) -m kezek_local run tests.e2e.web.budget

web-old: bootstrap ## the journeys in Chromium 109, the oldest browser that is served, on a stack of their own
	@KEZEK_CHROMIUM=$$(web/old) $(PYTHON) -m pytest -q tests/e2e/journeys/test_web.py

bench: bootstrap ## measure what runs on an otherwise idle machine into docs/performance.md (RUSH=250 for more, KILLED=1 to pull plugs)
	@$(PYTHON) -m tests.load.signatures
	@$(PYTHON) -m tests.load.revocation
	@$(PYTHON) -m tests.load.order
	@$(PYTHON) -m tests.load.rounds
	@$(PYTHON) -m tests.load.district_year
	@$(PYTHON) -m tests.load.attendance
	@$(PYTHON) -m tests.load.sheets
	@$(PYTHON) -m kezek_local run tests.load.bombs
	@$(PYTHON) -m kezek_local run tests.load.uploads
	@$(PYTHON) -m kezek_local run tests.load.bench
	@$(PYTHON) -m kezek_local run tests.load.scramble

s3: bootstrap ## what people hand in on a real S3 server, which Go builds first (some minutes)
	@GOTOOLCHAIN=local GOBIN=$(CURDIR)/build/bin go install -ldflags="-s -w" $(VERSITYGW)
	@$(PYTHON) -m tests.load.store build/bin/versitygw

chaos: bootstrap ## kill every process at every step of the story; acts around the instant at which they are late
	@$(PYTHON) -m kezek_local run tests.chaos.matrix
	@$(PYTHON) -m kezek_local run tests.chaos.last_second
	@$(PYTHON) -m kezek_local run tests.chaos.last_acts

month: bootstrap ## a month of a district's life under faults, compared by SQL; reset before and afterwards
	@$(PYTHON) -m kezek_local run tests.chaos.month

played: bootstrap ## lives through the stack against the simulator, on a stack of their own (PLAYED_SEEDS=20 PLAYED_STEPS=40)
	@PLAYED_SEEDS=$${PLAYED_SEEDS:-10} $(PYTHON) -m pytest -q tests/e2e/journeys/test_played.py

fuzz: bootstrap ## Schemathesis as every role, a minute each (FUZZ_SECONDS=600); reset afterwards
	@$(PYTHON) -m kezek_local run tests.load.schemas

mutants: bootstrap ## take each protection away and demand that a test notices (ONLY=word for some)
	@$(PYTHON) -m tests.security.mutants

lint: bootstrap
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy libs/*/src services/*/src deploy/*/src tools/*/src tests
	.venv/bin/lint-imports
	web/check

check: lint ## the fast part of the tests
	$(PYTHON) -m pytest -q -n 2 --dist loadscope -m "not stack and not journey"

# journeys come last, each of the two processes with a stack of its own: a stack at rest takes most of a core;
# lint runs beside, and pytest's summary is the last line unless lint has something to say
test: bootstrap ## everything
	@said=$$(mktemp); $(MAKE) --no-print-directory lint >$$said 2>&1 & lint=$$!; \
	$(PYTHON) -m pytest -q -n 2 --dist loadscope --no-loadscope-reorder; code=$$?; \
	wait $$lint || { cat $$said; code=1; }; rm -f $$said; exit $$code
