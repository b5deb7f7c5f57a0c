{{%AUTOESCAPE context="HTML"}}
{{! flow.tpl - the swim-lane flowchart of an SOP, filled by flowchart_show().
  HEADING         name of the SOP
  LIST            section: the rows as a list, too, for phones; in it
  ROWS            section, one a row {NO WHO ACTIVITY TIME OUTPUT}, may have
                  CURRENT_ROW
  LANES           section, one a performer's column {TEXT}
  LANE_COUNT      how many of these
  FULL            section: all columns of the form
  ROWS            section, one a row {NO ACTIVITY}, with all columns
                  FULL {REQUIREMENTS TIME OUTPUT REMARK}
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
{{#LIST}}
<ol class="app-flow-list">
  {{#ROWS}}
  <li class="app-flow-list__item"{{#CURRENT_ROW}} aria-current="step"{{/CURRENT_ROW}}>
    <h3 class="app-flow-list__title">{{NO}}. <span lang="id">{{WHO}}</span>{{#CURRENT_ROW}} <span class="app-flow__now">Langkah sekarang</span>{{/CURRENT_ROW}}</h3>
    <p class="app-flow-list__line" lang="id">{{ACTIVITY}}</p>
    <p class="app-flow-list__line app-muted">Waktu: <span lang="id">{{TIME}}</span> · Output: <span lang="id">{{OUTPUT}}</span></p>
  </li>
  {{/ROWS}}
</ol>
{{/LIST}}
<section class="app-scroll" tabindex="0" aria-label="Bagan alir SOP, dapat digulir">
<table class="app-flow">
  <caption class="govuk-visually-hidden">Bagan alir {{HEADING}}</caption>
  <thead>
    <tr>
      <th scope="col" rowspan="2">No</th>
      <th scope="col" rowspan="2">Kegiatan</th>
      <th scope="colgroup" colspan="{{LANE_COUNT}}">Pelaksana</th>
      {{#FULL}}
      <th scope="colgroup" colspan="3">Mutu baku</th>
      <th scope="col" rowspan="2">Keterangan</th>
      {{/FULL}}
    </tr>
    <tr>
      {{#LANES}}
      <th scope="col" class="app-flow__lane" lang="id">{{TEXT}}</th>
      {{/LANES}}
      {{#FULL}}
      <th scope="col">Kelengkapan</th>
      <th scope="col">Waktu</th>
      <th scope="col">Output</th>
      {{/FULL}}
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
      {{#FULL}}
      <td lang="id">{{REQUIREMENTS}}</td>
      <td lang="id">{{TIME}}</td>
      <td lang="id">{{OUTPUT}}</td>
      <td lang="id">{{REMARK}}</td>
      {{/FULL}}
    </tr>
    {{/ROWS}}
  </tbody>
</table>
</section>
