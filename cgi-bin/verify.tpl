{{%AUTOESCAPE context="HTML"}}
{{! verify.tpl - is this letter the office's?
  ERRORS          include: errors.tpl (422)
  LOOKUP          section {CODE}: the field for the code
  ERROR           section in LOOKUP {TEXT}
  FOUND           section: what is known of a letter
  HEADING         "Surat ini berlaku", "Surat ini sudah diganti"
  GOOD BAD        sections in FOUND {TEXT}: what that means
  ROWS            section in FOUND {KEY TEXT}
  SAME OTHER      sections in FOUND {TEXT}: what the file compared to it is
  FILE_ERROR      section in FOUND {TEXT}: no file, or none that can be read
  CODE            of the letter, "K7QM3WXA9HTP"
  ACTION CSRF     address of the forms, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  {{#LOOKUP}}
  <h1 class="govuk-heading-l">Verifikasi surat</h1>
  <p class="govuk-body">Periksa apakah surat, surat keterangan, atau sertifikat memang diterbitkan kantor ini dan masih berlaku.</p>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
      <label class="govuk-label govuk-label--s" for="kode">Kode verifikasi</label>
      <div id="kode-h" class="govuk-hint">12 huruf dan angka di samping kode QR pada surat.</div>
      {{#ERROR}}
      <p id="kode-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/ERROR}}
      <input class="govuk-input govuk-input--width-20{{#ERROR}} govuk-input--error{{/ERROR}}" id="kode" name="kode" type="text" value="{{CODE}}" spellcheck="false" autocomplete="off" autocapitalize="characters" aria-describedby="kode-h{{#ERROR}} kode-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Periksa surat</button>
  </form>
  {{/LOOKUP}}
  {{#FOUND}}
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#GOOD}}
  <div class="govuk-inset-text">{{TEXT}}</div>
  {{/GOOD}}
  {{#BAD}}
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Peringatan</span>{{TEXT}}</strong>
  </div>
  {{/BAD}}
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  <p class="govuk-body app-small">Cocokkan nomor, tanggal, hal, dan nama itu dengan surat yang Anda pegang. Halaman ini melengkapi pemeriksaan tanda tangan elektronik, tidak menggantikannya.</p>
  <h2 class="govuk-heading-m">Bandingkan dokumen PDF</h2>
  {{#SAME}}
  <div class="govuk-inset-text" role="status">{{TEXT}}</div>
  {{/SAME}}
  {{#OTHER}}
  <div class="govuk-warning-text" role="status">
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Peringatan</span>{{TEXT}}</strong>
  </div>
  {{/OTHER}}
  <form method="post" action="{{ACTION}}" enctype="multipart/form-data" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="govuk-form-group{{#FILE_ERROR}} govuk-form-group--error{{/FILE_ERROR}}">
      <label class="govuk-label govuk-label--s" for="dokumen">Dokumen surat</label>
      <div id="dokumen-h" class="govuk-hint">PDF yang Anda terima; taruh atau pilih dokumennya. Dokumen hanya dibandingkan, tidak disimpan.</div>
      {{#FILE_ERROR}}
      <p id="dokumen-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/FILE_ERROR}}
      <input class="govuk-file-upload{{#FILE_ERROR}} govuk-file-upload--error{{/FILE_ERROR}}" id="dokumen" name="dokumen" type="file" accept=".pdf,application/pdf" aria-describedby="dokumen-h{{#FILE_ERROR}} dokumen-e{{/FILE_ERROR}}"{{#FILE_ERROR}} aria-invalid="true"{{/FILE_ERROR}}>
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Bandingkan</button>
  </form>
  {{/FOUND}}
</div>
</div>
