{{%AUTOESCAPE context="HTML"}}
{{! form.tpl - a form of an administrator: a person, a holder of a role, a
    calendar; with what there is now above it.
  CAPTION         section {TEXT}
  HEADING         "Tambah pengguna", "Dewi Lestari"
  ERRORS          include: errors.tpl (422)
  INTRO           section, one a paragraph {TEXT}
  PICTURE         section {SRC ALT}: a code to be scanned
  ROWS            section {KEY TEXT}: what is known
  OLD VALUES      sections in ROWS {TEXT}: of what will change
  WAYS            section {HREF TEXT}: to what belongs to it
  TABLES          includes: table.tpl: holders, open tasks to hand over first
  PAGER           include: pager.tpl, of the last table
  FORMS           section, one a form {ACT BUTTON}: aksi=ACT
  MULTIPART       section in FORMS: it sends a file
  FOLD FOLD_END   sections in FORMS {TEXT}: around a form that is closed until
                  it is asked for
  OPEN            section in FOLD: it came back
  HIDDEN          section in FORMS, one a value that it carries {NAME VALUE}
  TITLE           section in FORMS {TEXT}: heading of the form
  FIELDS          includes in FORMS: field.tpl, form-part.tpl
  LIVE            section in FORMS: the chart is drawn anew while it is filled in
  MORE            section in FORMS {NAME TEXT}: another button; NAME=ya
  MULTIPART       section in FORMS: it holds files
  BESIDE          section in FORMS {NAME TEXT}: a second button, whose answer
                  opens in a new tab; NAME=ya
  WARNING         section in FORMS: its button ends something
  SECOND          section in FORMS: its button is not the first of the page
  CHART           include: editor-chart.tpl, beside the form
  EDITOR          section: it stands there
  ACTION VERSION KEY CSRF
                  address, version of what is changed, idempotency key, token }}
<div class="govuk-grid-row{{#EDITOR}} app-editor{{/EDITOR}}">
<div class="govuk-grid-column-two-thirds{{#EDITOR}} app-editor__main{{/EDITOR}}">
  {{>ERRORS}}
  {{#CAPTION}}
  <span class="govuk-caption-l">{{TEXT}}</span>
  {{/CAPTION}}
  <h1 class="govuk-heading-l">{{HEADING}}</h1>
  {{#INTRO}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/INTRO}}
  {{#PICTURE}}
  <p class="govuk-body"><img src="{{SRC}}" alt="{{ALT}}" width="260" height="260"></p>
  {{/PICTURE}}
  <dl class="govuk-summary-list app-outcomes">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value app-lines">{{#OLD}}<p class="govuk-body app-muted"><del>{{TEXT:p}}</del></p>{{/OLD}}{{#VALUES}}<p class="govuk-body">{{TEXT:p}}</p>{{/VALUES}}{{TEXT:p}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  {{#WAYS}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
  {{/WAYS}}
  {{>TABLES}}
  {{>PAGER}}
  {{#FORMS}}
  {{#FOLD}}
  <details class="govuk-details"{{#OPEN}} open{{/OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{TEXT}}</span></summary>
    <div class="govuk-details__text">
  {{/FOLD}}
  <form method="post" action="{{ACTION}}"{{#LIVE}} data-live="bagan"{{/LIVE}}{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}} novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="{{ACT}}">
    {{#TITLE}}
    <h2 class="govuk-heading-m">{{TEXT}}</h2>
    {{/TITLE}}
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    {{>FIELDS}}
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button{{#SECOND}} govuk-button--secondary{{/SECOND}}{{#WARNING}} govuk-button--warning{{/WARNING}}" data-module="govuk-button">{{BUTTON}}</button>
      {{#MORE}}
      <button type="submit" class="govuk-button govuk-button--secondary" name="{{NAME}}" value="ya">{{TEXT}}</button>
      {{/MORE}}
      {{#BESIDE}}
      <button type="submit" class="govuk-button govuk-button--secondary" name="{{NAME}}" value="ya" formtarget="_blank">{{TEXT}}</button>
      {{/BESIDE}}
    </div>
  </form>
  {{#FOLD_END}}
    </div>
  </details>
  {{/FOLD_END}}
  {{/FORMS}}
</div>
{{>CHART}}
</div>
