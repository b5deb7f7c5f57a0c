{{%AUTOESCAPE context="HTML"}}
{{! goon.tpl - where the link of a request that was kept leads to.
  ERROR           section {TEXT}: no draft has this link
  VALUE           as typed
  ACTION CSRF     address, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{#ERROR}}
  <div class="govuk-error-summary" role="alert" tabindex="-1" autofocus>
    <h2 class="govuk-error-summary__title">Ada yang perlu diperbaiki</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#tautan">{{TEXT}}</a></li></ul></div>
  </div>
  {{/ERROR}}
  <h1 class="govuk-heading-l">Lanjutkan permohonan</h1>
  <form method="post" action="{{ACTION}}" novalidate data-from-link="tautan">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
      <label class="govuk-label" for="tautan">Tautan untuk melanjutkan</label>
      <div id="tautan-h" class="govuk-hint">Tempelkan tautan yang diberikan saat isian disimpan.</div>
      <input class="govuk-input" id="tautan" name="tautan" type="text" value="{{VALUE}}" autocomplete="off" spellcheck="false" aria-describedby="tautan-h"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Lanjutkan mengisi</button>
  </form>
</div>
</div>
