# tests/upload/local.mk - tests of lib/upload.

check_PROGRAMS += \
	tests/upload/active-t \
	tests/upload/child-t \
	tests/upload/loose-t \
	tests/upload/page-image-t \
	tests/upload/pdf-signature-t \
	tests/upload/pdf-text-t \
	tests/upload/photo-t \
	tests/upload/scan-t \
	tests/upload/signature-t \
	tests/upload/upload-t
