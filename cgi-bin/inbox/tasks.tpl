{{%AUTOESCAPE context="HTML"}}
{{! tasks.tpl - a list of tasks, with what filters it.
  HEADING         what they are
  HIDDEN          section {NAME VALUE}: what the filter form carries
  SORT            its value, carried too (urut)
  SEARCH          as typed (cari)
  SEARCH_LABEL    "Cari nama, nomor berkas, atau kode"
  SOPS            section {VALUE TEXT, CHOSEN}: for the filter (sop)
  FILTERED        section {HREF}: the same list without the filter
  BACKWARDS       section: the order is turned round (arah)
  MORE            section: filters of officials
  KINDS TERMS PARTIES
                  sections in it {VALUE TEXT, CHOSEN}: langkah, tenggat, pihak
  MORE_OPEN       section in it: one of them is used
  ACTION KEY CSRF of the page around it
  RUN             section: one task after another; aksi=beruntun
  TOGETHER        section {HREF}: all of the view that can be approved
  TABLE           section: around the rows, when there are any
  COLUMNS         section, one a column {HREF TEXT, UP or DOWN}: the order by it
  PICK            section in a row {ID VALUE, CHOSEN}: it can be chosen
  TODAY           section in a row: due today
  ROWS            section {HREF SUBJECT SOP ASKED DUE NUMBER WHO}: DUE is
                  "24 Nov, 10.00", or "jam berhenti"; WHO heads FROM
  SLA             include in a row: sla.tpl
  IS_LATE IS_SOON
                  sections in a row: its bar
  RETURNED        section in a row {TEXT}: "dikembalikan 2 kali"
  STATUS          section in a row {TEXT}: "Menunggu", "Sedang dikerjakan"
  FROM            section in a row {TEXT AT}: who sent it, "24 Nov, 09.12", or
                  who has it, since it is there
  RECALL          section in a row {HREF}: where it may be taken back
  EMPTY           section {TEXT}: no rows
  PAGER           include: pager.tpl, with the rows }}
<form class="app-filter" method="get" novalidate role="search" aria-label="Saring tugas">
  {{#HIDDEN}}
  <input type="hidden" name="{{NAME}}" value="{{VALUE}}">
  {{/HIDDEN}}
  <input type="hidden" name="urut" value="{{SORT}}">
  {{#BACKWARDS}}
  <input type="hidden" name="arah" value="turun">
  {{/BACKWARDS}}
  <div class="app-filter__field">
    <label class="govuk-label" for="cari">{{SEARCH_LABEL}}</label>
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
        <label class="govuk-label" for="pihak">Menunggu pihak luar</label>
        <select class="govuk-select" id="pihak" name="pihak">
          <option value="">Dengan atau tanpa</option>
          {{#PARTIES}}
          <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
          {{/PARTIES}}
        </select>
      </div>
    </div>
  </details>
  {{/MORE}}
  <button type="submit" class="govuk-button govuk-button--secondary">Terapkan</button>
  {{#FILTERED}}
  <a class="govuk-link app-filter__clear" href="{{HREF}}">Hapus saringan</a>
  {{/FILTERED}}
</form>
{{#RUN}}
<form method="post" action="{{ACTION}}" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="kunci" value="{{KEY}}">
  <button type="submit" class="govuk-button app-button-tight" data-module="govuk-button" name="aksi" value="beruntun">Kerjakan beruntun</button>
</form>
{{/RUN}}
{{#TOGETHER}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Setujui beberapa sekaligus</a></p>
{{/TOGETHER}}
{{#TABLE}}
<table class="app-table app-cards">
  <caption class="govuk-visually-hidden">{{HEADING}}</caption>
  <thead>
    <tr>
      {{#COLUMNS}}
      <th scope="col"{{#UP}} aria-sort="ascending"{{/UP}}{{#DOWN}} aria-sort="descending"{{/DOWN}}><a class="govuk-link" href="{{HREF}}">{{TEXT}}{{#UP}} <span aria-hidden="true">▲</span>{{/UP}}{{#DOWN}} <span aria-hidden="true">▼</span>{{/DOWN}}</a></th>
      {{/COLUMNS}}
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr{{#IS_LATE}} class="app-bar app-bar--late"{{/IS_LATE}}{{#IS_SOON}} class="app-bar app-bar--soon"{{/IS_SOON}}>
      <td class="app-cards__first">{{#PICK}}<span class="govuk-checkboxes govuk-checkboxes--small app-pick"><span class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="t-{{ID}}" form="f-pilihan" type="checkbox" name="tugas" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="t-{{ID}}"><span class="govuk-visually-hidden">Pilih {{SUBJECT}}, {{NUMBER}}</span></label></span></span>{{/PICK}}{{>SLA}}{{#STATUS}}<span class="app-cards__note">{{TEXT}}</span>{{/STATUS}}{{#RECALL}}<span class="app-cards__note"><a class="govuk-link" href="{{HREF}}">Tarik kembali<span class="govuk-visually-hidden"> {{SUBJECT}}</span></a></span>{{/RECALL}}</td>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{SUBJECT}}</a>{{#RETURNED}}<span class="app-cards__note">{{TEXT}}</span>{{/RETURNED}}</th>
      <td class="app-cards__sop" data-label="SOP">{{SOP}}</td>
      <td data-label="Langkah">{{ASKED}}</td>
      <td class="app-cards__from" data-label="{{WHO}}">{{#FROM}}{{TEXT}}<span class="app-cards__note">{{AT}}</span>{{/FROM}}</td>
      <td data-label="Batas waktu">{{DUE}}{{#TODAY}}<strong class="app-cards__note">hari ini</strong>{{/TODAY}}</td>
      <td data-label="Nomor">{{NUMBER}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
{{>PAGER}}
{{/TABLE}}
{{#EMPTY}}
<p class="govuk-body">{{TEXT}}</p>
{{/EMPTY}}
