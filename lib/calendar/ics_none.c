/* ics_none.c - days off without libical: an iCalendar file is refused. */
#include "calendar/holiday.h"
#include "calendar/ics.h"

int
ics_read(struct holiday_reader *r, const char *text, size_t len)
{
	return holiday_refuse(r, 0, "file iCalendar tidak dapat dibaca di "
	    "sini; simpan sebagai tabel teks dengan tab: tanggal "
	    "(2026-12-31), nama, libur atau cuti, dasar");
}

char *
ics_write(const struct calendar *cal, int first_year, int last_year,
    int64_t now)
{
	return NULL;
}
