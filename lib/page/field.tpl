{{%AUTOESCAPE context="HTML"}}
{{! field.tpl - one field of a form, of any type.
  NAME            of the form field; the id, too ("#NAME" for errors.tpl; a date
                  has NAME-hari NAME-bulan NAME-tahun, as ids and as names);
                  ids of the frame and names of the page's own fields have
                  a '-', which a field of an SOP has not
  LABEL           what is asked
  OPTIONAL        section: says "(opsional)"
  HINT            section {TEXT}; page_text()
  ERROR           section {TEXT}: "Isi nama lengkap"
  AUTOCOMPLETE    section {TEXT}: name, tel, email, organization
  AS_HEADING      section: the label of a group is the heading (h2) of its box
  SINGLE          section: around the label and one of these
  IS_TEXT IS_NUMBER IS_PHONE IS_EMAIL
                  sections: one line
  OFFER           section in IS_TEXT: values to choose from while one is typed
  OFFERED         section in OFFER, one a value {TEXT}
  IS_PASSWORD     section: one line that is not shown, a new password
  IS_PARAGRAPH    section: several lines
  COUNT           section {TEXT}: most characters of a paragraph
  TALL            section: a paragraph is the text of a file
  IS_SELECT       section: a choice of many; ITEMS below
  IS_FILE         section {ACCEPT}: ".pdf,application/pdf"
  MANY            section in it: several photos may be chosen
  KEPT            section {TEXT KEY}: an upload accepted before, "surat.pdf
                  (PDF, 312 kB)"; KEY comes back as NAME-lama
  KEPT_MANY       section {ID TEXT KEY}: the same in a field of several; its
                  box takes it away: NAME-hapus
  HELD            section in both {TEXT}: that nobody gets it yet
  LOOK            section in KEPT {HREF TEXT}: to look at it
  GROUP           section: around the legend and one of these
  IS_DATE         section {DAY MONTH YEAR}: three fields as typed
  IS_CHOICE       section: radios, a choice of few
  IS_CHECKS       section: check boxes, any of them
  IS_REFUSED      section {COUNT, IS_OPEN}: a table of persons with a box for
                  each; ITEMS {ID FIELD VALUE NAME NUMBER PROGRAMME, CHOSEN}
  IS_PEOPLE       section: a list of persons (casepage/fields_people.h)
  PERSONS         section in it, one a row {ROW WHO}: its number, "Peserta 3"
  PARTS           section in PERSONS {PART TEXT TYPED}: an input, its name and
                  id, its label, as typed
  MAY_LACK        section in PARTS: it is optional
  WRONG           section in PARTS {TEXT}
  MORE            section {NEXT}: a row may be added, the number it gets
  PASTED          a text pasted that found no room
  PASTE_OPEN      section: the box to paste into is open
  PASTE_ERROR     section {TEXT}
  ITEMS           section, one an item {ID VALUE TEXT}; ID of the first is NAME,
                  then NAME-2, ...
  ITEM_HINT       section in an item {TEXT}
  CHOSEN          section in an item: it is selected
  GIVEN           section {LABEL TEXT}: instead of all others, a value that the
                  account gives and nobody types
  VALUE           as typed, of all but IS_DATE, IS_CHOICE, IS_CHECKS, IS_FILE,
                  IS_PASSWORD }}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{#GIVEN}}
  <p class="govuk-label govuk-label--s">{{LABEL}}</p>
  <p class="govuk-body">{{TEXT}} <span class="app-muted">(dari akun lembaga Anda)</span></p>
{{/GIVEN}}
{{#SINGLE}}
  <label class="govuk-label govuk-label--s" for="{{NAME}}">{{LABEL}}{{#OPTIONAL}} <span class="app-optional">(opsional)</span>{{/OPTIONAL}}</label>
  <div id="{{NAME}}-h" class="govuk-hint app-hint">{{#HINT}}{{TEXT}}{{/HINT}}</div>
  {{#ERROR}}
  <p id="{{NAME}}-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
  {{/ERROR}}
  {{#IS_TEXT}}
  <input class="govuk-input{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="text" value="{{VALUE}}" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}{{#AUTOCOMPLETE}} autocomplete="{{TEXT}}"{{/AUTOCOMPLETE}}{{#OFFER}} list="{{NAME}}-saran"{{/OFFER}}>
  {{#OFFER}}
  <datalist id="{{NAME}}-saran">{{#OFFERED}}<option value="{{TEXT}}">{{/OFFERED}}</datalist>
  {{/OFFER}}
  {{/IS_TEXT}}
  {{#IS_PASSWORD}}
  <input class="govuk-input{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="password" spellcheck="false" autocomplete="new-password" autocapitalize="none" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
  {{/IS_PASSWORD}}
  {{#IS_NUMBER}}
  <input class="govuk-input govuk-input--width-5{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="text" inputmode="numeric" spellcheck="false" value="{{VALUE}}" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
  {{/IS_NUMBER}}
  {{#IS_PHONE}}
  <input class="govuk-input govuk-input--width-20{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="tel" value="{{VALUE}}" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}{{#AUTOCOMPLETE}} autocomplete="{{TEXT}}"{{/AUTOCOMPLETE}}>
  {{/IS_PHONE}}
  {{#IS_EMAIL}}
  <input class="govuk-input{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="email" spellcheck="false" value="{{VALUE}}" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}{{#AUTOCOMPLETE}} autocomplete="{{TEXT}}"{{/AUTOCOMPLETE}}>
  {{/IS_EMAIL}}
  {{#IS_PARAGRAPH}}
  <div{{#COUNT}} class="govuk-character-count" data-module="govuk-character-count" data-maxlength="{{TEXT}}"{{/COUNT}}>
    <textarea class="govuk-textarea govuk-js-character-count app-field{{#TALL}} app-text{{/TALL}}{{#ERROR}} govuk-textarea--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" rows="4"{{#TALL}} spellcheck="false"{{/TALL}} aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}{{#COUNT}} {{NAME}}-info{{/COUNT}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>{{VALUE:p}}</textarea>
    {{#COUNT}}
    <div id="{{NAME}}-info" class="govuk-hint govuk-character-count__message">Paling banyak {{TEXT}} karakter</div>
    {{/COUNT}}
  </div>
  {{/IS_PARAGRAPH}}
  {{#IS_SELECT}}
  <select class="govuk-select app-field{{#ERROR}} govuk-select--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
    <option value="">Pilih</option>
    {{#ITEMS}}
    <option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TEXT}}</option>
    {{/ITEMS}}
  </select>
  {{/IS_SELECT}}
  {{#IS_FILE}}
  {{#KEPT}}
  <p class="govuk-body app-small app-break">Dokumen yang sudah diterima: {{TEXT}}. Pilih dokumen lain hanya jika ingin menggantinya.{{#HELD}} {{TEXT}}{{/HELD}}{{#LOOK}} <a class="govuk-link" href="{{HREF}}">{{TEXT}}<span class="govuk-visually-hidden"> dokumen itu</span></a>{{/LOOK}}</p>
  <input type="hidden" name="{{NAME}}-lama" value="{{KEY}}">
  {{/KEPT}}
  {{#KEPT_MANY}}
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id="{{ID}}" name="{{NAME}}-hapus" type="checkbox" value="{{KEY}}">
      <label class="govuk-label govuk-checkboxes__label app-break" for="{{ID}}">Hapus {{TEXT}}{{#HELD}} {{TEXT}}{{/HELD}}</label>
    </div>
  </div>
  <input type="hidden" name="{{NAME}}-lama" value="{{KEY}}">
  {{/KEPT_MANY}}
  <input class="govuk-file-upload app-file{{#ERROR}} govuk-file-upload--error{{/ERROR}}" id="{{NAME}}" name="{{NAME}}" type="file" accept="{{ACCEPT}}"{{#MANY}} multiple{{/MANY}} aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}"{{#ERROR}} aria-invalid="true"{{/ERROR}}>
  {{/IS_FILE}}
{{/SINGLE}}
{{#GROUP}}
  <fieldset class="govuk-fieldset" aria-describedby="{{NAME}}-h{{#ERROR}} {{NAME}}-e{{/ERROR}}">
  <legend class="govuk-fieldset__legend {{#AS_HEADING}}govuk-fieldset__legend--m{{/AS_HEADING}} app-legend">{{#AS_HEADING}}<h2 class="govuk-fieldset__heading">{{/AS_HEADING}}{{LABEL}}{{#AS_HEADING}}</h2>{{/AS_HEADING}}{{#OPTIONAL}} <span class="app-optional">(opsional)</span>{{/OPTIONAL}}</legend>
  <div id="{{NAME}}-h" class="govuk-hint app-hint">{{#HINT}}{{TEXT}}{{/HINT}}</div>
  {{#ERROR}}
  <p id="{{NAME}}-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
  {{/ERROR}}
  {{#IS_DATE}}
  <div class="govuk-date-input" id="{{NAME}}">
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for="{{NAME}}-hari">Tanggal</label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-2{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}-hari" name="{{NAME}}-hari" type="text" inputmode="numeric" value="{{DAY}}">
    </div>
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for="{{NAME}}-bulan">Bulan</label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-5{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}-bulan" name="{{NAME}}-bulan" type="text" value="{{MONTH}}">
    </div>
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for="{{NAME}}-tahun">Tahun</label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-4{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{NAME}}-tahun" name="{{NAME}}-tahun" type="text" inputmode="numeric" value="{{YEAR}}">
    </div>
  </div>
  {{/IS_DATE}}
  {{#IS_CHOICE}}
  <div class="govuk-radios" data-module="govuk-radios">
    {{#ITEMS}}
    <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="{{ID}}" name="{{NAME}}" type="radio" value="{{VALUE}}"{{#ITEM_HINT}} aria-describedby="{{ID}}-ket"{{/ITEM_HINT}}{{#CHOSEN}} checked{{/CHOSEN}}>
      <label class="govuk-label govuk-radios__label" for="{{ID}}">{{TEXT}}</label>
      {{#ITEM_HINT}}
      <div class="govuk-hint govuk-radios__hint" id="{{ID}}-ket">{{TEXT}}</div>
      {{/ITEM_HINT}}
    </div>
    {{/ITEMS}}
  </div>
  {{/IS_CHOICE}}
  {{#IS_CHECKS}}
  <div class="govuk-checkboxes" data-module="govuk-checkboxes">
    {{#ITEMS}}
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id="{{ID}}" name="{{NAME}}" type="checkbox" value="{{VALUE}}"{{#ITEM_HINT}} aria-describedby="{{ID}}-ket"{{/ITEM_HINT}}{{#CHOSEN}} checked{{/CHOSEN}}>
      <label class="govuk-label govuk-checkboxes__label" for="{{ID}}">{{TEXT}}</label>
      {{#ITEM_HINT}}
      <div class="govuk-hint govuk-checkboxes__hint" id="{{ID}}-ket">{{TEXT}}</div>
      {{/ITEM_HINT}}
    </div>
    {{/ITEMS}}
  </div>
  {{/IS_CHECKS}}
  {{#IS_REFUSED}}
  <details class="govuk-details app-people-closed"{{#IS_OPEN}} open{{/IS_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{COUNT}}</span></summary>
    <table class="govuk-table app-people app-cards">
      <caption class="govuk-visually-hidden">{{LABEL}}</caption>
      <thead class="govuk-table__head">
        <tr><th scope="col" class="govuk-table__header">Nama</th><th scope="col" class="govuk-table__header">NIM atau NISN</th><th scope="col" class="govuk-table__header">Program studi</th><th scope="col" class="govuk-table__header">Keputusan</th></tr>
      </thead>
      <tbody class="govuk-table__body">
        {{#ITEMS}}
        <tr><th scope="row" class="govuk-table__cell">{{NAME}}</th><td class="govuk-table__cell" data-label="NIM atau NISN">{{NUMBER}}</td><td class="govuk-table__cell" data-label="Program studi">{{PROGRAMME}}</td><td class="govuk-table__cell"><div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{{ID}}" name="{{FIELD}}" type="checkbox" value="{{VALUE}}"{{#CHOSEN}} checked{{/CHOSEN}}><label class="govuk-label govuk-checkboxes__label" for="{{ID}}">Ditolak<span class="govuk-visually-hidden">, {{NAME}}</span></label></div></div></td></tr>
        {{/ITEMS}}
      </tbody>
    </table>
  </details>
  {{/IS_REFUSED}}
  {{#IS_PEOPLE}}
  <button type="submit" hidden></button>
  {{#PERSONS}}
  <fieldset class="govuk-fieldset app-person"><legend class="govuk-fieldset__legend app-legend">{{WHO}}</legend>
    {{#PARTS}}
<div class="govuk-form-group{{#WRONG}} govuk-form-group--error{{/WRONG}}"><label class="govuk-label" for="{{PART}}">{{TEXT}}{{#MAY_LACK}} <span class="app-optional">(opsional)</span>{{/MAY_LACK}}</label>{{#WRONG}}<p id="{{PART}}-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>{{/WRONG}}
<input class="govuk-input{{#WRONG}} govuk-input--error{{/WRONG}}" id="{{PART}}" name="{{PART}}" type="text" value="{{TYPED}}"{{#WRONG}} aria-describedby="{{PART}}-e" aria-invalid="true"{{/WRONG}}></div>
    {{/PARTS}}
<button type="submit" class="govuk-button govuk-button--secondary" name="{{NAME}}-hapus" value="{{ROW}}" formaction="#{{NAME}}-h">Hapus<span class="govuk-visually-hidden"> {{WHO}}</span></button></fieldset>
  {{/PERSONS}}
  {{#MORE}}
  <button type="submit" class="govuk-button govuk-button--secondary" name="{{NAME}}-tambah" value="1" formaction="#{{NAME}}-{{NEXT}}-nama">Tambah peserta</button>
  {{/MORE}}
  <details class="govuk-details"{{#PASTE_OPEN}} open{{/PASTE_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tempel daftar</span></summary>
    <div class="govuk-details__text">
      <div class="govuk-form-group{{#PASTE_ERROR}} govuk-form-group--error{{/PASTE_ERROR}}">
        <label class="govuk-label" for="{{NAME}}-tempel">Daftar dari Excel, Word, atau WhatsApp</label>
        <div id="{{NAME}}-tempel-h" class="govuk-hint app-hint">Satu orang satu baris: nama, nomor, dan program studi, dengan tab, titik koma, atau koma di antaranya.</div>
        {{#PASTE_ERROR}}
        <p id="{{NAME}}-tempel-e" class="govuk-error-message"><span class="govuk-visually-hidden">Galat:</span> {{TEXT}}</p>
        {{/PASTE_ERROR}}
        <textarea class="govuk-textarea app-field" id="{{NAME}}-tempel" name="{{NAME}}-tempel" rows="5" spellcheck="false" aria-describedby="{{NAME}}-tempel-h{{#PASTE_ERROR}} {{NAME}}-tempel-e{{/PASTE_ERROR}}">{{PASTED:p}}</textarea>
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary" name="{{NAME}}-masukkan" value="1" formaction="#{{NAME}}-h">Masukkan ke daftar</button>
    </div>
  </details>
  {{/IS_PEOPLE}}
  </fieldset>
{{/GROUP}}
</div>
