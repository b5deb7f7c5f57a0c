{{%AUTOESCAPE context="HTML"}}
{{! report.tpl - the report of a month, on the web (the frame is not WIDE) and
    on paper (paper.tpl).  Pictures lie beside the page: FILE.png of each
    chart, FILE@2x.png, FILE-sempit.png (480 wide, for phones),
    FILE-sempit@2x.png; so its address ends in a slash: /laporan/2026-10/
  HEADING         "Laporan evaluasi layanan, Oktober 2026"
  LEAD            the finding, one or two sentences
  PAPER           section {TEXT}: head of the printed report: office, period,
                  instant of the data, who approved it, one a line
  RUNNING         section, one a note {TEXT}: the month is not over, not closed,
                  corrected; holidays not known yet
  FILTER          section: the form that chooses month and SOP
  MONTHS SOPS     sections in FILTER {VALUE TEXT, CHOSEN}: bulan, sop
  KIND            section in FILTER, of a closed month
  KINDS           section in KIND {VALUE TEXT, CHOSEN}: angka, as known when it
                  was closed, or corrected
  CSV             section, one a file beside the page {HREF TEXT}
  CLOSING         section {HREF TEXT}: the way to the minutes of the month
  PRINT           section: a button that prints
  FIGURES         section, one a figure {VALUE LABEL NOTE}
  TO              section in a figure {HREF}: the work behind it
  CONTENTS        section, one a part {ID TITLE}: the way to each heading
  PROMISE         section, one a sentence {TEXT}: the service time first
  PROMISE_TABLE   include: dense.tpl
  CHARTS          section, one a chart {ID TITLE FILE ALT HEIGHT
                  NARROW_HEIGHT}: heading, name of its pictures, what they show
  CHART_NOTE      section in CHARTS, one a sentence {TEXT}
  CHART_TABLE     include in CHARTS: dense.tpl, the same numbers
  MORE            section, one a further part {ID TITLE}
  MORE_TEXT       section in MORE, one a paragraph {TEXT}
  MORE_TABLE      includes in MORE: dense.tpl
  ROOT            section {TEXT}: root of the closed month, and what it is
  CODE            section in ROOT: the QR code of its address
  ADDRESS         section in ROOT {TEXT}: ... or the address itself }}
{{#PAPER}}
<p class="app-paper app-lines">{{TEXT:p}}</p>
{{/PAPER}}
<h1 class="govuk-heading-l">{{HEADING}}</h1>
<p class="govuk-body-l">{{LEAD}}</p>
{{#RUNNING}}
<div class="govuk-inset-text">{{TEXT}}</div>
{{/RUNNING}}
{{#FILTER}}
<form class="app-filter" method="get" action="/laporan" novalidate>
  <div class="app-filter__field">
    <label class="govuk-label" for="bulan">Bulan</label>
    <select class="govuk-select" id="bulan" name="bulan">
{{#MONTHS}}
<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}
{{/MONTHS}}
    </select>
  </div>
  <div class="app-filter__field">
    <label class="govuk-label" for="sop">SOP</label>
    <select class="govuk-select" id="sop" name="sop">
      <option value="">Semua SOP</option>
{{#SOPS}}
<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}
{{/SOPS}}
    </select>
  </div>
  {{#KIND}}
  <div class="app-filter__field">
    <label class="govuk-label" for="angka">Angka</label>
    <select class="govuk-select" id="angka" name="angka">
      {{#KINDS}}
      <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
      {{/KINDS}}
    </select>
  </div>
  {{/KIND}}
  <button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button>
</form>
{{/FILTER}}
<div class="app-links">
  {{#CLOSING}}
  <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>
  {{/CLOSING}}
  {{#PRINT}}
  <button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
  {{/PRINT}}
</div>
<dl class="app-figures">
  {{#FIGURES}}
  <div class="app-figures__item">
    <dt class="app-figures__label">{{LABEL}}</dt>
    <dd class="app-figures__value">{{#TO}}<a class="govuk-link" href="{{HREF}}">{{/TO}}{{VALUE}}{{#TO}}</a>{{/TO}}</dd>
    <dd class="app-figures__note">{{NOTE}}</dd>
  </div>
  {{/FIGURES}}
</dl>
<nav class="app-contents" aria-label="Isi laporan">
  <ul>
    <li><a class="govuk-link" href="#janji-layanan">Janji layanan</a>
{{#CONTENTS}}
<li><a class="govuk-link" href="#{{ID}}">{{TITLE}}</a>
{{/CONTENTS}}
    <li><a class="govuk-link" href="#unduh">Unduh</a>
  </ul>
</nav>
<h2 class="govuk-heading-m" id="janji-layanan">Janji layanan</h2>
{{#PROMISE}}
<p class="govuk-body">{{TEXT}}</p>
{{/PROMISE}}
{{>PROMISE_TABLE}}
{{#CHARTS}}
<h2 class="govuk-heading-m" id="{{ID}}">{{TITLE}}</h2>
<picture>
  <source media="(max-width: 40em)" srcset="./{{FILE}}-sempit.png 1x, {{FILE}}-sempit@2x.png 2x" width="480" height="{{NARROW_HEIGHT}}">
  <img class="app-chart" src="{{FILE}}.png" srcset="./{{FILE}}.png 1x, {{FILE}}@2x.png 2x" width="960" height="{{HEIGHT}}" alt="{{ALT}}">
</picture>
{{#CHART_NOTE}}
<p class="govuk-body app-small">{{TEXT}}</p>
{{/CHART_NOTE}}
{{>CHART_TABLE}}
{{/CHARTS}}
{{#MORE}}
<h2 class="govuk-heading-m" id="{{ID}}">{{TITLE}}</h2>
{{#MORE_TEXT}}
<p class="govuk-body">{{TEXT}}</p>
{{/MORE_TEXT}}
{{>MORE_TABLE}}
{{/MORE}}
<h2 class="govuk-heading-m app-screen" id="unduh">Unduh</h2>
<div class="app-links">
{{#CSV}}
<a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>
{{/CSV}}
  {{#PRINT}}
  <a class="govuk-link" href="/laporan/rentang">Data rentang tanggal</a>
  {{/PRINT}}
</div>
{{#ROOT}}
<h2 class="govuk-heading-m">Sidik jari riwayat</h2>
<p class="govuk-body app-small app-break">{{TEXT}}</p>
{{#CODE}}
<p><img class="app-code" src="akar.png" alt="Kode QR: alamat untuk membandingkan sidik jari ini"></p>
{{/CODE}}
{{#ADDRESS}}
<p class="govuk-body app-small app-break">Alamat untuk membandingkannya: {{TEXT}}</p>
{{/ADDRESS}}
{{/ROOT}}
