# htdocs/local.mk - css, js and icon, served under names with a hash; pages for
# when no program answers; the administrator's book in two languages.
assetsdir = $(pkgdatadir)/assets
asset_sources = htdocs/govuk-frontend.min.css htdocs/govuk-frontend.min.js \
	htdocs/govuk-frontend.LICENSE htdocs/app.css htdocs/app.js \
	htdocs/icon.svg htdocs/plain.css htdocs/sibuk.html \
	htdocs/tak-terbaca.html htdocs/terlalu-besar.html \
	htdocs/handbook.html htdocs/panduan.html
EXTRA_DIST += $(asset_sources) htdocs/assets.sh htdocs/vendor.sh
BUILT_SOURCES += lib/page/assets.h

lib/page/assets.h: $(asset_sources) htdocs/assets.sh
	$(AM_V_GEN)$(SHELL) $(srcdir)/htdocs/assets.sh $(srcdir)/htdocs \
		htdocs/assets $@

install-data-local: install-assets
uninstall-local: uninstall-assets
clean-local: clean-assets
.PHONY: install-assets uninstall-assets clean-assets

install-assets: lib/page/assets.h
	$(MKDIR_P) '$(DESTDIR)$(assetsdir)'
	$(INSTALL_DATA) htdocs/assets/* '$(DESTDIR)$(assetsdir)'

uninstall-assets:
	for f in htdocs/assets/*; do \
		rm -f "$(DESTDIR)$(assetsdir)/$${f##*/}"; \
	done

clean-assets:
	rm -rf htdocs/assets lib/page/assets.h

# The pictures of README.md, made by `make screenshots`.
EXTRA_DIST += htdocs/readme/bulan.png htdocs/readme/kotak-masuk.png \
	htdocs/readme/langkah.png htdocs/readme/sop.png
