# tests/office/local.mk - tests of lib/office.

check_PROGRAMS += \
	tests/office/admin-t \
	tests/office/key-t \
	tests/office/lease-t \
	tests/office/nameplate-t \
	tests/office/publish-t \
	tests/office/silence-t \
	tests/office/sop_draft-t
