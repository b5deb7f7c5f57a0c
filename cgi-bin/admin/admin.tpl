{{%AUTOESCAPE context="HTML"}}
{{! admin.tpl - what an administrator looks after.
  FIRST_DAY       section: what the office still lacks
  LACKS           section in it, one a thing {HREF NAME TEXT}
  PARTS           section, one a part {HREF NAME TEXT}: "Pengguna", "Peran",
                  "Kalender", and what stands there now
  PANDUAN HANDBOOK
                  addresses of the administrator's book in its two languages }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Admin</h1>
  {{#FIRST_DAY}}
  <section aria-labelledby="hari-pertama">
    <h2 class="govuk-heading-m" id="hari-pertama">Hari pertama</h2>
    <p class="govuk-body">Yang masih kurang sebelum kantor ini bekerja, menurut urutannya:</p>
    <ol class="govuk-list govuk-list--number">
      {{#LACKS}}
      <li><a class="govuk-link" href="{{HREF}}">{{NAME}}</a>: {{TEXT}}</li>
      {{/LACKS}}
    </ol>
  </section>
  {{/FIRST_DAY}}
  <ul class="govuk-list app-choices">
    {{#PARTS}}
    <li><a class="govuk-link" href="{{HREF}}">{{NAME}}</a><span class="app-choices__note">{{TEXT}}</span></li>
    {{/PARTS}}
  </ul>
  <p class="govuk-body"><a class="govuk-link" href="{{PANDUAN}}">Buku panduan administrator</a> · <a class="govuk-link" href="{{HANDBOOK}}" hreflang="en" lang="en">Handbook for the administrator</a></p>
</div>
</div>
