import { LANGUAGES, WORDS } from './words.js'

const MODULES = { basics: 'kz.gov.pki.knca.basics', commonUtils: 'kz.gov.pki.knca.commonUtils' }
const DECISIONS = ['sign', 'cancel', 'other_key', 'fail', 'close']
const SHOWN = 50
const $ = (selector) => document.querySelector(selector)
const settings = $('#settings').elements
const search = $('#search').elements
const state = { language: LANGUAGES[localStorage.language] ? localStorage.language : 'kk', machine: 'own', views: [], districts: [], gardens: new Map() }

const words = () => WORDS[state.language]
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const view = () => state.views.find(({ name }) => name === state.machine) ?? state.views[0]

async function ask(path, method = 'GET', body) {
  const answer = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) })
  if (answer.ok) return answer.json()
  const { code } = await answer.json()
  throw Object.assign(new Error(code), { code })
}

function element(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, more)
}

function options(select, choices, all) {
  const chosen = select.value
  const listed = all === undefined ? [] : [['', all]]
  select.replaceChildren(...[...listed, ...Object.entries(choices)].map(([value, text]) => element('option', text, { value })))
  if ([...select.options].some(({ value }) => value === chosen)) select.value = chosen
}

function translate() {
  const said = words()
  document.documentElement.lang = state.language
  document.title = said.title
  for (const each of document.querySelectorAll('[data-text]')) each.textContent = said[each.dataset.text]
  $('#languages').setAttribute('aria-label', said.language)
  $('#languages').replaceChildren(...Object.entries(LANGUAGES).map(([language, name]) => {
    const button = element('button', name, { type: 'button', lang: language, onclick: () => speak(language) })
    button.setAttribute('aria-pressed', String(language === state.language))
    return button
  }))
  for (const [name, choices] of [['kind', said.kinds], ['algorithm', said.algorithms], ['owner', said.owners], ['flaw', said.flaws], ['program', said.programs], ['reaction', said.reactions], ['modules', said.sets]]) options(settings[name], choices)
  options(search.role, said.roles, said.all)
  options(search.district, Object.fromEntries(state.districts.map(({ code, name }) => [code, name[state.language]])), said.all)
  $('#decisions').replaceChildren(...DECISIONS.map((reaction) => element('button', said.reactions[reaction], { type: 'button', className: reaction === 'sign' ? 'first' : '', onclick: () => decide(reaction) })))
}

function speak(language) {
  localStorage.language = state.language = language
  translate()
  show()
  find()
}

const fullName = (person) => Object.values(person.name[state.language === 'kk' ? 'kk' : 'ru']).join(' ')

function fillIn() {
  const { reader } = view()
  const key = reader.key ?? { kind: 'both', algorithm: 'rsa', owner: 'individual', flaw: null }
  Object.entries({ kind: key.kind, algorithm: key.algorithm, owner: key.owner, flaw: key.flaw ?? '', program: reader.program, reaction: reader.reaction, delay: reader.delay_ms / 1000, count: reader.count ?? '' }).forEach(([name, value]) => {
    if (document.activeElement !== settings[name]) settings[name].value = value
  })
  settings.modules.value = reader.modules.length === 2 ? 'both' : reader.modules[0].split('.').at(-1)
}

function show() {
  const said = words()
  const { holder, address, window, asked, signed, history } = view()
  options($('#machine'), Object.fromEntries(state.views.map(({ name }) => [name, name === 'own' ? said.own : name])))
  $('#machine').value = view().name
  $('#address').textContent = address
  $('#holder').textContent = holder ? `${state.language === 'kk' ? holder.name_kk : holder.name_ru}, ${holder.iin}` : said.nobody
  $('#window').hidden = !window
  if (window) {
    $('#origin').textContent = `${said.from}: ${window.origin} · ${window.purposes.join(', ')}`
    $('#text').textContent = window.text
  }
  $('#counts').textContent = filled(said.counts, { asked, signed })
  $('#history').replaceChildren(...[...history].reverse().map((done) => element('li', `${new Date(done.at).toLocaleTimeString('ru')} · ${said.outcomes[done.outcome]} · ${done.module.split('.').at(-1)}.${done.method} ${done.purposes.join(', ')} · ${done.origin}`)))
  for (const button of $('#people').querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === holder?.id))
}

async function refresh() {
  const { items } = await ask('/ncalayer')
  const changed = JSON.stringify(items) !== JSON.stringify(state.views)
  state.views = items
  if (changed) show() // a list that somebody has open would close
}

async function put(person) {
  const { reader } = view()
  const whose = person ?? reader.key?.person
  const one = MODULES[settings.modules.value]
  const wished = {
    key: whose ? { person: whose, kind: settings.kind.value, algorithm: settings.algorithm.value, owner: settings.owner.value, flaw: settings.flaw.value || null } : null,
    modules: one ? [one] : Object.values(MODULES),
    program: settings.program.value,
    reaction: settings.reaction.value,
    count: Number(settings.count.value) || null,
    delay_ms: Math.round(Number(settings.delay.value) * 1000),
  }
  await tell(() => ask(`/ncalayer/${view().name}`, 'PUT', wished))
}

const decide = (reaction) => tell(() => ask(`/ncalayer/${view().name}/window`, 'POST', { reaction }))

async function tell(act) {
  let said = words().saved
  try {
    await act()
  } catch (error) {
    said = filled(words().failed, { code: error.code ?? error.message })
  }
  await refresh()
  fillIn()
  $('#said').textContent = said
}

async function find() {
  const query = new URLSearchParams({ limit: SHOWN, name: search.name.value })
  for (const name of ['role', 'district']) if (search[name].value) query.set(name, search[name].value)
  const { items } = await ask(`/people?${query}`)
  $('#people').replaceChildren(...items.map(listed))
  $('#found').textContent = items.length ? '' : words().none
  if (items.length === SHOWN) $('#found').textContent = filled(words().found, { n: SHOWN })
  show()
}

function listed({ id, role, district, kindergarten, person }) {
  const garden = state.gardens.get(kindergarten)?.[state.language]
  const where = state.districts.find(({ code }) => code === district)?.name[state.language]
  const button = element('button', fullName(person), { type: 'button', value: id, onclick: () => put(id) })
  button.append(document.createElement('br'), element('small', [words().roles[role], garden, where, person.iin].filter(Boolean).join(' · ')))
  const item = document.createElement('li')
  item.append(button)
  return item
}

$('#settings').addEventListener('change', () => put())
$('#settings').addEventListener('submit', (event) => event.preventDefault())
$('#search').addEventListener('submit', (event) => event.preventDefault())
$('#search').addEventListener('input', find)
$('#machine').addEventListener('change', (event) => {
  state.machine = event.target.value
  show()
  fillIn()
})

state.districts = await ask('/districts')
state.gardens = new Map((await ask('/kindergartens')).map(({ number, name }) => [number, name]))
state.views = (await ask('/ncalayer')).items
translate()
search.role.value = 'parent'
fillIn()
await find()
setInterval(() => refresh().catch(() => {}), 1000)
