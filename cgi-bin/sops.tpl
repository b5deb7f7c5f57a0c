{{%AUTOESCAPE context="HTML"}}
{{! sops.tpl - the SOPs of the office, by unit.
  HEADING         "SOP layanan", "SOP"
  INTRO           section {TEXT}: what they are
  GROUPS          section, one a unit {UNIT}
  ROWS            section in GROUPS {HREF NAME NUMBER EFFECTIVE VERSION STEPS}:
                  STEPS is "8 langkah"
  OPEN            section in ROWS {TEXT}: open cases, for officials
  SHOW_OPEN       section in GROUPS: the heading of that column }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
{{#GROUPS}}
<table class="app-table app-cards app-cards--even">
  <caption class="govuk-table__caption govuk-table__caption--m">{{UNIT}}</caption>
  <thead>
    <tr>
      <th scope="col">Nama</th>
      <th scope="col">Nomor</th>
      <th scope="col">Berlaku sejak</th>
      <th scope="col">Versi</th>
      <th scope="col">Langkah</th>
      {{#SHOW_OPEN}}
      <th scope="col" class="app-number">Berkas berjalan</th>
      {{/SHOW_OPEN}}
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{NAME}}</a></th>
      <td data-label="Nomor">{{NUMBER}}</td>
      <td data-label="Berlaku sejak">{{EFFECTIVE}}</td>
      <td data-label="Versi">{{VERSION}}</td>
      <td data-label="Langkah">{{STEPS}}</td>
      {{#OPEN}}
      <td class="app-number" data-label="Berkas berjalan">{{TEXT}}</td>
      {{/OPEN}}
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{/GROUPS}}
