{{%AUTOESCAPE context="HTML"}}
{{! letters.tpl - the register of outgoing letters; the frame is WIDE.
  HEADING         "Daftar surat keluar"
  INTRO           section, one a paragraph {TEXT}
  TOTAL           "412 surat"
  SEARCH          as typed (cari): a part of a number
  YEARS STATES    sections {VALUE TEXT, CHOSEN}: tahun, keadaan
  FILTERED        section {HREF}: the list without the filter
  CSV             section {HREF}: the same letters as a table file
  TABLE           section: around the rows, when there are any
  ROWS            section {NUMBER DATED SUBJECT TO STATE}
  LINK            section in a row {HREF CASE}: its case, which the person sees
  NUMBER_ALONE    section in a row {TEXT}: its case, where not
  CANCEL          section in a row {HREF TEXT}: for an administrator who does not
  NOTE            section in a row {TEXT}: since when, why
  IS_OPEN IS_ENDED IS_REFUSED
                  sections in a row, one of them: its colour
  EMPTY           section {TEXT}: no rows
  PAGER           include: pager.tpl
  GAPS            section, one a unit and year {TEXT}: numbers without a letter
                  explained }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
<form class="app-filter" method="get" novalidate role="search" aria-label="Cari surat">
  <div class="app-filter__field">
    <label class="govuk-label" for="cari">Nomor surat</label>
    <input class="govuk-input" id="cari" name="cari" type="search" value="{{SEARCH}}">
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="tahun">Tahun</label>
    <select class="govuk-select" id="tahun" name="tahun">
      <option value="">Semua tahun</option>
      {{#YEARS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/YEARS}}
    </select>
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="keadaan">Keadaan</label>
    <select class="govuk-select" id="keadaan" name="keadaan">
      <option value="">Semua</option>
      {{#STATES}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/STATES}}
    </select>
  </div>
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
      <th scope="col">Nomor surat</th>
      <th scope="col">Tanggal</th>
      <th scope="col">Hal</th>
      <th scope="col">Kepada</th>
      <th scope="col">Berkas</th>
      <th scope="col">Keadaan</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr>
      <th scope="row" class="app-break">{{NUMBER}}</th>
      <td data-label="Tanggal">{{DATED}}</td>
      <td data-label="Hal">{{SUBJECT}}</td>
      <td data-label="Kepada">{{TO}}</td>
      <td data-label="Berkas">{{#LINK}}<a class="govuk-link" href="{{HREF}}">{{CASE}}</a>{{/LINK}}{{#NUMBER_ALONE}}{{TEXT}}{{/NUMBER_ALONE}}{{#CANCEL}} <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{/CANCEL}}</td>
      <td data-label="Keadaan"><strong class="govuk-tag{{#IS_OPEN}} app-tag--open{{/IS_OPEN}}{{#IS_ENDED}} app-tag--ended{{/IS_ENDED}}{{#IS_REFUSED}} app-tag--refused{{/IS_REFUSED}} app-tag">{{STATE}}</strong>{{#NOTE}} <span class="app-small">{{TEXT}}</span>{{/NOTE}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{>PAGER}}
{{/TABLE}}
{{#EMPTY}}
<p class="govuk-body">{{TEXT}}</p>
{{/EMPTY}}
{{#GAPS}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/GAPS}}
