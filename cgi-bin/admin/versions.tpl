{{%AUTOESCAPE context="HTML"}}
{{! versions.tpl - two versions of an SOP side by side, the words that differ
    marked; the frame is WIDE.
  CAPTION         section {TEXT}: "Bandingkan dua versi"
  HEADING         its name
  ACTION          address of the page, for the choice of versions
  CHOICES         section, one a choice {NAME LABEL}: dari, "Versi lama"
  OPTIONS         section in CHOICES {VALUE TEXT, CHOSEN}
  INTRO           section {TEXT}: how many places differ
  TABLE           section {NAME LEFT RIGHT}: what is compared
  ROWS            section in TABLE {KEY}: a place that differs
  OLD NEW         sections in ROWS: its two texts
  PIECES          section in OLD and NEW: a run of words
  SAME GONE ADDED sections in PIECES {TEXT}: one of them }}
{{#CAPTION}}
<span class="govuk-caption-l">{{TEXT}}</span>
{{/CAPTION}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<form class="app-filter" method="get" action="{{ACTION}}" novalidate>
  {{#CHOICES}}
  <div class="app-filter__field">
    <label class="govuk-label" for="{{NAME}}">{{LABEL}}</label>
    <select class="govuk-select" id="{{NAME}}" name="{{NAME}}">
      {{#OPTIONS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/OPTIONS}}
    </select>
  </div>
  {{/CHOICES}}
  <button type="submit" class="govuk-button govuk-button--secondary">Bandingkan</button>
</form>
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
{{#TABLE}}
<section class="app-scroll" tabindex="0" aria-label="Tabel: {{NAME}}">
<table class="app-table">
  <caption>{{NAME}}</caption>
  <thead>
    <tr><th scope="col">Bagian</th><th scope="col">{{LEFT}}</th><th scope="col">{{RIGHT}}</th></tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr><th scope="row">{{KEY}}</th><td class="app-lines">{{#OLD}}{{#PIECES}}{{#SAME}}{{TEXT:p}}{{/SAME}}{{#GONE}}<del>{{TEXT:p}}</del>{{/GONE}} {{/PIECES}}{{/OLD}}</td><td class="app-lines">{{#NEW}}{{#PIECES}}{{#SAME}}{{TEXT:p}}{{/SAME}}{{#ADDED}}<ins>{{TEXT:p}}</ins>{{/ADDED}} {{/PIECES}}{{/NEW}}</td></tr>
    {{/ROWS}}
  </tbody>
</table>
</section>
{{/TABLE}}
