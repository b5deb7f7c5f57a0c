{{%AUTOESCAPE context="HTML"}}
{{! letter-offer.tpl - on the page of a step: a letter may be composed.
  OFFER           section {HREF TEXT}: the page that composes it, "Susun draf
                  surat"
  LEFT_OUT        section {TEXT}: ... or that letters are not composed here
  PAPERS          section, one a paper composed at this visit {HREF TEXT}
  REPLACED        section in PAPERS: a newer one stands in its place
  SIGN            section {TEXT}: what to do with the newest }}
<div class="govuk-inset-text">
  {{#OFFER}}
  <p class="govuk-body">Surat dapat disusun dari data berkas ini. <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
  {{/OFFER}}
  {{#LEFT_OUT}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/LEFT_OUT}}
  {{#PAPERS}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{#REPLACED}} <span class="app-muted">digantikan</span>{{/REPLACED}}</p>
  {{/PAPERS}}
  {{#SIGN}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/SIGN}}
</div>
