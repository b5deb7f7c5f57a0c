{{%AUTOESCAPE context="HTML"}}
{{! monitor.tpl - the form of the half-yearly monitoring of the SOPs.
  ERRORS          include: errors.tpl (422)
  HEADING         "Pemantauan SOP, Semester I 2026"
  SOPS            section, one an SOP {NAME FIGURES}
  DOUBT           section in SOPS {TEXT}: why the figures do not say
  SUGGESTED       section in SOPS {TEXT}: what they suggest
  FIELDS          includes in SOPS: field.tpl
  REASON          include: field.tpl, of a correction
  ACTION VERSION KEY CSRF
                  address, version to be kept, idempotency key, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  <p class="govuk-body">Nilai setiap SOP: berjalan baik atau tidak, menurut PermenPAN-RB 35 Tahun 2012. Angkanya sudah diisi dari catatan semester ini dan tidak dapat diubah. Penilaian yang sudah terpilih hanya usulan menurut angka itu; Anda yang memutuskan. Di tempat yang bertanda <strong class="govuk-tag app-tag app-tag--doubt">Meragukan</strong> tidak ada yang terpilih.</p>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#SOPS}}
    <div class="app-assess">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">{{NAME}}</h2></legend>
      <p class="govuk-body">{{FIGURES}}</p>
      {{#DOUBT}}
      <p class="govuk-body"><strong class="govuk-tag app-tag app-tag--doubt">Meragukan</strong> {{TEXT}}. Putuskan menurut pengamatan Anda.</p>
      {{/DOUBT}}
      {{#SUGGESTED}}
      <p class="govuk-body app-muted">Usulan menurut angka: {{TEXT}}.</p>
      {{/SUGGESTED}}
      {{>FIELDS}}
    </fieldset>
    </div>
    {{/SOPS}}
    {{>REASON}}
    <button type="submit" class="govuk-button" data-module="govuk-button">Simpan pemantauan</button>
  </form>
</div>
</div>
