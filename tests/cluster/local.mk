# tests/cluster/local.mk - servers that are killed, and others that take over.

noinst_PROGRAMS += tests/cluster/load
tests_cluster_load_LDADD = $(TEST_LIBS)
TESTS += tests/cluster/failover-t.sh
EXTRA_DIST += tests/cluster/failover-t.sh tests/ordinary.sh

# As often as it takes to meet every moment.
.PHONY: check-cluster
check-cluster:
	ROUNDS=20 $(MAKE) $(AM_MAKEFLAGS) check LOG_COMPILER='$(GUARD)' \
		TESTS=tests/cluster/failover-t.sh \
		TEST_SUITE_LOG=cluster-suite.log
