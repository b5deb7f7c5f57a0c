{{%AUTOESCAPE context="HTML"}}
{{! sop.tpl - an SOP: its identity page and its swim-lane flowchart, as in the
    official form; the frame is WIDE.  The chart begins at #h-bagan.  CELLS are
    filled by flowchart_show().
  CAPTION         "W.6.OT.02.02-0136 · berlaku sejak 24 Oktober 2022"
  HEADING         the name as printed
  CASE            section {HREF TEXT}: the case whose row is marked
  VERSIONS        section, when more than one {HREF TEXT, CURRENT or OTHER}
  VERSION_NOTE    section {TEXT}: running cases keep their version
  START           section {HREF TEXT}: apply, or open a case
  PROMISE         section {TEXT}: the service time
  PAPER           section {HREF TEXT}: the official form as PDF, the signed
                  paper
  SIGNATURES      section {TEXT}: of that
  NO_PAPER        section {TEXT}: there is none, and why
  IDENTITY        section {KEY TEXT}: nomor, tanggal, disahkan oleh, as printed
  SIGNED          section in IDENTITY {TEXT}: name and NIP, below a signature
  LISTS           section, one a list {TITLE}: dasar hukum, kualifikasi, ...
  ITEMS           section in LISTS {TEXT}
  NONE            section in LISTS: there is nothing in it
  LANES           section, one a performer's column {TEXT}
  LANE_COUNT      how many of these
  ROWS            section, one a row {NO ACTIVITY WHO REQUIREMENTS TIME OUTPUT
                  REMARK}
  FIXED           section in ROWS {TEXT}: a corrected text of the activity
  READING         section in ROWS {TEXT}: how the row was read, for
                  administrators
  CURRENT_ROW     section in ROWS: the case stands here
  CELLS           section in ROWS, one a lane; in it what is drawn:
  UP DOWN LEFT RIGHT ARROW
                  sections: lines of the flow, and the head of one
  START_AT END_AT BOX DECISION
                  sections: the symbol: Mulai, Selesai, a box, a diamond
  YES YES_END     sections: "Ya" at the line down, or at the end
  BACK_LEFT BACK_RIGHT BACK_ACROSS
                  sections: the dashed line of a return
  BACK            section {TEXT}: "Tidak: langkah 1", with
  TO_LEFT TO_RIGHT TO_ABOVE
                  sections in BACK, one of them: where its arrow points }}
<span class="govuk-caption-l">{{CAPTION}}</span>
<h1 class="govuk-heading-l app-heading">{{HEADING}}</h1>
{{#CASE}}
<p class="govuk-body">Ditandai untuk <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>.</p>
{{/CASE}}
{{#PROMISE}}
<p class="govuk-body">{{TEXT}}</p>
{{/PROMISE}}
{{#START}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/START}}
{{#PAPER}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/PAPER}}
{{#SIGNATURES}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/SIGNATURES}}
{{#NO_PAPER}}
<p class="govuk-body app-small app-muted">{{TEXT}}</p>
{{/NO_PAPER}}
<ul class="govuk-list app-outcomes app-small">
  {{#VERSIONS}}
  {{#CURRENT}}
  <li><strong>{{TEXT}} (ditampilkan)</strong></li>
  {{/CURRENT}}
  {{#OTHER}}
  <li><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
  {{/OTHER}}
  {{/VERSIONS}}
</ul>
{{#VERSION_NOTE}}
<p class="govuk-body app-small app-muted">{{TEXT}}</p>
{{/VERSION_NOTE}}
<p class="govuk-body app-links"><a class="govuk-link" href="#h-bagan">Langsung ke bagan alir</a></p>
<h2 class="govuk-heading-m">Identitas</h2>
<dl class="govuk-summary-list app-identity">
  {{#IDENTITY}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value"><p class="govuk-body app-lines" lang="id">{{TEXT:p}}</p>{{#SIGNED}}<p class="govuk-body app-lines app-identity__name" lang="id">{{TEXT:p}}</p>{{/SIGNED}}</dd>
  </div>
  {{/IDENTITY}}
</dl>
<div class="app-columns">
  {{#LISTS}}
  <div class="app-columns__item">
    <h3 class="govuk-heading-s">{{TITLE}}</h3>
    {{#NONE}}
    <p class="govuk-body app-small">–</p>
    {{/NONE}}
    <ol class="govuk-list govuk-list--number app-small">
      {{#ITEMS}}
      <li lang="id">{{TEXT}}</li>
      {{/ITEMS}}
    </ol>
  </div>
  {{/LISTS}}
</div>
<div class="app-flow-sheet">
<h2 class="govuk-heading-m" id="h-bagan">Langkah dan bagan alir</h2>
<ol class="app-flow-list">
  {{#ROWS}}
  <li class="app-flow-list__item"{{#CURRENT_ROW}} aria-current="step"{{/CURRENT_ROW}}>
    <h3 class="app-flow-list__title">{{NO}}. <span lang="id">{{WHO}}</span>{{#CURRENT_ROW}} <span class="app-flow__now">Langkah sekarang</span>{{/CURRENT_ROW}}</h3>
    <p class="app-flow-list__line" lang="id">{{ACTIVITY}}</p>
    <p class="app-flow-list__line app-muted">Waktu: <span lang="id">{{TIME}}</span> · Output: <span lang="id">{{OUTPUT}}</span></p>
  </li>
  {{/ROWS}}
</ol>
<section class="app-scroll" tabindex="0" aria-label="Bagan alir SOP, dapat digulir">
<table class="app-flow">
  <caption class="govuk-visually-hidden">Bagan alir {{HEADING}}</caption>
  <thead>
    <tr>
      <th scope="col" rowspan="2">No</th>
      <th scope="col" rowspan="2">Kegiatan</th>
      <th scope="colgroup" colspan="{{LANE_COUNT}}">Pelaksana</th>
      <th scope="colgroup" colspan="3">Mutu baku</th>
      <th scope="col" rowspan="2">Keterangan</th>
    </tr>
    <tr>
      {{#LANES}}
      <th scope="col" class="app-flow__lane" lang="id">{{TEXT}}</th>
      {{/LANES}}
      <th scope="col">Kelengkapan</th>
      <th scope="col">Waktu</th>
      <th scope="col">Output</th>
    </tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr{{#CURRENT_ROW}} class="app-flow__current" aria-current="step"{{/CURRENT_ROW}}>
      <td class="app-flow__no">{{NO}}</td>
      <th scope="row" class="app-flow__activity"><span lang="id">{{ACTIVITY}}</span>{{#CURRENT_ROW}} <span class="app-flow__now">Langkah sekarang</span>{{/CURRENT_ROW}}{{#FIXED}}<span class="app-cards__note">Dibaca: <span lang="id">{{TEXT}}</span></span>{{/FIXED}}{{#READING}}<span class="app-cards__note app-flow__reading">Pembacaan: {{TEXT}}</span>{{/READING}}</th>
      {{#CELLS}}
      <td class="app-flow__cell">{{#LEFT}}<span class="app-flow__left"></span>{{/LEFT}}{{#RIGHT}}<span class="app-flow__right"></span>{{/RIGHT}}{{#UP}}<span class="app-flow__up"></span>{{/UP}}{{#ARROW}}<span class="app-flow__arrow"></span>{{/ARROW}}{{#DOWN}}<span class="app-flow__down"></span>{{/DOWN}}{{#BACK_LEFT}}<span class="app-flow__back app-flow__back--left"></span>{{/BACK_LEFT}}{{#BACK_RIGHT}}<span class="app-flow__back app-flow__back--right"></span>{{/BACK_RIGHT}}{{#BACK_ACROSS}}<span class="app-flow__back"></span>{{/BACK_ACROSS}}{{#START_AT}}<span class="app-flow__end">Mulai</span>{{/START_AT}}{{#END_AT}}<span class="app-flow__end">Selesai</span>{{/END_AT}}{{#BOX}}<span class="app-flow__box"><span class="govuk-visually-hidden">Proses </span>{{NO}}</span>{{/BOX}}{{#DECISION}}<svg class="app-flow__diamond" width="64" height="44" viewBox="0 0 64 44" role="img" aria-label="Keputusan"><path d="M2 22 32 1l30 21-30 21z" fill="#fff" stroke="#0b0c0c" stroke-width="2"/></svg>{{/DECISION}}{{#YES}}<span class="app-flow__yes">Ya</span>{{/YES}}{{#YES_END}}<span class="app-flow__yes">Ya: selesai</span>{{/YES_END}}{{#BACK}}<span class="app-flow__label"><span>{{#TO_LEFT}}<span aria-hidden="true">◀</span> {{/TO_LEFT}}{{#TO_ABOVE}}<span aria-hidden="true">▲</span> {{/TO_ABOVE}}{{TEXT}}{{#TO_RIGHT}} <span aria-hidden="true">▶</span>{{/TO_RIGHT}}</span></span>{{/BACK}}</td>
      {{/CELLS}}
      <td lang="id">{{REQUIREMENTS}}</td>
      <td lang="id">{{TIME}}</td>
      <td lang="id">{{OUTPUT}}</td>
      <td lang="id">{{REMARK}}</td>
    </tr>
    {{/ROWS}}
  </tbody>
</table>
</section>
</div>
{{#NO_PAPER}}
<button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
{{/NO_PAPER}}
