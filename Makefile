# For who changes the course. `python3 course.py test` makes the environment that these need.
PYTHON := .venv-test/bin/python
BABEL := $(PYTHON) -m babel.messages.frontend
CATALOGS := src/helpers/texts/locale
DUTCH := $(CATALOGS)/nl/LC_MESSAGES/draagvlak.po
# The same versions on every Python, so that a lesson shows the same; UPGRADE=--upgrade takes newer.
# Newer argon2-cffi-bindings have nothing ready for Macs with an Intel processor.
COMPILE := echo "argon2-cffi-bindings<26" | uv pip compile --constraint - --generate-hashes --no-header --quiet --universal \
	--python-version 3.11 --fork-strategy fewest $(UPGRADE)

.PHONY: notebooks slides texts data lock bench offline test

notebooks:
	$(PYTHON) src/lessons/build.py

# Slides of the built lessons, one file each, in slides/: for a screen without Jupyter.
slides:
	$(PYTHON) src/lessons/slides.py

# The data dictionary and the empty workbook, from the declared columns and the catalog.
data:
	$(PYTHON) -m helpers.dossier.dictionary

texts:
	$(BABEL) extract --no-location --sort-output --width 100 --output-file $(CATALOGS)/texts.pot src/helpers
	$(BABEL) update --no-fuzzy-matching --ignore-obsolete --width 100 --locale nl \
		--domain draagvlak --input-file $(CATALOGS)/texts.pot --output-dir $(CATALOGS)
	sed -E '/^"(Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By)/d' \
		$(DUTCH) > $(CATALOGS)/texts.pot
	mv $(CATALOGS)/texts.pot $(DUTCH)
	$(BABEL) compile --domain draagvlak --directory $(CATALOGS)

# Needs uv. The lock for tests holds only what the lock of the course does not.
lock:
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --group test --constraint requirements.lock --output-file requirements-test.lock \
		$$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock | sort -u)
	sed -e '/^# /d' -e '/^$$/d' requirements-test.lock > requirements-test.lock.new
	mv requirements-test.lock.new requirements-test.lock
	$(COMPILE) pyproject.toml benchmarks/requirements.in --constraint requirements.lock \
		--output-file benchmarks/requirements.lock \
		$$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock | sort -u)
	sed -e '/^# /d' -e '/^$$/d' benchmarks/requirements.lock > benchmarks/requirements.lock.new
	mv benchmarks/requirements.lock.new benchmarks/requirements.lock
	$(COMPILE) deploy/requirements.in --constraint requirements.lock --output-file deploy/requirements.lock \
		$$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock | sort -u)
	sed -e '/^# /d' -e '/^$$/d' deploy/requirements.lock > deploy/requirements.lock.new
	mv deploy/requirements.lock.new deploy/requirements.lock
	cd deploy && npm install --package-lock-only --omit-lockfile-registry-resolved

# Everything in docs/performance.md; about a quarter of an hour on a quiet machine.
bench: benchmarks/.venv
	$(PYTHON) benchmarks/imports.py
	for one in limits majority power packages growth calibration; do \
		echo "== $$one"; PYTHONPATH=src OPENBLAS_NUM_THREADS=1 $</bin/python benchmarks/$$one.py || exit; \
	done

benchmarks/.venv: requirements.lock benchmarks/requirements.lock
	python3 -m venv --clear $@
	$@/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	$@/bin/python -m pip install --quiet --require-hashes -r benchmarks/requirements.lock

# One zip with the course and all its parts, for laptops without a network: src/start/offline.py.
offline:
	PYTHONPATH=src python3 -m start.offline $(FOR) $(if $(PYTHONS),--pythons $(PYTHONS))

test:
	python3 course.py test
