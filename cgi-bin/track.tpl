{{%AUTOESCAPE context="HTML"}}
{{! track.tpl - where a request stands, for whoever has its code.
  LOOKUP          section {CODE}: the form that asks for the code, as typed
  ERROR           section in LOOKUP {TEXT}: "Kode tidak ditemukan. ..."; then
                  also ERRORS
  ERRORS          include: errors.tpl
  LOST            section: asks for the number a lost code is sent to
  LOST_FIELDS     includes in LOST: field.tpl
  FETCH           section {ACTION KEY}: asks for code and digits; aksi=unduh
  FETCH_FIELDS    includes in FETCH: field.tpl
  FOUND           section: around all that follows
  SOP CODE HEADING
                  "Permohonan magang", "K7QM-2F9D-XW4T", "Sedang diproses:
                  langkah 3 dari 8"
  HELD            section {TEXT}: a message waits, the number had too many
  NOW             who has it, until when, what the applicant must do
  MEND            section {HREF TEXT REASON}: it came back; TEXT who, REASON why
  PRESENT         section {TEXT}: come to the office
  READY           section {HREF}: the letter waits there
  HISTORY         include: timeline.tpl, oldest first
  LETTER          section: a letter can be fetched; aksi=unduh
  LETTER_ROWS     section in LETTER {KEY TEXT}: number, date
  LETTER_ACTION   where it is fetched
  LETTER_CODE     section in LETTER {CODE}: goes with the digits
  LETTER_BUTTON   "Unduh surat balasan (PDF, 180 kB)"
  LETTER_FIELDS   includes in LETTER: field.tpl, the second factor
  PEOPLE          section {NAME STATE}: who of several is accepted or refused
  PEOPLE_TITLE    section: heading of PEOPLE, when there are any
  PEOPLE_REASON   section {TEXT}: why some are refused
  NO_LETTER       section {TEXT}: there is none yet
  FILES           section {HREF TEXT}: fetched before
  FILES_TITLE     section: heading of FILES, when there are any
  WITHDRAW        section: the applicant may withdraw; aksi=cabut
  WITHDRAW_OPEN   section: that block stands open
  HIDDEN          section in WITHDRAW {NAME VALUE}: the form carries it
  WITHDRAW_FIELDS includes in WITHDRAW: field.tpl
  COMPLAINT       section {HREF}: where to complain
  SURVEY          section {HREF}: what the applicant thinks, at the end
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
{{>ERRORS}}
{{#LOOKUP}}
  <h1 class="govuk-heading-l">Lacak permohonan</h1>
  <form method="post" action="/lacak" novalidate data-from-link="kode">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
      <label class="govuk-label govuk-label--s" for="kode">Kode pelacakan</label>
      <div id="kode-h" class="govuk-hint">12 huruf dan angka pada bukti permohonan, misalnya K7QM-2F9D-XW4T. Spasi, tanda hubung, dan huruf kecil boleh.</div>
      {{#ERROR}}
      <p id="kode-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/ERROR}}
      <input class="govuk-input govuk-input--width-20 app-code{{#ERROR}} govuk-input--error{{/ERROR}}" id="kode" name="kode" type="text" value="{{CODE}}" aria-describedby="kode-h{{#ERROR}} kode-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}} autocomplete="off" autocapitalize="characters" spellcheck="false">
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Lacak permohonan</button>
  </form>
  <p class="govuk-body"><a class="govuk-link" href="/lacak/lupa">Lupa kode</a></p>
  <p class="govuk-body"><a class="govuk-link" href="/pengaduan">Sampaikan pengaduan</a></p>
{{/LOOKUP}}
{{#LOST}}
  <h1 class="govuk-heading-l">Lupa kode</h1>
  <p class="govuk-body">Tulis nomor WhatsApp pada permohonan Anda. Kodenya kami kirim ke nomor itu.</p>
  <form method="post" action="/lacak/lupa" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    {{>LOST_FIELDS}}
    <button type="submit" class="govuk-button" data-module="govuk-button">Kirim kode</button>
  </form>
{{/LOST}}
{{#FETCH}}
  <h1 class="govuk-heading-l">Unduh surat balasan</h1>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="unduh">
    {{>FETCH_FIELDS}}
    <button type="submit" class="govuk-button">Unduh surat balasan</button>
  </form>
  <p class="govuk-body"><a class="govuk-link" href="/lacak/lupa">Lupa kode</a></p>
{{/FETCH}}
{{#FOUND}}
  <span class="govuk-caption-l">{{SOP}} <strong class="app-track-code">{{CODE}}</strong></span>
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  <div class="govuk-inset-text">{{NOW}}</div>
  {{#HELD}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/HELD}}
  {{#MEND}}
  <div class="app-box">
    <h2 class="govuk-heading-m">{{TEXT}}</h2>
    <blockquote class="app-quote app-lines">“{{REASON:p}}”</blockquote>
    <p class="govuk-body">Selama Anda memperbaiki, waktu kami berhenti.</p>
    <a class="govuk-button govuk-!-margin-bottom-0" href="{{HREF}}">Perbaiki permohonan</a>
  </div>
  {{/MEND}}
  {{#PRESENT}}
  <div class="app-box"><p class="govuk-body govuk-!-margin-bottom-0"><strong>{{TEXT}}</strong></p></div>
  {{/PRESENT}}
  {{#READY}}
  <p class="govuk-body"><a class="govuk-button" href="{{HREF}}">Unduh surat balasan</a></p>
  {{/READY}}
  {{#LETTER}}
  <section aria-labelledby="h-surat">
    <h2 class="govuk-heading-m" id="h-surat">Surat balasan</h2>
    <dl class="govuk-summary-list">
      {{#LETTER_ROWS}}
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{{KEY}}</dt>
        <dd class="govuk-summary-list__value">{{TEXT}}</dd>
      </div>
      {{/LETTER_ROWS}}
    </dl>
    <form method="post" action="{{LETTER_ACTION}}" novalidate>
      <input type="hidden" name="csrf" value="{{CSRF}}">
      <input type="hidden" name="kunci" value="{{KEY}}">
      <input type="hidden" name="aksi" value="unduh">
      {{#LETTER_CODE}}
      <input type="hidden" name="kode" value="{{CODE}}">
      {{/LETTER_CODE}}
      {{>LETTER_FIELDS}}
      <button type="submit" class="govuk-button">{{LETTER_BUTTON}}</button>
    </form>
  </section>
  {{/LETTER}}
  {{#PEOPLE_TITLE}}
  <h2 class="govuk-heading-m">Peserta</h2>
  {{/PEOPLE_TITLE}}
  <ul class="govuk-list govuk-list--bullet app-outcomes">
    {{#PEOPLE}}
    <li>{{NAME}}: <strong>{{STATE}}</strong></li>
    {{/PEOPLE}}
  </ul>
  {{#PEOPLE_REASON}}
  <p class="govuk-body">Alasan menolak peserta: {{TEXT}}</p>
  {{/PEOPLE_REASON}}
  <h2 class="govuk-heading-m">Perjalanan permohonan</h2>
  {{>HISTORY}}
  {{#NO_LETTER}}
  <h2 class="govuk-heading-m">Surat balasan</h2>
  <p class="govuk-body">{{TEXT}}</p>
  {{/NO_LETTER}}
  {{#FILES_TITLE}}
  <h2 class="govuk-heading-m">Dokumen</h2>
  {{/FILES_TITLE}}
  <ul class="govuk-list app-outcomes">
    {{#FILES}}
    <li class="app-break"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
    {{/FILES}}
  </ul>
  {{#WITHDRAW}}
  <details class="govuk-details"{{#WITHDRAW_OPEN}} open{{/WITHDRAW_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Batalkan permohonan ini</span></summary>
    <div class="govuk-details__text">
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="cabut">
        {{#HIDDEN}}
        <input type="hidden" name="{{NAME}}" value="{{VALUE}}">
        {{/HIDDEN}}
        {{>WITHDRAW_FIELDS}}
        <button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">Batalkan permohonan</button>
      </form>
    </div>
  </details>
  {{/WITHDRAW}}
  {{#SURVEY}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Isi survei kepuasan</a></p>
  {{/SURVEY}}
  {{#COMPLAINT}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Sampaikan pengaduan</a></p>
  {{/COMPLAINT}}
{{/FOUND}}
</div>
</div>
