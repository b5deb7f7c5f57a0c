/* sim_queue.c - what is to come in a simulation: a heap by time. */
#include <stdlib.h>

#include "tool/sim/sim.h"

static int
before(const struct sim_todo *a, const struct sim_todo *b)
{
	return a->at < b->at || (a->at == b->at && a->n < b->n);
}

int
sim_push(struct sim_queue *q, struct sim_todo t)
{
	struct sim_todo *more;
	size_t i;

	if (q->n == q->room) {
		q->room = q->room ? q->room * 2 : 1024;
		more = realloc(q->todo, q->room * sizeof(*more));
		if (more == NULL)
			return -1;
		q->todo = more;
	}
	t.n = q->count++;
	for (i = q->n++; i > 0 && before(&t, &q->todo[(i - 1) / 2]);
	    i = (i - 1) / 2)
		q->todo[i] = q->todo[(i - 1) / 2];
	q->todo[i] = t;
	return 0;
}

struct sim_todo
sim_pop(struct sim_queue *q)
{
	struct sim_todo top = q->todo[0], last = q->todo[--q->n];
	size_t i = 0, child;

	while ((child = 2 * i + 1) < q->n) {
		if (child + 1 < q->n &&
		    before(&q->todo[child + 1], &q->todo[child]))
			child++;
		if (!before(&q->todo[child], &last))
			break;
		q->todo[i] = q->todo[child];
		i = child;
	}
	q->todo[i] = last;
	return top;
}
