# tests/htdocs/local.mk - tests of the pages in htdocs.

TESTS += tests/htdocs/handbook-t.sh
EXTRA_DIST += tests/htdocs/handbook-t.sh
