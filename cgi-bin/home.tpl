{{%AUTOESCAPE context="HTML"}}
{{! home.tpl - the front page: what can be applied for, and how.
  HEADING         "Layanan Kantor Wilayah ..."
  LEAD            one or two sentences
  SERVICES        section, one a service {NAME WHO TIME COST HREF}: WHO may
                  apply; TIME "Paling lama 5 hari kerja ..."; COST "Tidak
                  dipungut biaya"
  NEEDS           section in SERVICES {TEXT}: what is needed
  PLACE OPEN TARIFF INFERRED
                  sections in SERVICES {TEXT}, TARIFF {HREF}: of a service at
                  a counter, as its SOP says
  ONLINE          section in SERVICES: it is applied for here
  COUNTER         section in SERVICES {TEXT}: it is applied for elsewhere
  HOURS           when the office is open to the public
  PLEDGE          section {TEXT}: the service notice (maklumat pelayanan)
  CONTACT         section {TEXT}: where to ask
  ROOT            section {TEXT HREF}: root of the last closed month; where all
                  of them are }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  <p class="govuk-body-l">{{LEAD}}</p>
  <div class="govuk-button-group">
    <a class="govuk-button" href="/ajukan">Ajukan permohonan</a>
    <a class="govuk-button govuk-button--secondary" href="/lacak">Lacak permohonan</a>
  </div>
  {{#SERVICES}}
  <section class="app-service">
    <h2 class="govuk-heading-m">{{NAME}}</h2>
    <dl class="govuk-summary-list govuk-summary-list--no-border">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Siapa</dt>
        <dd class="govuk-summary-list__value">{{WHO}}</dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Yang diperlukan</dt>
        <dd class="govuk-summary-list__value"><ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">{{#NEEDS}}<li>{{TEXT}}</li>{{/NEEDS}}</ul></dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Waktu</dt>
        <dd class="govuk-summary-list__value">{{TIME}}</dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Biaya</dt>
        <dd class="govuk-summary-list__value">{{COST}}{{#TARIFF}}: <a class="govuk-link" href="{{HREF}}">daftar tarif resmi</a>{{/TARIFF}}</dd>
      </div>
      {{#PLACE}}
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Tempat</dt>
        <dd class="govuk-summary-list__value">{{TEXT}}</dd>
      </div>
      {{/PLACE}}
      {{#OPEN}}
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Jam</dt>
        <dd class="govuk-summary-list__value">{{TEXT}}</dd>
      </div>
      {{/OPEN}}
    </dl>
    {{#ONLINE}}
    <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Ajukan<span class="govuk-visually-hidden"> {{NAME}}</span></a></p>
    {{/ONLINE}}
    {{#INFERRED}}
    <p class="govuk-body app-small">{{TEXT}}</p>
    {{/INFERRED}}
    {{#COUNTER}}
    <p class="govuk-body">{{TEXT}}</p>
    {{/COUNTER}}
  </section>
  {{/SERVICES}}
  {{#PLEDGE}}
  <h2 class="govuk-heading-m">Maklumat pelayanan</h2>
  <p class="govuk-body app-lines">{{TEXT:p}}</p>
  {{/PLEDGE}}
  <h2 class="govuk-heading-m">Waktu layanan dan kontak</h2>
  <p class="govuk-body">{{HOURS}}.{{#CONTACT}} {{TEXT}}.{{/CONTACT}}</p>
  <p class="govuk-body">Ada yang tidak beres? <a class="govuk-link" href="/pengaduan">Sampaikan pengaduan</a> atau <a class="govuk-link" href="/pengaduan/lacak">lihat jawabannya</a>.</p>
  <p class="govuk-body"><a class="govuk-link" href="/kinerja">Kinerja layanan</a></p>
  {{#ROOT}}
  <p class="govuk-body app-small app-muted app-break">{{TEXT}} <a class="govuk-link" href="{{HREF}}">Tentang sidik jari riwayat</a></p>
  {{/ROOT}}
</div>
</div>
