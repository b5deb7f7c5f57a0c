{{%AUTOESCAPE context="HTML"}}
{{! timeline.tpl - what happened, as a list; the page gives the heading (h2).
  ENTRIES         section, one an entry {TITLE}, with in it
  DONE BACK NOW TODO STOP NOTE
                  sections, one of them, the icon: done, sent back, being done,
                  yet to come, refused or cancelled, a note beside the way
  STATE           section {TEXT}: "Selesai", "Sedang diproses"
  WHO             section {TEXT}: "Dewi Lestari, Admin Kanwil"
  AT              section {ISO TEXT}: "20 November 2026, 09.20 WIB"
  SPENT           section {TEXT}: "7 dari 10 menit"
  SLA             include: sla.tpl
  QUOTE           section {TEXT}: reason, instruction, note; in quotes here
  MARK            section, one a paragraph {TEXT}: what was missing in a file
                  that was sent all the same, and why
  FILES           section, one a file {HREF TEXT}
  REPLACED        section in FILES: a newer one stands in its place }}
<ol class="app-timeline">
  {{#ENTRIES}}
  <li class="app-timeline__item">
    {{#DONE}}
    <svg class="app-timeline__icon app-timeline__icon--done" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="12" fill="currentColor"/><path d="m6.5 12.5 3.7 3.7 7.3-7.8" fill="none" stroke="#fff" stroke-width="2.4"/></svg>
    {{/DONE}}
    {{#BACK}}
    <svg class="app-timeline__icon app-timeline__icon--back" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="12" fill="currentColor"/><path d="M17.5 16v-2.5a3 3 0 0 0-3-3H7.5m3.8-4-4 4 4 4" fill="none" stroke="#fff" stroke-width="2.2"/></svg>
    {{/BACK}}
    {{#NOW}}
    <svg class="app-timeline__icon app-timeline__icon--now" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10" fill="#fff" stroke="currentColor" stroke-width="4"/><circle cx="12" cy="12" r="4" fill="currentColor"/></svg>
    {{/NOW}}
    {{#TODO}}
    <svg class="app-timeline__icon app-timeline__icon--todo" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10.5" fill="#fff" stroke="currentColor" stroke-width="2"/></svg>
    {{/TODO}}
    {{#STOP}}
    <svg class="app-timeline__icon app-timeline__icon--back" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="12" fill="currentColor"/><path d="m7.5 7.5 9 9m0-9-9 9" fill="none" stroke="#fff" stroke-width="2.4"/></svg>
    {{/STOP}}
    {{#NOTE}}
    <svg class="app-timeline__icon app-timeline__icon--note" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10.5" fill="#fff" stroke="currentColor" stroke-width="2"/><path d="M7.5 9.5h9m-9 4h6" fill="none" stroke="currentColor" stroke-width="2"/></svg>
    {{/NOTE}}
    <h3 class="app-timeline__title">{{TITLE}}</h3>
    <p class="app-timeline__line">{{#STATE}}<span>{{TEXT}}</span> {{/STATE}}{{#WHO}}<span>{{TEXT}}</span> {{/WHO}}{{#AT}}<span><time datetime="{{ISO}}">{{TEXT}}</time></span> {{/AT}}{{#SPENT}}<span>{{TEXT}}</span>{{/SPENT}}</p>
    {{>SLA}}
    {{#QUOTE}}
    <p class="app-timeline__line app-lines">“{{TEXT:p}}”</p>
    {{/QUOTE}}
    {{#MARK}}
    <p class="app-timeline__line app-lines">{{TEXT:p}}</p>
    {{/MARK}}
    {{#FILES}}
    <p class="app-timeline__line app-break"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{#REPLACED}} (digantikan){{/REPLACED}}</p>
    {{/FILES}}
  </li>
  {{/ENTRIES}}
</ol>
