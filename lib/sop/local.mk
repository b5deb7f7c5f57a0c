# lib/sop/local.mk - what is built and installed from here.

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
