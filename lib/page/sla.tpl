{{%AUTOESCAPE context="HTML"}}
{{! sla.tpl - how a limit stands: icon and words.  One of the states:
  LATE            section: "terlambat 2 jam 10 menit"
  SOON            section: "tersisa 25 menit", under a quarter left
  OK              section: "tersisa 1 hari 6 jam"
  HOLD            section: "menunggu pemohon", the clock stands still
  DONE            section: "selesai, 8 dari 10 menit"
  TEXT            the words }}
<span class="app-sla{{#LATE}} app-sla--late{{/LATE}}{{#SOON}} app-sla--soon{{/SOON}}{{#HOLD}} app-sla--hold{{/HOLD}}{{#DONE}} app-sla--done{{/DONE}}"><svg class="app-sla__icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{{#LATE}}<path fill="currentColor" d="M8 1 16 15H0z"/><path fill="#fff" d="M7.2 6h1.6v4.6H7.2zM7.2 11.6h1.6v1.6H7.2z"/>{{/LATE}}{{#SOON}}<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 4v4.4l2.8 1.6" fill="none" stroke="currentColor" stroke-width="1.8"/>{{/SOON}}{{#OK}}<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.8"/>{{/OK}}{{#HOLD}}<path fill="currentColor" d="M4 3h3v10H4zM9 3h3v10H9z"/>{{/HOLD}}{{#DONE}}<circle cx="8" cy="8" r="8" fill="currentColor"/><path d="m4.2 8.3 2.6 2.6 5-5.4" fill="none" stroke="#fff" stroke-width="1.8"/>{{/DONE}}</svg><span>{{TEXT}}</span></span>
