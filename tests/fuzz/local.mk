# tests/fuzz/local.mk - what reads cookies, forms and uploads, with clang's
# libFuzzer: make fuzz FUZZ_SECONDS=60

fuzz_targets = tests/fuzz/cookie tests/fuzz/form tests/fuzz/multipart
fuzz_sources = $(fuzz_targets:=.c) tests/fuzz/words.dict
FUZZ_CC = clang
FUZZ_SECONDS = 10
EXTRA_DIST += $(fuzz_sources)
CLEANFILES += $(fuzz_targets)
.PHONY: fuzz
fuzz:
	@$(MKDIR_P) tests/fuzz
	@for t in $(fuzz_targets); do \
		echo "fuzzing $$t for $(FUZZ_SECONDS) s" && \
		$(FUZZ_CC) -std=c11 -g -O1 $(DEFS) -I$(srcdir)/lib \
		    -fsanitize=fuzzer,address,undefined \
		    -fno-sanitize-recover=undefined -o $$t $(srcdir)/$$t.c \
		    $(srcdir)/lib/base/arena.c $(srcdir)/lib/base/log.c \
		    $(srcdir)/lib/base/urlcode.c \
		    $(srcdir)/lib/base/utf8.c \
		    $(srcdir)/lib/web/cookie.c $(srcdir)/lib/web/form.c \
		    $(srcdir)/lib/web/multipart.c && \
		$$t -dict=$(srcdir)/tests/fuzz/words.dict \
		    -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
		    -artifact_prefix=$$t- || exit 1; \
	done
