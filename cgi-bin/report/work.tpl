{{%AUTOESCAPE context="HTML"}}
{{! work.tpl - the work behind a figure of a report.
  HEADING         "Langkah selesai terlambat"
  OF              "JFU/JFT, Oktober 2026"
  BACK            address of the report
  TOTAL           "12 langkah dihitung."
  NOTES           section, one a sentence {TEXT}: fewer are to be seen; others
                  than the report has
  TABLE           section: around the rows, when there are any
  ROWS            section {HREF SUBJECT NUMBER SOP STEP FROM STATE}
  PAGER           include: pager.tpl }}
<nav class="app-back" aria-label="Kembali"><a class="govuk-back-link" href="{{BACK}}">Laporan</a></nav>
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<p class="govuk-body">{{OF}}</p>
<p class="govuk-body"><strong id="dihitung">{{TOTAL}}</strong></p>
{{#NOTES}}
<p class="govuk-body">{{TEXT}}</p>
{{/NOTES}}
{{#TABLE}}
<table class="app-table app-cards">
  <caption class="govuk-visually-hidden">{{HEADING}}</caption>
  <thead>
    <tr>
      <th scope="col">Berkas</th>
      <th scope="col">Nomor</th>
      <th scope="col">SOP</th>
      <th scope="col">Langkah</th>
      <th scope="col">Dibuka</th>
      <th scope="col">Keadaan</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{SUBJECT}}</a></th>
      <td data-label="Nomor">{{NUMBER}}</td>
      <td class="app-cards__sop" data-label="SOP">{{SOP}}</td>
      <td data-label="Langkah">{{STEP}}</td>
      <td data-label="Dibuka">{{FROM}}</td>
      <td data-label="Keadaan">{{STATE}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{>PAGER}}
{{/TABLE}}
