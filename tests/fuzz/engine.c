/* engine.c - a target for libFuzzer: FUZZ_TARGET names it. */
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct fuzz_target *target;

	if (target == NULL) {
		target = fuzz_targets;
		while (target->name != NULL && strcmp(target->name,
		    getenv("FUZZ_TARGET")) != 0)
			target++;
		if (target->name == NULL)
			abort();
	}
	target->run(data, size);
	return 0;
}
