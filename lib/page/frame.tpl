{{%AUTOESCAPE context="HTML"}}
{{! frame.tpl - what stands around every page.
  LANG            its language: "id"
  LANGUAGES       section, one another language {HREF CODE TEXT}: "English"
  TITLE           the page, as in its h1: "Kotak masuk Kadivmin"
  ERROR_TITLE     section: puts "Galat: " before the title (status 422)
  LATE_TITLE      section {TEXT}: "2 terlambat" before the title (inbox)
  SERVICE OFFICE HOURS
                  from the configuration
  CONTACT         section {TEXT}: where to ask, too
  CSS_BASE CSS_APP JS_BASE JS_APP ICON
                  addresses of the assets (page/assets.h)
  WIDE            section: tables and step pages use the whole width
  MENU            section, one an item {HREF TEXT, CURRENT or OTHER}
  SEARCH_ALL      section: an official may search all cases
  PERSON          section {NAME}: who is logged in; its form posts to /keluar
  NOBODY          section: nobody is logged in
  CSRF            the session's token; page_global(), the forms need it too
  ACTING          section {TEXT}: "Anda bertindak sebagai Plh. Kabag ..."
  BACK            section {HREF TEXT}: the way back
  NOTICE          section {TEXT}: what has just happened, after a 303
  LINKS           section in it {HREF TEXT}: the case, the next task
  BODY            include: the page itself, from its h1 on }}
<!DOCTYPE html>
<html lang="{{LANG}}" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{{#ERROR_TITLE}}Galat: {{/ERROR_TITLE}}{{#LATE_TITLE}}({{TEXT}}) {{/LATE_TITLE}}{{TITLE}} - {{SERVICE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#14345e">
<meta name="robots" content="noindex">
<link rel="icon" href="{{ICON}}" type="image/svg+xml">
<link rel="stylesheet" href="{{CSS_BASE}}">
<link rel="stylesheet" href="{{CSS_APP}}">
<link rel="modulepreload" href="{{JS_BASE}}">
<script type="module" src="{{JS_APP}}"></script>
</head>
<body class="govuk-template__body{{#WIDE}} app-wide{{/WIDE}}" data-say-under="Tersisa %{count} karakter" data-say-at="Tersisa 0 karakter" data-say-over="Terlalu panjang %{count} karakter" data-say-most="Paling banyak %{count} karakter" data-say-show="Tampilkan" data-say-hide="Sembunyikan" data-say-show-password="Tampilkan kata sandi" data-say-hide-password="Sembunyikan kata sandi" data-say-shown="Kata sandi ditampilkan" data-say-hidden="Kata sandi disembunyikan">
<a href="#isi-halaman" class="govuk-skip-link" data-module="govuk-skip-link">Langsung ke isi</a>
<header>
  <div class="app-header">
    <div class="govuk-width-container app-header__row">
      <div>
        <a class="app-header__name" href="/">{{SERVICE}}</a>
        <span class="app-header__office">{{OFFICE}}</span>
      </div>
      {{#SEARCH_ALL}}
      <form class="app-find" method="get" action="/berkas" role="search" aria-label="Cari di semua berkas">
        <label class="govuk-visually-hidden" for="cari-semua">Nama, NIM, telepon, nomor, atau kata</label>
        <input class="app-find__input" id="cari-semua" name="cari" type="search" autocomplete="off">
        <button type="submit" class="app-find__button">Cari<span class="govuk-visually-hidden"> di semua berkas</span></button>
      </form>
      {{/SEARCH_ALL}}
      {{#PERSON}}
      <form class="app-header__person" method="post" action="/keluar">
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <a class="govuk-link govuk-link--inverse" href="/akun"><span>{{NAME}}</span></a>
        <button type="submit" class="app-header__button">Keluar</button>
      </form>
      {{/PERSON}}
      {{#LANGUAGES}}
      <p class="app-header__person"><a class="govuk-link govuk-link--inverse" href="{{HREF}}" hreflang="{{CODE}}" lang="{{CODE}}">{{TEXT}}</a></p>
      {{/LANGUAGES}}
      {{#NOBODY}}
      <p class="app-header__person"><a class="govuk-link govuk-link--inverse" href="/masuk">Masuk untuk petugas</a></p>
      {{/NOBODY}}
    </div>
  </div>
  <div class="govuk-service-navigation" data-module="govuk-service-navigation">
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
          <button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="menu-utama" hidden aria-hidden="true">Menu</button>
          <ul class="govuk-service-navigation__list" id="menu-utama">
            {{#MENU}}
            {{#CURRENT}}
            <li class="govuk-service-navigation__item govuk-service-navigation__item--active"><a class="govuk-service-navigation__link" href="{{HREF}}" aria-current="page"><strong class="govuk-service-navigation__active-fallback">{{TEXT}}</strong></a></li>
            {{/CURRENT}}
            {{#OTHER}}
            <li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="{{HREF}}">{{TEXT}}</a></li>
            {{/OTHER}}
            {{/MENU}}
          </ul>
        </nav>
      </div>
    </div>
  </div>
  {{#ACTING}}
  <div class="app-acting"><div class="govuk-width-container"><p>{{TEXT}}</p></div></div>
  {{/ACTING}}
</header>
{{#BACK}}
<nav class="govuk-width-container" aria-label="Kembali"><a href="{{HREF}}" class="govuk-back-link app-back">{{TEXT}}</a></nav>
{{/BACK}}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="isi-halaman">
{{#NOTICE}}
<div class="app-notice" role="status"><p class="govuk-body govuk-!-margin-bottom-0">{{TEXT}}</p>{{#LINKS}}<p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>{{/LINKS}}</div>
{{/NOTICE}}
{{>BODY}}
</main>
</div>
<footer class="app-footer">
  <div class="govuk-width-container">
    <p>{{OFFICE}}, {{HOURS}}.{{#CONTACT}} {{TEXT}}.{{/CONTACT}} <a class="govuk-link" href="/verifikasi">Verifikasi surat</a> · <a class="govuk-link" href="/pengaduan">Sampaikan pengaduan</a> · <a class="govuk-link" href="/bantuan">Bantuan</a> · <a class="govuk-link" href="/bantuan#privasi">Privasi</a> · <a class="govuk-link" href="/bantuan#aksesibilitas">Aksesibilitas</a></p>
  </div>
</footer>
</body>
</html>
