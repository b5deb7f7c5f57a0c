/*
 * load.c - people at work on one office, each in a process: what they were
 * answered is written down, and looked for later.
 *
 *	load make FOLDER
 *	load run FOLDER PEOPLE LEDGER [SECONDS]
 *	load check FOLDER LEDGER
 *
 * A person sends a request with documents, claims its next row and finishes
 * it, again and again, until SIGTERM or so many seconds; after it once more.
 * Who gets no answer, or is asked to send again later, presses again, with the
 * key of the same form.  An act that is answered is a line of the ledger:
 *
 *	KEY KIND ENDED WAITED PRESSES STATEMENTS [HASH]...
 *
 * Both times in milliseconds, the second from the first press; the hashes are
 * those of the documents.  Statements are counted by tests/web/statements.c,
 * where it is loaded, and tell of one person alone.
 */
#include <sys/mman.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_start.h"
#include "case/task.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/whole.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define PEOPLE	64
#define SOP	"sigap-magang-penelitian"
#define NAP	100000000L		/* nanoseconds until a second press */

struct person {
	struct office	*o;
	int		 ledger;
	int64_t		 operator, officer;
	int64_t		 version;	/* of the SOP */
	char		 name[64];	/* no other's, in no other run */
	long		 n;		/* requests so far */
	int64_t		 began;
	char		 hash[4][FILES_HASH_SIZE];
	char		 text[4][96];
};

static volatile sig_atomic_t stopping;
static volatile uint64_t *statements;

static void
stop(int sig)
{
	stopping = 1;
}

static double
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
nap(void)
{
	struct timespec t = { 0, NAP };

	nanosleep(&t, NULL);
}

static struct office *
open_office(const char *folder)
{
	char why[512];
	struct office *o;

	place_use();
	if ((o = office_open(folder, DB_WRITE, why, sizeof(why))) == NULL)
		bail(why);
	return o;
}

/* -- a person -------------------------------------------------------------- */

/* The clock of a day of January that begins with the run. */
static int64_t
present(const struct person *p)
{
	return FIXTURE_START + 3600 + time(NULL) - p->began;
}

static void
write_down(struct person *p, const struct act *a, const char *kind,
    double began, int presses, uint64_t ran)
{
	char line[1024];
	double now = milliseconds();
	int n = snprintf(line, sizeof(line), "%s %s %.1f %.2f %d %" PRIu64,
	    a->idem, kind, now, now - began, presses, ran);

	for (size_t i = 0; i < a->nfile; i++)
		n += snprintf(line + n, sizeof(line) - (size_t)n, " %s",
		    a->file[i].hash);
	line[n++] = '\n';
	if (write(p->ledger, line, (size_t)n) != n)
		bail("ledger");
}

/* An act, until it is answered: who is told that the system is busy presses
 * again.  Anything else ends the run. */
static void
press(struct person *p, struct act *a, const char *kind,
    enum case_err (*act)(struct office *, struct act *))
{
	double began = milliseconds();
	uint64_t ran = *statements;
	struct act sent;
	char key[128];
	enum case_err err;
	int presses = 0;

	snprintf(key, sizeof(key), "%s-%ld-%s", p->name, p->n, kind);
	a->idem = key;
	while (sent = *a, presses++, (err = act(p->o, &sent)) == CASE_BUSY)
		nap();
	if (err != CASE_OK && err != CASE_REPEATED)
		bail(office_why(p->o));
	write_down(p, a, kind, began, presses, *statements - ran);
	*a = sent;
}

static enum case_err
start(struct office *o, struct act *a)
{
	struct act_start st = { .version_id = office_sop_version(o, SOP,
	    a->now) };

	if (st.version_id == 0)
		return CASE_BUSY;
	return act_start(o, a, &st);
}

static enum case_err
forward(struct office *o, struct act *a)
{
	return act_finish(o, a, OUTCOME_FORWARD);
}

/* The form of a row; its files are stored, no two with the same words. */
static void
write_form(struct person *p, int pos, struct fixture_form *form, struct act *a)
{
	const struct sop *sop = office_sop(p->o, p->version);

	fixture_fill(p->o, sop_row_at(sop, pos), form, a);
	if (form->nfile > 4)
		bail("more files than expected");
	for (size_t i = 0; i < form->nfile; i++) {
		snprintf(p->text[i], sizeof(p->text[i]), "%s-%ld-%d-%zu",
		    p->name, p->n, pos, i);
		while (files_put(office_files(p->o), p->text[i],
		    strlen(p->text[i]), p->hash[i]) != 0)
			nap();
		form->file[i].hash = p->hash[i];
		form->file[i].size = (int64_t)strlen(p->text[i]);
	}
}

/* The task that a request waits for. */
static struct task_row
task_of(struct person *p, int64_t case_id)
{
	struct task_row *all, found = { 0 };
	size_t n;

	while (case_tasks(p->o, case_id, &all, &n) != CASE_OK)
		nap();
	for (size_t i = 0; i < n; i++)
		if (all[i].open && !all[i].side)
			found = all[i];
	free(all);
	if (found.id == 0)
		bail("the request waits for nobody");
	return found;
}

static struct act
act_on(const struct person *p, const struct task_row *t)
{
	return (struct act){ .actor = { .person_id = p->officer,
	    .case_id = t->case_id }, .task_id = t->id,
	    .version = t->version, .case_id = t->case_id,
	    .now = present(p), .late_reason = "beban" };
}

static void
work(struct person *p)
{
	struct act a = { .actor = { .person_id = p->operator },
	    .now = present(p) };
	struct fixture_form form;
	struct task_row t;

	p->n++;
	write_form(p, 1, &form, &a);
	press(p, &a, "start", start);
	t = task_of(p, a.case_id);
	a = act_on(p, &t);
	press(p, &a, "claim", act_claim);
	t = task_of(p, a.case_id);
	a = act_on(p, &t);
	write_form(p, (int)t.pos, &form, &a);
	press(p, &a, "finish", forward);
}

static void
be(int number, const char *folder, const char *ledger)
{
	struct person p = { .o = open_office(folder), .began = time(NULL) };
	char login[32];
	int last;

	p.ledger = open(ledger, O_WRONLY | O_CREAT | O_APPEND, 0600);
	snprintf(login, sizeof(login), "pegawai-%d", number);
	snprintf(p.name, sizeof(p.name), "%d-%ld-%ld", number, (long)getpid(),
	    (long)time(NULL));
	p.officer = fixture_person(p.o, login);
	p.operator = fixture_person(p.o, "admin-user");
	p.version = fixture_sop(p.o, SOP);
	if (p.ledger == -1 || p.officer == 0 || p.version == 0)
		bail("an office of \"load make\" is needed");
	do {
		last = stopping;
		work(&p);
	} while (!last);
	office_close(p.o);
}

/* -- all of them ----------------------------------------------------------- */

/* One process counts for all that come of it (tests/web/statements.c). */
static void
see_statements(void)
{
	static uint64_t none;
	const char *path = getenv("STATEMENTS_COUNT");
	int fd = path != NULL ? open(path, O_RDWR | O_CREAT, 0600) : -1;
	void *at = MAP_FAILED;

	if (fd != -1 && ftruncate(fd, sizeof(none)) == 0)
		at = mmap(NULL, sizeof(none), PROT_READ, MAP_SHARED, fd, 0);
	statements = at != MAP_FAILED ? at : &none;
}

static int
run(const char *folder, int people, const char *ledger, unsigned seconds)
{
	struct sigaction sa = { .sa_handler = stop };
	pid_t pid[PEOPLE];
	int i, status, bad = 0;

	see_statements();
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGALRM, &sa, NULL);
	for (i = 0; i < people; i++)
		if ((pid[i] = fork()) == 0) {
			be(i, folder, ledger);
			exit(0);
		}
	alarm(seconds);
	while (!stopping)
		pause();
	for (i = 0; i < people; i++)
		kill(pid[i], SIGTERM);
	for (i = 0; i < people; i++)
		bad |= waitpid(pid[i], &status, 0) != pid[i] || status != 0;
	return bad;
}

static int
add_people(struct db *db, void *arg)
{
	char login[32];
	int64_t i;

	for (i = 0; i < PEOPLE; i++) {
		snprintf(login, sizeof(login), "pegawai-%d", (int)i);
		db_run(db, "INSERT INTO people (id, login, name, nip, password,"
		    " unit_id, phone, email, admin, active) VALUES ($1, $2, $2,"
		    " '', '', (SELECT id FROM units WHERE parent_id IS NULL),"
		    " '', '', 0, 1)", "it", i + 1, login);
		db_run(db, "INSERT INTO holders (id, role_id, person_id,"
		    " capacity, letter_no, from_at) SELECT $1, id, $1,"
		    " 'definitif', '', 0 FROM roles WHERE slug ="
		    " 'admin-kanwil'", "i", i + 1);
	}
	return 0;
}

static int
make(const char *folder)
{
	struct office *o = fixture_open(folder);

	if (db_tx(office_db(o), add_people, NULL) != 0)
		bail(db_error(office_db(o)));
	office_close(o);
	return 0;
}

/* -- what is there --------------------------------------------------------- */

static int64_t
events_of(struct office *o, const char *key, int64_t *stream)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT count(*),"
	    " max(stream) FROM events WHERE idem = $1", "t", key);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	*stream = n > 0 ? db_int(st, 1) : 0;
	return db_done(st) == 0 ? n : -1;
}

static int
has_document(struct office *o, int64_t case_id, const char *hash)
{
	struct db_stmt *st = db_query(office_db(o), "SELECT count(*)"
	    " FROM documents WHERE case_id = $1 AND sha256 = $2", "it",
	    case_id, hash);
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 && n == 1 &&
	    files_look(office_files(o), hash, NULL) == FILES_GOOD;
}

/* A line of the ledger: its documents; -1 when something of it is not there,
 * or is there twice. */
static int
look(struct office *o, char *line)
{
	char *key = strtok(line, " \n"), *word;
	int64_t stream;
	int i, n = 0;

	if (key == NULL || events_of(o, key, &stream) != 1)
		return -1;
	for (i = 1; (word = strtok(NULL, " \n")) != NULL; i++)
		if (i >= 6 && (n++, !has_document(o, stream, word)))
			return -1;
	return n;
}

/* Beside what the keys guard: a request, its claim and its end are there
 * once. */
static const char doubled[] =
    "SELECT stream FROM events WHERE kind IN ('start', 'claim', 'forward')"
    " GROUP BY stream, kind HAVING count(*) > 1";
static const char nobodys[] =
    "SELECT id FROM cases c WHERE NOT EXISTS (SELECT 1 FROM events e"
    " WHERE e.stream = c.id AND e.idem LIKE '%-start' ESCAPE '!')";
static const char twice[] =
    "SELECT min(case_id) FROM documents GROUP BY sha256 HAVING count(*) > 1";

static int
check(const char *folder, const char *ledger)
{
	struct office *o = open_office(folder);
	struct whole w;
	char line[1024], kept[1024];
	int64_t faults, documents = 0, acts = 0, wrong = 0;
	FILE *f = fopen(ledger, "r");
	int n;

	if (f == NULL)
		bail(ledger);
	for (; fgets(line, sizeof(line), f) != NULL; acts++) {
		snprintf(kept, sizeof(kept), "%s", line);
		if ((n = look(o, line)) < 0) {
			printf("# not there, or twice: %s", kept);
			wrong++;
		} else
			documents += n;
	}
	fclose(f);
	faults = whole_faults(o, &w) +
	    print_rows(o, doubled, "an act is there twice") +
	    print_rows(o, nobodys, "a request that nobody sent") +
	    print_rows(o, twice, "a document is there twice");
	printf("%" PRId64 " acts and %" PRId64 " documents, %" PRId64
	    " wrong; %" PRId64 " faults\n", acts, documents, wrong, faults);
	office_close(o);
	return wrong != 0 || faults != 0 || acts == 0 || documents == 0;
}

int
main(int argc, char **argv)
{
	int people = argc > 3 ? atoi(argv[3]) : 0;

	if (argc == 3 && strcmp(argv[1], "make") == 0)
		return make(argv[2]);
	if ((argc == 5 || argc == 6) && strcmp(argv[1], "run") == 0 &&
	    people > 0 && people <= PEOPLE)
		return run(argv[2], people, argv[4],
		    argc == 6 ? (unsigned)atoi(argv[5]) : 0);
	if (argc == 4 && strcmp(argv[1], "check") == 0)
		return check(argv[2], argv[3]);
	fprintf(stderr, "usage: load make FOLDER\n"
	    "       load run FOLDER PEOPLE LEDGER [SECONDS]\n"
	    "       load check FOLDER LEDGER\n");
	return 2;
}
