/*
 * built.h - the parts that ./configure may leave out: are they in this build?
 *
 * A page or a command that stands on one of them asks here, and says in a
 * sentence that it is left out.  A file whose library may be missing, NAME.c,
 * has another in its place then, NAME_none.c; the makefile chooses.
 */
#pragma once

/* 1, or 0 by --without-letter, --without-messenger, --without-ical. */
extern const int	 built_letter;		/* papers as PDF, QR codes */
extern const int	 built_messenger;	/* WhatsApp and mail go out */
extern const int	 built_ical;		/* iCalendar is understood */
