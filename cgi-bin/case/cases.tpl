{{%AUTOESCAPE context="HTML"}}
{{! cases.tpl - all cases this person may see; the frame is WIDE.
  HEADING         "Semua berkas"
  TOTAL           "412 berkas"
  SEARCH          as typed (cari): number, code, name, subject
  SEARCH_LABEL    "Cari berkas"
  SOPS STATES MONTHS
                  sections {VALUE TEXT, CHOSEN}: sop, status, bulan
  MORE            section, of officials: further filters
  MORE_OPEN       section in it: one of them is used
  TERMS KINDS HOLDERS PARTIES RESULTS
                  sections in MORE {VALUE TEXT, CHOSEN}: tenggat, langkah,
                  pemegang, pihak, hasil
  FILTERED        section {HREF}: the list without the filter
  START           section {HREF TEXT}: "Mulai berkas baru"
  BOOK            section {HREF TEXT}: "Daftar surat keluar"
  CSV             section {HREF}: the same cases as a table file
  TABLE           section: around the rows, when there are any
  CASE_HEAD NUMBER_HEAD
                  "Berkas", "Nomor berkas", as this person calls it
  ROWS            section {HREF NUMBER SUBJECT SOP AT OPENED}
  STATUS          the word, in a row; with
  IS_OPEN IS_ENDED IS_REFUSED
                  sections in a row, one of them: its colour
  SLA             include in a row: sla.tpl
  IS_LATE IS_SOON
                  sections in a row: its bar
  EMPTY           section {TEXT}: no rows
  PAGER           include: pager.tpl }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#START}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/START}}
{{#BOOK}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/BOOK}}
<form class="app-filter" method="get" novalidate role="search" aria-label="{{SEARCH_LABEL}}">
  <div class="app-filter__field">
    <label class="govuk-label" for="cari">Nomor, kode, nama, atau perihal</label>
    <input class="govuk-input" id="cari" name="cari" type="search" value="{{SEARCH}}">
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="sop">SOP</label>
    <select class="govuk-select" id="sop" name="sop">
      <option value="">Semua SOP</option>
      {{#SOPS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/SOPS}}
    </select>
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="status">Status</label>
    <select class="govuk-select" id="status" name="status">
      <option value="">Semua</option>
      {{#STATES}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/STATES}}
    </select>
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="bulan">Dimulai bulan</label>
    <select class="govuk-select" id="bulan" name="bulan">
      <option value="">Semua bulan</option>
      {{#MONTHS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/MONTHS}}
    </select>
  </div>
  {{#MORE}}
  <details class="app-filter__more"{{#MORE_OPEN}} open{{/MORE_OPEN}}>
    <summary>Saringan lain</summary>
    <div class="app-filter__rest">
      <div class="app-filter__field">
        <label class="govuk-label" for="tenggat">Tenggat</label>
        <select class="govuk-select" id="tenggat" name="tenggat">
          <option value="">Semua tenggat</option>
          {{#TERMS}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/TERMS}}
        </select>
      </div>
      <div class="app-filter__field">
        <label class="govuk-label" for="langkah">Langkah</label>
        <select class="govuk-select" id="langkah" name="langkah">
          <option value="">Semua langkah</option>
          {{#KINDS}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/KINDS}}
        </select>
      </div>
      <div class="app-filter__field">
        <label class="govuk-label" for="pemegang">Pemegang</label>
        <select class="govuk-select" id="pemegang" name="pemegang">
          <option value="">Semua pegawai</option>
          {{#HOLDERS}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/HOLDERS}}
        </select>
      </div>
      <div class="app-filter__field">
        <label class="govuk-label" for="pihak">Menunggu pihak luar</label>
        <select class="govuk-select" id="pihak" name="pihak">
          <option value="">Dengan atau tanpa</option>
          {{#PARTIES}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/PARTIES}}
        </select>
      </div>
      <div class="app-filter__field">
        <label class="govuk-label" for="hasil">Hasil</label>
        <select class="govuk-select" id="hasil" name="hasil">
          <option value="">Semua hasil</option>
          {{#RESULTS}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/RESULTS}}
        </select>
      </div>
    </div>
  </details>
  {{/MORE}}
  <button type="submit" class="govuk-button govuk-button--secondary">Cari</button>
  {{#FILTERED}}
  <a class="govuk-link app-filter__clear" href="{{HREF}}">Hapus saringan</a>
  {{/FILTERED}}
</form>
<p class="govuk-body app-small">{{TOTAL}}{{#CSV}} · <a class="govuk-link" href="{{HREF}}">Unduh CSV</a>{{/CSV}}</p>
{{#TABLE}}
<table class="app-table app-cards">
  <caption class="govuk-visually-hidden">{{HEADING}}</caption>
  <thead>
    <tr>
      <th scope="col">{{NUMBER_HEAD}}</th>
      <th scope="col">{{CASE_HEAD}}</th>
      <th scope="col">SOP</th>
      <th scope="col">Status</th>
      <th scope="col">Di tangan</th>
      <th scope="col">Sisa waktu</th>
      <th scope="col">Dimulai</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr{{#IS_LATE}} class="app-bar app-bar--late"{{/IS_LATE}}{{#IS_SOON}} class="app-bar app-bar--soon"{{/IS_SOON}}>
      <td>{{NUMBER}}</td>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{SUBJECT}}</a></th>
      <td class="app-cards__sop" data-label="SOP">{{SOP}}</td>
      <td data-label="Status"><strong class="govuk-tag{{#IS_OPEN}} app-tag--open{{/IS_OPEN}}{{#IS_ENDED}} app-tag--ended{{/IS_ENDED}}{{#IS_REFUSED}} app-tag--refused{{/IS_REFUSED}} app-tag">{{STATUS}}</strong></td>
      <td data-label="Di tangan">{{AT}}</td>
      <td class="app-cards__sla" data-label="Sisa waktu">{{>SLA}}</td>
      <td data-label="Dimulai">{{OPENED}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{>PAGER}}
{{/TABLE}}
{{#EMPTY}}
<p class="govuk-body">{{TEXT}}</p>
{{/EMPTY}}
