{{%AUTOESCAPE context="HTML"}}
{{! admin.tpl - what an administrator looks after.
  PARTS           section, one a part {HREF NAME TEXT}: "Pengguna", "Peran",
                  "Kalender", and what stands there now
  PANDUAN HANDBOOK
                  addresses of the administrator's book in its two languages }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Admin</h1>
  <ul class="govuk-list app-choices">
    {{#PARTS}}
    <li><a class="govuk-link" href="{{HREF}}">{{NAME}}</a><span class="app-choices__note">{{TEXT}}</span></li>
    {{/PARTS}}
  </ul>
  <p class="govuk-body"><a class="govuk-link" href="{{PANDUAN}}">Buku panduan administrator</a> · <a class="govuk-link" href="{{HANDBOOK}}" hreflang="en" lang="en">Handbook for the administrator</a></p>
</div>
</div>
