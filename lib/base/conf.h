/*
 * conf.h - the one configuration file, sopap.conf: `key = value` lines.
 *
 * One table in conf.c names every key with type, default and meaning; an
 * unknown key, a value that cannot be right (conf_value.h) or a file others
 * may write stops the start with `file:line: reason`.  SOPAP_CONF names
 * another file than the installed one.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/conf_value.h"

struct conf {
	char	*data;		/* folder of database, files and key */
	char	*database;	/* "postgresql://..."; "": a file in data */
	char	*files;		/* "database" or "folder": of one on a server */
	char	*templates;	/* folders of templates, ':' between */
	char	*assets;	/* address prefix of css, js, icons: "/aset" */
	char	*office;	/* "Kantor Wilayah ..." under the name */
	char	*service;	/* "Layanan SOP Kanwil Sumsel": in titles */
	char	*hours;		/* service hours as printed in the footer */
	char	*contact;	/* help address or telephone in the footer */
	char	*unit;		/* slug of the office's unit */
	char	*approver;	/* slug of the role that closes a month */
	char	*secure;	/* "yes": cookies only over https */
	char	*fonts;		/* folder of the Inter fonts for charts */
	char	*letters;	/* folder of the texts of letters */
	char	*letter;	/* the program that composes papers */
	char	*assessor;	/* slug of the role that monitors the SOPs */
	char	*complaints;	/* slug of the role that answers them */
	char	*survey_011;	/* "yes" or "no": weight 0.11, not 1/9 */
	char	*languages;	/* of public pages besides "id": "en nl" */
	char	*site;		/* public address for links in messages */
	char	*whatsapp;	/* file of the WhatsApp adapter; "" none */
	char	*mail_server;	/* "smtp://host:587"; "" none */
	char	*mail_from;	/* address of the sender */
	char	*mail_user;	/* "": no login */
	char	*mail_password;	/* file that holds it */
	char	*mail_ca;	/* file of certificates; "" the system's */
	char	*mail_tls;	/* "no": a server on this machine only */
	char	*root_mail;	/* who gets the roots of months; "" nobody */
	int64_t	 mail_max;	/* bytes of one mail */
	char	*log;		/* "error", "warning" or "info" */
	char	*mailbox_page;	/* "yes": everybody may read the mailbox */
	int64_t	 link_days;	/* a link to a letter is good so long */
	char	*clamd;		/* socket of the virus scanner, or "" */
	int64_t	 upload_max;	/* bytes of one file */
	int64_t	 soon_percent;	/* "hampir habis" under this share left */
	int64_t	 remind_days;	/* working days an applicant is waited for */
	int64_t	 complaint_days; /* working days until the answer */
	char	*metrics_token;	/* of who may see /metrics from elsewhere */
	int64_t	 session_hours;	/* a session ends after this long unused */
	int64_t	 session_days;	/* ... or this long after its beginning */
	int64_t	 pin_minutes;	/* one by PIN, unused */
	char	*second_factor;	/* "no", "admin"; "approve": both */
	int64_t	 audit_days;	/* the audit is kept so long, */
	int64_t	 message_days;	/* texts and addresses of messages, */
	int64_t	 mailbox_days;	/* and files of the mailbox folder */
	int64_t	 retention_years; /* a case is kept after its end, */
	char	*retention;	/* and by SOPs of other terms */
	int64_t	 queue_days;	/* working days a task may lie in the queue */
	/* To one address or number of an applicant without account, in a
	 * day: */
	int64_t	 messages_per_day;
	int64_t	 requests_per_day; /* ... that name it */
};

/* Read the file named by SOPAP_CONF, else SYSCONFDIR/sopap/sopap.conf.
 * NULL with `file:line: reason` in why.  Freed by conf_free(). */
const char	*conf_path(void);	/* of that file */
struct conf	*conf_read(char *why, size_t whysize);
struct conf	*conf_read_file(const char *path, char *why, size_t whysize);
void		 conf_free(struct conf *);

/* The path under which the site answers, of `site`: "/layanan"; "" when it has
 * its host for itself.  As long as the configuration lives. */
const char	*conf_prefix(const struct conf *);

struct conf_key {
	const char	*name;
	enum conf_type	 type;
	const char	*value;		/* when the file does not give it */
	size_t		 member;	/* offset in struct conf */
	int64_t		 min, max;
	const char	*help;
};

/* The table of keys: for the manual's test and for `sopap doctor`. */
const struct conf_key	*conf_keys(size_t *count);
