# tests/bench/local.mk - how fast: figures, no part of the tests.

EXTRA_PROGRAMS += tests/bench/clock
tests_bench_clock_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
CLEANFILES += tests/bench/clock$(EXEEXT)
noinst_PROGRAMS += tests/bench/report
EXTRA_DIST += tests/bench/NOTES.md tests/bench/bench.mjs \
	tests/bench/engines.sh tests/bench/goals.tsv \
	tests/bench/instructions.mjs tests/bench/pages.mjs tests/bench/report.sh \
	tests/bench/soak.mjs tests/bench/trips.mjs tests/bench/uploads.mjs

# The floors that pages and acts are measured by: the last ones are programs
# whose calls of page/page.h go through tests/bench/replay.c.
EXTRA_PROGRAMS += tests/bench/floor $(page_floors)
page_floors = \
	tests/bench/page-case \
	tests/bench/page-home \
	tests/bench/page-inbox \
	tests/bench/page-report \
	tests/bench/page-review \
	tests/bench/page-sop \
	tests/bench/page-track
tests_bench_page_case_SOURCES = $(cgi_bin_case_case_SOURCES) \
	tests/bench/replay.c
tests_bench_page_home_SOURCES = cgi-bin/home.c tests/bench/replay.c
tests_bench_page_inbox_SOURCES = $(cgi_bin_inbox_inbox_SOURCES) \
	tests/bench/replay.c
tests_bench_page_report_SOURCES = $(cgi_bin_report_report_SOURCES) \
	tests/bench/replay.c
tests_bench_page_report_LDADD = $(cgi_bin_report_report_LDADD)
tests_bench_page_review_SOURCES = cgi-bin/review.c tests/bench/replay.c
tests_bench_page_sop_SOURCES = cgi-bin/sop.c tests/bench/replay.c
tests_bench_page_track_SOURCES = cgi-bin/track.c tests/bench/replay.c
replay_flags = $(AM_LDFLAGS) -Wl,--wrap=page_new,--wrap=page_set \
	-Wl,--wrap=page_set_typed,--wrap=page_set_int,--wrap=page_setf \
	-Wl,--wrap=page_global,--wrap=page_add,--wrap=page_pair \
	-Wl,--wrap=page_link,--wrap=page_show,--wrap=page_text \
	-Wl,--wrap=page_option,--wrap=page_hidden,--wrap=page_include \
	-Wl,--wrap=page_expand,--wrap=web_serve
tests_bench_page_case_LDFLAGS = $(replay_flags)
tests_bench_page_home_LDFLAGS = $(replay_flags)
tests_bench_page_inbox_LDFLAGS = $(replay_flags)
tests_bench_page_report_LDFLAGS = $(replay_flags)
tests_bench_page_review_LDFLAGS = $(replay_flags)
tests_bench_page_sop_LDFLAGS = $(replay_flags)
tests_bench_page_track_LDFLAGS = $(replay_flags)
CLEANFILES += tests/bench/floor$(EXEEXT) $(page_floors)

# The large histories are kept in the build folder.
clean-local: clean-bench
.PHONY: bench bench-clock bench-instructions bench-pgsql bench-report bench-scale bench-soak \
	bench-uploads \
	clean-bench
clean-bench:
	-rm -rf bench
bench: all tests/bench/floor$(EXEEXT) $(page_floors) tests/web/statements.so
	@command -v wrk >/dev/null || { echo "make bench needs wrk (Debian: wrk)" \
	    >&2; exit 1; }
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) $(NODE) $(srcdir)/tests/bench/pages.mjs
bench-pgsql: all tests/cluster/load$(EXEEXT) tests/web/statements.so \
		tests/web/make-office$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) sh $(srcdir)/tests/bench/engines.sh
bench-instructions: all $(page_floors)
	@command -v valgrind >/dev/null || { echo "it needs valgrind" >&2; \
	    exit 1; }
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) \
	    $(NODE) $(srcdir)/tests/bench/instructions.mjs
bench-report: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) sh $(srcdir)/tests/bench/report.sh 100000
bench-scale: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) sh $(srcdir)/tests/bench/report.sh 1000000
bench-soak: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) $(NODE) $(srcdir)/tests/bench/soak.mjs
bench-uploads: all
	@$(AM_TESTS_ENVIRONMENT) $(GUARD) $(NODE) $(srcdir)/tests/bench/uploads.mjs
bench-clock: tests/bench/clock$(EXEEXT)
	@SRCDIR='$(abs_top_srcdir)' tests/bench/clock$(EXEEXT)
