/** Keeps the shell of the attendance page, so that it opens without a network; nothing of anybody is kept here. */
const SHELF = 'kezek-attendance-shell'
const PAGE = '/attendance'
const PATIENCE_MS = 3000

addEventListener('install', (event) => {
  event.waitUntil(
    fetch(PAGE)
      .then(keep)
      .then(() => skipWaiting()),
  )
})
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(shell(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** The newest shell if it comes in time; else the one that is kept. */
async function shell(event) {
  const fresh = fetch(event.request)
  const kept = await find(PAGE)
  if (!kept) return fresh
  event.waitUntil(fresh.then((answer) => keep(answer.clone())).catch(() => undefined))
  const inTime = fresh.then((answer) => (answer.ok ? answer : kept))
  return Promise.race([inTime, after(PATIENCE_MS).then(() => kept)]).catch(() => kept)
}

async function asset(request) {
  return (await find(request)) ?? fetch(request)
}

/** A shell with the files that it names: they come first, and what no shell names goes. */
async function keep(answer) {
  if (!answer.ok) return
  const shelf = await caches.open(SHELF)
  const files = [...(await answer.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file]) => file)
  const missing = []
  for (const file of new Set(files)) if (!(await find(file))) missing.push(file)
  await shelf.addAll(missing)
  await shelf.put(PAGE, answer)
  for (const request of await shelf.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== PAGE && !files.includes(pathname)) await shelf.delete(request)
  }
}

async function find(what) {
  return (await caches.open(SHELF)).match(what, { ignoreVary: true })
}

function after(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
