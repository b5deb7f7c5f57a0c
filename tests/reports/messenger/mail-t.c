/*
 * mail-t.c - the headers of a mail: names and subjects of any characters.
 */
#include <string.h>

#include "reports/messenger/mail.h"
#include "tests/tap.h"

/* A header of a mail of this office and subject, with its further lines. */
static const char *
header(const char *name, const char *office, const char *subject)
{
	static char line[1024];
	const struct mail m = { .office = office, .from = "a@contoh.go.id",
	    .to = "b@contoh.go.id", .subject = subject, .text = "Isi",
	    .id = "1" };
	char *text = mail_compose(&m, 1), *at, *end;

	if (text == NULL || (at = strstr(text, name)) == NULL)
		bail("no such header");
	for (end = strstr(at, "\r\n"); end[2] == ' '; )
		end = strstr(end + 2, "\r\n");
	snprintf(line, sizeof(line), "%.*s", (int)(end - at), at);
	free(text);
	return line;
}

static void
names(void)
{
	static const struct {
		const char *office, *want;
	} t[] = {
		{ "Kanwil Sumsel", "Kanwil Sumsel" },
		{ "Kanwil Sumsel, Palembang", "\"Kanwil Sumsel, Palembang\"" },
		{ "Kanwil (demo)", "\"Kanwil (demo)\"" },
		{ "Kemenkumham R.I.", "\"Kemenkumham R.I.\"" },
		{ "Loket: satu; dua", "\"Loket: satu; dua\"" },
		{ "a <x@y>", "\"a <x@y>\"" },
		{ "[Uji]", "\"[Uji]\"" },
		{ "Kantor \"Baru\"", "\"Kantor \\\"Baru\\\"\"" },
		{ "a\\b", "\"a\\\\b\"" },
		{ "a\r\nBcc: c@d", "\"a  Bcc: c@d\"" },
		{ "Kantor =?UTF-8?Q?x?=",
		    "=?UTF-8?B?S2FudG9yID0/VVRGLTg/UT94Pz0=?=" },
		{ "Kantor Caf\xc3\xa9, (satu)",
		    "=?UTF-8?B?S2FudG9yIENhZsOpLCAoc2F0dSk=?=" },
	};
	char want[256];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		snprintf(want, sizeof(want), "From: %s <a@contoh.go.id>",
		    t[i].want);
		is_string(want, header("From: ", t[i].office, "x"),
		    "from %s", i == 9 ? "a name with a header in it" :
		    t[i].office);
	}
}

static void
subjects(void)
{
	is_string("Subject: Surat (satu), dua.",
	    header("Subject: ", "K", "Surat (satu), dua."),
	    "a subject is no name: nothing is quoted");
	is_string("Subject: =?UTF-8?B?UmFwYXQgw6k=?=",
	    header("Subject: ", "K", "Rapat \xc3\xa9"), "... but encoded");
}

int
main(void)
{
	names();
	subjects();
	return tap_done();
}
