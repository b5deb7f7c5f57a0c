{{%AUTOESCAPE context="HTML"}}
{{! table.tpl - a table of figures or of a list.
  CAPTION         what it shows; no two tables of a page the same
  QUIET           section: a heading above says it, the caption is not seen
  HEADS           section, one a column {TEXT}
  BODIES          section, one a group of rows; most tables have one
  TITLE           section in BODIES {TEXT SPAN}: heading of a group, over SPAN
                  columns
  ROWS            section in BODIES, one a row {NAME}: its first column
  LINK            section in ROWS {HREF}: where NAME leads to
  NOTE            section in ROWS {TEXT}: a word below NAME
  CELLS           section in ROWS, one a further column {TEXT}
  NUMERIC         section in HEADS and CELLS: right-aligned
  FIGURES         section: all is right-aligned, but the first column and what
                  is marked
  WORDS           section in HEADS and CELLS: a word among FIGURES
  BELOW           section in CELLS: below its target: bold, with a mark }}
<section class="app-scroll" tabindex="0" aria-label="Tabel: {{CAPTION}}">
<table class="app-table{{#FIGURES}} app-table--figures{{/FIGURES}}">
  <caption{{#QUIET}} class="govuk-visually-hidden"{{/QUIET}}>{{CAPTION}}</caption>
  <thead>
    <tr>
      {{#HEADS}}
      <th scope="col"{{#NUMERIC}} class="app-number"{{/NUMERIC}}{{#WORDS}} class="app-words"{{/WORDS}}>{{TEXT}}</th>
      {{/HEADS}}
    </tr>
  </thead>
  {{#BODIES}}
  <tbody>
    {{#TITLE}}
    <tr><th class="app-table__group" scope="rowgroup" colspan="{{SPAN}}">{{TEXT}}</th></tr>
    {{/TITLE}}
    {{#ROWS}}
    <tr><th scope="row">{{#LINK}}<a class="govuk-link" href="{{HREF}}">{{/LINK}}{{NAME}}{{#LINK}}</a>{{/LINK}}{{#NOTE}}<span class="app-cards__note">{{TEXT}}</span>{{/NOTE}}</th>{{#CELLS}}<td{{#NUMERIC}} class="app-number"{{/NUMERIC}}{{#WORDS}} class="app-words"{{/WORDS}}>{{#BELOW}}<strong class="app-below"><span aria-hidden="true">▼</span> {{/BELOW}}{{TEXT}}{{#BELOW}}<span class="govuk-visually-hidden">, di bawah target</span></strong>{{/BELOW}}</td>{{/CELLS}}</tr>
    {{/ROWS}}
  </tbody>
  {{/BODIES}}
</table>
</section>
