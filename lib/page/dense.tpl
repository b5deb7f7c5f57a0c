{{%AUTOESCAPE context="HTML"}}
{{! dense.tpl - a table of the report, as short as HTML allows: its page has
  two thousand cells and is to stay under 86 kB.  Cells end where the next
  begins, or their row ends, and its links have their look from the table.
  CAPTION         what it shows
  HEARD           section: the caption is heard, not seen: a heading says it
  HEADS           section, one a column {TEXT}
  BODIES          section, one a group of rows; most tables have one
  TITLE           section in BODIES {TEXT SPAN}: heading of a group, over SPAN
                  columns
  ROWS            section in BODIES, one a row {NAME}: its first column
  LINK            section in ROWS {HREF}: where NAME leads to
  NOTE            section in ROWS {TEXT}: a word below NAME
  CELLS           section in ROWS, one a further column {TEXT}
  TO              section in CELLS and TITLE {HREF}: where it leads to
  FIGURES         section: all is right-aligned but the first column
  WORDS_1 WORDS_2 sections beside FIGURES: and the one, the two behind it
  BELOW           section in CELLS: below its target: bold, with a mark }}
<section class="app-scroll" tabindex="0" aria-label="Tabel: {{CAPTION}}">
<table class="app-table{{#FIGURES}} app-table--figures{{/FIGURES}}{{#WORDS_1}} app-words-1{{/WORDS_1}}{{#WORDS_2}} app-words-2{{/WORDS_2}}">
<caption{{#HEARD}} class="govuk-visually-hidden"{{/HEARD}}>{{CAPTION}}</caption>
<thead>
<tr>{{#HEADS}}<th scope="col">{{TEXT}}{{/HEADS}}</tr>
</thead>
{{#BODIES}}
<tbody>
{{#TITLE}}
<tr><th scope="rowgroup" colspan="{{SPAN}}">{{#TO}}<a href="{{HREF}}">{{/TO}}{{TEXT}}{{#TO}}</a>{{/TO}}</tr>
{{/TITLE}}
{{#ROWS}}
<tr><th scope="row">{{#LINK}}<a href="{{HREF}}">{{/LINK}}{{NAME}}{{#LINK}}</a>{{/LINK}}{{#NOTE}}<small>{{TEXT}}</small>{{/NOTE}}{{#CELLS}}<td>{{#BELOW}}<em>▼ {{/BELOW}}{{#TO}}<a href="{{HREF}}">{{/TO}}{{TEXT}}{{#TO}}</a>{{/TO}}{{#BELOW}}</em>{{/BELOW}}{{/CELLS}}</tr>
{{/ROWS}}
</tbody>
{{/BODIES}}
</table>
</section>
