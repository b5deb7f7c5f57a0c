/* app.js - comfort for those whose browser runs scripts; every page works
 * without. */
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll({
  button: { preventDoubleClick: true },
  characterCount: {
    i18n: {
      charactersUnderLimit: { other: 'Tersisa %{count} karakter' },
      charactersAtLimit: 'Tersisa 0 karakter',
      charactersOverLimit: { other: 'Terlalu panjang %{count} karakter' },
      textareaDescription: { other: 'Paling banyak %{count} karakter' }
    }
  },
  passwordInput: {
    i18n: {
      showPassword: 'Tampilkan',
      hidePassword: 'Sembunyikan',
      showPasswordAriaLabel: 'Tampilkan kata sandi',
      hidePasswordAriaLabel: 'Sembunyikan kata sandi',
      passwordShownAnnouncement: 'Kata sandi ditampilkan',
      passwordHiddenAnnouncement: 'Kata sandi disembunyikan'
    }
  }
})

/* A page that can be printed says so only where that can be done. */
for (const button of document.querySelectorAll('.app-print')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
