{{%AUTOESCAPE context="HTML"}}
{{! download.tpl - the finished letter is fetched; the frame is narrow.
  NUMBER SOP      "K-2026-0412", "Permohonan magang"
  HEADING         "Disetujui. Surat siap diunduh"
  ROWS            section, one a row {KEY TEXT}: number, date of the letter
  INTRO           section {TEXT}: what the button does
  FORM            section: there is a letter; aksi=unduh
  BUTTON          "Unduh (PDF, 180 kB)"
  NO_LETTER       section {TEXT}: there is none yet
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <span class="govuk-caption-l">{{NUMBER}} · {{SOP}}</span>
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  {{#INTRO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/INTRO}}
  {{#FORM}}
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="unduh">
    <button type="submit" class="govuk-button">{{BUTTON}}</button>
  </form>
  {{/FORM}}
  {{#NO_LETTER}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/NO_LETTER}}
</div>
</div>
