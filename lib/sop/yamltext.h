/*
 * yamltext.h - a YAML file that people of the office edit, read by a libcyaml
 * schema, so that every mistake comes with file, line, field and reason.
 *
 * libcyaml fills the structs and refuses what the schema does not know;
 * libyaml's own tree of the same text says in which line a field stands.  A
 * field is named by its path from the top, items counted from 1:
 * "langkah[3].kembali.ke".
 *
 *	struct yamltext y;
 *
 *	if (yamltext_open(&y, "rkt.yaml", text, len, why, sizeof(why)) == 0 &&
 *	    yamltext_read(&y, &schema, (void **)&raw) == 0)
 *		yamltext_error(&y, "langkah[1].no", "nomor kosong");
 *	yamltext_close(&y);
 *
 * Inside lib/sop.
 */
#pragma once

#include <stddef.h>

#include <cyaml/cyaml.h>
#include <yaml.h>

#define YAMLTEXT_PATH_MAX 128	/* longest path of a field, with its end */

struct yamltext {
	const char	*file;		/* as the messages name it */
	const char	*text;		/* borrowed */
	size_t		 len;
	yaml_document_t	 doc;
	char		*why;		/* "file:line: field: reason" lines */
	size_t		 size;
	size_t		 used;
	int		 errors;	/* also those that found no room */
};

/*
 * Look at the text as YAML: one document, no aliases, nothing that C strings
 * cannot hold.  All pointers are borrowed until yamltext_close(), which is
 * due whatever the result.  Returns 0, or -1 with the reason in `why`.
 */
int	 yamltext_open(struct yamltext *, const char *file, const char *text,
	    size_t len, char *why, size_t size);
void	 yamltext_close(struct yamltext *);

/*
 * Read the text by a schema.  Returns 0 and the struct, which yamltext_free()
 * frees by the same schema, or -1 with the reason in `why`.
 */
int	 yamltext_read(struct yamltext *, const cyaml_schema_value_t *,
	    void **data);
void	 yamltext_free(const cyaml_schema_value_t *, void *data);

/* Write a mistake at a path; a line that finds no room is only counted. */
void	 yamltext_error(struct yamltext *, const char *path, const char *fmt,
	    ...) __attribute__((format(printf, 3, 4)));
