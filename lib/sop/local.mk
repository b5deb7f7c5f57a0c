# lib/sop/local.mk - the SOP files and the C that reads them.

lib_libsopap_a_SOURCES += \
	lib/sop/bound.c \
	lib/sop/bound.h \
	lib/sop/field_type.c \
	lib/sop/field_type.h \
	lib/sop/lanes.c \
	lib/sop/lanes.h \
	lib/sop/rolefile.c \
	lib/sop/rolefile.h \
	lib/sop/sop.c \
	lib/sop/sop.h \
	lib/sop/sop_match.c \
	lib/sop/sop_match.h \
	lib/sop/sop_sketch.c \
	lib/sop/sop_sketch.h \
	lib/sop/sop_tree.c \
	lib/sop/sop_tree.h \
	lib/sop/sopcheck.c \
	lib/sop/sopcheck.h \
	lib/sop/step_kind.c \
	lib/sop/step_kind.h \
	lib/sop/yamltext.c \
	lib/sop/yamltext.h \
	lib/sop/yamltree.c \
	lib/sop/yamltree.h

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
