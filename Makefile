# Two commands matter: `make run` shows the app, `make test` proves it. Each installs what is missing.
# Everything is made in build/; the sources stay as they are.

jobs := $(shell nproc)
packages := web/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help run test web cli bench soak pictures fresh clean install install-page install-tool install-soak native tidy

help:
	@echo 'make run       build the app and serve it on this machine; prints the address'
	@echo 'make test      run every test'
	@echo 'make web       build build/web/: index.html to serve, jishan.html to open by double click'
	@echo 'make cli       build the command-line tool build/native-release/jishan'
	@echo 'make tidy      hold the sources to ARCHITECTURE.md (a second; part of make test)'
	@echo 'make bench     measure the program against a floor or a peer; prints a table'
	@echo 'make soak      the long tests: many seeds, every deliberate fault'
	@echo 'make pictures  draw every screen into build/pictures/'
	@echo 'make fresh     prove run and test in an empty Debian 12 (root, long)'
	@echo 'make clean     throw away what was built'

# -- what must be there first ------------------------------------------------------------------

install-page:
	@cmake/install_packages.sh page
install-tool:
	@cmake/install_packages.sh tool
install:
	@cmake/install_packages.sh test
install-soak:
	@cmake/install_packages.sh soak

$(packages): web/package.json web/package-lock.json web/.npmrc
	cd web && npm ci --ignore-scripts
	@touch $@

# -- build -------------------------------------------------------------------------------------

web: install-page $(packages)
	cmake --preset web
	cmake --build --preset web --parallel $(jobs)

cli: install-tool $(packages)
	cmake --preset native-release
	cmake --build --preset native-release --parallel $(jobs) --target jishan

native: install $(packages)
	cmake --preset native
	cmake --build --preset native --parallel $(jobs)

# -- use ---------------------------------------------------------------------------------------

run: web
	node web/serve.mjs build/web

test: install $(packages)
	@python3 tests/run.py

bench: install web
	cmake --build --preset web --parallel $(jobs) --target bench_page
	cmake --preset native-release
	cmake --build --preset native-release --parallel $(jobs) --target merge_bench jishan
	@node tests/bench/run.mjs

soak: install-soak $(packages)
	@python3 tests/soak.py

pictures: web install
	@node tests/e2e/pictures.mjs

fresh:
	@cmake/install_packages.sh fresh
	@tests/fresh/run.sh

tidy:
	@python3 tests/tidy/tidy.py

clean:
	rm -rf build
