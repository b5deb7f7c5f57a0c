{{%AUTOESCAPE context="HTML"}}
{{! sent.tpl - a request has been sent; the same page at every reload.
  TITLE           "Permohonan terkirim", "Usulan dimulai"
  CODE            section {TEXT}: tracking code, "K7QM-2F9D-XW4T"
  NUMBER          section {TEXT LABEL}: number of the case, for officials
  SENT_TO         section {TEXT}: where the code was sent, number masked
  KEEP            section: asks to note the code (nothing was sent)
  NO_RECEIPT      section {TEXT}: that no receipt is made here
  LINKS           section {HREF TEXT}: "Lacak permohonan ini", "Unduh bukti
                  permohonan (PDF, 42 kB)"
  NEXT            section, one a sentence {TEXT}: what happens then, with dates
  HELP            section {TEXT}: whom to ask }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <div class="govuk-panel govuk-panel--confirmation">
    <h1 class="govuk-panel__title">{{TITLE}}</h1>
    {{#CODE}}
    <div class="govuk-panel__body">Kode pelacakan Anda<br><strong class="app-panel-code">{{TEXT}}</strong></div>
    {{/CODE}}
    {{#NUMBER}}
    <div class="govuk-panel__body">{{LABEL}}<br><strong class="app-panel-code">{{TEXT}}</strong></div>
    {{/NUMBER}}
  </div>
  {{#SENT_TO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/SENT_TO}}
  {{#KEEP}}
  <p class="govuk-body">Catat atau foto kode ini. Kode dipakai untuk melihat jalannya permohonan dan mengunduh surat.</p>
  {{/KEEP}}
  {{#NO_RECEIPT}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/NO_RECEIPT}}
  <ul class="govuk-list">
    {{#LINKS}}
    <li><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
    {{/LINKS}}
  </ul>
  <h2 class="govuk-heading-m">Yang terjadi selanjutnya</h2>
  <ol class="govuk-list govuk-list--number">
    {{#NEXT}}
    <li>{{TEXT}}</li>
    {{/NEXT}}
  </ol>
  {{#HELP}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/HELP}}
</div>
</div>
