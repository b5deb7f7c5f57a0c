/* qr_path.c - a text as a QR code (ISO/IEC 18004), as the path of an SVG
 * picture. */
#include "web/qr_path.h"

#include <stdio.h>

#include <qrencode.h>

#include "base/arena.h"

#define QUIET 4		/* modules of white around it, as the standard asks */
#define RUN_SIZE 24	/* bytes of one run, "M104 104h11v1h-11z" */

/* The end of the run of black modules that begins at x in a row. */
static int
run_end(const unsigned char *row, int x, int width)
{
	while (x < width && (row[x] & 1) != 0)
		x++;
	return x;
}

static const char *
draw(struct arena *arena, const QRcode *qr)
{
	const size_t runs = (size_t)(qr->width * (qr->width / 2 + 1));
	char *text = arena_alloc(arena, runs * RUN_SIZE + 1), *s = text;

	*s = '\0';
	for (int y = 0; y < qr->width; y++) {
		const unsigned char *row = qr->data + y * qr->width;

		for (int x = 0, end; x < qr->width; x = end + 1) {
			end = run_end(row, x, qr->width);
			if (end > x)
				s += snprintf(s, RUN_SIZE, "M%d %dh%dv1h-%dz",
				    x + QUIET, y + QUIET, end - x, end - x);
		}
	}
	return text;
}

const char *
qr_path(struct arena *arena, const char *text, int *side)
{
	/* Error correction M survives a fold of the paper. */
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	const char *path;

	if (qr == NULL)
		return NULL;
	path = draw(arena, qr);
	*side = qr->width + 2 * QUIET;
	QRcode_free(qr);
	return path;
}
