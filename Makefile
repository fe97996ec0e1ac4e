# `make book` builds the site, `make test` tests everything, `make lab` opens the course.
# All three set up what they need in .venv; they need Python 3.11 or newer.

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach p,$(CANDIDATES),$(shell $(p) -c '$(NEW_ENOUGH)' 2>/dev/null && echo $(p))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# Each file has to be the one that was pinned; the course's own folders have no hash.
PINNED := $(PIP) --require-hashes -r
OWN := $(PIP) --no-deps --no-build-isolation
SITE := _build/html
PORT ?= 8000
FREE := $(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))'
TAKEN := Port $(PORT) is taken. Stop what runs there, or take another: make serve PORT=8001

.PHONY: book lite lab test test-lite browsers pythons serve publish coverage notebooks check lint bench fuzz simulation frontend requirements clean

book: .venv/course
	$(BIN)/selfcheck check
	$(BIN)/python -m tools.glossary
	$(BIN)/python -m tools.notebooks --stale
	$(BIN)/python -m tools.lite --again
	$(BIN)/python -m tools.site
	@echo "The site is in $(SITE): open $(SITE)/index.html, or run make serve."

# Puts JupyterLab for the browser into the site, 44 MB, unless _config.yml switches it off.
lite: .venv/lite/requirements.txt
	$(BIN)/selfcheck check
	$(BIN)/python -m tools.notebooks --stale
	$(BIN)/python -m tools.lite
	$(MAKE) book

lab: .venv/course
	$(BIN)/python -m tools.lab

# Folder by folder: the many short files of tests/unit come last, and no worker waits for a long one.
test: .venv/dev lint book
	$(BIN)/python -m tools.chromium
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --ignore tests/lite

# The tests of quizzes in Firefox and WebKit, as `make test` has them in Chromium; one that is not to
# be had is skipped, by name.
browsers: .venv/dev
	$(BIN)/python -m tools.browsers
	$(BIN)/pytest --numprocesses auto tests/browsers --engines firefox,webkit

# Runs every notebook in JupyterLab in the browser, with no network but this machine's own.
test-lite: .venv/dev lite
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.lite --is-on || { echo "_config.yml switches it off"; exit 0; }; \
	$(BIN)/python -m tools.offline $(BIN)/pytest --numprocesses auto --dist worksteal tests/lite

# The notebooks, the units and the content on each Python that the course supports and that is here;
# one that is not is named. `make pythons ONLY=3.13` wants that one; PARTS are folders of tests.
pythons: .venv/dev book
	$(BIN)/python -m tools.pythons $(if $(ONLY),--python $(ONLY)) $(PARTS)

serve: book
	@$(FREE) 2>/dev/null || { echo "$(TAKEN)"; exit 1; }
	@echo "http://127.0.0.1:$(PORT) (stop with Ctrl+C)"
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory $(SITE)

# A folder and a zip for any static host, from a site without leftovers of older pages.
# `make publish POLICY=pages` is for a host that sends no headers: see docs/publishing.md.
publish: .venv/course
	rm -rf $(SITE)
	$(MAKE) $(shell $(BIN)/python -m tools.lite --is-on && echo lite || echo book)
	$(BIN)/python -m tools.publish $(if $(filter pages,$(POLICY)),--policy-in-pages)

# Says which claims, objectives and references the course covers, and where.
coverage: .venv/course
	$(BIN)/python -m tools.coverage

notebooks: .venv/course
	$(BIN)/python -m tools.notebooks

check: .venv/course
	$(BIN)/selfcheck check
	$(BIN)/selfcheck ids --check

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/python -m tools.chromium
	$(BIN)/python -m tools.bench

# Tries 3,000 broken banks and 1,000 other broken files on the readers of content.
fuzz: .venv/dev
	$(BIN)/python -m tools.fuzz

# Lets 10,000 learners who do not exist review for a year, and writes into docs/review.md what came.
simulation: .venv/dev
	$(BIN)/python -m tools.review.report

# Needs Node; the built files are committed.
frontend:
	cd frontend && npm ci && npm run lint && npm run check && npm test && npm run build

# Pins every version anew, for all Python versions and systems that the course supports.
requirements: .venv/dev
	$(BIN)/python -m tools.requirements

clean:
	rm -rf .venv .cache _build

.venv/course: requirements.txt pyproject.toml src/pyproject.toml
	@test -n "$(PYTHON)" || { echo "The course needs Python 3.11 or newer; see https://www.python.org/downloads/"; exit 1; }
	@echo "Setting up .venv (a minute or two, the first time) …"
	@$(PYTHON) -m venv .venv
	@$(PINNED) requirements.txt
	@$(OWN) -e ./src -e .
# Where the engine was once a part of the course, pip takes its command away with the old course.
	@test -x $(BIN)/selfcheck || $(OWN) --force-reinstall -e ./src
	@touch $@

# A venv of its own: JupyterLab would load the extensions that only a browser's can.
.venv/lite/requirements.txt: .venv/course requirements-lite.txt
	@echo "Setting up JupyterLab for the browser …"
	@$(PYTHON) -m venv .venv/lite
	@.venv/lite/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-lite.txt
	@cp requirements-lite.txt $@

.venv/dev: .venv/course requirements-dev.txt
	@$(PINNED) requirements-dev.txt
	@touch $@
