/* rolefile.c - read the units and roles an office starts with. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/rolefile.h"
#include "sop/yamltext.h"

struct raw_role {
	struct rolefile_role	 role;
	char			*kind;
	char			*single;	/* "ya", "tidak" or NULL */
};

struct raw_rolefile {
	struct rolefile_unit	*unit;
	size_t			 nunit;
	struct raw_role		*role;
	size_t			 nrole;
	struct rolefile_joint	*joint;
	size_t			 njoint;
};

struct memory {
	struct rolefile		 file;
	struct raw_rolefile	*raw;
	struct rolefile_role	*role;
	const char		**slugs;
};

#define OPT (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)
#define MUST CYAML_FLAG_POINTER
#define TEXT(key, flags, s, m) CYAML_FIELD_STRING_PTR(key, flags, s, m, 1, 200)

static const cyaml_schema_field_t unit_fields[] = {
	TEXT("kode", MUST, struct rolefile_unit, slug),
	TEXT("nama", MUST, struct rolefile_unit, name),
	TEXT("induk", OPT, struct rolefile_unit, parent),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t unit_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rolefile_unit,
	    unit_fields),
};

static const cyaml_schema_field_t role_fields[] = {
	TEXT("kode", MUST, struct raw_role, role.slug),
	TEXT("nama", MUST, struct raw_role, role.name),
	TEXT("jenis", MUST, struct raw_role, kind),
	TEXT("tunggal", OPT, struct raw_role, single),
	TEXT("unit", MUST, struct raw_role, role.unit),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t role_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct raw_role, role_fields),
};

static const cyaml_schema_field_t joint_fields[] = {
	TEXT("peran", MUST, struct rolefile_joint, performer),
	TEXT("nama", MUST, struct rolefile_joint, name),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t joint_item = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rolefile_joint,
	    joint_fields),
};

static const cyaml_schema_field_t file_fields[] = {
	CYAML_FIELD_SEQUENCE_COUNT("unit", MUST, struct raw_rolefile, unit,
	    nunit, &unit_item, 1, 200),
	CYAML_FIELD_SEQUENCE_COUNT("peran", MUST, struct raw_rolefile, role,
	    nrole, &role_item, 1, 500),
	CYAML_FIELD_SEQUENCE_COUNT("gabungan", OPT, struct raw_rolefile,
	    joint, njoint, &joint_item, 0, 200),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t file_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct raw_rolefile,
	    file_fields),
};

static const char *const kinds[ROLE__MAX] = {
	[ROLE_OFFICE] = "kantor",
	[ROLE_EXTERNAL] = "eksternal",
	[ROLE_SYSTEM] = "sistem",
};

/* A mistake at item `i` (from 0) of a list: "peran[3].kode", and the word. */
static void
wrong(struct yamltext *y, const char *list, size_t i, const char *key,
    const char *word, const char *reason)
{
	char path[YAMLTEXT_PATH_MAX];

	snprintf(path, sizeof(path), "%s[%zu].%s", list, i + 1, key);
	yamltext_error(y, path, "\"%s\" %s", word, reason);
}

static const struct rolefile_unit *
unit_named(const struct raw_rolefile *raw, size_t n, const char *slug)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(raw->unit[i].slug, slug) == 0)
			return &raw->unit[i];
	return NULL;
}

/* A role of the first n, its slug given by length. */
static const struct rolefile_role *
role_named(const struct rolefile_role *role, size_t n, const char *slug,
    size_t len)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strlen(role[i].slug) == len &&
		    memcmp(role[i].slug, slug, len) == 0)
			return &role[i];
	return NULL;
}

static void
fill_units(const struct raw_rolefile *raw, struct yamltext *y)
{
	const struct rolefile_unit *u;
	size_t i;

	for (i = 0; i < raw->nunit; i++) {
		u = &raw->unit[i];
		if (unit_named(raw, i, u->slug) != NULL)
			wrong(y, "unit", i, "kode", u->slug, "sudah ada");
		if (u->parent != NULL &&
		    unit_named(raw, i, u->parent) == NULL)
			wrong(y, "unit", i, "induk", u->parent,
			    "tidak ada di antara unit sebelumnya");
	}
}

static void
fill_roles(struct memory *m, struct yamltext *y)
{
	const struct raw_role *in;
	struct rolefile_role *out;
	size_t i;
	int kind;

	for (i = 0; i < m->raw->nrole; i++) {
		in = &m->raw->role[i];
		out = &m->role[i];
		*out = in->role;
		m->slugs[i] = out->slug;
		if (role_named(m->role, i, out->slug, strlen(out->slug)))
			wrong(y, "peran", i, "kode", out->slug, "sudah ada");
		if (unit_named(m->raw, m->raw->nunit, out->unit) == NULL)
			wrong(y, "peran", i, "unit", out->unit,
			    "tidak dikenal");
		for (kind = 0; kind < ROLE__MAX; kind++)
			if (strcmp(kinds[kind], in->kind) == 0)
				break;
		if (kind == ROLE__MAX)
			wrong(y, "peran", i, "jenis", in->kind, "tidak "
			    "dikenal: harus kantor, eksternal atau sistem");
		out->kind = (enum role_kind)kind;
		out->single = in->single != NULL &&
		    strcmp(in->single, "ya") == 0;
		if (in->single != NULL && !out->single &&
		    strcmp(in->single, "tidak") != 0)
			wrong(y, "peran", i, "tunggal", in->single,
			    "tidak dikenal: harus ya atau tidak");
	}
}

static void
check_joints(const struct memory *m, struct yamltext *y)
{
	const char *role;
	size_t i, len;

	for (i = 0; i < m->raw->njoint; i++)
		for (role = m->raw->joint[i].performer; ; role += len + 1) {
			len = strcspn(role, "|+");
			if (role_named(m->role, m->raw->nrole, role, len) ==
			    NULL)
				wrong(y, "gabungan", i, "peran",
				    m->raw->joint[i].performer,
				    "menyebut peran yang tidak ada");
			if (role[len] == '\0')
				break;
		}
}

static int
fill(struct memory *m, struct yamltext *y)
{
	m->role = calloc(m->raw->nrole, sizeof(*m->role));
	m->slugs = calloc(m->raw->nrole + 1, sizeof(*m->slugs));
	if (m->role == NULL || m->slugs == NULL) {
		yamltext_error(y, "", "memori habis");
		return -1;
	}
	fill_units(m->raw, y);
	fill_roles(m, y);
	check_joints(m, y);
	m->file.unit = m->raw->unit;
	m->file.nunit = m->raw->nunit;
	m->file.role = m->role;
	m->file.nrole = m->raw->nrole;
	m->file.joint = m->raw->joint;
	m->file.njoint = m->raw->njoint;
	m->file.slugs = m->slugs;
	return y->errors ? -1 : 0;
}

struct rolefile *
rolefile_parse(const char *file, const char *yaml, size_t len, char *why,
    size_t whysize)
{
	struct memory *m = calloc(1, sizeof(*m));
	struct yamltext text;
	int rc = -1;

	if (m == NULL) {
		snprintf(why, whysize, "%s:1: memori habis\n", file);
		return NULL;
	}
	m->file.memory = m;
	if (yamltext_open(&text, file, yaml, len, why, whysize) == 0 &&
	    yamltext_read(&text, &file_schema, (void **)&m->raw) == 0)
		rc = fill(m, &text);
	yamltext_close(&text);
	if (rc != 0) {
		rolefile_free(&m->file);
		return NULL;
	}
	return &m->file;
}

void
rolefile_free(struct rolefile *file)
{
	struct memory *m;

	if (file == NULL)
		return;
	m = file->memory;
	yamltext_free(&file_schema, m->raw);
	free(m->role);
	free(m->slugs);
	free(m);
}
