# The steps of the program, in order: `make STEP` runs `generate.py STEP`
STEPS := screening forms round1 joint plenary1 second-opinion plenary2 ranking ranking-list panel award status

CALL ?= dam-forskning-2019
PYTHON3 ?= python3

BIN := .venv/bin
PYTHON := $(BIN)/python
READY := .venv/.ready
DOCUMENTS_READY := .venv/.documents-ready
PAGES_READY := .venv/.pages-ready
PACKAGES_READY := .venv/.packages-ready
BENCH_READY := .venv/.bench-ready
MUTANTS_READY := .venv/.mutants-ready
FUZZ_READY := .venv/.fuzz-ready

MAKEFLAGS += --no-builtin-rules --no-print-directory
# What is compiled once is kept: without it a second goes by before every run and every test.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help $(STEPS) collect verify bundle sign test check check-documents check-pages audit \
	licenses sbom format demo messages lock clean bench bench-growth mutants fuzz fuzz-guided
.SUFFIXES:

# Lines that start with #: are the help text.
help:
	@sed -n 's/^#: \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

#: Bruk: make TRINN [CALL=utlysning] [FORMATS=csv,xlsx,html,pdf]
#: leser input/<utlysning>/ og skriver output/<utlysning>/<trinn>/
#:
#: Trinn
#:   forms    karakterskjemaer til hvert medlem (1.1)
#:   round1   utvelgelse, avslag og skjemaer (1.2–1.4, 2.1)
#:   joint    brukerrepresentantenes dagsorden og skjema (2.1)
#:   plenary1 møteark til plenum 1 (2.2)
#:   second-opinion  tilleggsvurderinger og tilleggslisten (2.3)
#:   plenary2 møteark til plenum 2 (2.4)
#:   ranking  hvem som går til rangering, og skjemaene (2.5, 2.6)
#:   ranking-list    rangeringslisten og e-postene (2.6)
#:   award    tildelingslisten til styret og avslagene (2.7), eller innstillingen (K4)
#:   status   hva som er gjort, hva som mangler og fra hvem
#: Ekspertpanel (CALL=klinbeforsk-2024)
#:   screening   formell vurdering og avslag på formelle krav (K1)
#:   forms, panel, award   skjemaer (K2), panelmøtet (K3) og innstillingen (K4)
#:
$(STEPS): $(READY)
	@$(PYTHON) generate.py $@ --input 'input/$(CALL)' --output 'output/$(CALL)' \
		$(if $(FORMATS),--formats '$(FORMATS)')

#: Skjemaer som kommer tilbake
#:   collect FROM=mappe [CALL=utlysning] [STEP=2.6] [REPLACE=1]
#:            les utfylte PDF-er og regneark inn i utlysningens tabeller
#:
collect: $(READY)
	@test -n '$(FROM)' || { echo 'Skriv hvilken mappe skjemaene ligger i: make collect FROM=innboks' >&2; exit 2; }
	@$(PYTHON) generate.py collect --input 'input/$(CALL)' --from '$(FROM)' \
		$(if $(STEP),--step '$(STEP)') $(if $(REPLACE),--replace)

#: Forseglet
#:   verify   lag hver pakke på nytt og si fra om det som ikke er slik det ble forseglet
#:   bundle   samle inndata og pakker i ett arkiv til kontrollutvalget
#:   sign CERT=nøkkel.p12 [PASSWORD_FILE=fil] [DOCUMENTS='trinn/fil.pdf']
#:            signer rangeringslistene, eller dokumentene som er nevnt
#:
verify bundle: $(READY)
	@$(PYTHON) generate.py $@ --input 'input/$(CALL)' --output 'output/$(CALL)'

sign: $(READY)
	@test -n '$(CERT)' || { echo 'Skriv hvilken fil nøkkelen ligger i: make sign CERT=leder.p12' >&2; exit 2; }
	@$(PYTHON) generate.py sign --input 'input/$(CALL)' --output 'output/$(CALL)' \
		--certificate '$(CERT)' $(if $(PASSWORD_FILE),--password-file '$(PASSWORD_FILE)') $(DOCUMENTS)

#: For den som utvikler
#:   test     kjør testene
#:   check    kontroller stil, typer og lag
#:   check-documents  kontroller at dokumentene er PDF/A-3a og PDF/UA-1
#:   check-pages  kontroller oversiktene i nettleseren Chromium (PICTURES=mappe: ta bilder av dem)
#:   audit    hold de låste pakkene mot råd om sårbarheter (ADVISORIES=mappe eller zip, OSV)
#:   licenses pakkene programmet bruker, og lisensene deres
#:   sbom     pakkene som CycloneDX, til sbom.json
#:   bench    mål demonstrasjonen og de samme dokumentene i andre programmer (ROUNDS=5)
#:   bench-growth  mål hvordan tid og minne vokser med utlysningen (LARGEST=300000)
#:   mutants  endre reglene ett sted om gangen og vis hva ingen test merker (RULES='*cut_line*')
#:   fuzz     kjør programmet på utlysninger som er endret på måfå (RUNS=1000 SEED=1)
#:   fuzz-guided  prøv lesingen av celler, tabeller og skjemaer, styrt av hva som nås (SECONDS=60)
#:   format   rett opp stilen
#:   demo     lag demonstrasjonsutlysningen på nytt
#:   messages samle tekstene som skal oversettes, i locale/
#:   lock     lag låsene over pakker på nytt (UPGRADE=1: med nyeste versjoner)
#:   clean    fjern .venv og mellomlagre (output/ blir stående)
test: $(READY)
	@$(PYTHON) -m pytest --quiet --numprocesses auto

check: $(READY)
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@found=$$($(BIN)/lint-imports --no-logo) || { echo "$$found"; exit 1; }
	@echo 'Stil, typer og lag er i orden.'

check-documents: $(DOCUMENTS_READY)
	@$(PYTHON) -W ignore -m tools.documents

check-pages: $(PAGES_READY)
	@$(PYTHON) -m tools.pages $(if $(PICTURES),'$(PICTURES)')

audit: $(READY)
	@$(PYTHON) -m tools.audit '$(ADVISORIES)'

# A package whose licence nobody knows is a fault.
licenses: $(PACKAGES_READY)
	@$(BIN)/pip-licenses --format=markdown --fail-on UNKNOWN \
		--packages $(shell sed -n 's/^\([A-Za-z0-9._-]*\)==.*/\1/p' requirements.lock)

sbom: $(PACKAGES_READY)
	@$(PYTHON) -W ignore -m cyclonedx_py requirements requirements.lock \
		--pyproject pyproject.toml --output-reproducible --output-format JSON --output-file sbom.json
	@echo 'Pakkene står i sbom.json.'

bench: $(BENCH_READY)
	@$(PYTHON) -m tools.bench $(if $(ROUNDS),--rounds '$(ROUNDS)')

bench-growth: $(BENCH_READY)
	@$(PYTHON) -m tools.bench.growth $(if $(LARGEST),--largest '$(LARGEST)')

mutants: $(MUTANTS_READY)
	@$(PYTHON) -m mutmut run --max-children 1 $(if $(RULES),'$(RULES)')

fuzz: $(READY)
	@$(PYTHON) -W ignore -m tools.fuzz $(if $(RUNS),--runs '$(RUNS)') $(if $(SEED),--seed '$(SEED)')

fuzz-guided: $(FUZZ_READY)
	@for target in cell csv call sheet pdf; do \
		$(PYTHON) -W ignore -m tools.fuzz.guided $$target \
			-max_total_time='$(or $(SECONDS),60)' -verbosity=0 || exit 1; done

format: $(READY)
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

demo: $(READY)
	@$(PYTHON) -m tools.demonstration

messages: $(READY)
	@$(PYTHON) -m tools.messages

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)
lock: $(READY)
	@$(LOCK) --all-extras --group dev --output-file requirements.lock pyproject.toml
	@$(LOCK) --group documents --constraint requirements.lock \
		--output-file requirements-documents.lock
	@$(LOCK) --group pages --constraint requirements.lock \
		--output-file requirements-pages.lock
	@$(LOCK) --group packages --constraint requirements.lock \
		--output-file requirements-packages.lock
	@$(LOCK) --group bench --constraint requirements.lock \
		--output-file requirements-bench.lock
	@$(LOCK) --group mutants --constraint requirements.lock \
		--output-file requirements-mutants.lock
	@$(LOCK) --group fuzz --constraint requirements.lock \
		--output-file requirements-fuzz.lock

clean:
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache mutants
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Made once, and again when the lock changes. `--clear` drops what the lock no longer names.
# Wheels only: building from source would fetch build tools that no hash vouches for.
$(READY): requirements.lock
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Programmet trenger Python 3.11 eller nyere, og $(PYTHON3) mangler eller er eldre.' >&2; \
		echo 'Har maskinen en nyere, så pek på den, for eksempel slik: make PYTHON3=python3.12' >&2; exit 1; }
	@$(PYTHON3) tools/check_system.py
	@echo 'Lager .venv fra requirements.lock; det tar et minutt eller to og gjøres bare når låsen er ny …'
	@$(PYTHON3) -m venv --clear .venv
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-input \
		--require-hashes --only-binary :all: --requirement requirements.lock \
		|| { echo 'Pakkene lot seg ikke hente. Er maskinen på nett? Prøv igjen med samme kommando.' >&2; \
		exit 1; }
	@touch $@

# The tools that check documents and pages, list packages and are measured beside, on top of the rest.
$(DOCUMENTS_READY) $(PAGES_READY) $(PACKAGES_READY) $(BENCH_READY) $(MUTANTS_READY) $(FUZZ_READY): .venv/.%-ready: requirements-%.lock $(READY)
	@echo 'Henter det kontrollen trenger; det tar et halvt minutt og gjøres bare når låsen er ny …'
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-input \
		--require-hashes --only-binary :all: --requirement $< \
		|| { echo 'Pakkene lot seg ikke hente. Er maskinen på nett? Prøv igjen med samme kommando.' >&2; \
		exit 1; }
	@touch $@
