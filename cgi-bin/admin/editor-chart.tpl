{{%AUTOESCAPE context="HTML"}}
{{! editor-chart.tpl - the flowchart beside what is being written; app.js takes a
    new one from the answer to the button Pratinjau.
  EMPTY           section: there is no row yet
  FLOW            include: flow.tpl }}
<div class="app-editor__chart" id="bagan">
<h2 class="govuk-heading-m">Bagan alir</h2>
{{#EMPTY}}
<p class="govuk-body">Bagan alir tampak di sini begitu ada langkah.</p>
{{/EMPTY}}
{{>FLOW}}
</div>
