{{%AUTOESCAPE context="HTML"}}
{{! start.tpl - the SOPs whose first row this person, or anybody, may do.
  HEADING         "Mulai berkas baru", "Ajukan permohonan"
  INTRO           section {TEXT}
  DRAFTS          section, one a request still being written {HREF NAME
                  KEPT}: until when it is kept
  DRAFTS_TITLE    section: heading of DRAFTS, when there are any
  GROUPS          section, one a unit {UNIT}
  SOPS            section in GROUPS {HREF NAME NUMBER FIRST}: FIRST is the
                  first row's activity, or what an applicant may expect
  EMPTY           section {TEXT}: none }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#INTRO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/INTRO}}
  {{#DRAFTS_TITLE}}
  <h2 class="govuk-heading-m">Belum terkirim</h2>
  {{/DRAFTS_TITLE}}
  <ul class="govuk-list app-choices">
    {{#DRAFTS}}
    <li>
      <a class="govuk-link" href="{{HREF}}">Lanjutkan: {{NAME}}</a>
      <span class="app-choices__note">{{KEPT}}</span>
    </li>
    {{/DRAFTS}}
  </ul>
  {{#GROUPS}}
  <h2 class="govuk-heading-m">{{UNIT}}</h2>
  <ul class="govuk-list app-choices">
    {{#SOPS}}
    <li>
      <a class="govuk-link" href="{{HREF}}">{{NAME}}</a>
      <span class="app-choices__note">{{NUMBER}}</span>
      <span class="app-choices__note">{{FIRST}}</span>
    </li>
    {{/SOPS}}
  </ul>
  {{/GROUPS}}
  {{#EMPTY}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/EMPTY}}
</div>
</div>
