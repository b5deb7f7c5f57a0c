{{%AUTOESCAPE context="HTML"}}
{{! performance.tpl - how the office serves, for everybody; the frame is WIDE.
  HEADING         "Kinerja layanan"
  LEAD            section {TEXT}: what is here, or why nothing is
  PLEDGE          section {TEXT}: the service notice, as the office wrote it
  PRINT           section: a button that prints
  TABLES          includes: table.tpl, by month and by SOP
  OLDER           section {HREF TEXT}: the months before
  NOTES           section, one a sentence {TEXT}: what the figures mean }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#LEAD}}
<p class="govuk-body-l">{{TEXT}}</p>
{{/LEAD}}
{{#PLEDGE}}
<h2 class="govuk-heading-m">Maklumat pelayanan</h2>
<p class="govuk-body app-lines">{{TEXT:p}}</p>
{{/PLEDGE}}
{{#PRINT}}
<div class="app-links"><button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button></div>
{{/PRINT}}
{{>TABLES}}
{{#OLDER}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/OLDER}}
{{#NOTES}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/NOTES}}
<p class="govuk-body">Ada yang tidak beres? <a class="govuk-link" href="/pengaduan">Sampaikan pengaduan</a></p>
