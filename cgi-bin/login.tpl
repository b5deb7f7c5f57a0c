{{%AUTOESCAPE context="HTML"}}
{{! login.tpl - log in with NIP and password, or as an outside operator.
  ERRORS          include: errors.tpl (422): one item, #nip
  ERROR           section {TEXT}: "NIP atau kata sandi tidak cocok."
  NIP             as typed (nip; the password is kata-sandi)
  NEXT            address asked for before (kembali), carried along
  EXPIRED         section {TEXT}: the session had ended; what was typed is kept
  HIDDEN          section {NAME VALUE}: a form on its way back, carried along
  CSRF            token }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  {{>ERRORS}}
  <h1 class="govuk-heading-l">Masuk</h1>
  {{#EXPIRED}}
  <div class="govuk-inset-text">{{TEXT}}</div>
  {{/EXPIRED}}
  <form method="post" action="/masuk" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kembali" value="{{NEXT}}">
    {{#HIDDEN}}
    <input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
    {{/HIDDEN}}
    <div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
      <label class="govuk-label govuk-label--s" for="nip">NIP</label>
      <div id="nip-h" class="govuk-hint">18 angka; spasi boleh. Operator perguruan tinggi dan sekolah memakai nama akun.</div>
      {{#ERROR}}
      <p id="nip-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
      {{/ERROR}}
      <input class="govuk-input govuk-input--width-20{{#ERROR}} govuk-input--error{{/ERROR}}" id="nip" name="nip" type="text" value="{{NIP}}" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="nip-h{{#ERROR}} nip-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
    </div>
    <div class="govuk-form-group govuk-password-input" data-module="govuk-password-input">
      <label class="govuk-label govuk-label--s" for="kata-sandi">Kata sandi</label>
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input class="govuk-input govuk-password-input__input govuk-js-password-input-input" id="kata-sandi" name="kata-sandi" type="password" spellcheck="false" autocomplete="current-password" autocapitalize="none">
        <button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle" data-module="govuk-button" aria-controls="kata-sandi" aria-label="Tampilkan kata sandi" hidden>Tampilkan</button>
      </div>
    </div>
    <button type="submit" class="govuk-button" data-module="govuk-button">Masuk</button>
  </form>
  <p class="govuk-body"><a class="govuk-link" href="/sandi/lupa">Lupa kata sandi</a></p>
  <p class="govuk-body">Perguruan tinggi atau sekolah Anda belum punya akun? <a class="govuk-link" href="/daftar">Daftar operator lembaga</a></p>
</div>
</div>
