/* conf-t.c - what sopap.conf may hold, and how the start is refused. */
#include <sys/stat.h>

#include <unistd.h>

#include "base/conf.h"
#include "tests/tap.h"

static char dir[] = "/tmp/sopap-conf-XXXXXX";
static char path[64];

static void
write_file(const char *text, size_t len, mode_t mode)
{
	FILE *fp = fopen(path, "w");

	if (fp == NULL || fwrite(text, 1, len, fp) != len || fclose(fp) != 0)
		bail("cannot write the test's file");
	chmod(path, mode);
}

/* The reason `text` is refused for, the folder's name cut off. */
static const char *
reason_of(const char *text, size_t len, mode_t mode)
{
	static char why[400];
	struct conf *conf;

	write_file(text, len, mode);
	why[0] = '\0';
	conf = conf_read_file(path, why, sizeof(why));
	if (conf != NULL) {
		conf_free(conf);
		return "accepted";
	}
	return strncmp(why, dir, strlen(dir)) == 0 ? why + strlen(dir) + 1 :
	    why;
}

static void
reads_values_and_defaults(void)
{
	static const char text[] =
	    "# office\n"
	    "\n"
	    "  office =  Kantor \"A\" ; B = C  \n"
	    "upload_max=2048\r\n"
	    "secure = no\n"
	    "contact =\n"
	    "data = /srv/sopap";
	char why[256] = "";
	struct conf *conf;

	write_file(text, strlen(text), 0640);
	conf = conf_read_file(path, why, sizeof(why));
	if (conf == NULL)
		bail(why);
	is_string("Kantor \"A\" ; B = C", conf->office,
	    "a value goes to the end of its line, ends trimmed");
	is_int(2048, conf->upload_max, "a number, CRLF at the end");
	is_string("no", conf->secure, "yes or no");
	is_string("", conf->contact, "an empty text");
	is_string("/srv/sopap", conf->data, "a last line without newline");
	is_int(25, conf->soon_percent, "a number not given has its default");
	is_string("/aset", conf->assets, "...and a text too");
	conf_free(conf);
}

static void
reads_a_long_value(void)
{
	char text[4096] = "hours = ", why[256] = "";
	struct conf *conf;

	memset(text + 8, 'x', 4000);
	write_file(text, 4008, 0600);
	conf = conf_read_file(path, why, sizeof(why));
	is_string("", why, "a line of 4000 bytes is read");
	is_int(4000, conf ? (int64_t)strlen(conf->hours) : -1, "...whole");
	conf_free(conf);
}

static void
refuses_what_is_wrong(void)
{
	static const struct {
		const char *text, *why;
	} bad[] = {
		{ "data = /x\ncolour = red\n",
		    "sopap.conf:2: unknown key: colour" },
		{ "data\n", "sopap.conf:1: not of the form key = value" },
		{ "[web]\n", "sopap.conf:1: not of the form key = value" },
		{ "data = x\n",
		    "sopap.conf:1: data: does not begin with /: x" },
		{ "\n\nsecure = maybe\n",
		    "sopap.conf:3: secure: neither yes nor no: maybe" },
		{ "queue_days = 1.5\n",
		    "sopap.conf:1: queue_days: not a whole number: 1.5" },
		{ "queue_days =\n",
		    "sopap.conf:1: queue_days: not a whole number: " },
		{ "queue_days = 31\n",
		    "sopap.conf:1: queue_days: not between 1 and 30" },
		{ "upload_max = 99999999999999999999\n",
		    "sopap.conf:1: upload_max: not a whole number: "
		    "99999999999999999999" },
		{ "unit = a\nunit = b\n", "sopap.conf:2: unit: given twice" },
		{ "unit = a\n= b\n", "sopap.conf:2: unknown key: " },
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		is_string(bad[i].why,
		    reason_of(bad[i].text, strlen(bad[i].text), 0600),
		    "refused: %s", strchr(bad[i].why, ' ') + 1);
	is_string("sopap.conf:1: holds a NUL byte",
	    reason_of("unit = a\0b\n", 11, 0600), "a NUL byte is refused");
	is_string("sopap.conf: may be written by group or others",
	    reason_of("", 0, 0620), "a file the group may write is refused");
	is_string("sopap.conf: may be written by group or others",
	    reason_of("", 0, 0602), "...and one that others may write");
	unlink(path);
}

static void
judges_each_kind_of_value(void)
{
	static const struct {
		const char *line;
		int good;
	} value[] = {
		{ "site = https://sop.example.go.id", 1 },
		{ "site = https://sop.example.go.id:8443", 1 },
		{ "site = https://sop.example.go.id/layanan", 1 },
		{ "site = https://[2001:db8::1]:8443", 1 },
		{ "site = http://localhost:8080", 1 },
		{ "site = http://127.0.0.1:8080", 1 },
		{ "site = http://[::1]", 1 },
		{ "site =", 0 },
		{ "site = sop.example.go.id", 0 },
		{ "site = http://sop.example.go.id", 0 },
		{ "site = http://127.0.0.1.example.go.id", 0 },
		{ "site = http://localhost.example.go.id", 0 },
		{ "secure = no\nsite = http://10.0.0.5:8080", 1 },
		{ "site = https://", 0 },
		{ "site = https://:443", 0 },
		{ "site = https://sop.go.id:", 0 },
		{ "site = https://sop.go.id:0", 0 },
		{ "site = https://sop.go.id:65536", 0 },
		{ "site = https://sop.go.id:99999999999999999999", 0 },
		{ "site = https://sop.go.id:80x", 0 },
		{ "site = https://admin@sop.go.id", 0 },
		{ "site = https://sop.go.id/", 0 },
		{ "site = https://sop.go.id//x", 0 },
		{ "site = https://sop.go.id/a?b", 0 },
		{ "site = https://sop go.id", 0 },
		{ "site = ftp://sop.go.id", 0 },
		{ "site = https://[2001:db8::1", 0 },
		{ "mail_from = a@b.go.id\nmail_server = smtp://m.go.id", 1 },
		{ "mail_from = a@b.go.id\nmail_server = smtps://m:465", 1 },
		{ "mail_from = a@b.go.id\nmail_server = smtp:/x", 0 },
		{ "mail_from = a@b.go.id\nmail_server = smtp://", 0 },
		{ "mail_from = a@b.go.id\nmail_server = smtp://m:25/x", 0 },
		{ "mail_from = a@b.go.id\nmail_server = smtp://m:70000", 0 },
		{ "mail_from = a@b.go.id\nmail_server = mail.go.id", 0 },
		{ "mail_server = smtp://m.go.id", 0 },
		{ "mail_user = x", 0 },
		{ "mail_user = x\nmail_password = /etc/sopap/p", 1 },
		{ "mail_password = p", 0 },
		{ "mail_ca = cert.pem", 0 },
		{ "whatsapp = wa.json", 0 },
		{ "mail_from = kantor", 0 },
		{ "mail_from = a@b@c.go.id", 0 },
		{ "mail_from = Kantor <a@b.go.id>", 0 },
		{ "root_mail = inspektorat@contoh.go.id", 1 },
		{ "root_mail = @contoh.go.id", 0 },
		{ "clamd = /run/clamav/clamd.ctl", 1 },
		{ "clamd = scan.go.id:3310", 1 },
		{ "clamd = [::1]:3310", 1 },
		{ "clamd = scan.go.id", 0 },
		{ "clamd = scan.go.id:0", 0 },
		{ "clamd = run/clamd", 0 },
		{ "templates = /a:/b", 1 },
		{ "templates = /a:b", 0 },
		{ "templates = /a:", 0 },
		{ "templates =", 0 },
		{ "data = var/lib/sopap", 0 },
		{ "letter = sopap-letter", 0 },
		{ "assets = /", 0 },
		{ "assets = //elsewhere.example", 0 },
		{ "assets = /aset/", 0 },
		{ "office =", 0 },
		{ "service =", 0 },
		{ "office = \xff\xfe", 0 },
		{ "unit = Kantor Wilayah", 0 },
		{ "approver =", 0 },
		{ "languages = en nl", 1 },
		{ "languages =", 1 },
		{ "languages = ../en", 0 },
		{ "log = error", 1 },
		{ "log = warning", 1 },
		{ "log = debug", 0 },
	};
	char line[256];
	const char *why;

	for (size_t i = 0; i < sizeof(value) / sizeof(value[0]); i++) {
		snprintf(line, sizeof(line), "%s\n", value[i].line);
		why = reason_of(line, strlen(line), 0600);
		if (value[i].good)
			is_string("accepted", why, "right: %s", line);
		else
			ok(strncmp(why, "sopap.conf:", 11) == 0,
			    "cannot be right: %s: %s", value[i].line, why);
	}
	is_string("sopap.conf:2: mail_server: not of the form "
	    "smtp://host:587 or smtps://host:465: smtp:/x",
	    reason_of("\nmail_server = smtp:/x\n", 23, 0600),
	    "the line and the form are named");
	is_string("sopap.conf:1: mail_server: needs mail_from, the mail "
	    "address of the office",
	    reason_of("mail_server = smtp://m\nsecure = yes\n", 36, 0600),
	    "...also where another key is missing");
	unlink(path);
}

static void
refuses_what_is_not_there(void)
{
	char why[256] = "";

	is_int(1, conf_read_file(path, why, sizeof(why)) == NULL,
	    "a missing file is refused");
	is_string("No such file or directory", strrchr(why, ':') + 2,
	    "...with the reason");
	is_int(1, conf_read_file(dir, why, sizeof(why)) == NULL,
	    "a folder is refused");
}

static void
follows_the_environment(void)
{
	char why[256] = "";
	struct conf *conf;

	write_file("unit = mana\n", 12, 0600);
	setenv("SOPAP_CONF", path, 1);
	conf = conf_read(why, sizeof(why));
	is_string("mana", conf ? conf->unit : why, "SOPAP_CONF names the file");
	conf_free(conf);
	unlink(path);
}

/* Does the manual name the key and, where it prints one, its default? */
static int
manual_has(const char *manual, const struct conf_key *key)
{
	char head[64];
	const char *item, *end, *value;

	snprintf(head, sizeof(head), "\n.It Cm %s No = ", key->name);
	if ((item = strstr(manual, head)) == NULL)
		return 0;
	if ((end = strstr(item + 1, "\n.It ")) == NULL)
		end = item + strlen(item);
	if (key->type == CONF_FOLDER || key->type == CONF_PROGRAM ||
	    strcmp(key->name, "templates") == 0)
		value = strrchr(key->value, '/');
	else if (strstr(key->value, "\xE2\x80\x93") != NULL)
		value = "\\(en";
	else
		value = key->value[0] ? key->value : "empty";
	item = strstr(item, "Default:");
	return item != NULL && item < end && (item = strstr(item, value)) &&
	    item < end;
}

static void
manual_and_table_agree(void)
{
	char file[512], manual[32768] = "";
	const struct conf_key *key;
	size_t count, items = 0;
	FILE *fp;

	snprintf(file, sizeof(file), "%s/lib/base/sopap.conf.5",
	    getenv("SRCDIR") ? getenv("SRCDIR") : ".");
	if ((fp = fopen(file, "r")) == NULL)
		bail("no manual");
	if (fread(manual, 1, sizeof(manual) - 1, fp) == sizeof(manual) - 1)
		bail("the manual outgrew the test");
	fclose(fp);
	key = conf_keys(&count);
	for (size_t i = 0; i < count; i++)
		ok(manual_has(manual, &key[i]),
		    "sopap.conf(5) has %s and its default", key[i].name);
	for (char *s = manual; (s = strstr(s, "\n.It Cm ")) != NULL; s++)
		items++;
	is_int((int64_t)count, (int64_t)items, "...and no other key");
}

static void
knows_its_prefix(void)
{
	static const struct {
		const char *site, *prefix;
	} t[] = {
		{ "https://sop.example.go.id", "" },
		{ "http://127.0.0.1:8080", "" },
		{ "https://kantor.example/layanan", "/layanan" },
		{ "http://[::1]:8080/kantor/sop", "/kantor/sop" },
	};
	char text[128], why[256] = "";
	struct conf *conf;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		snprintf(text, sizeof(text), "site = %s\n", t[i].site);
		write_file(text, strlen(text), 0640);
		if ((conf = conf_read_file(path, why, sizeof(why))) == NULL)
			bail(why);
		is_string(t[i].prefix, conf_prefix(conf), "the prefix of %s",
		    t[i].site);
		conf_free(conf);
	}
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		bail("cannot make a folder");
	snprintf(path, sizeof(path), "%s/sopap.conf", dir);
	reads_values_and_defaults();
	reads_a_long_value();
	knows_its_prefix();
	refuses_what_is_wrong();
	judges_each_kind_of_value();
	refuses_what_is_not_there();
	follows_the_environment();
	manual_and_table_agree();
	rmdir(dir);
	return tap_done();
}
