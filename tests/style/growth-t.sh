# growth-t.sh - no text is built by copying it anew: a form of a megabyte would
# take half a gigabyte.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99

# growing FILE... - texts that grow by arena_printf().
growing() {
	perl "$SRCDIR/tests/style/growth.pl" "$@"
}

growing $(find lib cgi-bin reports -name '*.c' | sort) >"$dir/out"
[ ! -s "$dir/out" ]
ok $? "no text grows by arena_printf()" "$dir/out"

cat >"$dir/grows.c" <<'END'
static void
list(struct view *v, const char **all)
{
	const char *text = "", *other;

	for (size_t i = 0; i < n; i++)
		text = arena_printf(v->arena, "%s%s (%s)", text,
		    i > 0 ? ", " : "", name[i]);
	while (more())
		if (is_wanted()) {
			text = arena_printf(v->arena, "%s, %s",
			    words(v, text), "x");
			other = arena_printf(v->arena, "text = %s", v->text);
		}
	v->text = arena_printf(v->arena, "%s%s", v->text, text);
	*all = arena_printf(v->arena, "%s%s", *all, text);
	other = arena_printf(v->arena, "%s.", other);
}
END
equals "$(growing "$dir/grows.c" | cut -d: -f2 | xargs)" "7 11 15 16" \
	"... those in a loop, and those a caller may loop over, are found"
done_testing
