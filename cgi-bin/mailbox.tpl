{{%AUTOESCAPE context="HTML"}}
{{! mailbox.tpl - messages that went into the mailbox folder.
  LETTER          section, one a message, newest first
                  {TO SUBJECT AT TEXT}
  LINK            section in LETTER {HREF}: where its link leads
  EMPTY           section: there is none }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Kotak surat</h1>
  <p class="govuk-body">Pesan yang keluar dari kantor contoh ini. Tidak ada yang benar-benar dikirim; di kantor sungguhan halaman ini tidak ada.</p>
  {{#EMPTY}}
  <p class="govuk-body">Belum ada pesan. Pesan muncul beberapa detik setelah sebuah langkah menyebabkannya.</p>
  {{/EMPTY}}
  {{#LETTER}}
  <h2 class="govuk-heading-m">{{SUBJECT}}</h2>
  <p class="govuk-body">Kepada {{TO}}, {{AT}}</p>
  <blockquote class="app-quote app-lines">{{TEXT:p}}</blockquote>
  {{#LINK}}
  <p class="govuk-body"><a class="govuk-link" href="{{HREF}}">Buka tautan dalam pesan <span class="govuk-visually-hidden">{{SUBJECT}}</span></a></p>
  {{/LINK}}
  {{/LETTER}}
</div>
</div>
