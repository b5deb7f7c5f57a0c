#!/bin/sh
# vendor.sh PACKAGE - take css and js from an unpacked govuk-frontend package.
#
# Run by a maintainer when the release changes; what it writes is kept in the
# tree.  The font and the crest are not ours to use: every font-face goes (and
# the notice of the font with it), its family becomes ours, the crest nothing.
set -eu

from=$1/dist/govuk
to=$(dirname "$0")

sed -e '/^\/\*# sourceMappingURL=/d' \
	-e 's,^/\*! Copyright (c) 2011 by Margaret Calvert[^*]*\*/,,' \
	-e 's,@font-face{[^}]*},,g' \
	-e 's,"\{0\,1\}GDS Transport"\{0\,1\}\,arial\,sans-serif,var(--app-font),g' \
	-e 's,url(/assets/images/govuk-crest\.svg),none,g' \
	"$from/govuk-frontend.min.css" >"$to/govuk-frontend.min.css"
sed -e 's,//# sourceMappingURL=.*$,,' \
	"$from/govuk-frontend.min.js" >"$to/govuk-frontend.min.js"
