# make serve   install the base, check the graph, serve it on http://127.0.0.1:8000
# make test    install everything that the tests need, and run them all; JOBS=0 in one process
# make siege   attack the server on a machine that does nothing else, and hold it to its times
# make check   format, lint, types and layers
# make format  put the code into the one format
# make build   recompute the files of the graph that are computed
# make wheel   build the wheel, and run the tests against it in a bare environment
# make bench   measure speed and size, beside other servers
# make soak    ask the server everything at once for ten minutes, while its processes are killed
# make kill    kill the server and what writes 200 times, and look whether anything was lost
# make lock    remake the lock files
# make clean   remove everything that make made

PYTHON ?= python3
TESTS ?= tests
JOBS ?= auto
PYTEST_FLAGS ?=

BIN := .venv/bin
PIP := -m pip --disable-pip-version-check
LOCK_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--upgrade --custom-compile-command "make lock"
PYTEST := pytest --numprocesses $(JOBS) --dist worksteal $(PYTEST_FLAGS)
WHEEL_TESTS := .venv-wheel/tests-of-the-wheel
# What can be otherwise in a wheel: its data, its commands and pages, and whether it needs more than
# it says. What else is tested is the same code, of which `make test` has run every test.
OF_THE_WHEEL := questions unit graph/test_traps.py protocol/test_description.py \
	protocol/test_live.py protocol/test_pages.py
# What attacks or kills a server is run by itself, for it would hold up the tests beside it.
ALONE := tests/attacks tests/soak tests/store/test_kills.py
MODULES := tests/clients/node_modules tests/browser/node_modules tests/export/tools/node_modules
EDITOR := server/souverain/pages/static/built/editor.js

# Where a machine says that Python keeps nothing compiled, each process would compile it all anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve test siege check format build wheel bench soak kill lock clean

serve: .venv/base $(EDITOR)
	$(BIN)/souverain check
	$(BIN)/souverain serve

test: .venv/all .venv/ftm $(MODULES) $(EDITOR)
	$(BIN)/$(PYTEST) $(TESTS) $(ALONE:%=--ignore %)
	$(BIN)/pytest $(PYTEST_FLAGS) $(ALONE)

siege: .venv/test
	QUIET_MACHINE=1 $(BIN)/pytest tests/attacks

check: .venv/all
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

build: .venv/base
	$(BIN)/souverain build

# The tests run from a folder without server/, so that what they import is the wheel.
wheel: .venv/test $(EDITOR)
	rm -rf dist .venv-wheel
	$(BIN)/python -m build --no-isolation --outdir dist
	$(PYTHON) -m venv .venv-wheel
	.venv-wheel/bin/python $(PIP) install --quiet --require-hashes -r requirements-test.lock
	.venv-wheel/bin/python $(PIP) install --quiet --no-deps dist/*.whl
	mkdir $(WHEEL_TESTS)
	tar cf - --exclude node_modules tests pyproject.toml | tar xf - -C $(WHEEL_TESTS)
	cd $(WHEEL_TESTS) && ../bin/python -c "import souverain; print(souverain.__path__)" | grep site-packages
	cd $(WHEEL_TESTS) && ../bin/souverain check
	cd $(WHEEL_TESTS) && ../bin/$(PYTEST) -p no:cacheprovider $(OF_THE_WHEEL:%=tests/%)

bench: .venv/bench
	$(BIN)/python -m bench
	$(BIN)/python -m bench.exports

soak: .venv/base
	$(BIN)/python -m bench.soak

kill: .venv/base
	$(BIN)/python -m bench.kill

lock: .venv-lock/ready
	.venv-lock/bin/uv pip compile $(LOCK_FLAGS) --output-file requirements.lock pyproject.toml
	.venv-lock/bin/uv pip compile $(LOCK_FLAGS) --output-file requirements-test.lock \
		--extra test --constraint requirements.lock pyproject.toml
	.venv-lock/bin/uv pip compile $(LOCK_FLAGS) --output-file requirements-all.lock \
		--extra test --extra tools --constraint requirements-test.lock pyproject.toml
	.venv-lock/bin/uv pip compile $(LOCK_FLAGS) --output-file requirements-ftm.lock \
		--extra ftm --constraint requirements-all.lock pyproject.toml
	.venv-lock/bin/uv pip compile $(LOCK_FLAGS) --output-file requirements-bench.lock \
		--extra bench --constraint requirements.lock pyproject.toml

clean:
	rm -rf .venv .venv-wheel .venv-lock dist $(MODULES) $(dir $(EDITOR)) server/frontend/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# Two steps, because pip refuses hashes and an editable install in one call.
.venv/base: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP) install --quiet --require-hashes -r requirements.lock
	$(BIN)/python $(PIP) install --quiet --no-deps --editable .
	touch $@

.venv/test: .venv/base requirements-test.lock
	$(BIN)/python $(PIP) install --quiet --require-hashes -r requirements-test.lock
	touch $@

# Where npm is missing, the tests that need what it installs skip, naming it.
$(MODULES): %/node_modules: %/package-lock.json
	if command -v npm >/dev/null; then \
		npm ci --prefix $* --ignore-scripts --no-audit --no-fund && touch $@; fi

# Where npm is missing, or cannot do it, the query page has a plain text field instead, and says so.
$(EDITOR): server/frontend/package-lock.json $(wildcard server/frontend/*.mjs server/frontend/src/*.js)
	if command -v npm >/dev/null; then \
		npm ci --prefix server/frontend --ignore-scripts --no-audit --no-fund && \
		npm run --prefix server/frontend build || echo "The query editor is not built."; fi

.venv/all: .venv/test requirements-all.lock
	$(BIN)/python $(PIP) install --quiet --require-hashes -r requirements-all.lock
	touch $@

# Where the headers of ICU are missing, the tests that need followthemoney skip, naming them.
.venv/ftm: .venv/all requirements-ftm.lock
	if pkg-config --exists icu-i18n; then \
		$(BIN)/python $(PIP) install --quiet --require-hashes -r requirements-ftm.lock && touch $@; fi

.venv/bench: .venv/base requirements-bench.lock
	$(BIN)/python $(PIP) install --quiet --require-hashes -r requirements-bench.lock
	touch $@

.venv-lock/ready:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python $(PIP) install --quiet uv
	touch $@
