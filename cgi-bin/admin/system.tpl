{{%AUTOESCAPE context="HTML"}}
{{! system.tpl - the state of the installation; on a phone each line stands below
  the other.
  SUM             "2 galat, 1 peringatan"
  GROUPS          section {TITLE}: faults, warnings, what is well
  ROWS            section in GROUPS, one a finding {NAME TEXT}
  REMEDY          section in ROWS {TEXT}: what is to be done }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Keadaan sistem</h1>
  <p class="govuk-body-l">{{SUM}}</p>
  {{#GROUPS}}
  <h2 class="govuk-heading-m">{{TITLE}}</h2>
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{NAME}}</dt>
      <dd class="govuk-summary-list__value"><p class="govuk-body">{{TEXT}}</p>{{#REMEDY}}<p class="govuk-body">{{TEXT}}</p>{{/REMEDY}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  {{/GROUPS}}
  <p class="govuk-body">Yang memerlukan jaringan (server web, jawaban saluran pesan, penyelarasan jam) tidak ditanyakan dari halaman ini. Petugas komputer melihat semuanya dengan perintah <code class="app-code">sopap doctor</code>.</p>
</div>
</div>
