{{%AUTOESCAPE context="HTML"}}
{{! bar.tpl - a time in its parts as one bar: letters in it, words below it,
    so that it needs neither colour nor script.
  TITLE           what time it is
  WORDS           the whole in words, for those who do not see it
  PARTS           section, one a part that is not empty {NAME LETTER PLACE
                  WIDTH MIDDLE TEXT}: place and width in percent of the bar; TEXT is
                  "2 hari, 40%"
  OWN QUEUE OUTSIDE APPLICANT CLOSED
                  sections in PARTS, one of them
  WIDE            section in PARTS: wide enough for its letter }}
<figure class="app-times">
<figcaption class="app-times__title">{{TITLE}}</figcaption>
<svg class="app-times__bar" width="100%" height="32" role="img" aria-label="{{WORDS}}" focusable="false">
{{#PARTS}}
<rect class="app-times__part{{#OWN}} app-times__part--own{{/OWN}}{{#QUEUE}} app-times__part--queue{{/QUEUE}}{{#OUTSIDE}} app-times__part--outside{{/OUTSIDE}}{{#APPLICANT}} app-times__part--applicant{{/APPLICANT}}{{#CLOSED}} app-times__part--closed{{/CLOSED}}" x="{{PLACE}}%" y="1" width="{{WIDTH}}%" height="30"/>
{{#WIDE}}<text class="app-times__letter{{#OWN}} app-times__letter--light{{/OWN}}{{#OUTSIDE}} app-times__letter--light{{/OUTSIDE}}" x="{{MIDDLE}}%" y="22" text-anchor="middle">{{LETTER}}</text>{{/WIDE}}
{{/PARTS}}
</svg>
<ul class="app-times__key">
  {{#PARTS}}
  <li><span class="app-times__swatch{{#OWN}} app-times__swatch--own{{/OWN}}{{#QUEUE}} app-times__swatch--queue{{/QUEUE}}{{#OUTSIDE}} app-times__swatch--outside{{/OUTSIDE}}{{#APPLICANT}} app-times__swatch--applicant{{/APPLICANT}}{{#CLOSED}} app-times__swatch--closed{{/CLOSED}}" aria-hidden="true">{{LETTER}}</span> {{NAME}}: {{TEXT}}</li>
  {{/PARTS}}
</ul>
</figure>
