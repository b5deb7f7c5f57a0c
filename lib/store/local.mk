# lib/store/local.mk - the database, the files by hash, what is only appended.

lib_libsopap_a_SOURCES += \
	lib/store/db.h \
	lib/store/db_clock.c \
	lib/store/db_clock.h \
	lib/store/engine.c \
	lib/store/engine.h \
	lib/store/event.c \
	lib/store/event.h \
	lib/store/files.c \
	lib/store/files.h \
	lib/store/files_database.c \
	lib/store/files_database.h \
	lib/store/files_folder.c \
	lib/store/files_folder.h \
	lib/store/files_place.c \
	lib/store/files_place.h \
	lib/store/id.c \
	lib/store/id.h \
	lib/store/installation.c \
	lib/store/installation.h \
	lib/store/mark.c \
	lib/store/mark.h \
	lib/store/migrate.c \
	lib/store/migrate.h \
	lib/store/schema_table.c \
	lib/store/schema_table.h \
	lib/store/sqlite.c \
	lib/store/sqlite.h \
	lib/store/sqlite_backup.c \
	lib/store/sqlite_statement.c \
	lib/store/sqlite_statement.h \
	lib/store/sqlite_tx.c \
	lib/store/sqlite_tx.h \
	lib/store/statement.c \
	lib/store/statement.h \
	lib/store/transaction.c \
	lib/store/transaction.h
nodist_lib_libsopap_a_SOURCES += lib/store/schema.c
if POSTGRESQL
lib_libsopap_a_SOURCES += \
	lib/store/pgsql.c \
	lib/store/pgsql.h \
	lib/store/pgsql_library.c \
	lib/store/pgsql_library.h \
	lib/store/pgsql_statement.c \
	lib/store/pgsql_statement.h \
	lib/store/pgsql_tx.c \
	lib/store/pgsql_tx.h
else
lib_libsopap_a_SOURCES += lib/store/pgsql_none.c
endif

# A file that was released is never edited: a change is one more file, with a
# line in fingerprints.tsv (tests/store/frozen-t.sh).
store_schema = lib/store/schema/0001-office.sql \
	lib/store/schema/0002-party.sql \
	lib/store/schema/0003-hand.sql \
	lib/store/schema/0004-letters.sql \
	lib/store/schema/0005-institution-names.sql \
	lib/store/schema/0006-applicant.sql \
	lib/store/schema/0007-month-waits.sql \
	lib/store/schema/0008-each.sql \
	lib/store/schema/0009-file-touches.sql \
	lib/store/schema/0010-audit.sql \
	lib/store/schema/0011-account.sql \
	lib/store/schema/0012-active-files.sql \
	lib/store/schema/0013-rights.sql \
	lib/store/schema/0014-readers.sql \
	lib/store/schema/0015-file-parts.sql \
	lib/store/schema/0016-personal.sql \
	lib/store/schema/0017-consent.sql \
	lib/store/schema/0018-day.sql \
	lib/store/schema/0019-lookups.sql \
	lib/store/schema/0020-trail.sql \
	lib/store/schema/0021-took-part.sql \
	lib/store/schema/0022-sop-paper.sql \
	lib/store/schema/0023-absence.sql \
	lib/store/schema/0024-sop-drafts.sql \
	lib/store/schema/0025-nameplate.sql \
	lib/store/schema/0026-message-texts.sql
store_fingerprints = lib/store/schema/fingerprints.tsv

lib/store/schema.c: $(store_schema) $(store_fingerprints) lib/store/schema.awk
	$(AM_V_GEN)$(MKDIR_P) lib/store && out=$(abs_builddir)/$@ && \
	(cd $(srcdir) && $(AWK) -f lib/store/schema.awk \
	    $(store_fingerprints) $(store_schema)) \
	    > $$out.new && mv $$out.new $$out

CLEANFILES += lib/store/schema.c
EXTRA_DIST += lib/store/schema.awk $(store_fingerprints) $(store_schema)
