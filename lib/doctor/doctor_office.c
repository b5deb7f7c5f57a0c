/* doctor_office.c - configuration, key, database, channels and calendar. */
#include <sys/stat.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/built.h"
#include "base/conf.h"
#include "clock/calendar.h"
#include "doctor/doctor_inner.h"
#include "doctor/first_day.h"
#include "message/adapter.h"
#include "message/channel.h"
#include "office/last_run.h"
#include "office/office.h"
#include "office/stored_file.h"
#include "office/subject.h"
#include "office/throttle.h"
#include "store/installation.h"
#include "store/migrate.h"
#include "store/mark.h"

#define DAY		86400
#define FALL		10	/* in October the next year's days are known */
#define REPAIR_KEY	"Kembalikan kunci dari cadangan dengan " \
	"\"sopap restore\"; \"sopap doctor\" tidak membuat kunci baru."

/* -- configuration -------------------------------------------------------- */

/* A key whose value names something on this machine. */
static void
there(struct doctor *d, const char *key, const char *path, int mode)
{
	if (path[0] != '\0' && access(path, mode) == -1)
		doctor_say(d, DOCTOR_FAULT, "Pasang yang disebut itu, atau "
		    "perbaiki kunci ini di sopap.conf.", "%s: %s: %s", key,
		    path, strerror(errno));
}

/* Each folder of a list. */
static void
all_there(struct doctor *d, const char *key, const char *list)
{
	char path[4096];
	size_t n;

	for (; *list != '\0'; list += n + (list[n] == ':')) {
		n = strcspn(list, ":");
		snprintf(path, sizeof(path), "%.*s", (int)n, list);
		there(d, key, path, X_OK);
	}
}

static void
password_file(struct doctor *d)
{
	struct stat st;

	there(d, "mail_password", d->conf->mail_password, R_OK);
	if (stat(d->conf->mail_password, &st) == 0 && (st.st_mode & S_IRWXO))
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"chmod 640\" pada "
		    "file itu.", "mail_password: %s: dapat dibaca semua "
		    "pengguna mesin ini", d->conf->mail_password);
}

/* Values that are possible, but leave something open. */
static void
risks(struct doctor *d)
{
	const struct conf *c = d->conf;

	if (conf_value_is_local(c->site))
		return;
	if (strcmp(c->secure, "no") == 0)
		doctor_say(d, DOCTOR_WARNING, "Pakai https dan hapus "
		    "\"secure = no\".", "secure: kata sandi dan kuki lewat "
		    "tanpa enkripsi");
	if (strcmp(c->mailbox_page, "yes") == 0)
		doctor_say(d, DOCTOR_FAULT, "Hapus \"mailbox_page = yes\".",
		    "mailbox_page: pesan kepada pemohon dapat dibaca siapa "
		    "saja");
	if (c->mail_server[0] != '\0' && strcmp(c->mail_tls, "no") == 0 &&
	    !conf_value_is_local(c->mail_server))
		doctor_say(d, DOCTOR_WARNING, "Hapus \"mail_tls = no\" bila "
		    "server surel mengenal TLS.", "mail_tls: surel lewat "
		    "jaringan tanpa enkripsi");
}

/* The owner of the file decides where the data go. */
static void
conf_owner(struct doctor *d)
{
	struct stat conf, data;

	if (stat(d->path, &conf) == 0 && conf.st_uid != 0 &&
	    stat(d->data, &data) == 0 && conf.st_uid != data.st_uid)
		doctor_say(d, DOCTOR_FAULT, "Jadikan file itu milik root: "
		    "\"chown root\".", "%s: milik pengguna lain daripada "
		    "folder data", d->path);
}

void
doctor_configuration(struct doctor *d)
{
	int before = doctor_count(d);

	if (d->conf == NULL) {
		doctor_say(d, DOCTOR_FAULT, "Perbaiki baris yang disebut; "
		    "sopap.conf(5) menjelaskan setiap kunci.", "%s",
		    d->trouble);
		return;
	}
	conf_owner(d);
	all_there(d, "templates", d->conf->templates);
	there(d, "letters", d->conf->letters, X_OK);
	if (built_letter)
		there(d, "letter", d->conf->letter, X_OK);
	there(d, "whatsapp", d->conf->whatsapp, R_OK);
	there(d, "mail_ca", d->conf->mail_ca, R_OK);
	if (d->conf->mail_password[0] != '\0')
		password_file(d);
	risks(d);
	if (doctor_count(d) == before)
		doctor_ok(d, "%s: terbaca", d->path);
}

/* -- key ------------------------------------------------------------------ */

void
doctor_key(struct doctor *d)
{
	char path[4096];
	struct stat key, data;
	int before = doctor_count(d);

	snprintf(path, sizeof(path), "%s/key", d->data);
	if (stat(path, &key) == -1 || stat(d->data, &data) == -1) {
		doctor_say(d, DOCTOR_FAULT, REPAIR_KEY, "%s: %s", path,
		    strerror(errno));
		return;
	}
	if (key.st_size < CASE_KEY_SIZE)
		doctor_say(d, DOCTOR_FAULT, REPAIR_KEY, "%s: %lld bita, "
		    "seharusnya %d", path, (long long)key.st_size,
		    CASE_KEY_SIZE);
	if (key.st_mode & (S_IRWXG | S_IRWXO))
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"chmod 600\" pada "
		    "kunci itu.", "%s: dapat dibaca pengguna lain", path);
	if (key.st_uid != data.st_uid)
		doctor_say(d, DOCTOR_FAULT, "Jadikan kunci itu milik pemilik "
		    "folder data dengan \"chown\".", "%s: milik pengguna "
		    "lain daripada folder data", path);
	if (d->office != NULL && office_key_fault(d->office)[0] != '\0')
		doctor_say(d, DOCTOR_FAULT, REPAIR_KEY, "%s",
		    office_key_fault(d->office));
	if (doctor_count(d) == before)
		doctor_ok(d, d->office != NULL ? "%s: cocok dengan database" :
		    "%s: lengkap", path);
}

/* -- database ------------------------------------------------------------- */

void
doctor_database(struct doctor *d)
{
	char made[INSTALLATION_FINGERPRINT] = "", is[INSTALLATION_FINGERPRINT];
	char release[64] = "";
	enum db_schema_state state;
	struct db *db;

	if (d->office == NULL) {
		doctor_say(d, DOCTOR_FAULT, "Perbaiki yang disebut itu, lalu "
		    "jalankan \"sopap doctor\" lagi.", "%s", d->closed);
		return;
	}
	db = office_db(d->office);
	installation_get(db, "release", release, sizeof(release));
	state = db_schema_state(db, db_schema, db_schema_count);
	if (state == DB_SCHEMA_OLDER)
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"sopap upgrade\".",
		    "skema rilis %s lebih lama daripada program ini", release);
	else if (state != DB_SCHEMA_CURRENT)
		doctor_say(d, DOCTOR_FAULT, "Pakai program yang membuatnya, "
		    "dan baca CHANGELOG.md.", "skema bukan dari rilis sopap");
	else if (installation_get(db, "schema", made, sizeof(made)) != 1 ||
	    installation_fingerprint(db, is) != 0 || strcmp(made, is) != 0)
		doctor_say(d, DOCTOR_FAULT, "Pulihkan dari cadangan; "
		    "bila memang diubah dengan sengaja, tanyakan kepada "
		    "pengubahnya.", "skema bukan lagi yang dibuat rilis %s",
		    release);
	else
		doctor_ok(d, "skema rilis %s", release);
}

/* -- the history's end, documents known to be damaged ---------------------- */

void
doctor_history(struct doctor *d)
{
	struct stored_damage *list;
	int before = doctor_count(d);
	int64_t length;
	size_t n = 0;

	if (d->office == NULL)
		return;
	if (mark_check(office_db(d->office), &length) == MARK_LOST)
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"sopap verify\", lalu "
		    "pulihkan dari cadangan yang lebih baru.", "akhir riwayat "
		    "hilang: file mark mengenal %lld kejadian",
		    (long long)length);
	if (stored_file_damage_list(d->office, &list, &n) == CASE_OK)
		free(list);
	if (n > 0)
		doctor_say(d, DOCTOR_FAULT, "Salin dari cadangan; halaman "
		    "Admin, Dokumen yang ditahan, menyebut tempatnya.",
		    "%zu dokumen hilang atau berubah", n);
	if (doctor_count(d) == before)
		doctor_ok(d, "tidak ada yang diketahui hilang");
}

/* -- channels ------------------------------------------------------------- */

static void
judge_channel(struct doctor *d, const struct channel_row *c)
{
	if (c->denied_at != 0)
		doctor_say(d, DOCTOR_FAULT, "Perbaiki kunci atau kata "
		    "sandinya, lalu jalankan \"sopap-messenger --check\".",
		    "%s: berhenti, kunci ditolak (%s)", channel_slug(c->route),
		    c->reason);
	else if (c->checked_at != 0 && !c->well)
		doctor_say(d, DOCTOR_WARNING, "Jalankan "
		    "\"sopap-messenger --check\", yang menyebut sebabnya.",
		    "%s: tidak siap pada pemeriksaan terakhir",
		    channel_slug(c->route));
	if (c->queued > 0 && d->now - c->oldest_at > DAY)
		doctor_say(d, DOCTOR_WARNING, "Periksa apakah "
		    "sopap-messenger berjalan setiap menit.", "%s: %lld pesan "
		    "mengantre, yang terlama lebih dari sehari",
		    channel_slug(c->route), (long long)c->queued);
}

/* Reports of a provider that nobody proves to be his; of an adapter that cannot
 * be read the messenger tells. */
static void
judge_callback(struct doctor *d)
{
	char why[512];
	struct adapter *a = d->conf->whatsapp[0] != '\0' ? adapter_read(
	    d->conf->whatsapp, PKGDATADIR "/adapter", why, sizeof(why)) :
	    NULL;

	if (a == NULL)
		return;
	if (strcmp(adapter_text(a, "callback.check"), "none") == 0)
		doctor_say(d, DOCTOR_WARNING, "Atur callback.check di file "
		    "itu: hmac atau token (sopap-adapter(5)).", "whatsapp: "
		    "siapa pun dapat melaporkan bahwa pesan sampai atau "
		    "gagal");
	adapter_free(a);
}

/* A build that sends nothing is well as long as no channel is set. */
static void
judge_left_out(struct doctor *d)
{
	if (d->conf->mail_server[0] != '\0' || d->conf->whatsapp[0] != '\0')
		doctor_say(d, DOCTOR_FAULT, "Kosongkan mail_server dan "
		    "whatsapp di sopap.conf, atau pasang sopap yang dibangun "
		    "dengan curl.", "pengirim WhatsApp dan surel tidak "
		    "dipasang, tetapi saluran diatur: pesannya mengantre");
	else
		doctor_ok(d, "pengirim WhatsApp dan surel tidak dipasang: "
		    "pesan ditulis ke folder mailbox");
}

void
doctor_channels(struct doctor *d)
{
	struct channel_row list[CHANNEL__MAX - 1];
	int before = doctor_count(d);

	if (d->office == NULL || d->conf == NULL)
		return;
	if (!built_messenger) {
		judge_left_out(d);
		return;
	}
	if (channel_list(d->office, d->now, list) != CASE_OK) {
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"sopap verify\".",
		    "%s", office_why(d->office));
		return;
	}
	for (size_t i = 0; i < CHANNEL__MAX - 1; i++)
		judge_channel(d, &list[i]);
	judge_callback(d);
	if (first_day_no_channel(d->conf))
		doctor_say(d, DOCTOR_WARNING, "Atur mail_server atau whatsapp "
		    "di sopap.conf.", "belum ada saluran: pesan hanya ditulis "
		    "ke folder mailbox");
	if (doctor_count(d) == before)
		doctor_ok(d, "tidak ada yang berhenti atau tertahan");
}

/* -- work that nobody asks for -------------------------------------------- */

/* Each runs by a timer; beyond these seconds since it last ended well it is a
 * warning, or a fault. */
static const struct {
	const char	*program, *remedy;
	int64_t		 warn, fault;
} runs[LAST_RUN__MAX] = {
	[LAST_RUN_TICK] = { "sopap tick", "Nyalakan timernya: \"systemctl "
	    "enable --now sopap-tick.timer\".", 15 * 60, 15 * 60 },
	[LAST_RUN_MESSENGER] = { "sopap-messenger", "Nyalakan timernya: "
	    "\"systemctl enable --now sopap-messenger.timer\".", 15 * 60,
	    15 * 60 },
	[LAST_RUN_BACKUP] = { "sopap backup", "Nyalakan timernya: "
	    "\"systemctl enable --now sopap-backup.timer\".", 2 * DAY,
	    8 * DAY },
};

static void
judge_run(struct doctor *d, enum last_run_job job, const struct last_run *r)
{
	int64_t age = d->now - r->well_at;

	if (r->fault[0] != '\0')
		doctor_say(d, DOCTOR_FAULT, "Perbaiki sebabnya; setiap "
		    "kegagalan ada di log.", "%s: gagal: %s",
		    runs[job].program, r->fault);
	else if (r->well_at == 0)
		doctor_say(d, DOCTOR_WARNING, runs[job].remedy,
		    "%s: belum pernah berjalan", runs[job].program);
	else if (age > runs[job].warn)
		doctor_say(d, age > runs[job].fault ? DOCTOR_FAULT :
		    DOCTOR_WARNING, runs[job].remedy, "%s: terakhir berjalan "
		    "%lld menit yang lalu", runs[job].program,
		    (long long)(age / 60));
}

void
doctor_runs(struct doctor *d)
{
	struct last_run list[LAST_RUN__MAX];
	int before = doctor_count(d);

	if (d->office == NULL ||
	    last_run_list(d->office, list) != CASE_OK)
		return;
	for (int job = 0; job < LAST_RUN__MAX; job++)
		judge_run(d, (enum last_run_job)job, &list[job]);
	if (doctor_count(d) == before)
		doctor_ok(d, "tick, messenger dan backup berjalan");
}

/* -- requests of persons ------------------------------------------------- */

void
doctor_subjects(struct doctor *d)
{
	int64_t late;

	if (d->office == NULL)
		return;
	late = subject_open(d->office, d->now);
	if (late > 0)
		doctor_say(d, DOCTOR_FAULT, "Putuskan dan jawab lewat Admin, "
		    "Permintaan data pribadi.", "%lld permintaan lewat batas "
		    "3 x 24 jam", (long long)late);
	else
		doctor_ok(d, "tidak ada yang lewat batas 3 x 24 jam");
}

/* -- calendar ------------------------------------------------------------- */

void
doctor_holidays(struct doctor *d)
{
	const struct calendar *cal = d->office != NULL ?
	    office_calendar(d->office) : NULL;
	struct cal_local today;
	int last;

	if (d->office == NULL)
		return;
	if (cal == NULL) {
		doctor_say(d, DOCTOR_FAULT, "Jalankan \"sopap init\".",
		    "kantor ini belum punya kalender");
		return;
	}
	calendar_local(cal, d->now, &today);
	last = today.year + (today.month >= FALL);
	for (int year = today.year; year <= last; year++)
		if (!calendar_year_known(cal, year)) {
			doctor_say(d, DOCTOR_FAULT, "Isi lewat Admin, "
			    "Kalender, atau dengan \"sopap calendar "
			    "import\".", "hari libur tahun %d belum diisi",
			    year);
			return;
		}
	doctor_ok(d, "terisi sampai tahun %d", last);
}

/* -- visitors behind a proxy ----------------------------------------------- */

/* Nobody visits from such an address but this machine itself. */
static int
is_this_machine(const char *address)
{
	return strncmp(address, "127.", strlen("127.")) == 0 ||
	    strcmp(address, "::1") == 0;
}

/* The request at hand shows it: a proxy names another address than the one it
 * came from.  Without a request the brakes tell, as long as they remember: a
 * slip that was counted for this machine itself was a visitor's. */
void
doctor_visitors(struct doctor *d)
{
	static const char remedy[] = "Ambil alamat dari tajuk X-Forwarded-For: "
	    "set_real_ip_from di nginx, mod_remoteip di Apache.";

	if (d->conf == NULL || conf_value_is_local(d->conf->site))
		return;
	if (d->visitor != NULL && d->forwarded != NULL &&
	    d->forwarded[0] != '\0' &&
	    strstr(d->forwarded, d->visitor) == NULL)
		doctor_say(d, DOCTOR_WARNING, remedy, "di balik proksi semua "
		    "pengunjung beralamat %s: rem percobaan mengenai semua "
		    "orang sekaligus", d->visitor);
	else if ((d->visitor != NULL && is_this_machine(d->visitor)) ||
	    (d->office != NULL && throttle_this_machine(d->office, d->now)))
		doctor_say(d, DOCTOR_WARNING, remedy, "pengunjung beralamat "
		    "mesin ini sendiri: ada proksi yang tidak meneruskan "
		    "alamat mereka");
	else
		doctor_ok(d, d->visitor != NULL ? "terlihat oleh permintaan "
		    "ini" : "tidak ada tanda yang salah; halaman Keadaan "
		    "sistem memeriksanya dengan permintaan Anda");
}
