{{%AUTOESCAPE context="HTML"}}
{{! people.tpl - a checked list of persons: of a request, looked at once more.
  CAPTION         what the list is: "Peserta"
  PERSONS         section, one a row {NAME NUMBER PROGRAMME} }}
<table class="govuk-table app-people">
  <caption class="govuk-visually-hidden">{{CAPTION}}</caption>
  <thead class="govuk-table__head">
    <tr><th scope="col" class="govuk-table__header">Nama</th><th scope="col" class="govuk-table__header">NIM atau NISN</th><th scope="col" class="govuk-table__header">Program studi</th></tr>
  </thead>
  <tbody class="govuk-table__body">
    {{#PERSONS}}
    <tr><th scope="row" class="govuk-table__cell">{{NAME}}</th><td class="govuk-table__cell">{{NUMBER}}</td><td class="govuk-table__cell">{{PROGRAMME}}</td></tr>
    {{/PERSONS}}
  </tbody>
</table>
