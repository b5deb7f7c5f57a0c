/* fault.c - gathering what is wrong with a file. */
#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int
fault_add(struct faults *f, const char *fmt, ...)
{
	size_t used = f->n == 0 ? 0 : strlen(f->why);
	char reason[256];
	va_list ap;

	if (f->n++ >= FAULTS_MAX)
		return -1;
	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	/* A fault that is cut off says nothing; the first always fits. */
	if (used == 0 || used + strlen(f->file) + strlen(reason) + 16 <
	    f->size)
		snprintf(f->why + used, f->size - used, "%s%s:%d: %s",
		    used > 0 ? "\n" : "", f->file, f->line, reason);
	return -1;
}
