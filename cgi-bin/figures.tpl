{{%AUTOESCAPE context="HTML"}}
{{! figures.tpl - the month of a service, in the form of its evaluation.
  TITLE           "Angka Oktober 2026"
  TOTALS          section, one a figure {KEY TEXT}: "Tepat waktu", "91,6%"
  TABLE           section: there are rows
  ROWS            section in TABLE, one a row {NO PERFORMER DONE ON_TIME
                  RETURNED OWN}: "4 dari 5", "7 menit"
  REPORT          section {HREF}: the whole report
  EARLIER         section: follow-ups of earlier evaluations come next }}
<h2 class="govuk-heading-m">{{TITLE}}</h2>
<dl class="govuk-summary-list">
  {{#TOTALS}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value">{{TEXT}}</dd>
  </div>
  {{/TOTALS}}
</dl>
{{#TABLE}}
<section class="app-scroll" tabindex="0" aria-label="Angka per langkah, dapat digulir">
<table class="app-table">
  <caption>Per langkah</caption>
  <thead>
    <tr>
      <th scope="col">Langkah</th>
      <th scope="col">Pelaksana</th>
      <th scope="col" class="app-number">Selesai</th>
      <th scope="col" class="app-number">Tepat waktu</th>
      <th scope="col" class="app-number">Dikembalikan</th>
      <th scope="col" class="app-number">Lama kerja, median</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <th scope="row">{{NO}}</th>
      <td>{{PERFORMER}}</td>
      <td class="app-number">{{DONE}}</td>
      <td class="app-number">{{ON_TIME}}</td>
      <td class="app-number">{{RETURNED}}</td>
      <td class="app-number">{{OWN}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
</section>
{{/TABLE}}
{{#REPORT}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Lihat laporan lengkap bulan ini</a></p>
{{/REPORT}}
{{#EARLIER}}
<h2 class="govuk-heading-m">Tindak lanjut yang lalu</h2>
{{/EARLIER}}
