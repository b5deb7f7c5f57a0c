{{%AUTOESCAPE context="HTML"}}
{{! document.tpl - a paper of the office, shown and printed: the minutes of a
    pengesahan, the report of an evaluation, the monitoring of the SOPs.
  PAPER           section {TEXT}: head of the printed paper, one a line
  CAPTION         section {TEXT}
  HEADING         "Berita acara pengesahan, Oktober 2026"
  INTRO           section, one a paragraph {TEXT}
  ADD             section {HREF TEXT}: a way on, not printed
  PRINT           section: a button that prints
  ROWS            section {KEY TEXT}: one a line of the paper; may have lines
  TABLES          includes: table.tpl
  NOTES           section, one a paragraph {TEXT}, in small letters
  QR              section {SRC ALT}: a picture, in its own size
  SIGN            section {TEXT}: place, date, position; room; name }}
{{#PAPER}}
<p class="app-paper app-lines">{{TEXT:p}}</p>
{{/PAPER}}
{{#CAPTION}}
<span class="govuk-caption-l">{{TEXT}}</span>
{{/CAPTION}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
<div class="app-links">
  {{#ADD}}
  <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>
  {{/ADD}}
  {{#PRINT}}
  <button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
  {{/PRINT}}
</div>
<dl class="govuk-summary-list">
  {{#ROWS}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value app-lines app-break">{{TEXT:p}}</dd>
  </div>
  {{/ROWS}}
</dl>
{{>TABLES}}
{{#NOTES}}
<p class="govuk-body app-small app-break">{{TEXT}}</p>
{{/NOTES}}
{{#QR}}
<p><img class="app-code" src="{{SRC}}" alt="{{ALT}}"></p>
{{/QR}}
{{#SIGN}}
<p class="govuk-body app-lines app-sign">{{TEXT:p}}</p>
{{/SIGN}}
