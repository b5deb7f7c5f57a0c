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

/* The counts of the inbox are fetched again each minute, for an hour: longer
 * would keep a session open that nobody uses. */
const counts = document.querySelector('[data-renew]')
let left = counts ? 60 : 0

async function renew() {
  if (left-- <= 0) return
  setTimeout(renew, 60000)
  if (document.hidden) return
  const answer = await fetch(location.href)
  if (!answer.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(counts.id)
  if (fresh) counts.replaceChildren(...fresh.childNodes)
}

if (left > 0) setTimeout(renew, 60000)
