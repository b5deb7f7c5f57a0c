{{%AUTOESCAPE context="HTML"}}
{{! today.tpl - the work of the people below, now; on paper one sheet of A4.
    The frame is WIDE.
  HEADING         "Hari ini, Senin, 24 November 2026"
  UPDATED         "24 November 2026, 07.40 WIB"
  FIGURES         section {HREF VALUE LABEL NOTE}
  ROLES PEOPLE PROMISES
                  includes: dense.tpl, counts by role and by person; cases
                  whose service time is at risk
  NO_PROMISES     section: there are none
  LEFT            section {TEXT}: printed, how much more the screen has
  TASKS           include: tasks.tpl
  ACTION KEY CSRF address of the form, idempotency key, token
  CHOICE          section {NOTE, IS_OPEN}: what is done to those chosen;
                  aksi=serah, ingatkan, ambil-alih
  RECEIVERS       section in it {VALUE TEXT, CHOSEN}: penerima
  NONE_ERROR NOTE_ERROR RECEIVER_ERROR
                  sections in it {TEXT}
  ERRORS          include: errors.tpl (422) }}
<div class="app-today">
{{>ERRORS}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<p class="govuk-body app-small">Keadaan pada {{UPDATED}}.</p>
<div class="app-links">
  <a class="govuk-link" href="/kotak-masuk">Kotak masuk saya</a>
  <button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
</div>
<dl class="app-figures">
  {{#FIGURES}}
  <div class="app-figures__item">
    <dt class="app-figures__label">{{LABEL}}</dt>
    <dd class="app-figures__value"><a class="govuk-link" href="{{HREF}}">{{VALUE}}<span class="govuk-visually-hidden"> {{LABEL}}</span></a></dd>
    <dd class="app-figures__note">{{NOTE}}</dd>
  </div>
  {{/FIGURES}}
</dl>
<div class="app-halves">
<div>
{{>ROLES}}
</div>
<div>
{{>PEOPLE}}
</div>
</div>
<h2 class="govuk-heading-m" id="janji">Janji layanan yang terancam</h2>
<div class="app-promises">
{{>PROMISES}}
</div>
{{#NO_PROMISES}}
<p class="govuk-body">Tidak ada berkas pada bawahan Anda yang waktu layanannya lewat, atau habis sampai akhir hari kerja berikutnya.</p>
{{/NO_PROMISES}}
<h2 class="govuk-heading-m" id="tugas">Tugas bawahan</h2>
{{>TASKS}}
{{#LEFT}}
<p class="app-paper">{{TEXT}}</p>
{{/LEFT}}
{{#CHOICE}}
<details class="govuk-details"{{#IS_OPEN}} open{{/IS_OPEN}}>
  <summary class="govuk-details__summary" id="pilihan"><span class="govuk-details__summary-text">Tindakan untuk tugas yang dicentang</span></summary>
  <form class="govuk-details__text" id="f-pilihan" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#NONE_ERROR}}
    <p class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
    {{/NONE_ERROR}}
    <div class="govuk-form-group{{#NOTE_ERROR}} govuk-form-group--error{{/NOTE_ERROR}}">
      <label class="govuk-label govuk-label--s" for="catatan">Alasan</label>
      <div class="govuk-hint" id="catatan-h">Tertulis pada riwayat berkas, dan pada pesan pengingat.</div>
      {{#NOTE_ERROR}}
      <p id="catatan-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/NOTE_ERROR}}
      <textarea class="govuk-textarea app-field" id="catatan" name="catatan" rows="2" aria-describedby="catatan-h{{#NOTE_ERROR}} catatan-e{{/NOTE_ERROR}}"{{#NOTE_ERROR}} aria-invalid="true"{{/NOTE_ERROR}}>{{NOTE:p}}</textarea>
    </div>
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="ingatkan">Ingatkan pemegangnya</button>
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="ambil-alih">Ambil alih</button>
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
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="serah">Serahkan kepada pegawai ini</button>
  </form>
</details>
{{/CHOICE}}
</div>
