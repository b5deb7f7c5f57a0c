{{%AUTOESCAPE context="HTML"}}
{{! message.tpl - a prepared message, in the form of a notify step (EXTRA).
  TO              "Siti Rahmawati, WhatsApp 0812••••7890"
  TEXT            the message
  LINK            section {HREF}: a prepared wa.me link: the person has no
                  channel of ours }}
<h2 class="govuk-heading-m">Pesan yang dikirim</h2>
<p class="govuk-body"><strong>Kepada:</strong> {{TO}}</p>
<blockquote class="app-quote app-lines">{{TEXT:p}}</blockquote>
{{#LINK}}
<p class="govuk-body"><a class="govuk-link" href="{{HREF}}" rel="noopener noreferrer">Buka WhatsApp dengan pesan ini</a>. Sampai atau tidaknya tidak dapat diketahui, dan dicatat demikian.</p>
{{/LINK}}
