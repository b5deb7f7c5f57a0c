/*
 * admin.h - the pages of an administrator.
 *
 * Each file makes the pages below one address: a list (list.h), and each of
 * its things with the forms that change it (form.h), whose choices come from
 * choice.h.  The rules of a change are the library's; what it refuses is shown
 * beside the field.  admin.c has the table of the pages and the index.
 *
 *	/admin/peran			roles.c: the roles by unit
 *	/admin/peran/baru		... one more
 *	/admin/peran/kadivmin		... its holders, its clerks, its end
 */
#pragma once

struct reply;
struct request;

#define PATH_PENGGUNA PATH_ADMIN "/pengguna"
#define PATH_PERAN PATH_ADMIN "/peran"
#define PATH_KALENDER PATH_ADMIN "/kalender"
#define PATH_TUGAS PATH_ADMIN "/tugas"
#define PATH_KEAMANAN PATH_ADMIN "/keamanan"
#define PATH_MUSNAH PATH_ADMIN "/musnah"
#define PATH_JEJAK PATH_ADMIN "/jejak"
#define PATH_EJAAN PATH_ADMIN "/lembaga/ejaan"

/* Answer a request below an address, any method; the status of the answer. */
int	 admin_people(struct request *, struct reply *);
int	 admin_people_table(struct request *, struct reply *);
int	 admin_roles(struct request *, struct reply *);
int	 admin_institutions(struct request *, struct reply *);
int	 admin_spellings(struct request *, struct reply *);
int	 admin_parties(struct request *, struct reply *);
int	 admin_files(struct request *, struct reply *);
int	 admin_tasks(struct request *, struct reply *);
int	 admin_proposals(struct request *, struct reply *);
int	 admin_channels(struct request *, struct reply *);
int	 admin_system(struct request *, struct reply *);
int	 admin_trail(struct request *, struct reply *);
int	 admin_audit(struct request *, struct reply *);
int	 admin_subjects(struct request *, struct reply *);
int	 admin_disposals(struct request *, struct reply *);
int	 admin_terms(struct request *, struct reply *);
int	 admin_target(struct request *, struct reply *);
int	 admin_sops(struct request *, struct reply *);
int	 admin_sop_paper(struct request *, struct reply *, const char *slug);
int	 admin_letters(struct request *, struct reply *);
int	 admin_calendar(struct request *, struct reply *);
int	 admin_calendar_draft(struct request *, struct reply *);
int	 admin_calendar_apply(struct request *, struct reply *);
int	 admin_calendar_export(struct request *, struct reply *);

/* Lines of the index, living with the request: "12 dipegang, 2 oleh yang tidak
 * lagi berwenang"; and whether messages go out. */
const char	*admin_tasks_words(const struct request *);
const char	*admin_channels_words(const struct request *);
/* "2 usulan". */
const char	*admin_proposals_words(const struct request *);
/* "2 galat, 1 peringatan": of what is cheap to look at. */
const char	*admin_system_words(const struct request *);
/* "4 perubahan hari ini". */
const char	*admin_trail_words(const struct request *);
/* "3 percobaan masuk gagal hari ini". */
const char	*admin_audit_words(const struct request *);
/* "2 menunggu jawaban, 1 terlambat"; "12 berkas habis masa simpannya". */
const char	*admin_subjects_words(const struct request *);
const char	*admin_disposals_words(const struct request *);
const char	*admin_terms_words(const struct request *);
