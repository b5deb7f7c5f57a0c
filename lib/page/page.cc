/*
 * page.cc - filling a template, by ctemplate.  The one C++ file: it catches
 * every exception, and what went wrong shows in page_expand().
 */
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <list>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <ctemplate/template.h>

#include "page/page.h"
#include "page/translation.h"

using ctemplate::STRIP_BLANK_LINES;
using ctemplate::Template;
using ctemplate::TemplateDictionary;

/*
 * A template's values, or the part of one.  The parts of a page are kept by
 * its root; their dictionaries belong to the root's dictionary.
 */
struct page {
	page		   *root;	/* itself, for the page of page_new() */
	TemplateDictionary *dict;
	std::string	    name;	/* of the template; root only */
	std::list<page>	    parts;	/* root only */
	bool		    failed;	/* memory ran out; root only */
};

/* The first line of every template: without it nothing is escaped. */
static const char pragma[] = "{{%AUTOESCAPE context=\"HTML\"}}";

/*
 * A language besides Indonesian.  Its words are read, and templates are put
 * into it, by the first page that is asked for in it: that takes as long as all
 * else at the start of a program, and people of the office never ask.
 */
struct language {
	std::string	    code, name, path;
	struct translation *words;	/* NULL: not asked for yet */
};

/* The languages, the templates that are loaded, and the words of the language
 * that pages are made in (NULL: Indonesian).  Never freed: pages may be made
 * until the very end. */
static std::vector<language> &languages = *new std::vector<language>;
static std::set<std::string> &loaded = *new std::set<std::string>;
static struct translation *speaking;

/* Why the last language that was asked for is not spoken. */
static std::string &fault = *new std::string;

/* It goes before the addresses of pages.  Never freed, as above. */
static std::string &prefix = *new std::string;

/* Markers whose values are never translated: texts that people typed, and codes
 * that people do not read. */
static bool
is_own(const char *marker)
{
	static const std::set<std::string> own = { "VALUE", "TYPED", "REASON",
		"QUOTE", "NIP", "SUBJECT", "CODE", "CSRF", "DAY", "MONTH",
		"YEAR", "HREF", "ACTION", "ID", "SEARCH", "SERVICE" };

	return own.count(marker) > 0;
}

/* A name that programs use among themselves; texts and states are words. */
static bool
is_slug(const char *marker, const char *text)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyz0123456789_-";

	return strcmp(marker, "STATE") != 0 && strcmp(marker, "TEXT") != 0 &&
	    text[strspn(text, letters)] == '\0';
}

/* A value as it is said in the language of the page. */
static std::string
said(const char *marker, const char *value)
{
	char *text;

	if (value == nullptr)
		return "";
	if (speaking == nullptr || is_own(marker) || is_slug(marker, value) ||
	    (text = translation_say(speaking, value)) == nullptr)
		return value;
	std::string copy(text);

	free(text);
	return copy;
}

/* The template's name in the language of the page. */
static std::string
in_language(const struct translation *t, const char *name)
{
	return t == nullptr ? name :
	    std::string(translation_code(t)) + "/" + name;
}

/* Does the file begin with the pragma? */
static bool
is_escaped(const std::string &path)
{
	std::ifstream in(path);
	std::string line;

	return std::getline(in, line) && line == pragma;
}

/* Run a change of the page; a failure is remembered for page_expand(). */
template <typename F>
static void
change(page *p, F fn)
{
	if (p == nullptr)
		return;
	try {
		fn();
	} catch (...) {
		p->root->failed = true;
	}
}

/* Keep a new part of the page. */
static page *
part(page *p, TemplateDictionary *dict)
{
	p->root->parts.push_back(page{p->root, dict, {}, {}, false});
	return &p->root->parts.back();
}

void
page_path(const char *folders)
{
	try {
		std::string all(folders);
		size_t from = 0, to = all.find(':');

		Template::SetTemplateRootDirectory(all.substr(0, to));
		while (to != std::string::npos) {
			from = to + 1;
			to = all.find(':', from);
			Template::AddAlternateTemplateRootDirectory(
			    all.substr(from, to == std::string::npos ?
			    to : to - from));
		}
	} catch (...) {
		/* No memory: page_load() will find nothing and say so. */
	}
}

void
page_prefix(const char *text)
{
	try {
		prefix = text;
	} catch (...) {
		/* No memory: page_load() will have none either. */
	}
}

/* A language's own template, else the Indonesian one with its texts put into
 * that language. */
static int
load_in(const struct translation *t, const std::string &name)
{
	const std::string own = in_language(t, name.c_str());
	const std::string file = Template::FindTemplateFilename(own);

	if (!file.empty())
		return is_escaped(file) && ctemplate::LoadTemplate(own,
		    STRIP_BLANK_LINES) ? 0 : -1;
	std::ifstream in(Template::FindTemplateFilename(name));
	std::stringstream text;

	text << in.rdbuf();
	char *turned = translation_template(t, text.str().c_str(), nullptr,
	    nullptr);

	if (turned == nullptr)
		return -1;
	const std::string copy(turned);

	free(turned);
	return ctemplate::StringToTemplateCache(own, copy,
	    STRIP_BLANK_LINES) ? 0 : -1;
}

/* The name of a language: the first line of its catalogue that says anything,
 * or "". */
static std::string
name_in(const std::string &path)
{
	std::ifstream in(path);
	std::string line;

	while (std::getline(in, line))
		if (!line.empty() && line[0] != '#')
			return line;
	return "";
}

int
page_language_load(const char *code, char *why, size_t size)
{
	try {
		const std::string path = Template::FindTemplateFilename(
		    std::string(code) + "/messages");
		const std::string name = name_in(path);

		if (name.empty()) {
			snprintf(why, size, "%s/messages: %s", code,
			    path.empty() ? "not found" :
			    "the language's name is missing");
			return -1;
		}
		languages.push_back(language{code, name, path, nullptr});
		return 0;
	} catch (...) {
		snprintf(why, size, "out of memory");
		return -1;
	}
}

/* Have the words of a language and the templates in it: false, with the fault,
 * when one of them is wrong. */
static bool
read_language(language &l)
{
	char why[512];

	l.words = translation_read(l.path.c_str(), l.code.c_str(), why,
	    sizeof(why));
	if (l.words == nullptr) {
		fault = why;
		return false;
	}
	for (const std::string &name : loaded)
		if (load_in(l.words, name) == -1) {
			fault = "cannot load " + l.code + "/" + name;
			return false;
		}
	return true;
}

const char *
page_language(const char *code)
{
	speaking = nullptr;
	fault.clear();
	for (size_t i = 0; code != nullptr && i < languages.size(); i++) {
		language &l = languages[i];

		if (l.code != code)
			continue;
		if (l.words != nullptr || read_language(l)) {
			speaking = l.words;
			break;
		}
		translation_free(l.words);
		languages.erase(languages.begin() +
		    static_cast<std::ptrdiff_t>(i));
	}
	return speaking != nullptr ? translation_code(speaking) : "id";
}

const char *
page_language_fault(void)
{
	return fault.c_str();
}

const char *
page_language_name(size_t n, const char **code)
{
	if (n >= languages.size())
		return nullptr;
	*code = languages[n].code.c_str();
	return languages[n].name.c_str();
}

char *
page_say(const char *text)
{
	return speaking == nullptr ? nullptr : translation_say(speaking, text);
}

int
page_load(const char *name)
{
	try {
		std::string path = Template::FindTemplateFilename(name);

		if (path.empty() || !is_escaped(path) ||
		    !ctemplate::LoadTemplate(name, STRIP_BLANK_LINES))
			return -1;
		loaded.insert(name);
		for (const language &l : languages)
			if (l.words != nullptr && load_in(l.words, name) == -1)
				return -1;
		return 0;
	} catch (...) {
		return -1;
	}
}

struct page *
page_new(const char *template_name)
{
	page *p = nullptr;

	try {
		p = new page{nullptr, nullptr, in_language(speaking,
		    template_name), {}, false};
		p->root = p;
		p->dict = new TemplateDictionary(template_name);
		return p;
	} catch (...) {
		delete p;
		return nullptr;
	}
}

void
page_free(struct page *p)
{
	if (p == nullptr)
		return;
	delete p->dict;
	delete p;
}

void
page_set(struct page *p, const char *marker, const char *value)
{
	change(p, [&] {
		p->dict->SetValue(marker, said(marker, value));
	});
}

void
page_set_typed(struct page *p, const char *marker, const char *value)
{
	change(p, [&] {
		p->dict->SetValue(marker, value != nullptr ? value : "");
	});
}

void
page_set_int(struct page *p, const char *marker, int64_t value)
{
	change(p, [&] { p->dict->SetValue(marker, std::to_string(value)); });
}

void
page_setf(struct page *p, const char *marker, const char *fmt, ...)
{
	char *text = nullptr;
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vasprintf(&text, fmt, ap);
	va_end(ap);
	change(p, [&] {
		if (len < 0)
			throw std::bad_alloc();
		p->dict->SetValue(marker, said(marker, text));
	});
	if (len >= 0)
		free(text);
}

void
page_global(struct page *p, const char *marker, const char *value)
{
	change(p, [&] {
		p->dict->SetTemplateGlobalValue(marker,
		    value != nullptr ? value : "");
	});
}

struct page *
page_add(struct page *p, const char *section)
{
	page *added = nullptr;

	change(p, [&] {
		added = part(p, p->dict->AddSectionDictionary(section));
	});
	return added;
}

struct page *
page_pair(struct page *p, const char *section, const char *marker,
    const char *value, const char *other, const char *other_value)
{
	page *added = page_add(p, section);

	page_set(added, marker, value);
	page_set(added, other, other_value);
	return added;
}

struct page *
page_link(struct page *p, const char *section, const char *href,
    const char *text)
{
	return page_pair(p, section, "HREF", href, "TEXT", text);
}

void
page_show(struct page *p, const char *section)
{
	change(p, [&] { p->dict->ShowSection(section); });
}

void
page_text(struct page *p, const char *section, const char *text)
{
	if (text != nullptr && *text != '\0')
		change(p, [&] {
			p->dict->AddSectionDictionary(section)->
			    SetValue("TEXT", said(section, text));
		});
}

void
page_option(struct page *p, const char *section, const char *value,
    const char *text, int chosen)
{
	page *option = page_pair(p, section, "VALUE", value, "TEXT", text);

	if (chosen)
		page_show(option, "CHOSEN");
}

void
page_hidden(struct page *p, const char *name, const char *value)
{
	page_pair(p, "HIDDEN", "NAME", name, "VALUE", value);
}

struct page *
page_include(struct page *p, const char *marker, const char *template_name)
{
	page *added = nullptr;

	change(p, [&] {
		TemplateDictionary *dict =
		    p->dict->AddIncludeDictionary(marker);

		dict->SetFilename(in_language(speaking, template_name));
		added = part(p, dict);
	});
	return added;
}

/* Does the attribute whose value begins behind `="` at this place of a page
 * hold an address? */
static bool
is_address(const std::string &html, size_t at)
{
	for (const char *name : { "href", "action", "src" }) {
		const size_t len = strlen(name);

		if (at > len && html.compare(at - len, len, name) == 0 &&
		    strchr(" \t\n", html[at - len - 1]) != nullptr)
			return true;
	}
	return false;
}

/*
 * The page with the prefix before its addresses.  In a value every quotation
 * mark is escaped, so whatever looks like an attribute here is one.
 */
static std::string
placed(const std::string &html)
{
	static const char begin[] = "=\"/";
	std::string out;
	size_t from = 0, at = 0;

	while ((at = html.find(begin, at)) != std::string::npos) {
		if (is_address(html, at)) {
			out.append(html, from, at + 2 - from).append(prefix);
			from = at + 2;
		}
		at += 2;
	}
	return out.append(html, from, std::string::npos);
}

int
page_expand(struct page *p, char **html, size_t *len)
{
	if (p == nullptr || p->failed)
		return -1;
	try {
		std::string out;
		char *copy;

		if (!ctemplate::ExpandTemplate(p->name, STRIP_BLANK_LINES,
		    p->dict, &out))
			return -1;
		if (!prefix.empty())
			out = placed(out);
		if ((copy = static_cast<char *>(malloc(out.size() + 1))) ==
		    nullptr)
			return -1;
		memcpy(copy, out.c_str(), out.size() + 1);
		*html = copy;
		*len = out.size();
		return 0;
	} catch (...) {
		return -1;
	}
}
