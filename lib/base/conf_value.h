/*
 * conf_value.h - can a value of sopap.conf be right?
 *
 * Only its form is looked at: whether a server answers or a file is there is
 * for `sopap doctor` to find out.
 */
#pragma once

/* The form of a value. */
enum conf_type {
	CONF_TEXT,		/* UTF-8, up to the end of the line */
	CONF_NAME,		/* a text that is not empty */
	CONF_FOLDER,		/* a folder, absolute */
	CONF_DATABASE,		/* "postgresql://host/name", or "" */
	CONF_FILES,		/* "database" or "folder" */
	CONF_FOLDERS,		/* folders, absolute, ':' between */
	CONF_PATH,		/* part of an address: "/aset" */
	CONF_PROGRAM,		/* a program, absolute */
	CONF_FILE,		/* a file, absolute, or "" */
	CONF_SLUG,		/* small letters, digits and '-' */
	CONF_CODES,		/* codes of languages, or "" */
	CONF_SITE,		/* "https://host", "http://localhost:8080" */
	CONF_MAIL_SERVER,	/* "smtp://host:587", "smtps://host", or "" */
	CONF_MAIL,		/* an address of mail, or "" */
	CONF_SOCKET,		/* path of a socket, "host:port", or "" */
	CONF_YESNO,		/* "yes" or "no" */
	CONF_LEVEL,		/* "error", "warning" or "info" */
	CONF_TERMS,		/* "skp=10 renstra=permanen", or "" */
	CONF_FACTOR,		/* "no", "admin" or "approve" */
	CONF_NUMBER		/* a whole number, min .. max */
};

/* Why a value cannot be one of this type, in words; NULL when it can.  Numbers
 * are conf.c's, with their limits. */
const char	*conf_value_fault(enum conf_type, const char *value);

/* Is this address of a site one of the machine itself? */
int		 conf_value_is_local(const char *site);
