# tests/style/local.mk - how the tree is built and reads: rooms, names, words.

style_tests = \
	tests/style/addresses-t.sh \
	tests/style/asvs-t.sh \
	tests/style/growth-t.sh \
	tests/style/names-t.sh \
	tests/style/papers-t.sh \
	tests/style/rooms-t.sh \
	tests/style/sql-t.sh \
	tests/style/words-t.sh
EXTRA_DIST += $(style_tests) \
	tests/asvs.tsv \
	tests/style/growth.pl \
	tests/style/names.awk \
	tests/style/rooms.awk \
	tests/style/sql.pl
EXTRA_DIST += lib/README.md lib/rooms.tsv
TESTS += $(style_tests)
.PHONY: check-style
check-style:
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(style_tests)' \
		TEST_SUITE_LOG=style-suite.log
