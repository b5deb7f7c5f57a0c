{{%AUTOESCAPE context="HTML"}}
{{! why.tpl - how a limit came about, behind a question.
  LINES           section, one a sentence or day {TEXT} }}
<details class="govuk-details">
  <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Bagaimana batas ini dihitung?</span></summary>
  <div class="govuk-details__text">
    <ol class="govuk-list app-small">
      {{#LINES}}
      <li>{{TEXT}}</li>
      {{/LINES}}
    </ol>
  </div>
</details>
