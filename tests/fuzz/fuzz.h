/*
 * fuzz.h - the parsers that read what strangers send: each gets any bytes, and
 * must neither crash, hang, leak nor give what it says it never gives.
 *
 * replay-t.c runs the kept inputs, and simple changes of them, in every check;
 * engine.c hands them to libFuzzer (make fuzz).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* X(name), each a function fuzz_NAME() and a folder corpus/NAME. */
#define FUZZ_TARGETS(X) X(adapter) X(calendar) X(callback) X(catalogue) \
	X(conf) X(cookie) X(field) X(form) X(ics) X(letter) X(log) \
	X(multipart) X(pdfsig) X(photo) X(request) X(roles) X(sop)

#define FUZZ_DECLARE(name) void fuzz_##name(const uint8_t *, size_t);
FUZZ_TARGETS(FUZZ_DECLARE)
#undef FUZZ_DECLARE

struct fuzz_target {
	const char	*name;
	void		(*run)(const uint8_t *, size_t);
};

/* Ended by a NULL name. */
extern const struct fuzz_target fuzz_targets[];

/* The bytes with a NUL behind them; free().  Ends the process without
 * memory. */
char		*fuzz_text(const uint8_t *, size_t);
