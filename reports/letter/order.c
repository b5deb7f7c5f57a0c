/* order.c - reading an order. */
#include "reports/letter/order.h"

const char *
order_text(const json_t *order, const char *key)
{
	const char *text = json_string_value(json_object_get(order, key));

	return text != NULL ? text : "";
}

const json_t *
order_list(const json_t *order, const char *key)
{
	return json_object_get(order, key);
}

const char *
order_item(const json_t *list, size_t n)
{
	const char *text = json_string_value(json_array_get(list, n));

	return text != NULL ? text : "";
}

struct pdf *
order_sheet(const json_t *order, struct pdf_setup *setup)
{
	setup->made = json_integer_value(json_object_get(order, "made"));
	setup->language = json_string_value(json_object_get(order,
	    "language"));
	setup->title = order_text(order, "title");
	setup->author = order_text(order, "office");
	setup->draft = json_is_true(json_object_get(order, "sample")) ?
	    "CONTOH" : json_is_true(json_object_get(order, "draft")) ?
	    "DRAF" : NULL;
	return pdf_new(setup);
}
