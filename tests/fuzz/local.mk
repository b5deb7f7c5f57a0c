# tests/fuzz/local.mk - the parsers of what strangers send.  Every check replays
# the inputs that were kept; make fuzz FUZZ_SECONDS=60 looks for new ones with
# clang's libFuzzer, so long for each, in a build folder of its own.

fuzz_sources = \
	lib/upload/photo/jpeg.c \
	lib/upload/photo/png.c \
	tests/fuzz/cookie.c \
	tests/fuzz/form.c \
	tests/fuzz/fuzz.h \
	tests/fuzz/multipart.c \
	tests/fuzz/parsers.c
check_PROGRAMS += tests/fuzz/replay-t
tests_fuzz_replay_t_SOURCES = tests/fuzz/replay-t.c $(fuzz_sources)
tests_fuzz_replay_t_LDADD = $(TEST_LIBS) $(JPEG_LIBS) $(PNG_LIBS)
EXTRA_PROGRAMS += tests/fuzz/engine
tests_fuzz_engine_SOURCES = tests/fuzz/engine.c $(fuzz_sources)
tests_fuzz_engine_LDADD = $(tests_fuzz_replay_t_LDADD)
tests_fuzz_engine_LDFLAGS = -fsanitize=fuzzer,address,undefined
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/words.dict

FUZZ_CC = clang
FUZZ_SECONDS = 10
FUZZ_FLAGS = -O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined -fno-sanitize=vptr
.PHONY: fuzz
fuzz:
	@$(MKDIR_P) fuzz
	@src=`cd $(srcdir) && pwd` && cd fuzz && \
	{ [ -f Makefile ] || $$src/configure -q CC=$(FUZZ_CC) \
	    CXX=$(FUZZ_CC)++ CFLAGS='$(FUZZ_FLAGS)' \
	    CXXFLAGS='$(FUZZ_FLAGS)'; } && \
	$(MAKE) $(AM_MAKEFLAGS) $(BUILT_SOURCES) tests/fuzz/engine \
	    >make.log && \
	for t in `ls $$src/tests/fuzz/corpus`; do \
		echo "fuzzing $$t for $(FUZZ_SECONDS) s" && mkdir -p new/$$t && \
		SRCDIR=$$src FUZZ_TARGET=$$t tests/fuzz/engine \
		    -dict=$$src/tests/fuzz/words.dict \
		    -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
		    -timeout=10 -artifact_prefix=$$t- new/$$t \
		    $$src/tests/fuzz/corpus/$$t || exit 1; \
	done
clean-local: clean-fuzz
.PHONY: clean-fuzz
clean-fuzz:
	-rm -rf fuzz
