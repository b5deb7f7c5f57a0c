# lib/sop/local.mk - the SOP files and the C that reads them.

lib_libsopap_a_SOURCES += \
	lib/sop/rolefile.c \
	lib/sop/rolefile.h \
	lib/sop/sop.c \
	lib/sop/sop.h \
	lib/sop/sopcheck.c \
	lib/sop/sopfill.c \
	lib/sop/sopform.c \
	lib/sop/sopraw.h \
	lib/sop/yamltext.c \
	lib/sop/yamltext.h \
	lib/sop/yamltext_read.c

sopdir = $(pkgdatadir)/sop
dist_sop_DATA = \
	lib/sop/data-capaian-kinerja.yaml \
	lib/sop/izin-magang-penelitian.yaml \
	lib/sop/keimigrasian-wna.yaml \
	lib/sop/keterangan-selesai-sertifikat.yaml \
	lib/sop/monev.yaml \
	lib/sop/pagu-anggaran.yaml \
	lib/sop/peran.yaml \
	lib/sop/perjanjian-kinerja.yaml \
	lib/sop/renstra.yaml \
	lib/sop/rkt.yaml \
	lib/sop/sigap-magang-penelitian.yaml \
	lib/sop/skp.yaml

dist_man_MANS += lib/sop/sopap-sop.5
