/* month_order.h - inside lib/month: the parts as they are shown. */
#pragma once

struct grid;
struct month_figures;

/* Give each part of a sheet its group, and sort the lists. */
void	 month_arrange(struct month_figures *);

/* Copy the parts of a grid that have something to show into a sheet, so
 * arranged: 0, or -1 without memory. */
int	 month_order_take(const struct grid *, struct month_figures *);
