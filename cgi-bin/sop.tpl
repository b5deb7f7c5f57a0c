{{%AUTOESCAPE context="HTML"}}
{{! sop.tpl - an SOP: its identity page and its swim-lane flowchart, as in the
    official form; the frame is WIDE.  The chart begins at #h-bagan.
  CAPTION         "W.6.OT.02.02-0136 · berlaku sejak 24 Oktober 2022"
  HEADING         the name as printed
  TIME            section {TEXT}: not in force yet, or no more
  CASE            section {HREF TEXT}: the case whose row is marked
  VERSIONS        section, when more than one {HREF TEXT, CURRENT or OTHER}
  VERSION_NOTE    section {TEXT}: running cases keep their version
  START           section {HREF TEXT}: apply, or open a case
  PROMISE         section {TEXT}: the service time
  PAPER           section {HREF TEXT}: the official form as PDF, the signed
                  paper
  SIGNATURES      section {TEXT}: of that
  NO_PAPER        section {TEXT}: there is none, and why
  IDENTITY        section {KEY TEXT}: nomor, tanggal, disahkan oleh, as printed
  SIGNED          section in IDENTITY {TEXT}: name and NIP, below a signature
  LISTS           section, one a list {TITLE}: dasar hukum, kualifikasi, ...
  ITEMS           section in LISTS {TEXT}
  NONE            section in LISTS: there is nothing in it
  FLOW            include: flow.tpl }}
<span class="govuk-caption-l">{{CAPTION}}</span>
<h1 class="govuk-heading-l app-heading">{{HEADING}}</h1>
{{#TIME}}
<p class="govuk-inset-text">{{TEXT}}</p>
{{/TIME}}
{{#CASE}}
<p class="govuk-body">Ditandai untuk <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>.</p>
{{/CASE}}
{{#PROMISE}}
<p class="govuk-body">{{TEXT}}</p>
{{/PROMISE}}
{{#START}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/START}}
{{#PAPER}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/PAPER}}
{{#SIGNATURES}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/SIGNATURES}}
{{#NO_PAPER}}
<p class="govuk-body app-small app-muted">{{TEXT}}</p>
{{/NO_PAPER}}
<ul class="govuk-list app-outcomes app-small">
  {{#VERSIONS}}
  {{#CURRENT}}
  <li><strong>{{TEXT}} (ditampilkan)</strong></li>
  {{/CURRENT}}
  {{#OTHER}}
  <li><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
  {{/OTHER}}
  {{/VERSIONS}}
</ul>
{{#VERSION_NOTE}}
<p class="govuk-body app-small app-muted">{{TEXT}}</p>
{{/VERSION_NOTE}}
<p class="govuk-body app-links"><a class="govuk-link" href="#h-bagan">Langsung ke bagan alir</a></p>
<h2 class="govuk-heading-m">Identitas</h2>
<dl class="govuk-summary-list app-identity">
  {{#IDENTITY}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value"><p class="govuk-body app-lines" lang="id">{{TEXT:p}}</p>{{#SIGNED}}<p class="govuk-body app-lines app-identity__name" lang="id">{{TEXT:p}}</p>{{/SIGNED}}</dd>
  </div>
  {{/IDENTITY}}
</dl>
<div class="app-columns">
  {{#LISTS}}
  <div class="app-columns__item">
    <h3 class="govuk-heading-s">{{TITLE}}</h3>
    {{#NONE}}
    <p class="govuk-body app-small">–</p>
    {{/NONE}}
    <ol class="govuk-list govuk-list--number app-small">
      {{#ITEMS}}
      <li lang="id">{{TEXT}}</li>
      {{/ITEMS}}
    </ol>
  </div>
  {{/LISTS}}
</div>
<div class="app-flow-sheet">
<h2 class="govuk-heading-m" id="h-bagan">Langkah dan bagan alir</h2>
{{>FLOW}}
</div>
{{#NO_PAPER}}
<button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
{{/NO_PAPER}}
