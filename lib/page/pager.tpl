{{%AUTOESCAPE context="HTML"}}
{{! pager.tpl - how much of a list is shown, and the way to the rest.
  SHOWN           "Menampilkan 1–25 dari 63 tugas"
  WAY             section {PAGE PAGES}: shown when there is more than one page
  BEFORE AFTER    sections in it {HREF}: the page before and the one after }}
<p class="govuk-body app-small app-pager__shown">{{SHOWN}}</p>
{{#WAY}}
<nav class="app-pager" aria-label="Halaman daftar">
  {{#BEFORE}}
  <a class="govuk-link" href="{{HREF}}" rel="prev">Halaman sebelumnya</a>
  {{/BEFORE}}
  <span>Halaman {{PAGE}} dari {{PAGES}}</span>
  {{#AFTER}}
  <a class="govuk-link" href="{{HREF}}" rel="next">Halaman berikutnya</a>
  {{/AFTER}}
</nav>
{{/WAY}}
