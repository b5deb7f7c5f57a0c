{{%AUTOESCAPE context="HTML"}}
{{! slip.tpl - what an applicant takes from the counter, in his language; made
    for paper of 58 and 80 mm and for A4.
  CODE            the language: "en"
  OFFICE TITLE    whose slip it is, of what service
  QUEUE_LABEL QUEUE
                  "Queue number", "014"
  TRACK_LABEL TRACK
                  "Tracking code", "K7QM-2F9D-XW4T"
  QR              section {SIDE PATH LABEL}: leads to the case, as a picture
  WHERE           section {TEXT}: where the code is asked for, and more
  GIVEN           "5 January 2026, 09.00 WIB" }}
<h1 class="govuk-visually-hidden">Slip antrean</h1>
<section class="app-slip" lang="{{CODE}}">
  <p class="app-slip__office">{{OFFICE}}</p>
  <p class="app-slip__line">{{TITLE}}</p>
  <p class="app-slip__line">{{QUEUE_LABEL}}</p>
  <p class="app-slip__number">{{QUEUE}}</p>
  <p class="app-slip__line">{{TRACK_LABEL}}</p>
  <p class="app-slip__code">{{TRACK}}</p>
  {{#QR}}
  <svg class="app-slip__qr" viewBox="0 0 {{SIDE}} {{SIDE}}" role="img" aria-label="{{LABEL}}"><path d="{{PATH}}"/></svg>
  {{/QR}}
  {{#WHERE}}
  <p class="app-slip__line">{{TEXT}}</p>
  {{/WHERE}}
  <p class="app-slip__line">{{GIVEN}}</p>
</section>
<button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
