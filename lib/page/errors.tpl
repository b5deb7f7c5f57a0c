{{%AUTOESCAPE context="HTML"}}
{{! errors.tpl - what must be mended, first in the page (status 422); include
    it only then.
  ITEMS           section, one a field {HREF TEXT}: "#wa" (a date: "#mulai-hari")
                  and the same words as beside the field }}
<div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="h-galat">
  <h2 class="govuk-error-summary__title" id="h-galat">Ada yang perlu diperbaiki</h2>
  <div class="govuk-error-summary__body">
    <ul class="govuk-list govuk-error-summary__list">
      {{#ITEMS}}
      <li><a href="{{HREF}}">{{TEXT}}</a></li>
      {{/ITEMS}}
    </ul>
  </div>
</div>
