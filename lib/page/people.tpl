{{%AUTOESCAPE context="HTML"}}
{{! people.tpl - a checked list of persons: of a request, looked at once more.
  CAPTION         what the list is: "Peserta"
  CLOSED          section {TEXT}: it can be opened, "50 peserta, 2 ditolak"
  DECIDED         section: a column for what was decided
  PERSONS         section, one a row {NAME NUMBER PROGRAMME}
  DECISION        section in PERSONS {TEXT}: "Diterima" }}
{{#CLOSED}}<details class="govuk-details app-people-closed"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{TEXT}}</span></summary>{{/CLOSED}}
<table class="govuk-table app-people{{#DECIDED}} app-cards{{/DECIDED}}">
  <caption class="govuk-visually-hidden">{{CAPTION}}</caption>
  <thead class="govuk-table__head">
    <tr><th scope="col" class="govuk-table__header">Nama</th><th scope="col" class="govuk-table__header">NIM atau NISN</th><th scope="col" class="govuk-table__header">Program studi</th>{{#DECIDED}}<th scope="col" class="govuk-table__header">Keputusan</th>{{/DECIDED}}</tr>
  </thead>
  <tbody class="govuk-table__body">
    {{#PERSONS}}
    <tr><th scope="row" class="govuk-table__cell">{{NAME}}</th><td class="govuk-table__cell" data-label="NIM atau NISN">{{NUMBER}}</td><td class="govuk-table__cell" data-label="Program studi">{{PROGRAMME}}</td>{{#DECISION}}<td class="govuk-table__cell" data-label="Keputusan">{{TEXT}}</td>{{/DECISION}}</tr>
    {{/PERSONS}}
  </tbody>
</table>
{{#CLOSED}}</details>{{/CLOSED}}
