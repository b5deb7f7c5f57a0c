{{%AUTOESCAPE context="HTML"}}
{{! carried.tpl - a form that was cut off, by the end of a session or for a second
    code, goes on to its address.
  TITLE           "Anda sudah masuk"
  TEXT            what to do
  BUTTON          "Kembali ke isian"
  ACTION          the address it was sent to
  HIDDEN          section {NAME VALUE}: a field of it }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">{{TITLE}}</h1>
  <form method="post" action="{{ACTION}}" novalidate>
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    <p class="govuk-body">{{TEXT}}</p>
    <button type="submit" class="govuk-button" data-module="govuk-button">{{BUTTON}}</button>
  </form>
</div>
</div>
