# tests/tool/local.mk - tests of lib/tool.

check_PROGRAMS += \
	tests/tool/balance-t \
	tests/tool/simulate-t
TESTS += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/english-t.sh \
	tests/tool/import-t.sh \
	tests/tool/init-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/upgrade-t.sh \
	tests/tool/verify-t.sh \
	tests/tool/watch-t.sh
EXTRA_DIST += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/english-t.sh \
	tests/tool/import-t.sh \
	tests/tool/init-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/upgrade-t.sh \
	tests/tool/verify-t.sh \
	tests/tool/watch-t.sh
EXTRA_DIST += tests/tool/clock-at.c

# Put before a program, it sets its clock ahead.
check_DATA += tests/tool/clock-at.so
CLEANFILES += tests/tool/clock-at.so
tests/tool/clock-at.so: tests/tool/clock-at.c
	$(AM_V_CC)$(MKDIR_P) tests/tool && $(CC) -shared -fPIC -O1 \
		-o $@ $(srcdir)/tests/tool/clock-at.c -ldl

# sopap of a later release: with schema files of the tests behind the shipped
# ones.  Its own list of them takes the place of the library's.  When a file is
# added to lib/store/schema, those of the tests count on from there.
noinst_PROGRAMS += tests/tool/sopap-next
tests_tool_sopap_next_SOURCES = $(lib_tool_sopap_SOURCES)
nodist_tests_tool_sopap_next_SOURCES = tests/tool/schema_next.c
CLEANFILES += tests/tool/schema_next.c
next_fingerprints = tests/data/schema/fingerprints.tsv
next_schema = tests/data/schema/0027-nickname.sql \
	tests/data/schema/0028-visitors.sql
tests/tool/schema_next.c: $(store_fingerprints) $(next_fingerprints) \
	$(store_schema) $(next_schema) lib/store/schema.awk
	$(AM_V_GEN)$(MKDIR_P) tests/tool && out=$(abs_builddir)/$@ && \
	(cd $(srcdir) && $(AWK) -f lib/store/schema.awk \
	    $(store_fingerprints) $(next_fingerprints) \
	    $(store_schema) $(next_schema)) > $$out.new && mv $$out.new $$out
EXTRA_DIST += $(next_fingerprints) $(next_schema)

# The office that is kept of each release; keep.sh makes it.
noinst_PROGRAMS += tests/tool/kept
tests_tool_kept_LDADD = $(TEST_LIBS)
EXTRA_DIST += \
	tests/data/office-0.2.0 \
	tests/tool/keep.sh
EXTRA_DIST += tests/tool/english.pl tests/tool/inhand.py
