{{%AUTOESCAPE context="HTML"}}
{{! trail.tpl - the Jejak: administrative changes with old and new.
  ROWS            section, one a change {HREF TIME WHO WHAT}
  ABOUT           section in ROWS {HREF TEXT}: the thing and its page
  NAME            section in ROWS {TEXT}: a thing without a page
  VALUES          section in ROWS, one a value {KEY}
  OLD NEW         sections in VALUES {TEXT} }}
<section class="app-scroll" tabindex="0" aria-label="Tabel: Perubahan">
<table class="app-table">
  <caption>Perubahan</caption>
  <thead>
    <tr><th scope="col">Waktu</th><th scope="col">Siapa</th><th scope="col">Perubahan</th><th scope="col">Tentang</th><th scope="col">Semula dan menjadi</th></tr>
  </thead>
  <tbody>
    {{#ROWS}}
    <tr><th scope="row"><a class="govuk-link" href="{{HREF}}">{{TIME}}</a></th><td>{{WHO}}</td><td>{{WHAT}}</td><td>{{#ABOUT}}<a class="govuk-link" href="{{HREF}}">{{TEXT}}</a>{{/ABOUT}}{{#NAME}}{{TEXT}}{{/NAME}}</td><td>{{#VALUES}}<p class="govuk-body app-small">{{KEY}}: {{#OLD}}<del class="app-muted">{{TEXT}}</del> {{/OLD}}{{#NEW}}{{TEXT}}{{/NEW}}</p>{{/VALUES}}</td></tr>
    {{/ROWS}}
  </tbody>
</table>
</section>
