{{%AUTOESCAPE context="HTML"}}
{{! step.tpl - the page of every kind of step; the frame is WIDE.
    Every form posts to ACTION with csrf, versi, kunci and aksi (named below).
    A field's NAME is its id: no two fields of the page may share one.
  NUMBER SOP PLACE
                  "K-2026-0412", "Permohonan magang", "langkah 3 dari 8"
  HEADING         verb and subject: "Telaah surat permohonan Siti Rahmawati"
  RUN             section {HREF TEXT}: one task of a run; aksi=lewati
  SLA             include: sla.tpl
  DUE STANDARD    sections {TEXT}: "batas Senin, 23 November 2026, 16.00 WIB",
                  "standar 1–2 hari kerja"
  WHY             include: why.tpl, how the limit came about
  CONFLICT        section {TEXT}: 409, "Langkah ini sudah dikerjakan ..."
  TYPED           section in CONFLICT {TEXT}: what had been written, kept
  ERRORS          include: errors.tpl (422)
  RETURNED        section {TEXT REASON}: "Dikembalikan Dewi Lestari, Admin
                  Kanwil, 19 Nov, 09.20" and the reason
  BESIDE          section: the form stands beside the pages of files
  FACTS           section, one a fact {KEY TEXT}: the first few of MATERIALS
  LOOK            section: around the files whose pages can be drawn
  FILE            section in LOOK {HREF TEXT LABEL, OPEN}
  PAGES           section in FILE, one a page {SRC ALT}
  MORE NOT_DRAWN  sections in FILE {TEXT}: what is not shown
  ACTIVITY        official text of the step, unchanged
  FIXED           section {TEXT}: a corrected text, beside the official one
  OUTCOMES        section, one an outcome {TEXT}: what happens then
  REQUIREMENTS OUTPUT PARTICIPANTS
                  sections {TEXT}: kelengkapan, keluaran, peserta, as printed
  HANDED          section, one a visit {STEP BY}: "Langkah 4: Susun surat",
                  "DUTA SIGAP, Dewi Lestari, 24 November 2026, 10.12 WIB"
  MATERIALS       section in HANDED, one a field {KEY}
  VALUES FILES    sections in MATERIALS {TEXT} and {HREF TEXT, OPEN}: one or
                  more; OPEN where a browser shows the file
  OLD OLD_FILES   sections in MATERIALS, likewise: as it was before it was mended
  TABLE           include in MATERIALS: people.tpl, a list of persons
  NO_MATERIALS    section: nothing was handed over
  IN_SOP          section: a heading above what the SOP prints
  TO_DECISION     section: the way past the fields to the decision
  STATE           section {TEXT}: why nothing is asked: someone else has it
  CLAIM           section {TEXT}: not taken yet; aksi=ambil
  HAND            section {TEXT}: taken, but not in hand; aksi=kerjakan
  OTHER           section in HAND {HREF TEXT}: what is in hand
  PRESENCE        section {TEXT}: waits for the applicant; aksi=hadir
  WAIT            section {TEXT}: with an outside party; aksi=luar-kembali
  WAIT_FIELDS     includes in WAIT: field.tpl
  VIA             section {NAME PARTY}: "SISUMAKER" and its slug: what this row
                  is sent through; aksi=luar
  VIA_FIELDS      includes in VIA: field.tpl
  FORM            section: the form of the step; aksi=selesai
  MULTIPART       section: the form holds files
  FIELDS          includes in FORM: field.tpl, the fields of the SOP
  FIELDS_TITLE    section {TEXT}: heading above them
  EXTRA           includes in FORM: what one kind of step shows besides
  DECISION        includes in FORM: field.tpl: keputusan (AS_HEADING), alasan,
                  catatan, sebab; in the framed box with the button
  SEND            section {TEXT}: "Kirim keputusan", "Teruskan ke Duta SIGAP"
  KEYS            section: in a run, a button for each decision instead; before
                  them a disabled one, so that Enter in a field sends none,
                  and one that shows the form again, for Enter on a box
  DECIDE          section in it {VALUE TEXT KEY, LESS}: not the usual one
  SAVE            section: "Simpan draf" beside it; aksi=draf
  SAVED           section in FORM {TEXT}: what stands in it was kept so
  MEND            section: what of a request is to be mended, when it goes back
  MEND_FIELDS     includes in MEND: field.tpl
  AFTER           section: an act recorded after the fact, inside the form
  AFTER_FIELDS    includes in AFTER: field.tpl
  OTHER_ACTS      section: around the four that follow
  RELEASE         section: aksi=lepas
  HANDOVER OUTSIDE REMARK
                  sections: aksi=serah, aksi=luar, aksi=catat
  HANDOVER_FIELDS OUTSIDE_FIELDS REMARK_FIELDS
                  includes in them: field.tpl
  HANDOVER_OPEN OUTSIDE_OPEN REMARK_OPEN AFTER_OPEN MEND_OPEN
                  sections: the block stands open, there is an error in it
  ACTION VERSION KEY CSRF
                  address, version of the task, idempotency key, token
  HISTORY         include: timeline.tpl, the last five
  CASE_HREF       the case's page
  BEFORE NEXT     sections {TEXT}: who had it, who gets it }}
{{#CONFLICT}}
<div class="govuk-error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="h-galat">
  <h2 class="govuk-error-summary__title" id="h-galat">{{TEXT}}</h2>
  <div class="govuk-error-summary__body">
    <p>Tidak ada yang dikirim. <a class="govuk-link" href="{{CASE_HREF}}">Lihat keadaan berkas ini sekarang</a>.</p>
    {{#TYPED}}
    <p>Tulisan Anda, bila masih diperlukan:</p>
    <blockquote class="app-quote app-lines">{{TEXT:p}}</blockquote>
    {{/TYPED}}
  </div>
</div>
{{/CONFLICT}}
{{>ERRORS}}
{{#RUN}}
<div class="app-run">
  <p class="govuk-body">{{TEXT}}</p>
  <form method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="lewati">
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Lewati</button>
  </form>
  <a class="govuk-link" href="{{HREF}}">Berhenti</a>
  <label class="app-run__keys" hidden><input type="checkbox"> Pakai tombol angka</label>
</div>
{{/RUN}}
<span class="govuk-caption-l">{{NUMBER}} · {{SOP}} · {{PLACE}}</span>
<h1 class="govuk-heading-l app-heading">{{HEADING}}</h1>
<p class="govuk-body app-limit">{{>SLA}}{{#DUE}} <span>{{TEXT}}</span>{{/DUE}}{{#STANDARD}} <span>{{TEXT}}</span>{{/STANDARD}}</p>
{{>WHY}}
{{#TO_DECISION}}
<p class="govuk-body"><a class="govuk-link" href="#keputusan-anda">Langsung ke keputusan</a></p>
{{/TO_DECISION}}
<div class="app-desk{{#BESIDE}} app-desk--beside{{/BESIDE}}">
<div class="app-desk__facts">
  {{#RETURNED}}
  <div class="govuk-inset-text app-returned">
    <p class="govuk-body"><strong>{{TEXT}}</strong></p>
    <p class="govuk-body app-lines">“{{REASON:p}}”</p>
  </div>
  {{/RETURNED}}
  <dl class="app-facts">
    {{#FACTS}}
    <div><dt>{{KEY}}</dt><dd>{{TEXT}}</dd></div>
    {{/FACTS}}
  </dl>
</div>
<div class="app-desk__work">
  <details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Yang diminta dari Anda</span></summary>
    <div class="govuk-details__text">
      <p class="govuk-body">{{ACTIVITY}}</p>
      {{#FIXED}}
      <p class="govuk-body app-small app-muted">Dibaca: {{TEXT}}</p>
      {{/FIXED}}
      <ul class="govuk-list govuk-list--bullet app-outcomes">
        {{#OUTCOMES}}
        <li>{{TEXT}}</li>
        {{/OUTCOMES}}
      </ul>
    </div>
  </details>
  {{#STATE}}
  <div class="govuk-inset-text">{{TEXT}}</div>
  {{/STATE}}
  {{#CLAIM}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="ambil">
    <p class="govuk-body">{{TEXT}}</p>
    <button type="submit" class="govuk-button" data-module="govuk-button">Ambil tugas</button>
  </form>
  {{/CLAIM}}
  {{#HAND}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="kerjakan">
    <p class="govuk-body">{{TEXT}}</p>
    {{#OTHER}}
    <p class="govuk-body">Yang sedang Anda kerjakan: <a class="govuk-link" href="{{HREF}}">{{TEXT}}</a></p>
    {{/OTHER}}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Kerjakan</button>
  </form>
  {{/HAND}}
  {{#PRESENCE}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="hadir">
    <p class="govuk-body">{{TEXT}}</p>
    <button type="submit" class="govuk-button" data-module="govuk-button">Pemohon hadir</button>
  </form>
  {{/PRESENCE}}
  {{#WAIT}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="luar-kembali">
    <h2 class="govuk-heading-m">Menunggu {{NAME}}</h2>
    <p class="govuk-body">{{TEXT}}</p>
    {{>WAIT_FIELDS}}
    <button type="submit" class="govuk-button" data-module="govuk-button">Catat sudah kembali dari {{NAME}}</button>
  </form>
  {{/WAIT}}
  {{#VIA}}
  <form class="app-box" method="post" action="{{ACTION}}" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    <input type="hidden" name="aksi" value="luar">
    <input type="hidden" name="pihak" value="{{PARTY}}">
    <h2 class="govuk-heading-m">Kirim melalui {{NAME}}</h2>
    <p class="govuk-body">Standar waktu langkah ini sudah mencakup perjalanan di {{NAME}}: batasnya tidak bergeser.</p>
    {{>VIA_FIELDS}}
    <button type="submit" class="govuk-button" data-module="govuk-button">Catat dikirim ke {{NAME}}</button>
  </form>
  {{/VIA}}
  {{#FORM}}
  <form method="post" action="{{ACTION}}"{{#MULTIPART}} enctype="multipart/form-data"{{/MULTIPART}} novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="versi" value="{{VERSION}}">
    <input type="hidden" name="kunci" value="{{KEY}}">
    {{#SAVED}}
    <div class="govuk-inset-text">{{TEXT}}</div>
    {{/SAVED}}
    {{#KEYS}}
    <div class="app-box app-keys">
      <h2 class="govuk-heading-m">Keputusan Anda</h2>
      <button type="submit" disabled hidden>Kirim</button>
      <button type="submit" hidden name="aksi" value="ubah">Ubah</button>
      {{#DECIDE}}
      <button type="submit" class="govuk-button{{#LESS}} govuk-button--secondary{{/LESS}}" data-module="govuk-button" name="keputusan" value="{{VALUE}}" aria-keyshortcuts="{{KEY}}"><kbd>{{KEY}}</kbd> {{TEXT}}</button>
      {{/DECIDE}}
    </div>
    {{/KEYS}}
    {{>EXTRA}}
    {{#FIELDS_TITLE}}
    <h2 class="govuk-heading-m">{{TEXT}}</h2>
    {{/FIELDS_TITLE}}
    {{>FIELDS}}
    <div class="app-box" id="keputusan-anda" tabindex="-1">
      {{>DECISION}}
      {{#MEND}}
      <details class="govuk-details"{{#MEND_OPEN}} open{{/MEND_OPEN}}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tandai isian pemohon yang salah</span></summary>
        <div class="govuk-details__text">
          {{>MEND_FIELDS}}
        </div>
      </details>
      {{/MEND}}
      {{#AFTER}}
      <details class="govuk-details"{{#AFTER_OPEN}} open{{/AFTER_OPEN}}>
        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Dikerjakan sebelum dicatat di sini</span></summary>
        <div class="govuk-details__text">
          <p class="govuk-body app-small">Isi hanya bila langkah ini sudah selesai lebih dahulu. Lewat dari satu jam kerja ditandai “dicatat belakangan”.</p>
          {{>AFTER_FIELDS}}
        </div>
      </details>
      {{/AFTER}}
      <div class="govuk-button-group">
        {{#SEND}}
        <button type="submit" class="govuk-button" data-module="govuk-button" name="aksi" value="selesai">{{TEXT}}</button>
        {{/SEND}}
        {{#SAVE}}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="aksi" value="draf">Simpan draf</button>
        {{/SAVE}}
      </div>
    </div>
  </form>
  {{/FORM}}
</div>
{{#LOOK}}
<section class="app-desk__look" aria-labelledby="h-dokumen">
  <h2 class="govuk-visually-hidden" id="h-dokumen">Dokumen</h2>
  {{#FILE}}
  <p class="govuk-body app-break app-file-link">{{TEXT}}{{#OPEN}} <a class="govuk-link" href="{{HREF}}?lihat=1" target="_blank" rel="noopener">Buka<span class="govuk-visually-hidden"> {{TEXT}} di tab baru</span></a>{{/OPEN}} <a class="govuk-link" href="{{HREF}}">Unduh<span class="govuk-visually-hidden"> {{TEXT}}</span></a></p>
  <section class="app-pages" tabindex="0" aria-label="{{LABEL}}">
    {{#PAGES}}
    <img src="{{SRC}}" alt="{{ALT}}" loading="lazy">
    {{/PAGES}}
    {{#MORE}}
    <p class="govuk-body">{{TEXT}}</p>
    {{/MORE}}
    {{#NOT_DRAWN}}
    <p class="govuk-body">{{TEXT}}</p>
    {{/NOT_DRAWN}}
  </section>
  {{/FILE}}
</section>
{{/LOOK}}
</div>
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h2 class="govuk-heading-m">Bahan</h2>
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
  <p class="govuk-body">Tidak ada dokumen atau isian dari langkah sebelumnya.</p>
  {{/NO_MATERIALS}}
  {{#IN_SOP}}
  <h3 class="govuk-heading-s app-step">Menurut SOP</h3>
  {{/IN_SOP}}
  <dl class="govuk-summary-list">
    {{#REQUIREMENTS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Kelengkapan menurut SOP</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/REQUIREMENTS}}
    {{#OUTPUT}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Keluaran langkah ini</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/OUTPUT}}
    {{#PARTICIPANTS}}
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">Peserta</dt>
      <dd class="govuk-summary-list__value">{{TEXT}}</dd>
    </div>
    {{/PARTICIPANTS}}
  </dl>
  {{#OTHER_ACTS}}
  <section class="app-acts" aria-labelledby="h-lain">
  <h2 class="govuk-heading-m" id="h-lain">Tindakan lain</h2>
  {{#OUTSIDE}}
  <details class="govuk-details"{{#OUTSIDE_OPEN}} open{{/OUTSIDE_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Menunggu pihak luar</span></summary>
    <div class="govuk-details__text">
      <p class="govuk-body app-small">Selama menunggu, waktunya dicatat pada pihak tersebut dan jam langkah ini berhenti.</p>
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="luar">
        {{>OUTSIDE_FIELDS}}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Catat menunggu</button>
      </form>
    </div>
  </details>
  {{/OUTSIDE}}
  {{#HANDOVER}}
  <details class="govuk-details"{{#HANDOVER_OPEN}} open{{/HANDOVER_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Serahkan kepada petugas lain</span></summary>
    <div class="govuk-details__text">
      <p class="govuk-body app-small">Batas waktu tidak berubah.</p>
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="serah">
        {{>HANDOVER_FIELDS}}
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Serahkan tugas</button>
      </form>
    </div>
  </details>
  {{/HANDOVER}}
  {{#RELEASE}}
  <details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Lepaskan tugas ini</span></summary>
    <div class="govuk-details__text">
      <p class="govuk-body app-small">Tugas kembali ke antrean peran. Batas waktu tidak berubah.</p>
      <form method="post" action="{{ACTION}}" novalidate>
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="versi" value="{{VERSION}}">
        <input type="hidden" name="kunci" value="{{KEY}}">
        <input type="hidden" name="aksi" value="lepas">
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Lepaskan</button>
      </form>
    </div>
  </details>
  {{/RELEASE}}
  {{#REMARK}}
  <details class="govuk-details"{{#REMARK_OPEN}} open{{/REMARK_OPEN}}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tambahkan catatan tanpa meneruskan</span></summary>
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
  </section>
  {{/OTHER_ACTS}}
</div>
<div class="govuk-grid-column-one-third">
  <aside class="app-side" aria-labelledby="h-riwayat">
    <h2 class="govuk-heading-m" id="h-riwayat">Riwayat</h2>
    {{>HISTORY}}
    {{#BEFORE}}
    <p class="govuk-body app-small"><strong>Sebelumnya:</strong> {{TEXT}}</p>
    {{/BEFORE}}
    {{#NEXT}}
    <p class="govuk-body app-small"><strong>Berikutnya:</strong> {{TEXT}}</p>
    {{/NEXT}}
    <p class="govuk-body app-small"><a class="govuk-link" href="{{CASE_HREF}}">Lihat seluruh riwayat</a></p>
  </aside>
</div>
</div>
