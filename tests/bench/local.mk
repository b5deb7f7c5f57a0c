# tests/bench/local.mk - how fast: figures, no part of the tests.

EXTRA_PROGRAMS += tests/bench/clock
tests_bench_clock_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
CLEANFILES += tests/bench/clock$(EXEEXT)
noinst_PROGRAMS += tests/bench/report
EXTRA_DIST += tests/bench/report.sh tests/bench/uploads.mjs

# The large histories are kept in the build folder.
clean-local: clean-bench
.PHONY: bench-clock bench-report bench-scale bench-uploads clean-bench
clean-bench:
	-rm -rf bench
bench-report: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) sh $(srcdir)/tests/bench/report.sh 100000
bench-scale: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) sh $(srcdir)/tests/bench/report.sh 1000000
bench-uploads: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) $(NODE) $(srcdir)/tests/bench/uploads.mjs
bench-clock: tests/bench/clock$(EXEEXT)
	@SRCDIR='$(abs_top_srcdir)' tests/bench/clock$(EXEEXT)
