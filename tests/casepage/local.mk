# tests/casepage/local.mk - tests of lib/casepage.

check_PROGRAMS += \
	tests/casepage/compose-group-t \
	tests/casepage/compose-t \
	tests/casepage/decision-t \
	tests/casepage/explanation-t \
	tests/casepage/signed-look-t \
	tests/casepage/signing-t \
	tests/casepage/sla-t \
	tests/casepage/start-draft-t \
	tests/casepage/step-acts-t \
	tests/casepage/step-draft-t \
	tests/casepage/step-forms-t \
	tests/casepage/step-hand-t \
	tests/casepage/step-submit-t \
	tests/casepage/timeline-t
