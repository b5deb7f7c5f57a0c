{{%AUTOESCAPE context="HTML"}}
{{! letter.tpl - a letter to look through before it is signed or sent (EXTRA).
  TITLE           "Draf surat balasan"
  ROWS            section {KEY TEXT}: number, date, to, subject
  BODY            section, one a paragraph {TEXT}
  FILES           section {HREF TEXT}: the letter as a file }}
<h2 class="govuk-heading-m">{{TITLE}}</h2>
<div class="app-letter">
  <dl class="govuk-summary-list govuk-summary-list--no-border">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  {{#BODY}}
  <p class="govuk-body app-lines">{{TEXT:p}}</p>
  {{/BODY}}
</div>
{{#FILES}}
<p class="govuk-body app-break"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/FILES}}
