/* doctor_machine.c - the folder of the office, its disk, clock, programs. */
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "doctor/doctor_inner.h"
#include "office/office.h"
#include "office/row.h"
#include "people/password_weak.h"
#include "store/db_clock.h"
#include "store/files.h"
#include "upload/sandbox.h"

#define MIB		1048576
#define ROOM		((uint64_t)200 * MIB)	/* a day's uploads */
#define LATE		120	/* seconds that clocks of hosts may differ */
#define CHOWN		"Jalankan sebagai root: \"chown -R\" dengan pemilik " \
	"folder data."

enum stmt {
	STMT_NEWEST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_NEWEST] =
		"SELECT max(recorded_at) FROM events",
};

/* -- the folder ------------------------------------------------------------ */

/* An entry of the folder: its owner is the folder's, and it is closed to
 * strangers, if the folder itself is not. */
static void
judge_entry(struct doctor *d, const char *name, const struct stat *folder)
{
	char path[4096];
	struct stat st;

	snprintf(path, sizeof(path), "%.3000s/%.255s", d->data, name);
	if (lstat(path, &st) == -1)
		return;
	if (st.st_uid != folder->st_uid)
		doctor_say(d, DOCTOR_FAULT, CHOWN, "%s: milik pengguna lain "
		    "daripada folder data", path);
	if ((folder->st_mode & S_IXOTH) != 0 && !S_ISLNK(st.st_mode) &&
	    (st.st_mode & S_IRWXO) != 0)
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"chmod o-rwx\" pada "
		    "file itu.", "%s: terbuka bagi semua pengguna mesin "
		    "ini", path);
}

void
doctor_folder(struct doctor *d)
{
	int before = doctor_count(d);
	struct dirent *entry;
	struct stat st;
	DIR *dir = opendir(d->data);

	if (dir == NULL || fstat(dirfd(dir), &st) == -1) {
		doctor_say(d, DOCTOR_FAULT, "Jalankan sebagai pengguna kantor "
		    "ini, atau perbaiki kunci data di sopap.conf.", "%s: %s",
		    d->data, strerror(errno));
		if (dir != NULL)
			closedir(dir);
		return;
	}
	if (st.st_mode & S_IRWXO)
		doctor_say(d, st.st_mode & S_IWOTH ? DOCTOR_FAULT :
		    DOCTOR_WARNING, "Jalankan \"chmod 750\" pada folder itu.",
		    "%s: terbuka bagi semua pengguna mesin ini", d->data);
	while ((entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			judge_entry(d, entry->d_name, &st);
	closedir(dir);
	if (doctor_count(d) == before)
		doctor_ok(d, "%s: pemilik dan izinnya benar", d->data);
}

/* The place of those to come: earlier ones are read wherever they are. */
void
doctor_documents(struct doctor *d)
{
	const struct files *files;

	if (d->office == NULL)
		return;
	files = office_files(d->office);
	if (files->waiting != NULL)
		doctor_ok(d, "di database");
	else
		doctor_ok(d, "di folder %s", files->dir);
}

/* nftw(3) has no argument of ours. */
static struct stat files_folder;
static long long files_wrong, files_seen;

static int
see_file(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)path;
	(void)at;
	files_seen += type == FTW_F;
	files_wrong += type == FTW_DNR || type == FTW_NS ||
	    st->st_uid != files_folder.st_uid ||
	    ((files_folder.st_mode & S_IXOTH) && (st->st_mode & S_IRWXO));
	return 0;
}

void
doctor_files(struct doctor *d)
{
	char path[4096];

	snprintf(path, sizeof(path), "%.4000s/files", d->data);
	if (stat(d->data, &files_folder) == -1 || access(path, F_OK) == -1)
		return;
	files_wrong = files_seen = 0;
	if (nftw(path, see_file, 8, FTW_PHYS) == -1)
		doctor_say(d, DOCTOR_FAULT, CHOWN, "%s: %s", path,
		    strerror(errno));
	else if (files_wrong > 0)
		doctor_say(d, DOCTOR_FAULT, CHOWN, "%s: %lld file atau "
		    "folder milik pengguna lain, atau terbuka bagi semua",
		    path, files_wrong);
	else
		doctor_ok(d, "%lld file", files_seen);
}

/* -- disk ----------------------------------------------------------------- */

int
doctor_is_far(unsigned long magic)
{
	static const unsigned long far[] = { NFS_SUPER_MAGIC, SMB_SUPER_MAGIC,
		CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, FUSE_SUPER_MAGIC,
		V9FS_MAGIC, CEPH_SUPER_MAGIC, AFS_SUPER_MAGIC,
		AFS_FS_MAGIC, CODA_SUPER_MAGIC, OCFS2_SUPER_MAGIC,
		0x01161970 /* gfs2 */, 0x0bd00bd0 /* lustre */ };

	for (size_t i = 0; i < sizeof(far) / sizeof(far[0]); i++)
		if ((magic & 0xffffffff) == far[i])
			return 1;
	return 0;
}

enum doctor_state
doctor_disk_state(uint64_t size, uint64_t left)
{
	if (left < ROOM || left < size / 100)
		return DOCTOR_FAULT;
	return left < size / 10 ? DOCTOR_WARNING : DOCTOR_OK;
}

static void
judge_room(struct doctor *d, const struct statvfs *fs)
{
	uint64_t left = (uint64_t)fs->f_bavail * fs->f_frsize;
	uint64_t size = (uint64_t)fs->f_blocks * fs->f_frsize;
	enum doctor_state state = doctor_disk_state(size, left);

	if (state != DOCTOR_OK)
		doctor_say(d, state, "Kosongkan atau perbesar disk ini; bila "
		    "penuh, tidak ada yang dapat disimpan.",
		    "%s: sisa %llu MB dari %llu MB", d->data,
		    (unsigned long long)(left / MIB),
		    (unsigned long long)(size / MIB));
	if (fs->f_files > 0 && fs->f_favail < fs->f_files / 100)
		doctor_say(d, DOCTOR_FAULT, "Hapus file kecil yang tidak "
		    "terpakai di disk ini.", "%s: sisa %llu inode", d->data,
		    (unsigned long long)fs->f_favail);
	if (state == DOCTOR_OK)
		doctor_ok(d, "%s: sisa %llu MB dari %llu MB", d->data,
		    (unsigned long long)(left / MIB),
		    (unsigned long long)(size / MIB));
}

void
doctor_disk(struct doctor *d)
{
	struct statvfs vfs;
	struct statfs fs;

	if (statvfs(d->data, &vfs) == -1 || statfs(d->data, &fs) == -1)
		return;
	if (doctor_is_far((unsigned long)fs.f_type))
		doctor_say(d, DOCTOR_WARNING, "Pindahkan folder data ke disk "
		    "mesin ini sendiri.", "%s: terletak di disk jaringan, yang "
		    "kuncinya tidak dapat dipercaya SQLite", d->data);
	judge_room(d, &vfs);
}

/* -- clock ---------------------------------------------------------------- */

void
doctor_clock(struct doctor *d)
{
	char apart[256];
	int64_t newest;

	if (d->office == NULL)
		return;
	if (db_clock_check(office_db(d->office), apart, sizeof(apart)) != 0) {
		doctor_say(d, DOCTOR_FAULT, "Selaraskan keduanya dengan "
		    "server waktu: \"timedatectl set-ntp true\".", "%s",
		    apart);
		return;
	}
	newest = row_int(db_query(office_db(d->office), sql[STMT_NEWEST],
	    ""));
	if (newest > d->now + LATE)
		doctor_say(d, DOCTOR_FAULT, "Betulkan jam mesin dan "
		    "selaraskan dengan server waktu.", "jam mesin tertinggal: "
		    "riwayat sudah %lld menit lebih maju",
		    (long long)((newest - d->now) / 60));
	else
		doctor_ok(d, "tidak mendahului riwayat");
}

/* -- programs and fonts --------------------------------------------------- */

void
doctor_programs(struct doctor *d)
{
	int before = doctor_count(d);

	if (access(QPDF, X_OK) == -1)
		doctor_say(d, DOCTOR_FAULT, "Pasang paket qpdf; dokumen yang "
		    "tertahan lalu diperiksa dengan sendirinya.", "%s tidak "
		    "ada: dokumen PDF yang masuk tertahan", QPDF);
	if (access(PDFSIG, X_OK) == -1)
		doctor_say(d, DOCTOR_WARNING, "Pasang paket poppler-utils.",
		    "%s tidak ada: tanda tangan elektronik tidak terbaca",
		    PDFSIG);
	if (access(PDFTOTEXT, X_OK) == -1)
		doctor_say(d, DOCTOR_WARNING, "Pasang paket poppler-utils.",
		    "%s tidak ada: nomor dan kode surat tidak dicari dalam "
		    "surat yang ditandatangani", PDFTOTEXT);
	if (access(PDFTOPPM, X_OK) == -1)
		doctor_say(d, DOCTOR_WARNING, "Pasang paket poppler-utils.",
		    "%s tidak ada: halaman dokumen tidak tampak di samping "
		    "formulir", PDFTOPPM);
	if (!password_weak_ready())
		doctor_say(d, DOCTOR_WARNING, "Pasang paket cracklib-runtime; "
		    "bila sudah terpasang, jalankan \"update-cracklib\".",
		    "kamus kata sandi tidak ada: kata sandi yang mudah "
		    "ditebak diterima");
	if (sandbox_landlock() == 0)
		doctor_say(d, DOCTOR_WARNING, "Pakai kernel 5.13 atau yang "
		    "lebih baru, dengan landlock pada daftar \"lsm\".",
		    "kernel ini tanpa Landlock: program yang memeriksa dokumen "
		    "dapat membaca file kantor");
	if (doctor_count(d) == before)
		doctor_ok(d, "qpdf, pdfsig, pdftotext, dan pdftoppm "
		    "terpasang");
}

void
doctor_chart_fonts(struct doctor *d)
{
	char path[4096];

	if (d->conf == NULL)
		return;
	snprintf(path, sizeof(path), "%.4000s/Inter-Regular.otf",
	    d->conf->fonts);
	if (access(path, R_OK) == -1)
		doctor_say(d, DOCTOR_WARNING, "Pasang paket fonts-inter, atau "
		    "perbaiki kunci fonts di sopap.conf.", "%s tidak ada: "
		    "diagram memakai huruf lain", path);
	else
		doctor_ok(d, "Inter ada di %s", d->conf->fonts);
}
