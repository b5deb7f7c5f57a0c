{{%AUTOESCAPE context="HTML"}}
{{! submit.tpl - a request or the start of a case, and its mending.
  CAPTION         section {TEXT}: "Langkah 1 dari 2", or the name of the SOP
  HEADING         "Ajukan permohonan magang atau penelitian"
  ERRORS          include: errors.tpl (422)
  RETURNED        section {TEXT REASON}: who sent it back, and why
  INTRO           section, one a paragraph {TEXT}
  MULTIPART       section: the form holds files
  GROUPS          section, one a group of fields
  TITLE           section in GROUPS {TEXT}
  FIELDS          includes in GROUPS: field.tpl
  STATEMENT       section {TEXT}: what the applicant states by sending
  BUTTON          "Lanjut", "Ajukan kembali", "Mulai berkas"
  HIDDEN          section, one a value that the form carries {NAME VALUE}
  SAVE            section: "Simpan draf"; aksi=draf, else aksi=kirim
  KEPT            section {TEXT}: until when what is typed is kept
  ACTION VERSION KEY CSRF
                  address, version of the task (0: none yet), idempotency
                  key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  {{#CAPTION}}
  <span class="govuk-caption-l">{{TEXT}}</span>
  {{/CAPTION}}
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#RETURNED}}
  <div class="govuk-inset-text app-returned">
    <p class="govuk-body"><strong>{{TEXT}}</strong></p>
    <p class="govuk-body app-lines">“{{REASON:p}}”</p>
  </div>
  {{/RETURNED}}
  {{#INTRO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/INTRO}}
  <form method="post" action="{{ACTION}}"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}} novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    {{#GROUPS}}
    {{#TITLE}}
    <h2 class="govuk-heading-m">{{TEXT}}</h2>
    {{/TITLE}}
    {{>FIELDS}}
    {{/GROUPS}}
    {{#STATEMENT}}
    <p class="govuk-body">{{TEXT}}</p>
    {{/STATEMENT}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="kirim">{{BUTTON}}</button>
      {{#SAVE}}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="draf">Simpan draf</button>
      {{/SAVE}}
    </div>
    {{#KEPT}}
    <p class="govuk-body app-small app-muted">{{TEXT}}</p>
    {{/KEPT}}
  </form>
</div>
</div>
