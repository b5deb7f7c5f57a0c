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

struct admin;
struct editor;
struct page;
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
int	 admin_messages(struct request *, struct reply *);
int	 admin_office(struct request *, struct reply *);
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
int	 admin_editor(struct request *, struct reply *, const char *slug);
int	 admin_sop_versions(struct request *, struct reply *, const char *slug);
int	 admin_sop_trial(struct request *, struct reply *, const char *slug);
int	 admin_sop_move(struct request *, struct reply *, const char *slug);
int	 admin_letters(struct request *, struct reply *);
int	 admin_calendar(struct request *, struct reply *);
int	 admin_calendar_draft(struct request *, struct reply *);
int	 admin_calendar_apply(struct request *, struct reply *);
int	 admin_calendar_export(struct request *, struct reply *);

/* Lines of the index, living with the request: "12 dipegang, 2 oleh yang tidak
 * lagi berwenang"; and whether messages go out. */
const char	*admin_tasks_words(const struct request *);
const char	*admin_channels_words(const struct request *);
/* "21 teks, 2 diubah kantor". */
const char	*admin_messages_words(const struct request *);
/* The office's name. */
const char	*admin_office_words(const struct request *);
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

/* The pages below the draft of an SOP (editor.h): its identity, a row, the
 * whole text, its publication; and the page of an SOP that has no draft. */
int		 admin_editor_identity(struct editor *);
int		 admin_editor_row(struct editor *);
/* ... the fields of the row at a place, a field of it. */
int		 admin_editor_fields(struct editor *, int row);
int		 admin_editor_text(struct editor *);
int		 admin_editor_publish(struct editor *);
int		 admin_editor_next(struct request *, struct reply *,
		    const char *slug);
/* Add the form that begins the draft of a new SOP: 0; -1 when the database
 * fails.  Add the table of all drafts, if there are any. */
int		 admin_editor_add(struct admin *);
void		 admin_editor_list(const struct request *, struct page *body);
/* The field of the identity page at a path of the tree; NULL: there is none. */
const char	*admin_editor_field(const char *path);
