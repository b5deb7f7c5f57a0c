{{%AUTOESCAPE context="HTML"}}
{{! figures.tpl - the month of a service, in the form of its evaluation.
  TITLE           "Angka Oktober 2026"
  TOTALS          section, one a figure {KEY TEXT}: "Tepat waktu", "91,6%"
  ROWS            section, one a row of the SOP {NO PERFORMER DONE ON_TIME
                  RETURNED OWN}; DONE ON_TIME RETURNED in words
  REPORT          section {HREF}: the whole report }}
<h2 class="govuk-heading-m" id="angka">{{TITLE}}</h2>
<dl class="govuk-summary-list">
  {{#TOTALS}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value">{{TEXT}}</dd>
  </div>
  {{/TOTALS}}
</dl>
<div class="app-scroll" role="region" tabindex="0" aria-label="Angka per langkah, dapat digulir">
<table class="govuk-table">
  <caption class="govuk-table__caption govuk-table__caption--s">Per langkah</caption>
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      <th scope="col" class="govuk-table__header">Langkah</th>
      <th scope="col" class="govuk-table__header">Pelaksana</th>
      <th scope="col" class="govuk-table__header govuk-table__header--numeric">Selesai</th>
      <th scope="col" class="govuk-table__header govuk-table__header--numeric">Tepat waktu</th>
      <th scope="col" class="govuk-table__header govuk-table__header--numeric">Dikembalikan</th>
      <th scope="col" class="govuk-table__header govuk-table__header--numeric">Lama kerja, median</th>
    </tr>
  </thead>
  <tbody class="govuk-table__body">
    {{#ROWS}}
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">{{NO}}</th>
      <td class="govuk-table__cell">{{PERFORMER}}</td>
      <td class="govuk-table__cell govuk-table__cell--numeric">{{DONE}}</td>
      <td class="govuk-table__cell govuk-table__cell--numeric">{{ON_TIME}}</td>
      <td class="govuk-table__cell govuk-table__cell--numeric">{{RETURNED}}</td>
      <td class="govuk-table__cell govuk-table__cell--numeric">{{OWN}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
</div>
{{#REPORT}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Lihat laporan lengkap bulan ini</a></p>
{{/REPORT}}
