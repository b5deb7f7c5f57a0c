{{%AUTOESCAPE context="HTML"}}
{{! monitored.tpl - the half-yearly monitoring of the SOPs as it was kept: the
    table of PermenPAN-RB 35/2012, printed on A4 across.
  PAPER           section {TEXT}: head of the printed paper, one a line
  HEADING         "Hasil pemantauan penerapan SOP, Semester I 2026"
  MADE            when and by whom it was filled in
  OLD             section, one a note {TEXT}: an earlier version; none yet
  CORRECT         section {HREF}: the way to the form that corrects it
  ROWS            section, one an SOP {NO NAME FIGURES}
  WELL BADLY      sections in ROWS: one of them
  NOTE ACTION     sections in ROWS {TEXT}
  NOTES           section, one a paragraph {TEXT}, in small letters
  VERSIONS        section, one a version {TEXT}
  LINK            section in VERSIONS {HREF}: of one that is not shown
  REASON          section in VERSIONS {TEXT}: why it corrects the one before
  SIGN            section {TEXT}: position; room; name }}
{{#PAPER}}
<p class="app-paper app-lines">{{TEXT:p}}</p>
{{/PAPER}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#OLD}}
<div class="govuk-inset-text">{{TEXT}}</div>
{{/OLD}}
{{#SIGN}}
<p class="govuk-body">Pemantauan setiap enam bulan menurut PermenPAN-RB 35 Tahun 2012. Diisi {{MADE}}.</p>
<div class="app-links">
  {{#CORRECT}}
  <a class="govuk-link" href="{{HREF}}">Ubah pemantauan ini</a>
  {{/CORRECT}}
  <button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
</div>
<section class="app-scroll app-across" tabindex="0" aria-label="Tabel pemantauan penerapan SOP, dapat digulir">
<table class="app-table app-monitored">
  <caption class="govuk-visually-hidden">Pemantauan penerapan SOP</caption>
  <thead>
    <tr>
      <th scope="col" rowspan="2">No</th>
      <th scope="col" rowspan="2">Prosedur</th>
      <th scope="colgroup" colspan="2">Penilaian terhadap penerapan</th>
      <th scope="col" rowspan="2">Catatan hasil penilaian</th>
      <th scope="col" rowspan="2">Tindakan yang harus diambil</th>
      <th scope="col" rowspan="2">Paraf penilai</th>
    </tr>
    <tr>
      <th scope="col">Berjalan baik</th>
      <th scope="col">Tidak berjalan baik</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <td>{{NO}}</td>
      <th scope="row">{{NAME}}</th>
      <td class="app-monitored__mark">{{#WELL}}<span aria-hidden="true">✓</span><span class="govuk-visually-hidden">ya</span>{{/WELL}}</td>
      <td class="app-monitored__mark">{{#BADLY}}<span aria-hidden="true">✓</span><span class="govuk-visually-hidden">ya</span>{{/BADLY}}</td>
      <td>{{FIGURES}}{{#NOTE}}<span class="app-monitored__note app-lines app-break">{{TEXT:p}}</span>{{/NOTE}}</td>
      <td class="app-break">{{#ACTION}}{{TEXT}}{{/ACTION}}</td>
      <td></td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{#NOTES}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/NOTES}}
<p class="govuk-body app-lines app-sign">{{TEXT:p}}</p>
</section>
{{/SIGN}}
{{#VERSIONS}}
<p class="govuk-body app-small app-links">{{#LINK}}<a class="govuk-link" href="{{HREF}}">{{/LINK}}{{TEXT}}{{#LINK}}</a>{{/LINK}}{{#REASON}}: {{TEXT}}{{/REASON}}</p>
{{/VERSIONS}}
