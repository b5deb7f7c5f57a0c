/*
 * compose-group-t.c - letters for a group of whom some are refused: who is
 * named in them, and who has one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/built.h"
#include "case/document.h"
#include "letter/letter.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define IZIN	"izin-magang-penelitian"
#define FOUR	"peserta=Siti R.; 01; Hukum\nBudi S.; 02; Hukum\n" \
		"Ayu \xc3\x89lan; 03; Hukum\nWayan K.; 04; Hukum"
#define ON	"&tanggal_surat-hari=5&tanggal_surat-bulan=1" \
		"&tanggal_surat-tahun=2026"

static struct office *office;

static int64_t
last_case(void)
{
	return fixture_int(office, "SELECT id + 0 * $1 FROM cases"
	    " ORDER BY opened_at DESC, id DESC LIMIT 1", 0);
}

/* A request for four, of whom the officer refuses the second; it stands at
 * the row that is signed. */
static int64_t
group(struct visitor *v)
{
	struct seat s;
	int64_t id;

	applicant_send(v, applicant_write(office, v, "/ajukan/" IZIN, FOUR,
	    "surat.pdf"));
	is_int(303, v->status, "a request for four");
	id = last_case();
	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=teruskan&alasan_peserta=Kuota"
	    "+penuh.&peserta_ditolak=Budi+S.%3B+02%3B+Hukum");
	is_int(303, s.v.status, "...one is refused");
	seat_leave(&s);
	return id;
}

/* The text of the letter's PDF; "" where nothing reads PDF. */
static char *
paper(const struct letter_row *l)
{
	static char text[1 << 16];
	struct document d = { .id = 0 };
	char command[4300];
	size_t n;
	FILE *f;
	int fd;

	if (document_get(office, l->document_id, &d) != CASE_OK)
		bail("no document");
	files_look(office_files(office), d.sha256, &fd);
	snprintf(command, sizeof(command), "pdftotext -layout /proc/%d/fd/%d "
	    "-", getpid(), fd);
	if ((f = popen(command, "r")) == NULL)
		bail("cannot start a program");
	n = fread(text, 1, sizeof(text) - 1, f);
	text[n] = '\0';
	if (pclose(f) != 0)
		bail("pdftotext");
	close(fd);
	return text;
}

/* Letters prepared of a kind, in the order of the persons. */
static size_t
prepared(int64_t case_id, const char *kind, struct letter_row *row,
    size_t room)
{
	struct letter_row *list = NULL;
	size_t n = 0, found = 0;

	if (letter_list(office, case_id, &list, &n) != CASE_OK)
		bail("no list");
	for (size_t i = 0; i < n && found < room; i++)
		if (strcmp(list[i].kind, kind) == 0 &&
		    strcmp(list[i].state, "reserved") == 0)
			row[found++] = list[i];
	free(list);
	return found;
}

static int
says(const char *text, const char *words)
{
	return strstr(text, words) != NULL;
}

/* The way from the step to its letter. */
static void
turn(struct seat *s)
{
	s->program = "letter";
	snprintf(s->uri, sizeof(s->uri), "/surat/%lld",
	    (long long)s->task.id);
}

static void
reply_names_both(struct seat *s)
{
	struct letter_row l[4];
	char *text;

	seat_look(s);
	ok(cgi_has(&s->v, "Diterima, 3 orang") &&
	    cgi_has(&s->v, "Siti R., Ayu Élan, Wayan K."),
	    "the page knows who is accepted");
	ok(cgi_has(&s->v, "Ditolak, 1 orang") &&
	    cgi_has(&s->v, ">Budi S.</dd>"), "...and who is not");
	ok(cgi_has(&s->v, ">Kuota penuh.</textarea>"), "...and why");
	seat_send(s, "aksi=siapkan&naskah=balasan&unit=&alasan=" ON);
	is_int(422, s->v.status, "nobody is refused without a reason");
	seat_send(s, "aksi=siapkan&naskah=balasan&unit="
	    "&alasan=Kuota+penuh." ON);
	is_int(303, s->v.status, "a letter that accepts");
	is_int(1, (int64_t)prepared(s->case_id, "balasan", l, 4), "...one");
	text = paper(&l[0]);
	ok(says(text, "menerima 3 (tiga)"), "...counts who is accepted");
	ok(says(text, "Adapun 1 (satu) orang peserta berikut belum dapat"),
	    "...and who is not");
	ok(strstr(text, "Siti R.") < strstr(text, "Adapun") &&
	    strstr(text, "Wayan K.") < strstr(text, "Adapun") &&
	    strstr(text, "Budi S.") > strstr(text, "Adapun"),
	    "...each in the right list");
	ok(says(text, "Pertimbangan : Kuota penuh."), "...with the reason");
}

static void
refusal_is_of_all(struct seat *s)
{
	struct letter_row l[4];
	char *text;

	seat_look(s);
	seat_send(s, "aksi=siapkan&naskah=balasan-tolak&unit="
	    "&alasan=Tidak+ada+pembimbing." ON);
	is_int(303, s->v.status, "a letter that refuses the request");
	is_int(1, (int64_t)prepared(s->case_id, "balasan", l, 4),
	    "...takes its place");
	text = paper(&l[0]);
	ok(says(text, "untuk 4 (empat) orang"), "...is about all of them");
	ok(says(text, "Budi S.") && says(text, "Wayan K."), "...by name");
	ok(says(text, "Tidak ada pembimbing."), "...and why");
}

/* A certificate is of whoever was accepted, and of nobody else. */
static void
one_for_each_accepted(struct seat *s)
{
	static const char *const names[] = { "Siti R.", "Ayu Élan",
		"Wayan K." };
	struct letter_row l[8];
	char *text;

	seat_look(s);
	seat_send(s, "aksi=siapkan&naskah=sertifikat&unit=&alasan=" ON);
	is_int(303, s->v.status, "certificates");
	is_int(3, (int64_t)prepared(s->case_id, "sertifikat", l, 8),
	    "...three");
	for (int i = 0; i < 3; i++)
		is_string(names[i], l[i].holder, "...%d", i + 1);
	is_int(2, l[1].person, "...the third of the list has the second");
	text = paper(&l[0]);
	ok(says(text, "Wayan K.") && !says(text, "Budi"),
	    "...nobody else in the paper");
	ok(says(text, l[2].number), "...with their numbers");
	seat_look(s);
	seat_send(s, "aksi=siapkan&naskah=keterangan&unit=&alasan=" ON);
	is_int(3, (int64_t)prepared(s->case_id, "keterangan", l, 8),
	    "statements likewise");
}

/* A request that was refused as a whole has no certificate, nor is it
 * accepted. */
static void
refused_has_none(struct seat *s)
{
	char sql[96];

	snprintf(sql, sizeof(sql), "UPDATE cases SET refused = 1"
	    " WHERE id = %lld", (long long)s->case_id);
	fixture_run(office, sql);
	seat_look(s);
	ok(cgi_has(&s->v, "value=\"balasan-tolak\" checked"),
	    "of a refused request, the page knows the usual");
	seat_send(s, "aksi=siapkan&naskah=sertifikat&unit=&alasan=" ON);
	is_int(422, s->v.status, "...no certificates");
	ok(cgi_has(&s->v, ">Permohonan ini ditolak. Pilih surat balasan yang"
	    " menolak</a>"), "...which is told");
	seat_send(s, "aksi=siapkan&naskah=balasan&unit=&alasan=x" ON);
	is_int(422, s->v.status, "...no acceptance");
}

int
main(void)
{
	struct visitor v = { .now = FIXTURE_START };
	struct seat s;
	int64_t id;

	if (!built_letter)
		skip_all("built --without-letter");
	office = cgi_office();
	id = group(&v);
	seat_take(&s, office, "approve", "/setujui", id, 1);
	turn(&s);
	reply_names_both(&s);
	refusal_is_of_all(&s);
	one_for_each_accepted(&s);
	refused_has_none(&s);
	seat_leave(&s);
	cgi_leave(&v);
	office_close(office);
	return tap_done();
}
