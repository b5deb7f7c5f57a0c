{{%AUTOESCAPE context="HTML"}}
{{! counter.tpl - the queue of one desk; the frame is WIDE.
  HEADING         "Loket Petugas Entry dan Scan Kanim"
  ERRORS          include: errors.tpl (422)
  CONFLICT        section {TEXT}: 409, who was faster
  SLIP            section {HREF TEXT}: of the number just handed out
  FIND            the queue number looked for (nomor)
  SLIP_HREF       in TASK: its slip
  COUNTS          "5 dalam antrean, 12 selesai hari ini. Diperbarui ..."
  MORE            section {TEXT}: the queue is longer
  TABS            section: around the STATIONS, when there are several
  STATIONS        section, one a desk {HREF TEXT, CURRENT or OTHER}
  TASK            section: the task that is open
  TITLE PLACE ACTIVITY
                  "014, John Smith", "K-2026-0012, langkah 5 dari 18", text
  SLA             include: sla.tpl; in TASK and in ROWS
  RETURNED        section {TEXT REASON}: why it came back
  STATE           section {TEXT}: why nothing can be done now
  PRESENCE        section: the applicant is awaited; aksi=hadir
  FORM            section: what is done now; aksi=selesai
  MULTIPART       section: the form holds files
  FIELDS          includes: field.tpl; of the rows, or of a first row
  FURTHER         section {STEP}: a row that the same press can finish, with
                  its FIELDS
  DECISION        includes: field.tpl: sebab
  AFTER           section in FORM and STARTS: an act recorded after the fact
  AFTER_FIELDS    includes in AFTER: field.tpl
  AFTER_OPEN      section: it stands open
  BUTTON          "Selesai: langkah 5"
  TYPE            section: one Tab leads to the first field
  FOCUS           section: the button has the focus
  ALL             section {TEXT}: this row and those that follow at this desk;
                  aksi=selesai-semua
  CALL            section: call the applicant first; aksi=ambil
  STEP_HREF       the step's own page: send back, refuse, hand over
  CLERK           section: only what others did is written down here
  STARTS          section {SLUG NAME}: a number is handed out
  OTHER_STARTS    section {HREF NAME}: of another SOP
  FIRST           section in STARTS: its button has the focus
  TABLE           section: around the rows
  ROWS            section {HREF SUBJECT NUMBER STEP}
  PRESS           section in a row {SUBJECT ACT TEXT}: one keypress
  TAKEN           section in a row {TEXT}: who has it
  EMPTY           section {TEXT}: nobody else waits
  CHANGE          section: another officer takes over
  PEOPLE          section in CHANGE {VALUE TEXT}
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token }}
{{>ERRORS}}
{{#CONFLICT}}
<div class="govuk-error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="h-galat">
  <h2 class="govuk-error-summary__title" id="h-galat">{{TEXT}}</h2>
  <div class="govuk-error-summary__body"><p>Tidak ada yang dikirim.</p></div>
</div>
{{/CONFLICT}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#CLERK}}
<p class="govuk-body">Anda mencatat untuk pemegang peran ini: kehadiran pemohon dengan satu tekan, tindakan lain atas nama pejabatnya dan dengan bukti.</p>
{{/CLERK}}
{{#SLIP}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/SLIP}}
<form class="app-filter" method="get" action="/loket" novalidate role="search" aria-label="Cari nomor antrean">
  <div class="app-filter__field">
    <label class="govuk-label" for="cari-nomor">Nomor antrean</label>
    <input class="govuk-input" id="cari-nomor" name="nomor" type="search" value="{{FIND}}" autocomplete="off">
  </div>
  <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Cari</button>
</form>
<p class="govuk-body app-counts" id="h-jumlah" data-renew>{{COUNTS}}{{#MORE}} {{TEXT}}{{/MORE}}</p>
{{#TABS}}
<nav class="app-tabs" aria-label="Loket">
  <ul class="app-tabs__list">
    {{#STATIONS}}
    {{#CURRENT}}
    <li class="app-tabs__item app-tabs__item--current"><a class="app-tabs__link" href="{{HREF}}" aria-current="page">{{TEXT}}</a></li>
    {{/CURRENT}}
    {{#OTHER}}
    <li class="app-tabs__item"><a class="app-tabs__link govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
    {{/OTHER}}
    {{/STATIONS}}
  </ul>
</nav>
{{/TABS}}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
{{#TASK}}
<section class="app-box" aria-labelledby="h-sekarang">
  <h2 class="govuk-heading-m" id="h-sekarang"{{#TYPE}} tabindex="-1" autofocus{{/TYPE}}>{{TITLE}}</h2>
  <p class="govuk-body">{{PLACE}} {{>SLA}}</p>
  {{#RETURNED}}
  <div class="govuk-inset-text app-returned">
    <p class="govuk-body"><strong>{{TEXT}}</strong></p>
    <p class="govuk-body app-lines">“{{REASON:p}}”</p>
  </div>
  {{/RETURNED}}
  <p class="govuk-body">{{ACTIVITY}}</p>
  {{#STATE}}
  <p class="govuk-body"><strong>{{TEXT}}</strong></p>
  {{/STATE}}
  {{#PRESENCE}}
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="hadir" autofocus>Pemohon hadir</button>
  </form>
  {{/PRESENCE}}
  {{#FORM}}
  <form method="post" action="{{ACTION}}"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}} novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="keputusan" value="teruskan">
    {{>FIELDS}}
    {{#FURTHER}}
    <p class="govuk-body">{{STEP}}</p>
    {{>FIELDS}}
    {{/FURTHER}}
    {{>DECISION}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="selesai"{{#FOCUS}} autofocus{{/FOCUS}}>{{BUTTON}}</button>
      {{#ALL}}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="selesai-semua">{{TEXT}}</button>
      {{/ALL}}
      {{#CALL}}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="ambil">Panggil dahulu</button>
      {{/CALL}}
    </div>
    {{#AFTER}}
    <details class="govuk-details"{{#AFTER_OPEN}} open{{/AFTER_OPEN}}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Dikerjakan sebelum dicatat di sini</span></summary>
      <div class="govuk-details__text">
        <p class="govuk-body app-small">Isi hanya bila langkah ini sudah selesai lebih dahulu. Lewat dari satu jam kerja ditandai “dicatat belakangan”.</p>
        {{>AFTER_FIELDS}}
      </div>
    </details>
    {{/AFTER}}
  </form>
  {{/FORM}}
  <p class="govuk-body app-small"><a class="govuk-link" href="{{SLIP_HREF}}">Cetak slip antrean</a></p>
  <p class="govuk-body app-small"><a class="govuk-link" href="{{STEP_HREF}}">Kembalikan, tolak, serahkan, atau lihat berkasnya</a></p>
</section>
{{/TASK}}
{{#STARTS}}
<form class="app-acts" method="post" action="/loket" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <input type="hidden" name="sop" value="{{SLUG}}">
  <h2 class="govuk-heading-m">Antrean baru: {{NAME}}</h2>
  {{>FIELDS}}
  {{#AFTER}}
  <details class="govuk-details"{{#AFTER_OPEN}} open{{/AFTER_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Nomor ini sudah diberikan sebelumnya</span></summary>
    <div class="govuk-details__text">
      <p class="govuk-body app-small">Isi bila nomornya diberikan sebelum dicatat di sini, misalnya pada kertas. Lewat dari satu jam kerja ditandai “dicatat belakangan”.</p>
      {{>AFTER_FIELDS}}
    </div>
  </details>
  {{/AFTER}}
  <div class="govuk-button-group">
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="nomor"{{#FIRST}} autofocus{{/FIRST}}>Beri nomor antrean</button>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="layani">Beri nomor dan langsung layani</button>
  </div>
</form>
{{/STARTS}}
{{#OTHER_STARTS}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Antrean baru: {{NAME}}</a></p>
{{/OTHER_STARTS}}
</div>
<div class="govuk-grid-column-one-third">
{{#CHANGE}}
<form method="post" action="/loket" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="aksi" value="ganti">
  <h2 class="govuk-heading-m">Ganti petugas</h2>
  <div class="govuk-form-group">
    <label class="govuk-label" for="petugas-loket">Petugas</label>
    <select class="govuk-select" id="petugas-loket" name="petugas">
      <option value="">Pilih petugas</option>
      {{#PEOPLE}}
      <option value="{{VALUE}}">{{TEXT}}</option>
      {{/PEOPLE}}
    </select>
  </div>
  <div class="govuk-form-group">
    <label class="govuk-label" for="pin-petugas">PIN atau kata sandi</label>
    <input class="govuk-input" id="pin-petugas" name="pin-petugas" type="password" autocomplete="off" spellcheck="false" autocapitalize="none">
  </div>
  <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Ganti petugas</button>
  <p class="govuk-body app-small"><a class="govuk-link" href="/loket/pin">Buat atau ubah PIN Anda</a></p>
</form>
{{/CHANGE}}
</div>
</div>
<h2 class="govuk-heading-m">Antrean berikutnya</h2>
{{#TABLE}}
<table class="app-table app-cards">
  <caption class="govuk-visually-hidden">Antrean berikutnya</caption>
  <thead>
    <tr>
      <th scope="col">Antrean</th>
      <th scope="col">Langkah</th>
      <th scope="col">Sisa waktu</th>
      <th scope="col">Nomor berkas</th>
      <th scope="col">Tindakan</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{SUBJECT}}</a></th>
      <td data-label="Langkah">{{STEP}}</td>
      <td data-label="Sisa waktu">{{>SLA}}</td>
      <td data-label="Nomor">{{NUMBER}}</td>
      <td class="app-press" data-label="Tindakan">{{#TAKEN}}{{TEXT}}{{/TAKEN}}{{#PRESS}}
        <form method="post" action="{{ACTION}}" novalidate>
          <input type="hidden" name="csrf" value="{{CSRF}}">
          <input type="hidden" name="versi" value="{{VERSION}}">
          <input type="hidden" name="kunci" value="{{KEY}}">
          <input type="hidden" name="keputusan" value="teruskan">
          <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" name="aksi" value="{{ACT}}">{{TEXT}}<span class="govuk-visually-hidden"> {{SUBJECT}}</span></button>
        </form>{{/PRESS}}
      </td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{/TABLE}}
{{#EMPTY}}
<p class="govuk-body">{{TEXT}}</p>
{{/EMPTY}}
