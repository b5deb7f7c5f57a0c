{{%AUTOESCAPE context="HTML"}}
{{! message.tpl - whom a message goes to, in the form of a notify step.
  TO              section {TEXT}: "0812-3456-7890"
  NOBODY          section: no telephone number is known
  AUTOMATIC       section: it goes out by itself
  FAILED          section {TEXT}: it did, and did not arrive
  LINK            section {HREF}: a WhatsApp message with the text prepared
  TEXT            the prepared text }}
<h2 class="govuk-heading-m">Pesan kepada pemohon</h2>
{{#TO}}
<p class="govuk-body">Nomor WhatsApp pemohon: <strong>{{TEXT}}</strong></p>
{{/TO}}
{{#NOBODY}}
<p class="govuk-body">Nomor WhatsApp pemohon tidak diketahui.</p>
{{/NOBODY}}
<blockquote class="app-quote app-lines">{{TEXT:p}}</blockquote>
{{#FAILED}}
<p class="govuk-body">{{TEXT}}</p>
{{/FAILED}}
{{#AUTOMATIC}}
<p class="govuk-body">Pesan ini dikirim otomatis lewat WhatsApp begitu langkah ini diteruskan.</p>
{{/AUTOMATIC}}
{{#LINK}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}" rel="noopener noreferrer" target="_blank">Kirim lewat WhatsApp (tab baru)</a>. Sampai tidaknya pesan yang dikirim sendiri tidak diketahui sistem.</p>
{{/LINK}}
