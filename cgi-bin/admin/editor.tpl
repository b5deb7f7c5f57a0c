{{%AUTOESCAPE context="HTML"}}
{{! editor.tpl - the draft of an SOP: what is known of it, its identity, its rows
    with what is wrong in them, and the flowchart beside them; the frame is WIDE.
  CAPTION HEADING "Rancangan SOP", its name
  FAULT           section {TEXT}: why nothing was done (409)
  INTRO           section, one a paragraph {TEXT}
  READY           section {HREF}: nothing is wrong, it may be published
  LACKS           section {TEXT}: how much is to be mended
  ROWS            section {KEY TEXT}: when it was begun, saved
  IDENTITY        section {KEY TEXT}: of its identity page
  UNFIT           section {HREF TEXT}: something wrong in that
  HAS_STEPS       section: the form of the rows; in it
  STEPS           section, one a row {POS NO WHO ACTIVITY KIND TIME HREF FIELDS
                  INSERT}: place, number, the page that changes it, its
                  fields, the page of a new row behind it
  FAULTS          section in STEPS {HREF TEXT}: something wrong in it
  INFERRED        section in STEPS {TEXT VALUE}: something inferred, and the
                  button that confirms it
  MAY_RISE MAY_SINK
                  sections in STEPS: it has a row before it, behind it
  NO_STEPS        section: there are no rows yet
  CHART           include: editor-chart.tpl
  EDITOR          section: the chart stands there
  ACTION VERSION KEY CSRF
                  address, version of the draft, idempotency key, token }}
{{#FAULT}}
<div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1" autofocus>
  <div role="alert">
    <h2 class="govuk-error-summary__title">Ada yang perlu diperbaiki</h2>
    <div class="govuk-error-summary__body"><p class="govuk-body">{{TEXT}}</p></div>
  </div>
</div>
{{/FAULT}}
<span class="govuk-caption-l">{{CAPTION}}</span>
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<div class="{{#EDITOR}}app-editor{{/EDITOR}}">
<div class="app-editor__main">
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
{{#LACKS}}
<p class="govuk-body"><strong>{{TEXT}}</strong></p>
{{/LACKS}}
{{#READY}}
<p class="govuk-body">Tidak ada yang kurang. <a class="govuk-link" href="{{HREF}}">Periksa dan terbitkan</a></p>
{{/READY}}
<dl class="govuk-summary-list app-outcomes app-small">
  {{#ROWS}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value">{{TEXT}}</dd>
  </div>
  {{/ROWS}}
</dl>
<h2 class="govuk-heading-m" id="identitas">Identitas</h2>
<dl class="govuk-summary-list app-outcomes">
  {{#IDENTITY}}
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{{KEY}}</dt>
    <dd class="govuk-summary-list__value app-break" lang="id">{{TEXT}}</dd>
  </div>
  {{/IDENTITY}}
</dl>
<ul class="govuk-list app-editor__faults">
  {{#UNFIT}}
  <li><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
  {{/UNFIT}}
</ul>
<p class="govuk-body"><a class="govuk-link" href="{{ACTION}}/identitas">Ubah identitas</a></p>
<h2 class="govuk-heading-m" id="langkah">Langkah</h2>
{{#NO_STEPS}}
<p class="govuk-body">Belum ada langkah. Langkah pertama membuka berkasnya.</p>
{{/NO_STEPS}}
{{#HAS_STEPS}}
<form method="post" action="{{ACTION}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="versi" value="{{VERSION}}">
<input type="hidden" name="kunci" value="{{KEY}}">
<ol class="app-draft">
  {{#STEPS}}
  <li class="app-draft__item" id="langkah-{{POS}}">
    <h3 class="app-draft__title">{{NO}}. <span lang="id">{{WHO}}</span></h3>
    <p class="app-draft__line" lang="id">{{ACTIVITY}}</p>
    <p class="app-draft__line app-muted">{{KIND}} · Waktu: <span lang="id">{{TIME}}</span></p>
    <ul class="govuk-list app-editor__faults">
      {{#FAULTS}}
      <li><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></li>
      {{/FAULTS}}
    </ul>
    {{#INFERRED}}
    <p class="app-draft__line"><strong>Disimpulkan:</strong> {{TEXT}} <button type="submit" class="app-draft__button" name="aksi" value="{{VALUE}}">Benar<span class="govuk-visually-hidden">: {{TEXT}}, langkah {{NO}}</span></button></p>
    {{/INFERRED}}
    <p class="app-draft__acts">
      <a class="govuk-link" href="{{HREF}}">Ubah<span class="govuk-visually-hidden"> langkah {{NO}}</span></a>
      <a class="govuk-link" href="{{HREF}}/isian">{{FIELDS}}<span class="govuk-visually-hidden"> langkah {{NO}}</span></a>
      {{#MAY_RISE}}
      <button type="submit" class="app-draft__button" name="aksi" value="naik-{{POS}}">Naik<span class="govuk-visually-hidden"> langkah {{NO}}</span></button>
      {{/MAY_RISE}}
      {{#MAY_SINK}}
      <button type="submit" class="app-draft__button" name="aksi" value="turun-{{POS}}">Turun<span class="govuk-visually-hidden"> langkah {{NO}}</span></button>
      {{/MAY_SINK}}
      <a class="govuk-link" href="{{INSERT}}">Sisipkan<span class="govuk-visually-hidden"> langkah sesudah langkah {{NO}}</span></a>
    </p>
  </li>
  {{/STEPS}}
</ol>
</form>
{{/HAS_STEPS}}
<p class="govuk-body"><a class="govuk-button" href="{{ACTION}}/langkah/baru">Tambah langkah</a></p>
<h2 class="govuk-heading-m">Rancangan ini</h2>
<ul class="govuk-list">
  <li><a class="govuk-link" href="{{ACTION}}/terbitkan">Periksa dan terbitkan</a></li>
  <li><a class="govuk-link" href="{{ACTION}}/unduh">Unduh teksnya (YAML)</a></li>
  <li><a class="govuk-link" href="{{ACTION}}/teks">Unggah atau ubah teksnya</a></li>
  <li><a class="govuk-link" href="{{ACTION}}/buang">Buang rancangan</a></li>
</ul>
</div>
{{>CHART}}
</div>
