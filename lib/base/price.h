/*
 * price.h - what one request may cost, and what strangers' files may: the one
 * list of these limits.  No visitor makes another wait, fills the memory of a
 * program or the disk of the office; whoever asks for more is told so, with the
 * status that stands here.
 */
#pragma once

/* -- what comes in: 413 ---------------------------------------------------- */

#define PRICE_TEXT	(1024 * 1024)	/* bytes of all values of a form */
#define PRICE_FIELDS	500
#define PRICE_PARTS	500	/* fields and files of a multipart form */
#define PRICE_FILES	60	/* files of a form */
#define PRICE_LARGEST	5	/* ... of the largest size, together */
#define PRICE_TYPED	65536	/* bytes of what was typed that a page of a
				   refusal shows again */

/* -- memory: 413 ----------------------------------------------------------- */

/* Bytes of the arena.  A person's lists and files of tables are long. */
#define PRICE_MEMORY_VISITOR	(16u << 20)
#define PRICE_MEMORY_PERSON	(160u << 20)

/* -- programs that look into files: 413, and 503 without a turn ------------ */

#define PRICE_CHILDREN	20000	/* milliseconds by the clock, of all of them */
#define PRICE_TURN	30000	/* ... until one has its turn */

/* -- the line: the connection ends ----------------------------------------- */

#define PRICE_GRACE	50	/* milliseconds of waiting, until another
				   process serves the others */
#define PRICE_PAUSE	20000	/* ... in which nothing comes or goes */
#define PRICE_LINE	600000	/* ... of waiting for one body or one reader */
#define PRICE_STANDINS	12	/* such processes, of one program */

/* -- files of no case: 429, and 503 when the disk is nearly full ----------- */

#define PRICE_LOOSE_ADDRESS	(512ll << 20)	/* bytes, from one address */
#define PRICE_LOOSE_ALL		(20ll << 30)	/* ... from all */
#define PRICE_LOOSE_LIFE	86400	/* seconds until one is swept away */
#define PRICE_DISK_LEFT		(256ll << 20)	/* bytes that stay free */
