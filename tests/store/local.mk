# tests/store/local.mk - tests of lib/store.

check_PROGRAMS += \
	tests/store/contract-t \
	tests/store/db-t \
	tests/store/files-t \
	tests/store/id-t \
	tests/store/mark-t \
	tests/store/migrate-t \
	tests/store/overlap-t \
	tests/store/scan-t \
	tests/store/tx-t
if POSTGRESQL
check_PROGRAMS += tests/store/pgsql-t
# It talks to the server beside the engine, too.
tests_store_pgsql_t_LDADD = $(TEST_LIBS) $(PQ_LIBS)
endif
tests_libtest_a_SOURCES += \
	tests/store/folder.h \
	tests/store/meddle.h \
	tests/store/place.h
EXTRA_DIST += tests/on-engine.sh
TESTS += tests/store/frozen-t.sh
long_tests += tests/store/postgresql-t.sh
TESTS += tests/store/tls-t.sh
EXTRA_DIST += tests/store/frozen-t.sh tests/store/postgresql-t.sh \
	tests/store/tls-t.sh tests/store/tls.sh
