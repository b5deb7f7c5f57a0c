{{%AUTOESCAPE context="HTML"}}
{{! inbox.tpl - the tasks of an official; the frame is WIDE.
  HEADING         "Kotak masuk Kasubbag Program dan Pelaporan"
  LATE SOON       sections {TEXT}: "2 terlambat", "2 hampir habis"
  TOTAL           "7 tugas"
  UPDATED         "24 November 2026, 14.10 WIB"
  LINKS           section {HREF TEXT}: what waits elsewhere: "Buka loket"
  HAND            section {HREF TEXT}: the one task in hand
  TABS            section {HREF TEXT, CURRENT or OTHER}: "Tugas saya (7)"
  TURNED          section {TEXT}: why the list opened on another tab
  TASKS           include: tasks.tpl
  ACTION KEY CSRF address of the forms with this view, idempotency key, token
  CHOICE          section {NOTE, IS_OPEN}: what is done to those chosen;
                  aksi=ambil, lepas, serah, catat
  APPROVES        section in it: some can be approved together; aksi=setujui
  RECEIVERS       section in it {VALUE TEXT, CHOSEN}: penerima
  NONE_ERROR NOTE_ERROR RECEIVER_ERROR
                  sections in it {TEXT}
  ERRORS          include: errors.tpl (422)
  KEEP            section {IS_FIRST, IS_KEPT}: to keep this view, aksi=simpan;
                  the inbox begins with it; one is kept, aksi=lupakan
  TELL            section {HREF TEXT}: where to say that one is away, and to
                  choose how to be told of work }}
{{>ERRORS}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<p class="govuk-body app-counts" id="h-jumlah" data-renew>{{#LATE}}<strong class="app-sla app-sla--late"><svg class="app-sla__icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill="currentColor" d="M8 1 16 15H0z"/><path fill="#fff" d="M7.2 6h1.6v4.6H7.2zM7.2 11.6h1.6v1.6H7.2z"/></svg><span>{{TEXT}}</span></strong> {{/LATE}}{{#SOON}}<strong class="app-sla app-sla--soon"><svg class="app-sla__icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 4v4.4l2.8 1.6" fill="none" stroke="currentColor" stroke-width="1.8"/></svg><span>{{TEXT}}</span></strong> {{/SOON}}<span>{{TOTAL}}. Diperbarui {{UPDATED}}.</span></p>
{{#LINKS}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/LINKS}}
{{#HAND}}
<p class="govuk-body">Sedang Anda kerjakan: <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/HAND}}
<nav class="app-tabs" aria-label="Kelompok tugas">
  <ul class="app-tabs__list">
    {{#TABS}}
    {{#CURRENT}}
    <li class="app-tabs__item app-tabs__item--current"><a class="app-tabs__link" href="{{HREF}}" aria-current="page">{{TEXT}}</a></li>
    {{/CURRENT}}
    {{#OTHER}}
    <li class="app-tabs__item"><a class="app-tabs__link govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
    {{/OTHER}}
    {{/TABS}}
  </ul>
</nav>
{{#TURNED}}
<p class="govuk-body">{{TEXT}}</p>
{{/TURNED}}
{{>TASKS}}
{{#CHOICE}}
<details class="govuk-details"{{#IS_OPEN}} open{{/IS_OPEN}}>
  <summary class="govuk-details__summary" id="pilihan"><span class="govuk-details__summary-text">Tindakan untuk tugas yang dicentang</span></summary>
  <form class="govuk-details__text" id="f-pilihan" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#NONE_ERROR}}
    <p class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
    {{/NONE_ERROR}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="ambil">Ambil yang dicentang</button>
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="lepas">Lepaskan yang dicentang</button>
      {{#APPROVES}}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="setujui">Setujui yang dicentang</button>
      {{/APPROVES}}
    </div>
    <div class="govuk-form-group{{#RECEIVER_ERROR}} govuk-form-group--error{{/RECEIVER_ERROR}}">
      <label class="govuk-label govuk-label--s" for="penerima">Pegawai yang menerima</label>
      {{#RECEIVER_ERROR}}
      <p id="penerima-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/RECEIVER_ERROR}}
      <select class="govuk-select app-field" id="penerima" name="penerima"{{#RECEIVER_ERROR}} aria-describedby="penerima-e" aria-invalid="true"{{/RECEIVER_ERROR}}>
        <option value="">Pilih</option>
        {{#RECEIVERS}}
        <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
        {{/RECEIVERS}}
      </select>
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="serah">Serahkan yang dicentang</button>
    <div class="govuk-form-group{{#NOTE_ERROR}} govuk-form-group--error{{/NOTE_ERROR}}">
      <label class="govuk-label govuk-label--s" for="catatan">Catatan</label>
      {{#NOTE_ERROR}}
      <p id="catatan-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/NOTE_ERROR}}
      <textarea class="govuk-textarea app-field" id="catatan" name="catatan" rows="3"{{#NOTE_ERROR}} aria-describedby="catatan-e" aria-invalid="true"{{/NOTE_ERROR}}>{{NOTE:p}}</textarea>
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="catat">Catat pada yang dicentang</button>
  </form>
</details>
{{/CHOICE}}
{{#KEEP}}
<details class="govuk-details">
  <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Simpan tampilan ini</span></summary>
  <div class="govuk-details__text">
    <form method="post" action="{{ACTION}}" novalidate>
      <input type="hidden" name="csrf" value="{{CSRF}}">
      <input type="hidden" name="kunci" value="{{KEY}}">
      <p class="govuk-body">Kelompok, saringan, dan urutan ini menjadi tampilan Anda, menggantikan yang disimpan sebelumnya.</p>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id="awal" name="awal" type="checkbox" value="ya"{{#IS_FIRST}} checked{{/IS_FIRST}}>
          <label class="govuk-label govuk-checkboxes__label" for="awal">Buka kotak masuk dengan tampilan ini</label>
        </div>
      </div>
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="simpan">Simpan tampilan</button>
        {{#IS_KEPT}}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="lupakan">Hapus tampilan saya</button>
        {{/IS_KEPT}}
      </div>
    </form>
  </div>
</details>
{{/KEEP}}
{{#TELL}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/TELL}}
