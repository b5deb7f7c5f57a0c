{{%AUTOESCAPE context="HTML"}}
{{! pager.tpl - how much of a list is shown, and the way to the rest.
  SHOWN           "Menampilkan 1–25 dari 63 tugas"
  WAY             section: shown when there is more than one page
  PLACE           section in it {TEXT}: "Halaman 1 dari 3"
  BEFORE AFTER    sections in it {HREF}: the page before and the one after }}
<p class="govuk-body app-small app-pager__shown">{{SHOWN}}</p>
{{#WAY}}
<nav class="app-pager" aria-label="Halaman daftar">
  {{#BEFORE}}
  <a class="govuk-link" href="{{HREF}}" rel="prev">Halaman sebelumnya</a>
  {{/BEFORE}}
  {{#PLACE}}
  <span>{{TEXT}}</span>
  {{/PLACE}}
  {{#AFTER}}
  <a class="govuk-link" href="{{HREF}}" rel="next">Halaman berikutnya</a>
  {{/AFTER}}
</nav>
{{/WAY}}
