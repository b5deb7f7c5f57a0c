{{%AUTOESCAPE context="HTML"}}
{{! begin.tpl - what to know before a request is written.
  NOTICE          section {TEXT}: why one is here again
  HEADING         "Izin magang dan penelitian"
  WHO TIME COST   who may ask, "Paling lama 5 hari kerja ...", "Tidak dipungut
                  biaya"
  NEEDS           section, one a thing to have at hand {TEXT}
  PAGES           section, one a page of the form {TEXT}
  GO_ON           section {HREF}: where to go on with what was kept
  ACTION CSRF     address, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#NOTICE}}
  <div class="govuk-inset-text"><p class="govuk-body">{{TEXT}}</p></div>
  {{/NOTICE}}
  <dl class="govuk-summary-list">
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Siapa</dt>
      <dd class="govuk-summary-list__value">{{WHO}}</dd>
    </div>
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Waktu</dt>
      <dd class="govuk-summary-list__value">{{TIME}}</dd>
    </div>
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Biaya</dt>
      <dd class="govuk-summary-list__value">{{COST}}</dd>
    </div>
  </dl>
  <h2 class="govuk-heading-m">Siapkan lebih dahulu</h2>
  <ul class="govuk-list govuk-list--bullet">
    {{#NEEDS}}
    <li>{{TEXT}}</li>
    {{/NEEDS}}
  </ul>
  <h2 class="govuk-heading-m">Langkahnya</h2>
  <ol class="govuk-list govuk-list--number">
    {{#PAGES}}
    <li>{{TEXT}}</li>
    {{/PAGES}}
  </ol>
  <p class="govuk-body">Mengisinya kurang dari 10 menit. Isian tersimpan sendiri di setiap langkah selama 7 hari, jadi boleh dilanjutkan lain waktu.</p>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="mulai">Mulai permohonan</button>
  </form>
  {{#GO_ON}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Lanjutkan permohonan yang tersimpan</a></p>
  {{/GO_ON}}
</div>
</div>
