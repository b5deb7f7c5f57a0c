{{%AUTOESCAPE context="HTML"}}
{{! letter.tpl - compose a letter for a case.
  CAPTION         "K-2026-0412 · Universitas Sriwijaya"
  HEADING         "Susun konsep surat", "Susun surat bernomor"
  ERRORS          include: errors.tpl (422)
  ROWS            section {KEY TEXT}: what the letter will say
  MADE            section, one a letter {NUMBER STATE}
  FILE            section in MADE {HREF TEXT}: its paper
  FIELDS          includes: field.tpl
  ACT BUTTON      what the main button does, and its words
  BOOK            section {HREF TEXT}: the register of letters
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  <span class="govuk-caption-l">{{CAPTION}}</span>
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/ROWS}}
    {{#MADE}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Surat {{NUMBER}}</dt>
      <dd class="govuk-summary-list__value">{{STATE}}{{#FILE}}, <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{/FILE}}</dd>
    </div>
    {{/MADE}}
  </dl>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{>FIELDS}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button govuk-button--secondary" name="aksi" value="lihat" formtarget="_blank">Lihat draf (PDF, tab baru)</button>
      <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="{{ACT}}">{{BUTTON}}</button>
    </div>
  </form>
  {{#BOOK}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
  {{/BOOK}}
</div>
</div>
