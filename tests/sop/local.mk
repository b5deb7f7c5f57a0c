# tests/sop/local.mk - tests of lib/sop.

check_PROGRAMS += \
	tests/sop/rolefile-t \
	tests/sop/sop-t \
	tests/sop/sop-table-t \
	tests/sop/sop_tree-t
