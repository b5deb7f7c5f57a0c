{{%AUTOESCAPE context="HTML"}}
{{! list.tpl - a list that an administrator looks after: people, roles,
    holders, calendars; the frame is WIDE.
  HEADING         "Pengguna", "Pemegang peran Kadivmin"
  INTRO           section, one a paragraph {TEXT}
  FIND            section {LABEL SEARCH}: the search form (cari), as typed
  KINDS           section in FIND {LABEL}: a choice (jenis); its
  OPTIONS         section {VALUE TEXT, CHOSEN}
  THING           section in FIND {LABEL VALUE}: what it is about (tentang)
  DAY             section in FIND {LABEL VALUE}: a date (hari), "2026-11-24"
  ADD             section {HREF TEXT}: "Tambah pengguna"
  TABLES          includes: table.tpl
  EMPTY           section {TEXT}: no rows
  PAGER           include: pager.tpl }}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#INTRO}}
<p class="govuk-body">{{TEXT}}</p>
{{/INTRO}}
{{#FIND}}
<form class="app-filter" method="get" novalidate role="search" aria-label="Cari">
  <div class="app-filter__field">
    <label class="govuk-label" for="cari">{{LABEL}}</label>
    <input class="govuk-input" id="cari" name="cari" type="search" value="{{SEARCH}}">
  </div>
  {{#THING}}
  <div class="app-filter__field">
    <label class="govuk-label" for="tentang">{{LABEL}}</label>
    <input class="govuk-input" id="tentang" name="tentang" type="text" value="{{VALUE}}">
  </div>
  {{/THING}}
  {{#KINDS}}
  <div class="app-filter__field">
    <label class="govuk-label" for="jenis">{{LABEL}}</label>
    <select class="govuk-select" id="jenis" name="jenis">
      <option value="">Semua</option>
      {{#OPTIONS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/OPTIONS}}
    </select>
  </div>
  {{/KINDS}}
  {{#DAY}}
  <div class="app-filter__field">
    <label class="govuk-label" for="hari">{{LABEL}}</label>
    <input class="govuk-input" id="hari" name="hari" type="text" value="{{VALUE}}">
  </div>
  {{/DAY}}
  <button type="submit" class="govuk-button govuk-button--secondary">Cari</button>
</form>
{{/FIND}}
{{#ADD}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/ADD}}
{{>TABLES}}
{{#EMPTY}}
<p class="govuk-body">{{TEXT}}</p>
{{/EMPTY}}
{{>PAGER}}
