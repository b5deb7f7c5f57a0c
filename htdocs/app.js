/* app.js - comfort for those whose browser runs scripts; every page works
 * without. */
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

/* What the components say is in the page, in its language. */
const say = document.body.dataset

initAll({
  button: { preventDoubleClick: true },
  characterCount: {
    i18n: {
      charactersUnderLimit: { other: say.sayUnder },
      charactersAtLimit: say.sayAt,
      charactersOverLimit: { other: say.sayOver },
      textareaDescription: { other: say.sayMost }
    }
  },
  passwordInput: {
    i18n: {
      showPassword: say.sayShow,
      hidePassword: say.sayHide,
      showPasswordAriaLabel: say.sayShowPassword,
      hidePasswordAriaLabel: say.sayHidePassword,
      passwordShownAnnouncement: say.sayShown,
      passwordHiddenAnnouncement: say.sayHidden
    }
  }
})

/* The secret of a link stands behind its "#", where no server sees it, and goes
 * on in a form; going back must not send it again.  A place of the page is no
 * secret. */
const given = document.querySelector('[data-from-link]')

if (given && location.hash.length > 1 && !document.getElementById(location.hash.slice(1))) {
  given.elements[given.dataset.fromLink].value = location.hash
  history.replaceState(null, '', location.pathname)
  given.submit()
}

/* A page that can be printed says so only where that can be done. */
for (const button of document.querySelectorAll('.app-print')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

/* In a run the keys 1, 2, 3 press the decisions that show them, but not while
 * something is typed; who does not want that takes the tick away. */
const keys = document.querySelector('.app-run__keys')

function pressed(event) {
  const typed = event.target.closest('textarea, select, input:not([type=checkbox], [type=radio])')
  if (typed || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
  document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)?.click()
}

if (keys) {
  const box = keys.firstElementChild
  const listen = () => document[box.checked ? 'addEventListener' : 'removeEventListener']('keydown', pressed)

  keys.hidden = false
  box.checked = localStorage.getItem('tombol-angka') !== 'tidak'
  box.addEventListener('change', () => {
    localStorage.setItem('tombol-angka', box.checked ? 'ya' : 'tidak')
    listen()
  })
  listen()
}

/* The counts of the inbox are fetched again each minute.  The header says that
 * nobody asked: the session is not used by it, and ends as if the page were
 * closed.  Once it has ended the page looks no more. */
const counts = document.querySelector('[data-renew]')

async function look() {
  const answer = await fetch(location.href, {
    headers: { 'Sopap-Renew': '1' },
    redirect: 'manual'
  })
  if (answer.type === 'opaqueredirect') return false
  if (!answer.ok) return true
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(counts.id)
  if (fresh) {
    counts.replaceChildren(...fresh.childNodes)
    document.title = page.title
  }
  return true
}

/* An office without network for a while is no reason to give up. */
async function renew() {
  if (document.hidden || await look().catch(() => true)) setTimeout(renew, 60000)
}

if (counts) setTimeout(renew, 60000)

/* A form with a flowchart beside it: while it is filled in, the server is asked
 * for the chart as it would be, by the button Pratinjau. */
const live = document.querySelector('form[data-live]')

async function draw() {
  const form = new URLSearchParams(new FormData(live))
  const place = document.getElementById(live.dataset.live)

  form.set('pratinjau', 'ya')
  const answer = await fetch(live.action, { method: 'POST', body: form, redirect: 'manual' })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(place.id)
  if (fresh) place.replaceChildren(...fresh.childNodes)
}

if (live) {
  let waiting
  live.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => draw().catch(() => {}), 600)
  })
}
