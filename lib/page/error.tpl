{{%AUTOESCAPE context="HTML"}}
{{! error.tpl - the page of an error: 403, 404, 405, 409, 413, 429, 500, 503;
  the titles and texts of each stand in lib/web/reply.c.
  TITLE           "Anda tidak memiliki akses ke halaman ini"
  TEXT            section, one a paragraph {TEXT}: what to do
  TRACK           section: with the tracking field (404)
  LOGIN           section: another account of one's own may do it (403)
  AGAIN           section {NEXT}: the session has ended; a log-in here, and
                  back with what was sent
  PROVE           section {NEXT}: a second code is asked for; likewise
  HIDDEN          section in AGAIN and PROVE {NAME VALUE}: a field of it
  TYPED           section {TEXT}: what had been written, kept
  ID              section {TEXT}: reference number (500)
  CSRF            token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">{{TITLE}}</h1>
  {{#TEXT}}
  <p class="govuk-body">{{TEXT}}</p>
  {{/TEXT}}
  {{#TRACK}}
  <form method="post" action="/lacak" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="kode">Kode pelacakan</label>
      <div id="kode-h" class="govuk-hint">12 huruf dan angka pada bukti permohonan</div>
      <input class="govuk-input govuk-input--width-20 app-code" id="kode" name="kode" type="text" aria-describedby="kode-h" autocomplete="off" autocapitalize="characters" spellcheck="false">
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Lacak permohonan</button>
  </form>
  {{/TRACK}}
  {{#LOGIN}}
  <p class="govuk-body">Bila Anda punya akun lain yang boleh, keluar lebih dahulu, lalu masuk dengan akun itu.</p>
  {{/LOGIN}}
  {{#AGAIN}}
  <form method="post" action="/masuk" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kembali" value="{{NEXT}}">
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="nip">NIP</label>
      <div id="nip-h" class="govuk-hint">18 angka; spasi boleh. Operator perguruan tinggi dan sekolah memakai nama akun.</div>
      <input class="govuk-input govuk-input--width-20" id="nip" name="nip" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="nip-h">
    </div>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="kata-sandi">Kata sandi</label>
      <input class="govuk-input govuk-input--width-20" id="kata-sandi" name="kata-sandi" type="password" spellcheck="false" autocomplete="current-password" autocapitalize="none">
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Masuk lagi</button>
  </form>
  {{/AGAIN}}
  {{#PROVE}}
  <form method="post" action="/akun/bukti" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kembali" value="{{NEXT}}">
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    <button type="submit" class="govuk-button" data-module="govuk-button">Isi kode kedua</button>
  </form>
  {{/PROVE}}
  {{#TYPED}}
  <p class="govuk-body">Tulisan Anda, bila masih diperlukan:</p>
  <blockquote class="app-quote app-lines">{{TEXT:p}}</blockquote>
  {{/TYPED}}
  {{#ID}}
  <p class="govuk-body">Nomor rujukan: <span class="app-code">{{TEXT}}</span></p>
  {{/ID}}
</div>
</div>
