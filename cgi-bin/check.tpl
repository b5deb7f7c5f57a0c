{{%AUTOESCAPE context="HTML"}}
{{! check.tpl - look once more before it is sent: a request, a signature, a
    refusal, the closing of a case, a change by an administrator.
  ERRORS          include: errors.tpl (422)
  CAPTION         section {TEXT}: "Langkah 2 dari 2", "K-2026-0412"
  HEADING         "Periksa jawaban sebelum mengirim", "Setujui surat ini?"
  INTRO           section, one a paragraph {TEXT}: what will happen
  ROWS            section, one an answer {KEY}
  TABLE           include in ROWS: people.tpl, a list of persons
  VALUES FILES    sections in ROWS {TEXT} and {HREF TEXT}: one or more
  OLD             section in ROWS {TEXT}: the value before, of a change
  CHANGE          section in ROWS {HREF TEXT}: back to the field; TEXT names it:
                  "nama lengkap"
  HIDDEN          section, one a value that the form carries {NAME VALUE}
  FIELDS          includes: field.tpl, what is agreed to
  STATEMENT       section {TEXT}: what is stated by sending
  BUTTON          "Kirim permohonan", "Tanda tangani surat"
  WARNING         section: the button is that of a refusal or an end
  RETURN          section {TEXT}: a second button that goes back to the form
                  with its values: "Ubah"; aksi=ubah, else aksi=kirim
  KEPT            section {TEXT}: until when the answers are kept
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  {{#CAPTION}}
  <span class="govuk-caption-l">{{TEXT}}</span>
  {{/CAPTION}}
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#INTRO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/INTRO}}
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{#OLD}}<p class="govuk-body app-muted app-lines"><del>{{TEXT:p}}</del></p>{{/OLD}}{{#VALUES}}<p class="govuk-body app-lines">{{TEXT:p}}</p>{{/VALUES}}{{>TABLE}}{{#FILES}}<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>{{/FILES}}</dd>
      {{#CHANGE}}
      <dd class="govuk-summary-list__actions"><a class="govuk-link" href="{{HREF}}">Ubah<span class="govuk-visually-hidden"> {{TEXT}}</span></a></dd>
      {{/CHANGE}}
    </div>
    {{/ROWS}}
  </dl>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    {{>FIELDS}}
    {{#STATEMENT}}
    <p class="govuk-body">{{TEXT}}</p>
    {{/STATEMENT}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button{{#WARNING}} govuk-button--warning{{/WARNING}}" data-module="govuk-button" name="aksi" value="kirim">{{BUTTON}}</button>
      {{#RETURN}}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="ubah">{{TEXT}}</button>
      {{/RETURN}}
    </div>
    {{#KEPT}}
    <p class="govuk-body app-small app-muted">{{TEXT}}</p>
    {{/KEPT}}
  </form>
</div>
</div>
