/* calload.c - load YAML text that may be hostile. */

#include "clock/calyaml.h"

#define FILE_MAX	(1024 * 1024)
#define DEPTH_MAX	8	/* a calendar is nested 4 deep */

/* Say where the text stops being YAML; libyaml's own words are English. */
static int
refuse_syntax(struct reader *r, const yaml_parser_t *parser, const char *yaml)
{
	size_t i, line = 1;

	if (parser->error == YAML_MEMORY_ERROR)
		return calyaml_refuse(r, 0, "memori habis");
	if (parser->error != YAML_READER_ERROR)
		return calyaml_refuse(r, parser->problem_mark.line + 1, "susunan YAML "
		    "salah di sini atau tepat sebelumnya (periksa inden, "
		    "titik dua, tanda kutip dan kurung)");
	for (i = 0; i < parser->problem_offset; i++)
		line += yaml[i] == '\n';
	return calyaml_refuse(r, line, "ada huruf yang bukan UTF-8 atau tidak "
	    "boleh dipakai");
}

static int
has_anchor(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return 1;
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL;
	default:
		return 0;
	}
}

/*
 * Look at the text event by event and refuse what would make the tree too
 * dear: libyaml's time grows with the square of the depth and of the number
 * of anchors.
 */
static int
check_event(struct reader *r, const yaml_event_t *event, int *depth, int *docs)
{
	size_t line = event->start_mark.line + 1;

	if (has_anchor(event))
		return calyaml_refuse(r, line, "penanda & dan * tidak boleh dipakai");
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (++*docs > 1)
			return calyaml_refuse(r, line, "hanya satu kalender dalam satu "
			    "berkas");
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		if (++*depth > DEPTH_MAX)
			return calyaml_refuse(r, line, "susunan terlalu dalam");
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		--*depth;
		break;
	default:
		break;
	}
	return 0;
}

static int
check_events(struct reader *r, yaml_parser_t *parser, const char *yaml)
{
	yaml_event_t event;
	int rc = 0, depth = 0, docs = 0, last = 0;

	while (rc == 0 && !last) {
		if (!yaml_parser_parse(parser, &event))
			return refuse_syntax(r, parser, yaml);
		last = event.type == YAML_STREAM_END_EVENT;
		rc = check_event(r, &event, &depth, &docs);
		yaml_event_delete(&event);
	}
	return rc;
}

/* Load the one document and read its root. */
static int
read_document(struct reader *r, yaml_parser_t *parser, const char *yaml,
    read_fn *read, void *into)
{
	yaml_document_t doc;
	const yaml_node_t *root;
	int rc;

	if (!yaml_parser_load(parser, &doc))
		return refuse_syntax(r, parser, yaml);
	r->doc = &doc;
	root = yaml_document_get_root_node(&doc);
	rc = root != NULL ? read(r, root, into) :
	    calyaml_refuse(r, 0, "kalender kosong");
	yaml_document_delete(&doc);
	return rc;
}

/* A parser of the text. */
static int
open_parser(struct reader *r, yaml_parser_t *parser, const char *yaml,
    size_t len)
{
	if (!yaml_parser_initialize(parser))
		return calyaml_refuse(r, 0, "memori habis");
	yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(parser, (const unsigned char *)yaml, len);
	return 0;
}

int
calyaml_read(struct reader *r, const char *yaml, size_t len, read_fn *read,
    void *into)
{
	yaml_parser_t parser;
	int rc;

	if (len > FILE_MAX)
		return calyaml_refuse(r, 0, "kalender lebih besar dari 1 MiB");
	if (open_parser(r, &parser, yaml, len) != 0)
		return -1;
	rc = check_events(r, &parser, yaml);
	yaml_parser_delete(&parser);
	if (rc != 0 || open_parser(r, &parser, yaml, len) != 0)
		return -1;
	rc = read_document(r, &parser, yaml, read, into);
	yaml_parser_delete(&parser);
	return rc;
}
