/* calwrite.c - an entry of a calendar's text, as its lines. */

#include "calendar/calwrite.h"

static void
write_text(FILE *f, const char *text)
{
	fputc('"', f);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			fputc('\\', f);
		fputc(*text, f);
	}
	fputs("\"\n", f);
}

void
write_holiday(FILE *f, int indent, const void *entry)
{
	const struct cal_holiday *h = entry;

	fprintf(f, "%*s- tanggal: %04d-%02d-%02d\n%*s  jenis: %s\n"
	    "%*s  nama: ", indent, "", h->year, h->month, h->day, indent, "",
	    h->joint ? "cuti" : "libur", indent, "");
	write_text(f, h->name);
	if (h->decree != NULL) {
		fprintf(f, "%*s  dasar: ", indent, "");
		write_text(f, h->decree);
	}
}

void
write_outage(FILE *f, int indent, const void *entry)
{
	const struct local_outage *o = entry;
	const struct cal_local *t[2] = { &o->from, &o->to };
	int i;

	for (i = 0; i < 2; i++)
		fprintf(f, "%*s%c %s: %04d-%02d-%02dT%02d:%02d\n", indent, "",
		    i == 0 ? '-' : ' ', i == 0 ? "dari" : "sampai",
		    t[i]->year, t[i]->month, t[i]->day, t[i]->hour,
		    t[i]->minute);
	fprintf(f, "%*s  nama: ", indent, "");
	write_text(f, o->what->name);
	if (o->what->evidence != NULL) {
		fprintf(f, "%*s  dasar: ", indent, "");
		write_text(f, o->what->evidence);
	}
	if (o->what->unit != NULL) {
		fprintf(f, "%*s  unit: ", indent, "");
		write_text(f, o->what->unit);
	}
}
