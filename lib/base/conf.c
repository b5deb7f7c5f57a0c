/*
 * conf.c - reads sopap.conf.
 *
 * The table below is the whole language: a key that is not in it stops the
 * start.  Lines are read here rather than by an ini library because a value
 * is everything up to the end of its line, of any length: the libraries at
 * hand cut lines at 200 bytes, take " ;" for a comment and an indented line
 * for a continuation, none of them with an error.
 */
#include <sys/stat.h>

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/trim.h"

#define MEMBER(m) offsetof(struct conf, m)
#define MIB (1024 * 1024)

static const struct conf_key keys[] = {
	{ "data", CONF_FOLDER, LOCALSTATEDIR "/lib/sopap", MEMBER(data), 0, 0,
	    "folder of the database, the files and the server key" },
	{ "database", CONF_DATABASE, "", MEMBER(database), 0, 0,
	    "database on a server of PostgreSQL, in place of a file in data" },
	{ "files", CONF_FILES, "database", MEMBER(files), 0, 0,
	    "where an office on a server keeps its documents" },
	{ "templates", CONF_FOLDERS, PKGDATADIR "/templates", MEMBER(templates),
	    0, 0, "folders of templates, separated by ':'" },
	{ "assets", CONF_PATH, "/aset", MEMBER(assets), 0, 0,
	    "address prefix of style sheets, scripts and icons" },
	{ "office", CONF_NAME, "Kantor Wilayah", MEMBER(office), 0, 0,
	    "name of the office" },
	{ "service", CONF_NAME, "Layanan SOP", MEMBER(service), 0, 0,
	    "name of the service, in the head and the title of every page" },
	{ "hours", CONF_TEXT, "Senin\xE2\x80\x93Jumat", MEMBER(hours), 0, 0,
	    "service hours, as printed at the foot of every page" },
	{ "contact", CONF_TEXT, "", MEMBER(contact), 0, 0,
	    "where to ask for help, as printed at the foot of every page" },
	{ "unit", CONF_SLUG, "kanwil", MEMBER(unit), 0, 0,
	    "slug of the office's unit" },
	{ "approver", CONF_SLUG, "kakanwil", MEMBER(approver), 0, 0,
	    "slug of the role that closes a month (pengesahan)" },
	{ "assessor", CONF_SLUG, "kabag-program-humas", MEMBER(assessor), 0, 0,
	    "slug of the role that monitors the SOPs every half-year" },
	{ "complaints", CONF_SLUG, "admin-kanwil", MEMBER(complaints), 0, 0,
	    "slug of the role that answers complaints" },
	{ "survey_011", CONF_YESNO, "no", MEMBER(survey_011), 0, 0,
	    "weigh the survey's elements with 0.11 instead of 1/9" },
	{ "languages", CONF_CODES, "en", MEMBER(languages), 0, 0,
	    "languages of the public pages besides Indonesian" },
	{ "secure", CONF_YESNO, "yes", MEMBER(secure), 0, 0,
	    "send cookies over https only" },
	{ "fonts", CONF_FOLDER, "/usr/share/fonts/opentype/inter",
	    MEMBER(fonts), 0, 0, "folder of the Inter fonts for charts" },
	{ "letters", CONF_FOLDER, PKGDATADIR "/letter", MEMBER(letters), 0, 0,
	    "folder of the texts of letters" },
	{ "letter", CONF_PROGRAM, BINDIR "/sopap-letter", MEMBER(letter), 0, 0,
	    "program that composes letters and receipts" },
	{ "site", CONF_SITE, "http://localhost", MEMBER(site), 0, 0,
	    "public address of the site, with its path" },
	{ "whatsapp", CONF_FILE, "", MEMBER(whatsapp), 0, 0,
	    "file that says how WhatsApp messages go out" },
	{ "mail_server", CONF_MAIL_SERVER, "", MEMBER(mail_server), 0, 0,
	    "address of the mail server" },
	{ "mail_from", CONF_MAIL, "", MEMBER(mail_from), 0, 0,
	    "mail address of the office" },
	{ "mail_user", CONF_TEXT, "", MEMBER(mail_user), 0, 0,
	    "login at the mail server" },
	{ "mail_password", CONF_FILE, "", MEMBER(mail_password), 0, 0,
	    "file that holds the password of mail_user" },
	{ "mail_ca", CONF_FILE, "", MEMBER(mail_ca), 0, 0,
	    "file of the certificates the mail server is checked by" },
	{ "mail_tls", CONF_YESNO, "yes", MEMBER(mail_tls), 0, 0,
	    "talk to the mail server over TLS only" },
	{ "mail_max", CONF_NUMBER, "10485760", MEMBER(mail_max),
	    65536, (int64_t)100 * MIB, "largest mail, in bytes" },
	{ "root_mail", CONF_MAIL, "", MEMBER(root_mail), 0, 0,
	    "mail address outside the office that gets the root of each "
	    "month" },
	{ "log", CONF_LEVEL, "info", MEMBER(log), 0, 0,
	    "what the log tells: errors, warnings too, or all" },
	{ "mailbox_page", CONF_YESNO, "no", MEMBER(mailbox_page), 0, 0,
	    "show the mailbox folder to everybody" },
	{ "link_days", CONF_NUMBER, "30", MEMBER(link_days), 1, 365,
	    "days a link to a letter is good" },
	{ "upload_max", CONF_NUMBER, "20971520", MEMBER(upload_max),
	    1024, (int64_t)1024 * MIB, "largest uploaded file, in bytes" },
	{ "clamd", CONF_SOCKET, "", MEMBER(clamd), 0, 0,
	    "socket of clamd, the virus scanner" },
	{ "soon_percent", CONF_NUMBER, "25", MEMBER(soon_percent), 0, 100,
	    "a task is nearly late under this share of its limit" },
	{ "remind_days", CONF_NUMBER, "5", MEMBER(remind_days), 1, 250,
	    "working days after which an applicant is reminded" },
	{ "complaint_days", CONF_NUMBER, "14", MEMBER(complaint_days), 1, 60,
	    "working days within which a complaint is answered" },
	{ "metrics_token", CONF_TEXT, "", MEMBER(metrics_token), 0, 0,
	    "secret of a monitor on another machine" },
	{ "session_hours", CONF_NUMBER, "10", MEMBER(session_hours), 1, 720,
	    "a session ends after this many hours without use" },
	{ "session_days", CONF_NUMBER, "7", MEMBER(session_days), 1, 30,
	    "a session ends after this many days, however much it is used" },
	{ "pin_minutes", CONF_NUMBER, "30", MEMBER(pin_minutes), 1, 480,
	    "a session by PIN ends after this many minutes without use" },
	{ "second_factor", CONF_FACTOR, "admin", MEMBER(second_factor), 0, 0,
	    "who is asked for a second code: admin, approve (too) or no" },
	{ "audit_days", CONF_NUMBER, "365", MEMBER(audit_days), 30, 3650,
	    "days the record of log-ins, refusals and readings is kept" },
	{ "message_days", CONF_NUMBER, "90", MEMBER(message_days), 7, 365,
	    "days texts and addresses of messages are kept" },
	{ "mailbox_days", CONF_NUMBER, "7", MEMBER(mailbox_days), 1, 365,
	    "days files of the mailbox folder are kept" },
	{ "retention_years", CONF_NUMBER, "5", MEMBER(retention_years), 1, 100,
	    "years a case is kept after that of its end" },
	{ "retention", CONF_TERMS,
	    "pagu-anggaran=permanen renstra=permanen rkt=permanen",
	    MEMBER(retention), 0, 0,
	    "SOPs whose cases are kept for other terms: name=years" },
	{ "queue_days", CONF_NUMBER, "1", MEMBER(queue_days), 1, 30,
	    "working days a task may lie in the queue" },
	{ "messages_per_day", CONF_NUMBER, "20", MEMBER(messages_per_day), 1,
	    10000, "messages a day to one number or address" },
	{ "requests_per_day", CONF_NUMBER, "10", MEMBER(requests_per_day), 1,
	    10000, "requests a day that name one number" },
};

#define NKEYS (sizeof(keys) / sizeof(keys[0]))

/* Where the reader stands, for its messages. */
struct reader {
	const char	*path;
	int		 line;		/* 0: about the file as a whole */
	int		 given[NKEYS];	/* line of each key, 0: none */
	char		*why;
	size_t		 whysize;
};

__attribute__((format(printf, 2, 3))) static int
refuse(const struct reader *rd, const char *fmt, ...)
{
	char reason[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	if (rd->line)
		snprintf(rd->why, rd->whysize, "%s:%d: %s", rd->path, rd->line,
		    reason);
	else
		snprintf(rd->why, rd->whysize, "%s: %s", rd->path, reason);
	return -1;
}

static char **
text_member(struct conf *conf, const struct conf_key *key)
{
	return (char **)((char *)conf + key->member);
}

static int
set_number(const struct reader *rd, struct conf *conf,
    const struct conf_key *key, const char *value)
{
	char *end;
	long long n;

	errno = 0;
	n = strtoll(value, &end, 10);
	if (errno || end == value || *end)
		return refuse(rd, "%s: not a whole number: %s", key->name,
		    value);
	if (n < key->min || n > key->max)
		return refuse(rd, "%s: not between %" PRId64 " and %" PRId64,
		    key->name, key->min, key->max);
	*(int64_t *)((char *)conf + key->member) = n;
	return 0;
}

/* Check a value by the key's type and store it. */
static int
set(const struct reader *rd, struct conf *conf, const struct conf_key *key,
    const char *value)
{
	const char *fault;
	char *copy;

	if (key->type == CONF_NUMBER)
		return set_number(rd, conf, key, value);
	if ((fault = conf_value_fault(key->type, value)) != NULL)
		return refuse(rd, "%s: %s: %s", key->name, fault, value);
	if ((copy = strdup(value)) == NULL)
		return refuse(rd, "out of memory");
	free(*text_member(conf, key));
	*text_member(conf, key) = copy;
	return 0;
}

/* One line: blank, "# ..." or "key = value". */
static int
read_line(struct reader *rd, struct conf *conf, char *line)
{
	char *name = trim(line), *value;
	size_t i;

	if (*name == '\0' || *name == '#')
		return 0;
	if ((value = strchr(name, '=')) == NULL)
		return refuse(rd, "not of the form key = value");
	*value++ = '\0';
	name = trim(name);
	for (i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			break;
	if (i == NKEYS)
		return refuse(rd, "unknown key: %s", name);
	if (rd->given[i])
		return refuse(rd, "%s: given twice", name);
	rd->given[i] = rd->line;
	return set(rd, conf, &keys[i], trim(value));
}

static int
read_lines(struct reader *rd, FILE *fp, struct conf *conf)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	int rc = 0;

	while (rc == 0 && (len = getline(&line, &size, fp)) != -1) {
		rd->line++;
		if (memchr(line, '\0', (size_t)len) != NULL)
			rc = refuse(rd, "holds a NUL byte");
		else
			rc = read_line(rd, conf, line);
	}
	if (rc == 0 && ferror(fp))
		rc = refuse(rd, "%s", strerror(errno));
	free(line);
	return rc;
}

/* Name the line of a key in the messages that follow. */
static void
turn_to(struct reader *rd, const char *name)
{
	for (size_t i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			rd->line = rd->given[i];
}

/* Values that are well each for itself, but not together. */
static int
check_together(struct reader *rd, const struct conf *conf)
{
	turn_to(rd, "mail_server");
	if (*conf->mail_server != '\0' && *conf->mail_from == '\0')
		return refuse(rd, "mail_server: needs mail_from, the mail "
		    "address of the office");
	turn_to(rd, "mail_user");
	if (*conf->mail_user != '\0' && *conf->mail_password == '\0')
		return refuse(rd, "mail_user: needs mail_password, the file "
		    "of its password");
	turn_to(rd, "site");
	if (strncmp(conf->site, "https:", strlen("https:")) != 0 &&
	    strcmp(conf->secure, "no") != 0 &&
	    !conf_value_is_local(conf->site))
		return refuse(rd, "site: begins with http:// but is not on "
		    "this machine: passwords would be read on their way; say "
		    "https://, or secure = no where nothing is secret: %s",
		    conf->site);
	return 0;
}

/* Refuse a file that group or others may write: its writer decides where the
 * data goes.  0, or -1 with the reason. */
static int
check_mode(const struct reader *rd, FILE *fp)
{
	struct stat st;

	if (fstat(fileno(fp), &st) == -1)
		return refuse(rd, "%s", strerror(errno));
	if (!S_ISREG(st.st_mode))
		return refuse(rd, "not a file");
	if (st.st_mode & (S_IWGRP | S_IWOTH))
		return refuse(rd, "may be written by group or others");
	return 0;
}

struct conf *
conf_read_file(const char *path, char *why, size_t whysize)
{
	struct reader rd = { .path = path, .why = why, .whysize = whysize };
	struct conf *conf = calloc(1, sizeof(*conf));
	FILE *fp = fopen(path, "re");
	int rc = 0;

	if (fp == NULL || conf == NULL)
		rc = refuse(&rd, "%s", strerror(errno));
	for (size_t i = 0; rc == 0 && i < NKEYS; i++)
		rc = set(&rd, conf, &keys[i], keys[i].value);
	if (rc == 0)
		rc = check_mode(&rd, fp);
	if (rc == 0)
		rc = read_lines(&rd, fp, conf);
	if (rc == 0)
		rc = check_together(&rd, conf);
	if (fp != NULL)
		fclose(fp);
	if (rc != 0) {
		conf_free(conf);
		return NULL;
	}
	return conf;
}

const char *
conf_path(void)
{
	const char *path = getenv("SOPAP_CONF");

	return path != NULL && *path != '\0' ? path :
	    SYSCONFDIR "/sopap/sopap.conf";
}

struct conf *
conf_read(char *why, size_t whysize)
{
	return conf_read_file(conf_path(), why, whysize);
}

void
conf_free(struct conf *conf)
{
	if (conf == NULL)
		return;
	for (size_t i = 0; i < NKEYS; i++)
		if (keys[i].type != CONF_NUMBER)
			free(*text_member(conf, &keys[i]));
	free(conf);
}

const char *
conf_prefix(const struct conf *conf)
{
	const char *host = strstr(conf->site, "://");

	if (host == NULL)
		return "";
	host += strlen("://");
	return host + strcspn(host, "/");
}

const struct conf_key *
conf_keys(size_t *count)
{
	*count = NKEYS;
	return keys;
}
