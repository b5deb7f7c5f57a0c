{{%AUTOESCAPE context="HTML"}}
{{! form-part.tpl - some fields of a form under a title.
  OPEN FOLDED     sections, one of them {TITLE}
  IS_OPEN         section in FOLDED: it is unfolded
  HELP            section in both {TEXT}
  FIELDS          includes in both: field.tpl }}
{{#OPEN}}
<h2 class="govuk-heading-m">{{TITLE}}</h2>
{{#HELP}}
<p class="govuk-body">{{TEXT}}</p>
{{/HELP}}
{{>FIELDS}}
{{/OPEN}}
{{#FOLDED}}
<details class="govuk-details"{{#IS_OPEN}} open{{/IS_OPEN}}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{TITLE}}</span></summary>
<div class="govuk-details__text">
{{#HELP}}
<p class="govuk-body">{{TEXT}}</p>
{{/HELP}}
{{>FIELDS}}
</div>
</details>
{{/FOLDED}}
