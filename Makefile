# Building, trying and testing Rolewright. `make` alone lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PYTHON ?= python3

# What the binary is made of: when one of these is newer than dist/rolewright, it is built again.
SOURCES := Package.swift $(shell find Sources Plugins Rubrics Templates -type f 2>/dev/null)

# A release has a build folder of its own: it links libyaml in another way than the rest.
STATIC := .build-static

# Code that occurs twice is kept once, and no symbol is exported: that saves half a megabyte. The program stands at
# a fixed address, as that of Go or Debian's Python does: nothing has to be relocated when it starts, which saves a
# millisecond and more than a megabyte. The tables for unwinding the stack go, with their index: C++ exceptions would
# need them, and Swift's errors are plain returns. That saves 2.5 MB (docs/decisions/0020); a strip that cannot remove
# them is asked for less.
#
# Where the system has its C and C++ libraries as archives, as Debian has with libc6-dev and Fedora with
# glibc-static and libstdc++-static, these are linked in too: to find and bind the shared ones took 1.2 ms of CPU
# at each start, an eighth of what planning a posting takes (docs/decisions/0028). The linker's warnings of that are
# about what the program does not do, such as looking up users; what the build says is shown when it fails.
LINK := -Xlinker --icf=safe -Xlinker --no-export-dynamic -Xlinker -no-pie -Xlinker --no-eh-frame-hdr

# FoundationEssentials is four megabytes and a third of what the runtime looks through when it starts. Only
# ArgumentParser asks for it, for one page of JSON; what it takes stands in Sources/StandIn, which is compiled under
# that name and found first (docs/decisions/0031-no-foundation.md).
#
# The standard library's regular expressions, a megabyte, are imported by every file unless it is told not to
# (docs/decisions/0040-texts-byte-for-byte.md).
#
# The code is made small before it is made fast: 1.4 MB less for three hundredths more of CPU, and room for seventy
# exercises (docs/decisions/0042-small-code.md).
STANDIN := $(STATIC)/standin
SMALL := -Xswiftc -Osize
NO_EXPRESSIONS := -Xswiftc -Xfrontend -Xswiftc -disable-implicit-string-processing-module-import
STANDIN_FLAGS := -Xswiftc -I$(CURDIR)/$(STANDIN) -Xlinker -L$(CURDIR)/$(STANDIN)

.PHONY: help setup demo test lint bench release install clean
.DEFAULT_GOAL := help

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r target text; do \
	  printf '  make %-8s %s\n' "$$target" "$$text"; done

setup: ## Check for Swift 6.2 and libyaml; install libyaml where it is missing
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: Swift is not there; install Swift 6.2 or later from https://www.swift.org/install" >&2; \
	  exit 1; }
	@$(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | { \
	  read -r major minor || major=0; \
	  if [ "$$major" -lt 6 ] || { [ "$$major" -eq 6 ] && [ "$$minor" -lt 2 ]; }; then \
	    echo "make: Swift 6.2 or later is needed, and this is Swift $$major.$$minor" >&2; \
	    exit 1; \
	  fi; }
	@if ! pkg-config --exists yaml-0.1 2>/dev/null; then \
	  if [ "$$(id -u)" -eq 0 ]; then sudo=; \
	  elif command -v sudo >/dev/null; then sudo=sudo; \
	  else sudo=none; fi; \
	  if command -v brew >/dev/null; then \
	    echo "Installing libyaml and pkg-config with brew"; \
	    brew install --quiet libyaml pkg-config; \
	  elif command -v apt-get >/dev/null && [ "$$sudo" != none ]; then \
	    echo "Installing libyaml-dev and pkg-config with $${sudo:+sudo }apt-get"; \
	    $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
	      libyaml-dev pkg-config >/dev/null; \
	  fi; \
	  pkg-config --exists yaml-0.1 2>/dev/null || { \
	    echo "make: libyaml could not be installed; install libyaml (with headers) and pkg-config by hand" >&2; \
	    exit 1; }; \
	fi

demo: setup ## Plan the example posting into Out/demo
	@echo "Building rolewright (release)"
	@$(SWIFT) build --quiet -c release --product rolewright
	@rm -rf Out/demo
	@echo "Planning Examples/postings/harbourline-sre.md"
	@.build/release/rolewright plan Examples/postings/harbourline-sre.md -o Out/demo || [ $$? -eq 1 ]
	@echo "Open Out/demo/index.html in a browser"

test: setup ## Run all tests
	@echo "Building and running the tests"
	@$(SWIFT) test --quiet

lint: setup ## Check the form of the sources, the rubrics and the examples
	@echo "Checking the form of the sources"
	@$(SWIFT) format lint --strict -r Sources Tests Plugins Package.swift
	@echo "Building rolewright (debug)"
	@$(SWIFT) build --quiet --product rolewright
	@echo "Checking the rubrics"
	@.build/debug/rolewright lint --rubrics Rubrics
	@echo "Checking the examples"
	@.build/debug/rolewright lint --rubrics Examples/rubrics
	@.build/debug/rolewright lint Examples/postings/*

bench: dist/rolewright ## Measure the release binary against its budgets
	@$(PYTHON) Benchmarks/bench.py dist/rolewright

release: dist/rolewright ## Build dist/rolewright, which needs neither Swift nor libyaml to run

# SwiftPM takes the folder of a library from pkg-config, and the linker takes a shared library before a
# static one. So pkg-config is shown a folder that holds nothing but libyaml.a.
dist/rolewright: $(SOURCES) | setup
	@echo "Building rolewright (release, static)"
	@mkdir -p $(STATIC)/yaml $(STANDIN) dist
	@cp "$$(pkg-config --variable=libdir yaml-0.1)/libyaml.a" $(STATIC)/yaml/
	@printf 'Name: yaml\nDescription: libyaml, static\nVersion: %s\nCflags: %s\nLibs: -L%s -lyaml\n' \
	  "$$(pkg-config --modversion yaml-0.1)" "$$(pkg-config --cflags yaml-0.1)" "$(CURDIR)/$(STATIC)/yaml" \
	  >$(STATIC)/yaml/yaml-0.1.pc
	@if [ "$$(uname)" = Darwin ]; then flags=; else \
	  $(SWIFT)c -Osize -wmo -parse-as-library -swift-version 6 -static -emit-library -emit-module \
	    -module-name FoundationEssentials -module-link-name StandIn \
	    -emit-module-path $(STANDIN)/FoundationEssentials.swiftmodule -o $(STANDIN)/libStandIn.a \
	    Sources/StandIn/*.swift || exit 1; \
	  flags='--static-swift-stdlib $(LINK) $(STANDIN_FLAGS) $(NO_EXPRESSIONS) $(SMALL)'; \
	  echo 'print(1)' >$(STATIC)/probe.swift; \
	  if $(SWIFT)c -static-executable -o $(STATIC)/probe $(STATIC)/probe.swift 2>/dev/null; then \
	    flags="$$flags -Xswiftc -static-executable"; fi; \
	fi; \
	$(SWIFT) build --quiet -c release --product rolewright --scratch-path $(STATIC) \
	  --pkg-config-path "$(CURDIR)/$(STATIC)/yaml" $$flags >$(STATIC)/build.log 2>&1 || { \
	  cat $(STATIC)/build.log >&2; exit 1; }
	@cp $(STATIC)/release/rolewright dist/rolewright.new
	@if [ "$$(uname)" = Darwin ] || ! { strip -R .eh_frame dist/rolewright.new && \
	  dist/rolewright.new --version; } >/dev/null 2>&1; then \
	  cp $(STATIC)/release/rolewright dist/rolewright.new && strip dist/rolewright.new; fi
	@if [ "$$(uname)" = Darwin ]; then libraries="otool -L"; else libraries=ldd; fi; \
	if $$libraries dist/rolewright.new 2>/dev/null | tail -n +2 | grep -v '/usr/lib/swift/' | grep -iE 'swift|yaml'; then \
	  echo "make: the binary still needs the libraries above" >&2; exit 1; fi
	@mv dist/rolewright.new dist/rolewright
	@echo "dist/rolewright, $$(($$(wc -c <dist/rolewright) / 1000000)) MB"

install: dist/rolewright ## Install the binary and its shell completions below PREFIX (/usr/local)
	@echo "Installing below $(DESTDIR)$(PREFIX)"
	@install -d "$(DESTDIR)$(PREFIX)/bin" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	@install -m 755 dist/rolewright "$(DESTDIR)$(PREFIX)/bin/rolewright"
	@dist/rolewright --generate-completion-script bash \
	  >"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rolewright"
	@dist/rolewright --generate-completion-script zsh \
	  >"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_rolewright"
	@dist/rolewright --generate-completion-script fish \
	  >"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/rolewright.fish"

clean: ## Remove everything that was built
	@rm -rf .build $(STATIC) dist Out
	@echo "Removed .build, $(STATIC), dist and Out"
