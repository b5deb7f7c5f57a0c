/*
 * report_send.h - a written report sent to the holders of a role, attached as
 * one file.
 */
#pragma once

struct conf;
struct report;

/*
 * Queue a mail with the finding, the address of the report and, when the mail
 * stays below conf->mail_max, the folder as a ZIP file.  Each person gets
 * a report once.  0, or -1 after saying why not.
 */
int	 report_send(const struct report *, const struct conf *,
	    const char *folder, const char *role);
