/* letter_pdf.c - starting sopap-letter, and reading its PDF. */
#include <sys/mman.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "casepage/letter_pdf.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "upload/child.h"
#include "web/request.h"

#define SECONDS	20		/* of processor: fifty certificates take 1 */
#define PATIENCE	30	/* by the clock, while others have their turn */
#define PDF_MAX	(8 << 20)

struct paper {
	char	*data;
	size_t	 len, room;
};

static int
keep(void *arg, const void *data, size_t n)
{
	struct paper *p = arg;
	char *more;

	if (p->len + n > p->room) {
		p->room = 2 * (p->len + n);
		if ((more = realloc(p->data, p->room)) == NULL)
			return -1;
		p->data = more;
	}
	memcpy(p->data + p->len, data, n);
	p->len += n;
	return 0;
}

/* The order as a file without a name, to be read from its beginning. */
static int
order_file(const json_t *order)
{
	char *text = json_dumps(order, JSON_COMPACT);
	size_t len = text != NULL ? strlen(text) : 0;
	int fd = memfd_create("order", MFD_CLOEXEC);

	if (fd != -1 && (text == NULL ||
	    write(fd, text, len) != (ssize_t)len ||
	    lseek(fd, 0, SEEK_SET) != 0)) {
		close(fd);
		fd = -1;
	}
	free(text);
	return fd;
}

int
letter_pdf_make(const struct request *req, const json_t *order,
    const char **pdf, size_t *len)
{
	const char *const argv[] = { req->conf->letter, NULL };
	struct paper paper = { NULL, 0, 0 };
	struct child child = { .argv = argv, .seconds = SECONDS,
	    .patience = PATIENCE,
	    .most = PDF_MAX, .take = keep, .arg = &paper };
	int code = CHILD_FAILED;

	if ((child.input = order_file(order)) != -1) {
		code = child_run(&child);
		close(child.input);
	}
	if (code != 0 || paper.len == 0) {
		log_line(LOG_ERROR, "%s: no paper, code %d",
		    req->conf->letter, code);
		free(paper.data);
		return code < 0 ? 1 : -1;
	}
	arena_adopt(req->arena, paper.data);
	*pdf = paper.data;
	*len = paper.len;
	return 0;
}
