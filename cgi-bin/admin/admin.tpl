{{%AUTOESCAPE context="HTML"}}
{{! admin.tpl - what an administrator looks after.
  PARTS           section, one a part {HREF NAME TEXT}: "Pengguna", "Peran",
                  "Kalender", and what stands there now }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Admin</h1>
  <ul class="govuk-list app-choices">
    {{#PARTS}}
    <li><a class="govuk-link" href="{{HREF}}">{{NAME}}</a><span class="app-choices__note">{{TEXT}}</span></li>
    {{/PARTS}}
  </ul>
</div>
</div>
