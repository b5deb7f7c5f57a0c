{{%AUTOESCAPE context="HTML"}}
{{! signing-check.tpl - which signed file is which letter, before they are sent
  (casepage/signing.h); the frame is WIDE.
  HEADING         "Setujui dan kirim yang cocok?"
  ERRORS          include: errors.tpl (422)
  DONE            section {TEXT}: what the last press has sent
  FAILED          section: what it has not
  ROWS            section in FAILED {CASE WHY}
  SUM             "38 surat cocok, 2 belum ada dokumennya."
  READY LACKING   sections: pairs of a letter and a file, whole or not
  ROWS            section in them {NUMBER CASE SUBJECT HREF, PLACE VALUE, CHOSEN}
  FILE            section in ROWS {HREF TEXT}: the signed file
  NOTES LACKS     sections in ROWS {TEXT}: what is known of it, what it lacks
  PLAIN           section: tasks that need the decision alone; ROWS as above
  MISSING         section: letters without a file; ROWS {NUMBER CASE SUBJECT
                  HREF}
  STRAY           section: files without a letter; ROWS {NAME WHY}
  HIDDEN          section {NAME VALUE}: the files, as they come back
  FIELDS          includes: field.tpl: alasan-dokumen, sebab
  SEND            section: there is something to send; aksi=kirim; before it a
                  button that sends none, for Enter on a box
  HINT            what files are taken
  ACTION KEY CSRF address, idempotency key, token; aksi=periksa }}
{{>ERRORS}}
{{#FAILED}}
<div class="govuk-error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="h-gagal">
  <h2 class="govuk-error-summary__title" id="h-gagal">Sebagian tidak terkirim</h2>
  <div class="govuk-error-summary__body">
    <ul class="govuk-list">
      {{#ROWS}}
      <li>{{CASE}}: {{WHY}}</li>
      {{/ROWS}}
    </ul>
  </div>
</div>
{{/FAILED}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#DONE}}
<p class="govuk-body"><strong>{{TEXT}}</strong></p>
{{/DONE}}
<p class="govuk-body">{{SUM}}</p>
<form method="post" action="{{ACTION}}" enctype="multipart/form-data" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <button type="submit" hidden name="aksi" value="periksa">Periksa sekali lagi</button>
  {{#HIDDEN}}
  <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
  {{/HIDDEN}}
  {{#LACKING}}
  <fieldset class="govuk-fieldset app-signing">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Perlu diperhatikan</legend>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {{#ROWS}}
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="k-{{PLACE}}" name="kirim" type="checkbox" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}} aria-describedby="k-{{PLACE}}-h"><input type="hidden" name="lihat" value="{{VALUE}}">
        <label class="govuk-label govuk-checkboxes__label" for="k-{{PLACE}}">{{NUMBER}}, {{CASE}}, {{SUBJECT}}</label>
        <div class="govuk-hint govuk-checkboxes__hint app-break" id="k-{{PLACE}}-h">{{#FILE}}<a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{/FILE}}{{#LACKS}}<br><strong>{{TEXT}}</strong>{{/LACKS}}{{#NOTES}}<br>{{TEXT}}{{/NOTES}}</div>
      </div>
      {{/ROWS}}
    </div>
  </fieldset>
  {{/LACKING}}
  {{#READY}}
  <fieldset class="govuk-fieldset app-signing">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Cocok: nomor, kode, dan tanda tangan ada</legend>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {{#ROWS}}
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="k-{{PLACE}}" name="kirim" type="checkbox" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}} aria-describedby="k-{{PLACE}}-h"><input type="hidden" name="lihat" value="{{VALUE}}">
        <label class="govuk-label govuk-checkboxes__label" for="k-{{PLACE}}">{{NUMBER}}, {{CASE}}, {{SUBJECT}}</label>
        <div class="govuk-hint govuk-checkboxes__hint app-break" id="k-{{PLACE}}-h">{{#FILE}}<a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{/FILE}}{{#LACKS}}<br><strong>{{TEXT}}</strong>{{/LACKS}}{{#NOTES}}<br>{{TEXT}}{{/NOTES}}</div>
      </div>
      {{/ROWS}}
    </div>
  </fieldset>
  {{/READY}}
  {{#PLAIN}}
  <fieldset class="govuk-fieldset app-signing">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Cukup keputusan, tanpa surat</legend>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {{#ROWS}}
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="k-{{PLACE}}" name="kirim" type="checkbox" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}><input type="hidden" name="lihat" value="{{VALUE}}">
        <label class="govuk-label govuk-checkboxes__label" for="k-{{PLACE}}">{{CASE}}, {{SUBJECT}}</label>
      </div>
      {{/ROWS}}
    </div>
  </fieldset>
  {{/PLAIN}}
  {{#MISSING}}
  <h2 class="govuk-heading-m">Belum ada dokumennya</h2>
  <ul class="govuk-list govuk-list--bullet">
    {{#ROWS}}
    <li>{{NUMBER}}, <a class="govuk-link" href="{{HREF}}">{{CASE}}</a>, {{SUBJECT}}</li>
    {{/ROWS}}
  </ul>
  {{/MISSING}}
  {{#STRAY}}
  <h2 class="govuk-heading-m">Dokumen yang tidak dikirim</h2>
  <ul class="govuk-list govuk-list--bullet">
    {{#ROWS}}
    <li class="app-break">{{NAME}}: {{WHY}}</li>
    {{/ROWS}}
  </ul>
  {{/STRAY}}
  {{>FIELDS}}
  {{#SEND}}
  <p class="govuk-body">Yang dicentang disetujui dan diteruskan, masing-masing sendiri. Sesudah dikirim, keputusan itu tercatat dan tidak dapat dihapus. Yang tidak dicentang tetap pada Anda.</p>
  <button type="submit" class="govuk-button" data-module="govuk-button" id="k-kirim" name="aksi" value="kirim">Setujui dan kirim yang dicentang</button>
  {{/SEND}}
  <div class="app-box">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--m" for="berkas">Unggah dokumen lain</label>
      <div id="berkas-h" class="govuk-hint">{{HINT}} Yang sudah diterima tidak perlu diunggah lagi.</div>
      <input class="govuk-file-upload" id="berkas" name="berkas" type="file" accept=".pdf,application/pdf" multiple aria-describedby="berkas-h">
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="periksa">Periksa sekali lagi</button>
  </div>
</form>
