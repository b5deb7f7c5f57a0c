# tests/browser/local.mk - tests of browser.

browser_tests = \
	tests/browser/account-t.mjs \
	tests/browser/applicant-plain-t.mjs \
	tests/browser/applicant-t.mjs \
	tests/browser/counter-t.mjs \
	tests/browser/day-t.mjs \
	tests/browser/english-t.mjs \
	tests/browser/letters-t.mjs \
	tests/browser/messages-t.mjs \
	tests/browser/operator-t.mjs \
	tests/browser/pages-t.mjs \
	tests/browser/renew-t.mjs \
	tests/browser/report-t.mjs \
	tests/browser/sigap-plain-t.mjs \
	tests/browser/sigap-t.mjs \
	tests/browser/skp-t.mjs \
	tests/browser/sop-editor-t.mjs \
	tests/browser/tour-t.mjs \
	tests/browser/trouble-t.mjs \
	tests/browser/voice-t.mjs \
	tests/browser/words-t.mjs
# These take the longest: begun first, none is alone at the end.
browser_long = \
	tests/browser/applicant-plain-t.mjs \
	tests/browser/counter-t.mjs \
	tests/browser/day-t.mjs \
	tests/browser/pages-t.mjs \
	tests/browser/report-t.mjs
EXTRA_DIST += $(browser_tests) \
	tests/browser/.npmrc \
	tests/browser/applicant.mjs \
	tests/browser/crawl.mjs \
	tests/browser/desk.mjs \
	tests/browser/kit.mjs \
	tests/browser/package-lock.json \
	tests/browser/package.json \
	tests/browser/readme.mjs \
	tests/browser/story.mjs

# They need `npm ci` in tests/browser, so they are a run of their own.
.PHONY: check-browser
check-browser:
	$(MAKE) $(AM_MAKEFLAGS) check \
		TESTS='$(browser_long) $(filter-out $(browser_long),$(browser_tests))' \
		TEST_SUITE_LOG=browser-suite.log

# The pictures of README.md.
.PHONY: screenshots
screenshots: all
	$(AM_TESTS_ENVIRONMENT) $(GUARD) $(NODE) $(srcdir)/tests/browser/readme.mjs
