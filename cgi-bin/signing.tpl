{{%AUTOESCAPE context="HTML"}}
{{! signing.tpl - tasks that are approved together (casepage/signing.h); the frame
  is WIDE.
  HEADING         "Setujui beberapa sekaligus"
  LIST            section: there are letters
  LETTERS         section in LIST, one a letter {NUMBER DATED TO ABOUT}, and of
                  its case {CASE SUBJECT HREF}
  SLA             include in LETTERS: sla.tpl
  FILE            section in LETTERS {HREF TEXT, OPEN}: the paper to be signed
  PLAIN           section: tasks that need the decision alone
  APART           section: tasks that have to be done on their own page
  PREPARE         section {TEXT}: letters can be prepared here; aksi=siapkan
  TASKS           section in the three {CASE SUBJECT HREF}, in APART {WHY}
  NONE            section: there is none of these
  REST            section {TEXT}: tasks that are not on the page, and why
  FAILED          section: of those some were not
  ROWS            section in FAILED {CASE WHY}
  HINT            what files are taken
  ACTION KEY CSRF address, idempotency key, token; aksi=periksa }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#FAILED}}
<div class="govuk-error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="h-gagal">
  <h2 class="govuk-error-summary__title" id="h-gagal">Belum disiapkan</h2>
  <div class="govuk-error-summary__body">
    <ul class="govuk-list">
      {{#ROWS}}
      <li>{{CASE}}: {{WHY}}</li>
      {{/ROWS}}
    </ul>
  </div>
</div>
{{/FAILED}}
{{#REST}}
<p class="govuk-body">{{TEXT}}</p>
{{/REST}}
{{#NONE}}
<p class="govuk-body">Tidak ada yang dapat disetujui sekaligus sekarang.</p>
{{/NONE}}
{{#PREPARE}}
<form class="app-box" method="post" action="{{ACTION}}" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <p class="govuk-body">{{TEXT}}</p>
  <details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Lihat berkasnya</span></summary>
    <ul class="govuk-list govuk-details__text">
      {{#TASKS}}
      <li><a class="govuk-link" href="{{HREF}}">{{CASE}}</a>, {{SUBJECT}}</li>
      {{/TASKS}}
    </ul>
  </details>
  <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="siapkan">Siapkan suratnya</button>
</form>
{{/PREPARE}}
{{#LIST}}
<p class="govuk-body">Unduh surat-surat ini, tanda tangani di luar sistem ini, lalu pilih semua hasilnya sekaligus di bawah. Tiap dokumen dicocokkan dengan nomor dan kode di dalamnya. Belum ada yang dikirim sebelum Anda memeriksanya. <a class="govuk-link" href="#berkas">Langsung ke unggahan</a></p>
<table class="app-table app-cards">
  <caption class="govuk-table__caption govuk-table__caption--m">Surat yang ditandatangani</caption>
  <thead>
    <tr>
      <th scope="col">Nomor surat</th>
      <th scope="col">Berkas</th>
      <th scope="col">Kepada</th>
      <th scope="col">Sisa waktu</th>
      <th scope="col">Dokumen</th>
    </tr>
  </thead>
  <tbody>
    {{#LETTERS}}
    <tr>
      <th scope="row">{{NUMBER}}<span class="app-cards__note">{{DATED}}</span></th>
      <td data-label="Berkas"><a class="govuk-link" href="{{HREF}}">{{CASE}}</a><span class="app-cards__note">{{SUBJECT}}</span></td>
      <td data-label="Kepada">{{TO}}<span class="app-cards__note">{{ABOUT}}</span></td>
      <td data-label="Sisa waktu">{{>SLA}}</td>
      <td data-label="Dokumen">{{#FILE}}<span class="app-break">{{TEXT}}</span> {{#OPEN}}<a class="govuk-link" href="{{HREF}}?lihat=1" target="_blank" rel="noopener">Buka<span class="govuk-visually-hidden"> {{TEXT}} di tab baru</span></a>{{/OPEN}} <a class="govuk-link" href="{{HREF}}">Unduh<span class="govuk-visually-hidden"> {{TEXT}}</span></a>{{/FILE}}</td>
    </tr>
    {{/LETTERS}}
  </tbody>
</table>
<form class="app-box" method="post" action="{{ACTION}}" enctype="multipart/form-data" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <input type="hidden" name="aksi" value="periksa">
  <div class="govuk-form-group">
    <label class="govuk-label govuk-label--m" for="berkas">Surat yang sudah ditandatangani</label>
    <div id="berkas-h" class="govuk-hint">{{HINT}}</div>
    <input class="govuk-file-upload" id="berkas" name="berkas" type="file" accept=".pdf,application/pdf" multiple aria-describedby="berkas-h">
  </div>
  <button type="submit" class="govuk-button" data-module="govuk-button">Periksa</button>
</form>
{{/LIST}}
{{#PLAIN}}
<h2 class="govuk-heading-m">Cukup keputusan, tanpa surat</h2>
<ul class="govuk-list govuk-list--bullet">
  {{#TASKS}}
  <li><a class="govuk-link" href="{{HREF}}">{{CASE}}</a>, {{SUBJECT}}</li>
  {{/TASKS}}
</ul>
<form method="post" action="{{ACTION}}" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="periksa">Periksa keputusan ini</button>
</form>
{{/PLAIN}}
{{#APART}}
<h2 class="govuk-heading-m">Perlu halamannya sendiri</h2>
<ul class="govuk-list govuk-list--bullet">
  {{#TASKS}}
  <li><a class="govuk-link" href="{{HREF}}">{{CASE}}</a>, {{SUBJECT}}. {{WHY}}</li>
  {{/TASKS}}
</ul>
{{/APART}}
