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
  TAB SORT        their values, carried by the filter form (tab, urut)
  SEARCH          as typed (cari)
  SEARCH_LABEL    "Cari nama, nomor berkas, atau kode"
  SOPS            section {VALUE TEXT, CHOSEN}: for the filter (sop)
  FILTERED        section {HREF}: the same list without the filter
  TABLE           section: around the rows, when there are any
  CASE_HEAD NUMBER_HEAD
                  "Berkas", "Nomor berkas", as this person calls it
  HREF_DUE HREF_SOP HREF_NUMBER
                  the list in another order
  BY_DUE BY_SOP BY_NUMBER
                  sections: the order it is in
  ROWS            section {HREF SUBJECT SOP ASKED DUE NUMBER}: DUE is
                  "24 Nov, 10.00", or "jam berhenti"
  SLA             include in a row: sla.tpl
  IS_LATE IS_SOON
                  sections in a row: its bar
  RETURNED        section in a row {TEXT}: "dikembalikan 2 kali"
  STATUS          section in a row {TEXT}: "Menunggu", "Sedang dikerjakan"
  FROM            section in a row {TEXT AT}: who sent it, "24 Nov, 09.12"
  RECALL          section in a row {HREF}: where it may be taken back
  EMPTY           section {TEXT}: no rows
  PAGER           include: pager.tpl, with the rows
  TELL            section {HREF}: where to choose how to be told of work }}
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
<form class="app-filter" method="get" novalidate role="search" aria-label="Saring tugas">
  <input type="hidden" name="tab" value="{{TAB}}">
  <input type="hidden" name="urut" value="{{SORT}}">
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
  <button type="submit" class="govuk-button govuk-button--secondary">Terapkan</button>
  {{#FILTERED}}
  <a class="govuk-link app-filter__clear" href="{{HREF}}">Hapus saringan</a>
  {{/FILTERED}}
</form>
{{#TABLE}}
<table class="app-table app-cards">
  <caption class="govuk-visually-hidden">{{HEADING}}</caption>
  <thead>
    <tr>
      <th scope="col"{{#BY_DUE}} aria-sort="ascending"{{/BY_DUE}}><a class="govuk-link" href="{{HREF_DUE}}">Sisa waktu{{#BY_DUE}} <span aria-hidden="true">▲</span>{{/BY_DUE}}</a></th>
      <th scope="col">{{CASE_HEAD}}</th>
      <th scope="col"{{#BY_SOP}} aria-sort="ascending"{{/BY_SOP}}><a class="govuk-link" href="{{HREF_SOP}}">SOP{{#BY_SOP}} <span aria-hidden="true">▲</span>{{/BY_SOP}}</a></th>
      <th scope="col">Langkah yang diminta</th>
      <th scope="col">Dari</th>
      <th scope="col"><a class="govuk-link" href="{{HREF_DUE}}">Batas waktu</a></th>
      <th scope="col"{{#BY_NUMBER}} aria-sort="ascending"{{/BY_NUMBER}}><a class="govuk-link" href="{{HREF_NUMBER}}">{{NUMBER_HEAD}}{{#BY_NUMBER}} <span aria-hidden="true">▲</span>{{/BY_NUMBER}}</a></th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr{{#IS_LATE}} class="app-bar app-bar--late"{{/IS_LATE}}{{#IS_SOON}} class="app-bar app-bar--soon"{{/IS_SOON}}>
      <td class="app-cards__first">{{>SLA}}{{#STATUS}}<span class="app-cards__note">{{TEXT}}</span>{{/STATUS}}{{#RECALL}}<span class="app-cards__note"><a class="govuk-link" href="{{HREF}}">Tarik kembali<span class="govuk-visually-hidden"> {{SUBJECT}}</span></a></span>{{/RECALL}}</td>
      <th scope="row"><a class="govuk-link" href="{{HREF}}">{{SUBJECT}}</a>{{#RETURNED}}<span class="app-cards__note">{{TEXT}}</span>{{/RETURNED}}</th>
      <td class="app-cards__sop" data-label="SOP">{{SOP}}</td>
      <td data-label="Langkah">{{ASKED}}</td>
      <td class="app-cards__from" data-label="Dari">{{#FROM}}{{TEXT}}<span class="app-cards__note">{{AT}}</span>{{/FROM}}</td>
      <td data-label="Batas waktu">{{DUE}}</td>
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
{{#TELL}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Atur pemberitahuan tugas</a></p>
{{/TELL}}
