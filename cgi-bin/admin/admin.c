/* admin.c - the index of an administrator's pages, and the way to each. */
#include "cgi-bin/admin/admin.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "calendar/holiday.h"
#include "casepage/letterfile.h"
#include "clock/calendar.h"
#include "doctor/first_day.h"
#include "letter/letter_version.h"
#include "month/target.h"
#include "office/party.h"
#include "office/soplist.h"
#include "office/stored_file.h"
#include "page/assets.h"
#include "page/page.h"
#include "people/holder.h"
#include "people/institution.h"
#include "people/person.h"
#include "people/role.h"
#include "upload/quarantine.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

static const char *
people_words(const struct request *req)
{
	struct person_count n;

	if (person_count(req->office, &n) != CASE_OK)
		return "";
	return arena_printf(req->arena, "%lld orang, %lld nonaktif",
	    (long long)n.all, (long long)n.inactive);
}

static const char *
roles_count(const struct request *req)
{
	struct role_row *roles;
	struct holder_row *holder;
	size_t n, nholder, empty = 0, k;

	if (role_list(req->office, req->now, &roles, &n) != CASE_OK)
		return "";
	arena_adopt(req->arena, roles);
	if (holder_list(req->office, &(struct holder_row){ 0 }, req->now,
	    &holder, &nholder) != CASE_OK)
		return "";
	for (size_t i = 0; i < n; i++) {
		for (k = 0; k < nholder &&
		    holder[k].role_id != roles[i].id; k++)
			;
		empty += k == nholder && !roles[i].system;
	}
	free(holder);
	return arena_printf(req->arena, "%zu peran, %zu tanpa pemegang", n,
	    empty);
}

static const char *
institutions_words(const struct request *req)
{
	struct institution_count n;

	if (institution_count(req->office, &n) != CASE_OK)
		return "";
	return arena_printf(req->arena, "%lld lembaga, %lld menunggu "
	    "persetujuan", (long long)n.all, (long long)n.waiting);
}

static const char *
parties_words(const struct request *req)
{
	struct party_row *list;
	size_t n, offered = 0;

	if (party_list(req->office, &list, &n) != CASE_OK)
		return "";
	for (size_t i = 0; i < n; i++)
		offered += list[i].active != 0;
	free(list);
	return arena_printf(req->arena, "%zu pihak ditawarkan", offered);
}

/* The target of all roles in force, if there is one. */
static const char *
target_words(const struct request *req)
{
	struct target *list;
	const char *text = "Belum ada";
	size_t n;

	if (target_list(req->office, &list, &n) != CASE_OK)
		return "";
	for (size_t i = n; i > 0; i--)
		if (list[i - 1].role_id == 0 &&
		    list[i - 1].valid_from <= req->now)
			text = arena_printf(req->arena, "%lld%%, %s",
			    (long long)list[i - 1].percent,
			    list[i - 1].decree);
	free(list);
	return text;
}

/* Which year has no holidays yet, of this and the next. */
static const char *
calendar_words(const struct request *req)
{
	const struct calendar *cal = office_calendar(req->office);
	const char *text = "Hari libur dan jam kerja";
	struct cal_local now;

	if (cal == NULL)
		return "Belum ada";
	calendar_local(cal, req->now, &now);
	for (int year = now.year + 1; year >= now.year; year--)
		if (!calendar_year_known(cal, year))
			text = arena_printf(req->arena, "Hari libur %d belum "
			    "diisi", year);
	return text;
}

static const char *
sops_words(const struct request *req)
{
	struct sop_item *list;
	size_t n;

	if (soplist_names(req->office, req->now, &list, &n) != CASE_OK)
		return "";
	free(list);
	return arena_printf(req->arena, "%zu SOP berlaku", n);
}

/* How many of the texts are the office's own. */
static const char *
letters_words(const struct request *req)
{
	const struct letterfile *f;
	size_t own = 0, n = 0;

	for (f = letterfiles; f->name != NULL; f++, n++) {
		char *text = letter_version_own(req->office, f->name);

		own += text != NULL;
		free(text);
	}
	return arena_printf(req->arena, "%zu naskah, %zu diubah kantor", n,
	    own);
}

/* The files in quarantine, and those that were found damaged. */
static const char *
files_words(const struct request *req)
{
	struct quarantined *list;
	struct stored_damage *damage;
	size_t n, bad;

	if (quarantine_list(req->office, &list, &n) != CASE_OK)
		return "";
	free(list);
	if (stored_file_damage_list(req->office, &damage, &bad) != CASE_OK)
		return "";
	free(damage);
	if (bad > 0)
		return arena_printf(req->arena, "%zu dokumen, %zu rusak", n,
		    bad);
	return n == 0 ? "Tidak ada" :
	    arena_printf(req->arena, "%zu dokumen", n);
}

/* The parts, by the second segment of their addresses; `personal` are those of
 * the right data-pribadi, the others those of kelola (people/rights.h). */
static const struct part {
	const char	*segment;
	const char	*name;
	web_handler	*handle;
	const char	*(*words)(const struct request *);
	int		 personal;
} parts[] = {
	{ "kantor", "Keterangan kantor", admin_office, admin_office_words, 0 },
	{ "pengguna", "Pengguna", admin_people, people_words, 0 },
	{ "peran", "Peran dan pemegangnya", admin_roles, roles_count, 0 },
	{ "tugas", "Tugas yang dipegang", admin_tasks, admin_tasks_words, 0 },
	{ "usulan", "Menunggu persetujuan", admin_proposals,
	    admin_proposals_words, 0 },
	{ "lembaga", "Lembaga", admin_institutions, institutions_words, 0 },
	{ "pihak", "Pihak luar", admin_parties, parties_words, 0 },
	{ "kalender", "Kalender", admin_calendar, calendar_words, 0 },
	{ "sop", "Versi SOP", admin_sops, sops_words, 0 },
	{ "surat", "Naskah surat", admin_letters, letters_words, 0 },
	{ "pesan", "Teks pesan", admin_messages, admin_messages_words, 0 },
	{ "target", "Target ketepatan waktu", admin_target, target_words, 0 },
	{ "dokumen", "Dokumen yang ditahan", admin_files, files_words, 0 },
	{ "pengiriman", "Pengiriman pesan", admin_channels,
	    admin_channels_words, 0 },
	{ "sistem", "Keadaan sistem", admin_system, admin_system_words, 0 },
	{ "jejak", "Jejak", admin_trail, admin_trail_words, 0 },
	{ "keamanan", "Catatan keamanan", admin_audit, admin_audit_words,
	    1 },
	{ "data-pribadi", "Permintaan data pribadi", admin_subjects,
	    admin_subjects_words, 1 },
	{ "musnah", "Usul musnah", admin_disposals, admin_disposals_words,
	    1 },
	{ "masa-simpan", "Masa simpan", admin_terms, admin_terms_words, 1 },
};
#define PARTS (sizeof(parts) / sizeof(parts[0]))

/* May this person open it? */
static int
is_open(const struct request *req, const struct part *part)
{
	return part->personal ? req->session.personal : req->session.admin;
}

/* Show the things that the office lacks before its first day, while it does. */
static void
fill_first_day(const struct request *req, struct page *body)
{
	struct first_day_lack list[FIRST_DAY_LACKS];
	size_t n = first_day(req->office, req->conf, req->now, list);
	struct page *first = n > 0 ? page_add(body, "FIRST_DAY") : NULL;

	for (size_t i = 0; i < n; i++) {
		struct page *p = page_add(first, "LACKS");

		page_setf(p, "HREF", PATH_ADMIN "/%s", list[i].part);
		page_set(p, "NAME", list[i].name);
		page_set(p, "TEXT", list[i].text);
	}
}

static int
index_page(struct request *req, struct reply *reply)
{
	struct page *body, *p;
	struct page *frame = frame_new(req, "admin.tpl", PATH_ADMIN, &body);

	if (req->session.admin)
		fill_first_day(req, body);
	for (size_t i = 0; i < PARTS; i++) {
		if (!is_open(req, &parts[i]))
			continue;
		p = page_add(body, "PARTS");
		page_setf(p, "HREF", PATH_ADMIN "/%s", parts[i].segment);
		page_set(p, "NAME", parts[i].name);
		page_set(p, "TEXT", parts[i].words(req));
	}
	page_setf(body, "PANDUAN", "%s/" ASSET_PANDUAN, req->conf->assets);
	page_setf(body, "HANDBOOK", "%s/" ASSET_HANDBOOK, req->conf->assets);
	return reply_page(reply, req, 200, "Admin", frame);
}

static int
handle(struct request *req, struct reply *reply)
{
	const char *segment = request_segment(req, 1);

	/* Where mails of before 0.3.0 lead. */
	if (segment != NULL && strcmp(segment, "berkas") == 0)
		return reply_moved(reply, req, PATH_ADMIN "/berkas",
		    PATH_ADMIN "/dokumen");
	if (segment == NULL)
		return req->method == METHOD_POST ?
		    reply_error(reply, req, 405, NULL) : index_page(req, reply);
	for (size_t i = 0; i < PARTS; i++)
		if (strcmp(parts[i].segment, segment) == 0)
			return is_open(req, &parts[i]) ?
			    parts[i].handle(req, reply) : reply_error(reply,
			    req, 403, "Halaman ini hanya untuk yang memegang "
			    "haknya.");
	return reply_error(reply, req, 404, NULL);
}

static const char *const templates[] = { "admin.tpl", "system.tpl", "list.tpl",
	"trail.tpl", "versions.tpl", "editor.tpl", "editor-chart.tpl",
	"flow.tpl", "form.tpl", "form-part.tpl", "check.tpl", "document.tpl",
	"table.tpl", "field.tpl", "errors.tpl", "pager.tpl", NULL };

/* The signed paper of an SOP is stored, the holidays of a file are read. */
static int
is_paper(const struct request *req)
{
	const char *part = request_segment(req, 1);
	const char *slug = part != NULL ? request_segment(req, 2) : NULL;
	const char *page = slug != NULL ? request_segment(req, 3) : NULL;

	return page != NULL && strcmp(part, "sop") == 0 &&
	    strcmp(page, "naskah") == 0;
}

static int
takes(const struct request *req, const char *field)
{
	return strcmp(field, is_paper(req) ? "naskah" : "file") == 0;
}

static size_t
hold(const struct request *req)
{
	return is_paper(req) ? 0 : HOLIDAY_FILE_MAX;
}

static const struct web_program admin = {
	.name = "admin",
	.get = handle,
	.post = handle,
	.takes = takes,
	.hold = hold,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&admin, argc, argv);
}
