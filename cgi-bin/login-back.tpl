{{%AUTOESCAPE context="HTML"}}
{{! login-back.tpl - a form that was cut off by the end of a session goes back to
    its page, which shows it filled in.
  ACTION          the address it was sent to
  HIDDEN          section {NAME VALUE}: a field of it }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Anda sudah masuk</h1>
  <form method="post" action="{{ACTION}}" novalidate>
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    <p class="govuk-body">Isian Anda belum terkirim. Periksa di halamannya, lalu kirim sekali lagi.</p>
    <button type="submit" class="govuk-button" data-module="govuk-button">Kembali ke isian</button>
  </form>
</div>
</div>
