{{%AUTOESCAPE context="HTML"}}
{{! table.tpl - a table of figures or of a list.
  CAPTION         what it shows; no two tables of a page the same
  HEADS           section, one a column {TEXT}
  BODIES          section, one a group of rows; most tables have one
  TITLE           section in BODIES {TEXT SPAN}: heading of a group, over SPAN
                  columns
  ROWS            section in BODIES, one a row {NAME}: its first column
  LINK            section in ROWS {HREF}: where NAME leads to
  NOTE            section in ROWS {TEXT}: a word below NAME
  CELLS           section in ROWS, one a further column {TEXT}
  NUMERIC         section in HEADS and CELLS: right-aligned }}
<section class="app-scroll" tabindex="0" aria-label="Tabel: {{CAPTION}}">
<table class="app-table">
  <caption>{{CAPTION}}</caption>
  <thead>
    <tr>
      {{#HEADS}}
      <th scope="col"{{#NUMERIC}} class="app-number"{{/NUMERIC}}>{{TEXT}}</th>
      {{/HEADS}}
    </tr>
  </thead>
  {{#BODIES}}
  <tbody>
    {{#TITLE}}
    <tr><th scope="rowgroup" colspan="{{SPAN}}">{{TEXT}}</th></tr>
    {{/TITLE}}
    {{#ROWS}}
    <tr><th scope="row">{{#LINK}}<a class="govuk-link" href="{{HREF}}">{{/LINK}}{{NAME}}{{#LINK}}</a>{{/LINK}}{{#NOTE}}<span class="app-cards__note">{{TEXT}}</span>{{/NOTE}}</th>{{#CELLS}}<td{{#NUMERIC}} class="app-number"{{/NUMERIC}}>{{TEXT}}</td>{{/CELLS}}</tr>
    {{/ROWS}}
  </tbody>
  {{/BODIES}}
</table>
</section>
