{{%AUTOESCAPE context="HTML"}}
{{! case.tpl - a case: what it is, where it is, all that happened; the frame
    is WIDE.  Its forms post to ACTION with csrf, versi, kunci and aksi.
  NUMBER SOP HEADING
                  "K-2026-0412", "Permohonan magang", the subject
  STATUS          the word: "Diproses", "Selesai", "Ditolak"
  IS_OPEN IS_ENDED IS_REFUSED
                  sections, one of them: the colour of STATUS
  SLA             include: sla.tpl, of the step it is at
  WHERE           section {TEXT}: "langkah 3 dari 8, Kasubbag ..., batas ..."
  OWN             section {HREF TEXT}: a task of this person in the case
  ERRORS          include: errors.tpl (422)
  ROWS            section, one a row of the summary {KEY}
  HANDED          section, one a visit {STEP BY}, as on the page of a step
  MATERIALS       section in it, likewise: what the row handed over {KEY}
  TABLE           include in MATERIALS: people.tpl, a list of persons
  NO_MATERIALS    section: nothing yet
  VALUES FILES    sections in both {TEXT} and {HREF TEXT}
  OLD OLD_FILES   sections in MATERIALS, likewise: as it was before it was mended
  RECALL          section {TEXT}: the last forward may be taken back; aksi=tarik
  CONTEST         section {TEXT TASK CONTEST_FIELDS}: an act that was written down in
                  the name of who reads; aksi=bantah
  HISTORY         include: timeline.tpl, the whole, newest first
  DOCS            section: around the table of files, when there are any
  DOC             section in DOCS {HREF TEXT OPEN KIND ADDED}
  REPLACED        section in DOC: a newer one stands in its place
  PROOF           section in DOC, one a line {TEXT}: its signatures, its hash
  MESSAGES        section: around the messages, when there are any
  MESSAGE         section in MESSAGES {TEXT}: when, to whom, its state
  STEPS           section, one a row of the SOP {NO TEXT WHO}
  PAST NOW TODO SKIPPED PARTED
                  sections in STEPS, one of them
  SOP_HREF        the SOP's page with this case marked
  WHY             include: why.tpl: how the limit of that step came about
  BAR             include: bar.tpl: where the time went
  TIMES           include: table.tpl: the same in a table
  VISITS          section: around the same, visit by visit
  VISIT_TIMES     include in VISITS: table.tpl
  SEEN            section {TEXT}: who may see this case
  READ            section {HREF}: who saw it and its files, for those who may
                  know; the rest stands at HREF
  LINES           section in READ {TEXT}: one a reading, the last first
  REMARK          section: add a note; aksi=catat
  CANCEL          section {NOUN}: an administrator may end it; aksi=batal
  REMARK_FIELDS CANCEL_FIELDS
                  includes in them: field.tpl
  REMARK_OPEN CANCEL_OPEN
                  sections: the block stands open, there is an error in it
  ACTION VERSION KEY CSRF
                  address, version of the task of RECALL, idempotency key,
                  token }}
{{>ERRORS}}
<span class="govuk-caption-l">{{NUMBER}} · {{SOP}}</span>
<h1 class="govuk-heading-l app-heading">{{HEADING}}</h1>
<p class="govuk-body app-limit"><span><strong class="govuk-tag{{#IS_OPEN}} app-tag--open{{/IS_OPEN}}{{#IS_ENDED}} app-tag--ended{{/IS_ENDED}}{{#IS_REFUSED}} app-tag--refused{{/IS_REFUSED}} app-tag">{{STATUS}}</strong></span> {{>SLA}}</p>
{{#WHERE}}
<p class="govuk-body">{{TEXT}}</p>
{{/WHERE}}
{{#OWN}}
<p class="govuk-body app-own"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
{{/OWN}}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h2 class="govuk-heading-m">Ringkasan</h2>
  <dl class="govuk-summary-list">
    {{#ROWS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{#VALUES}}<p class="govuk-body app-lines">{{TEXT:p}}</p>{{/VALUES}}{{#FILES}}<p class="govuk-body"><a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>{{/FILES}}</dd>
    </div>
    {{/ROWS}}
  </dl>
  {{#HANDED}}
  <h3 class="govuk-heading-s app-step">{{STEP}} <span class="app-muted">{{BY}}</span></h3>
  <dl class="govuk-summary-list">
    {{#MATERIALS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{{KEY}}</dt>
      <dd class="govuk-summary-list__value">{{#OLD}}<p class="govuk-body app-muted app-lines">Semula: <del>{{TEXT:p}}</del></p>{{/OLD}}{{#OLD_FILES}}<p class="govuk-body app-muted app-break">Semula: <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>{{/OLD_FILES}}{{>TABLE}}{{#VALUES}}<p class="govuk-body app-lines">{{TEXT:p}}</p>{{/VALUES}}{{#FILES}}<p class="govuk-body app-break app-file-link">{{TEXT}}{{#OPEN}} <a class="govuk-link" href="{{HREF}}?lihat=1" target="_blank" rel="noopener">Buka<span class="govuk-visually-hidden"> {{TEXT}} di tab baru</span></a>{{/OPEN}} <a class="govuk-link" href="{{HREF}}">Unduh<span class="govuk-visually-hidden"> {{TEXT}}</span></a></p>{{/FILES}}</dd>
    </div>
    {{/MATERIALS}}
  </dl>
  {{/HANDED}}
  {{#NO_MATERIALS}}
  <p class="govuk-body app-muted">Belum ada isian atau dokumen.</p>
  {{/NO_MATERIALS}}
  {{#RECALL}}
  <form class="app-box" id="tarik" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="tarik">
    <p class="govuk-body">{{TEXT}}</p>
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Tarik kembali</button>
  </form>
  {{/RECALL}}
  {{#CONTEST}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="bantah">
    <input type="hidden" name="langkah" value="{{TASK}}">
    <p class="govuk-body">{{TEXT}}</p>
    {{>CONTEST_FIELDS}}
    <button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">Bukan tindakan saya</button>
  </form>
  {{/CONTEST}}
  <h2 class="govuk-heading-m">Riwayat lengkap</h2>
  <p class="govuk-body app-small app-muted">Yang terbaru di atas. Catatan tidak pernah diubah atau dihapus; pembetulan menjadi catatan baru.</p>
  {{>HISTORY}}
  {{#DOCS}}
  <h2 class="govuk-heading-m">Dokumen</h2>
  <ul class="govuk-list app-choices">
    {{#DOC}}
    <li class="app-break"><span class="app-file-link">{{TEXT}}{{#OPEN}} <a class="govuk-link" href="{{HREF}}?lihat=1" target="_blank" rel="noopener">Buka<span class="govuk-visually-hidden"> {{TEXT}} di tab baru</span></a>{{/OPEN}} <a class="govuk-link" href="{{HREF}}">Unduh<span class="govuk-visually-hidden"> {{TEXT}}</span></a></span>{{#REPLACED}} (digantikan){{/REPLACED}}<span class="app-choices__note">{{KIND}}</span><span class="app-choices__note">{{ADDED}}</span>{{#PROOF}}<span class="app-choices__note">{{TEXT}}</span>{{/PROOF}}</li>
    {{/DOC}}
  </ul>
  {{/DOCS}}
  {{#MESSAGES}}
  <h2 class="govuk-heading-m">Pesan kepada pemohon</h2>
  <ul class="govuk-list">
    {{#MESSAGE}}
    <li>{{TEXT}}</li>
    {{/MESSAGE}}
  </ul>
  {{/MESSAGES}}
  {{#VISITS}}
  <details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Waktu setiap langkah</span></summary>
    <div class="govuk-details__text">
      {{>VISIT_TIMES}}
    </div>
  </details>
  {{/VISITS}}
  {{#REMARK}}
  <details class="govuk-details"{{#REMARK_OPEN}} open{{/REMARK_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tambahkan catatan</span></summary>
    <div class="govuk-details__text">
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="catat">
        {{>REMARK_FIELDS}}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Simpan catatan</button>
      </form>
    </div>
  </details>
  {{/REMARK}}
  {{#CANCEL}}
  <details class="govuk-details"{{#CANCEL_OPEN}} open{{/CANCEL_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Batalkan {{NOUN}} ini</span></summary>
    <div class="govuk-details__text">
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="batal">
        {{>CANCEL_FIELDS}}
        <button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">Batalkan {{NOUN}}</button>
      </form>
    </div>
  </details>
  {{/CANCEL}}
</div>
<div class="govuk-grid-column-one-third">
  <aside class="app-side" aria-labelledby="h-letak">
    <h2 class="govuk-heading-m" id="h-letak">Letak dalam SOP</h2>
    <ol class="app-steps">
      {{#STEPS}}
      <li class="app-steps__item{{#PAST}} app-steps__item--past{{/PAST}}{{#NOW}} app-steps__item--now{{/NOW}}{{#SKIPPED}} app-steps__item--skipped{{/SKIPPED}}"{{#NOW}} aria-current="step"{{/NOW}}><span class="app-steps__no">{{NO}}</span> <span>{{TEXT}}<span class="app-choices__note">{{WHO}}{{#PAST}} · selesai{{/PAST}}{{#NOW}} · <strong>langkah sekarang</strong>{{/NOW}}{{#TODO}} · belum dimulai{{/TODO}}{{#SKIPPED}} · dilewati{{/SKIPPED}}{{#PARTED}} · pada berkas pegawai{{/PARTED}}</span></span></li>
      {{/STEPS}}
    </ol>
    <p class="govuk-body app-small"><a class="govuk-link" href="{{SOP_HREF}}">Lihat bagan alir SOP</a></p>
    {{>WHY}}
    {{>BAR}}
    {{>TIMES}}
    {{#SEEN}}
    <p class="govuk-body app-small app-muted">{{TEXT}}</p>
    {{/SEEN}}
    {{#READ}}
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Siapa membaca berkas ini</span></summary>
      <div class="govuk-details__text">
        <ul class="govuk-list app-small">
          {{#LINES}}
          <li>{{TEXT}}</li>
          {{/LINES}}
        </ul>
        <p class="govuk-body app-small"><a class="govuk-link" href="{{HREF}}">Semua catatan</a></p>
      </div>
    </details>
    {{/READ}}
    <button type="button" class="govuk-button govuk-button--secondary app-print" hidden>Cetak</button>
  </aside>
</div>
</div>
