{{%AUTOESCAPE context="HTML"}}
{{! saved.tpl - a request that is to be gone on with another time.
  UNTIL           "29 November 2026, 12.10 WIB"
  HREF            where it goes on
  LINK            section {TEXT}: the link to keep, of who has no account }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Isian tersimpan</h1>
  <p class="govuk-body">Isian dan dokumen Anda tersimpan sampai <strong>{{UNTIL}}</strong>, lalu dihapus. Belum ada yang terkirim.</p>
  {{#LINK}}
  <h2 class="govuk-heading-m">Tautan untuk melanjutkan</h2>
  <p class="govuk-body">Salin tautan ini, atau simpan halaman ini. Siapa pun yang memegang tautan ini dapat melihat dan mengubah isian, jadi jangan dibagikan.</p>
  <p class="govuk-body app-break app-code">{{TEXT}}</p>
  {{/LINK}}
  <p class="govuk-body"><a class="govuk-button" href="{{HREF}}">Lanjutkan mengisi</a></p>
</div>
</div>
