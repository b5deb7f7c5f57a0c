{{%AUTOESCAPE context="HTML"}}
{{! letter-offer.tpl - on the page of a step: a letter may be composed.
  HREF TEXT       the page that composes it; "Susun draf surat"
  PAPERS          section, one a paper composed at this visit {HREF TEXT}
  REPLACED        section in PAPERS: a newer one stands in its place
  SIGN            section {TEXT}: what to do with the newest }}
<div class="govuk-inset-text">
  <p class="govuk-body">Surat dapat disusun dari data perkara ini. <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
  {{#PAPERS}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{#REPLACED}} <span class="app-muted">digantikan</span>{{/REPLACED}}</p>
  {{/PAPERS}}
  {{#SIGN}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/SIGN}}
</div>
