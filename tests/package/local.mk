# tests/package/local.mk - what is installed, and the Debian package.

package_tests = \
	tests/package/control-t.sh \
	tests/package/install-t.sh \
	tests/package/scripts-t.sh \
	tests/package/sites-t.sh \
	tests/package/units-t.sh
TESTS += $(package_tests)
EXTRA_DIST += $(package_tests) tests/package/hand.sh \
	tests/package/machine.sh tests/package/package.sh

# The package itself, built twice and tried in a bare Debian; takes root, the
# network and some minutes.
.PHONY: check-package
check-package:
	BARE='$(BARE)' SRCDIR='$(abs_top_srcdir)' $(SHELL) $(srcdir)/tests/package/package.sh
