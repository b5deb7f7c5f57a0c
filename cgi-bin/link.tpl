{{%AUTOESCAPE context="HTML"}}
{{! link.tpl - the letter behind the link of a message; the frame is narrow.
  NUMBER SOP      "K-2026-0412", "Izin magang/penelitian"
  ERRORS          include: errors.tpl (422)
  FILE            "surat.pdf (PDF, 180 kB)"
  FIELDS          include: field.tpl, the last digits of the number
  ACTION CSRF     address, token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  <span class="govuk-caption-l">{{NUMBER}} · {{SOP}}</span>
  <h1 class="govuk-heading-l">Surat Anda</h1>
  <p class="govuk-body">{{FILE}}</p>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    {{>FIELDS}}
    <button type="submit" class="govuk-button">Unduh surat</button>
  </form>
</div>
</div>
