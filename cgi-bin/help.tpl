{{%AUTOESCAPE context="HTML"}}
{{! help.tpl - help, privacy, accessibility; the footer leads here.
  SERVICE OFFICE HOURS
                  of the office (office/nameplate.h)
  CONTACT         section {TEXT}: where to ask }}
<div class="govuk-grid-row">
<div class="govuk-grid-column-two-thirds">
  <h1 class="govuk-heading-l">Bantuan</h1>
  <p class="govuk-body">{{SERVICE}} menjalankan standar operasional prosedur (SOP) {{OFFICE}}. {{HOURS}}.{{#CONTACT}} {{TEXT}}.{{/CONTACT}}</p>
  <h2 class="govuk-heading-m">Bila Anda mengajukan permohonan</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>Setelah permohonan terkirim, Anda mendapat kode pelacakan 12 huruf dan angka. Simpan kode itu: dengan kode itulah Anda melihat jalannya permohonan dan mengunduh surat.</li>
    <li>Bila permohonan dikembalikan, alasannya tertulis di halaman pelacakan. Perbaiki yang disebut saja, lalu pilih Ajukan kembali. Waktu perbaikan tidak mengurangi waktu layanan.</li>
    <li>Kode hilang? Hubungi kami dengan nama dan nomor surat permohonan.</li>
  </ul>
  <h2 class="govuk-heading-m">Singkatan</h2>
  <dl class="govuk-summary-list">
    <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kabag, Kasubbag</dt><dd class="govuk-summary-list__value">Kepala Bagian, Kepala Subbagian</dd></div>
    <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">JFU, JFT</dt><dd class="govuk-summary-list__value">Jabatan Fungsional Umum, Jabatan Fungsional Tertentu</dd></div>
    <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Plh., Plt.</dt><dd class="govuk-summary-list__value">Pelaksana Harian, Pelaksana Tugas</dd></div>
    <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Hari kerja, jam kerja</dt><dd class="govuk-summary-list__value">Dihitung menurut kalender kantor: tanpa akhir pekan, hari libur nasional, dan cuti bersama</dd></div>
  </dl>
  <h2 class="govuk-heading-m" id="privasi">Privasi</h2>
  <p class="govuk-body">Isian dan dokumen permohonan dipakai hanya untuk menyelesaikan permohonan itu dan dilihat hanya oleh petugas yang menanganinya. Siapa yang membuka data pribadi dicatat. Halaman pelacakan menampilkan peran dan keadaan permohonan, tanpa nomor telepon, tanggal lahir, atau nomor induk kependudukan.</p>
  <p class="govuk-body">Untuk melihat, memperbaiki, atau menghapus data Anda menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, hubungi kami.</p>
  <h2 class="govuk-heading-m" id="aksesibilitas">Aksesibilitas</h2>
  <p class="govuk-body">Semua halaman dapat dipakai dengan papan ketik saja, dengan pembaca layar, tanpa JavaScript, dan pada layar selebar 320 piksel. Sasarannya WCAG 2.2 tingkat AA. Bila ada bagian yang tidak dapat Anda pakai, beri tahu kami; permohonan dapat juga disampaikan langsung di kantor.</p>
</div>
</div>
