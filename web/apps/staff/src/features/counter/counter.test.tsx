import { formTexts } from '@kezek/application-form'
import { claimTexts, kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import CounterPage from './CounterPage'
import { counterTexts } from './texts'

const OFFICER = { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1134' }] }
const PERSON = { iin: '991399000009', surname: 'Үлгіева', given_name: 'Сәуле', patronymic: null }
const CHILD = { iin: '991399001809', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
const LOOKED = {
  ...{ applicant: PERSON, child: CHILD, child_birth_date: '2022-05-05', child_districts: ['1134'] },
  ...{ live_application: false, likely: [] },
}

async function look(found: object) {
  const answers: Answers = {
    '/auth/me': OFFICER,
    '/counter/look': found,
    '/applications/form': {
      files: 2,
      megabytes: 7,
      benefits: [],
      benefit_proved_at_call: false,
      review_working_days: 4,
    },
    '/documents/uploads': { items: [] },
    '/kindergartens/districts': { items: [] },
  }
  const texts = [counterTexts, formTexts, filesTexts, officerSharedTexts, claimTexts, kindergartenTexts, signingTexts]
  await showPage({ page: <CounterPage />, path: '/counter', address: '/counter', texts, answers })
  fireEvent.change(await screen.findByLabelText('Өтініш берушінің ЖСН-і'), { target: { value: PERSON.iin } })
  fireEvent.change(screen.getByLabelText('Баланың ЖСН-і'), { target: { value: CHILD.iin } })
  fireEvent.click(screen.getByRole('button', { name: 'Дерекқордан алу' }))
}

const goOn = async () => fireEvent.click(await screen.findByRole('button', { name: 'Келесі' }))
const told = () => screen.getByRole('alert').textContent

afterEach(cleanup)

test('the scan comes first, an e-mail may be left out, limits are the district’s', async () => {
  await look(LOOKED)
  await screen.findByText(/Ең көбі 2 файл, бәрі бірге 7 МБ/)
  await goOn()
  expect(told()).toMatch(/^[^:]*Қағаздың көшірмесін тіркеңіз.*Кемінде бір оқыту тілін таңдаңыз/)
  expect(told()).not.toMatch(/поштаны/)
  expect(screen.queryByText(/Дерекқор бойынша бала бұл адамдікі емес/)).toBeNull()
})

test('a child that is not the applicant’s is one of papers, with its name typed', async () => {
  await look({ ...LOOKED, child: null, child_birth_date: null, child_districts: [] })
  await screen.findByText(/Дерекқор бойынша бала бұл адамдікі емес/)
  await goOn()
  expect(told()).toContain('заңды өкіл немесе резидент емес екенін белгілеңіз')
  fireEvent.click(screen.getByRole('checkbox', { name: /^Өтініш беруші – баланың заңды өкілі/ }))
  await screen.findByText('Қарау мерзімі: 4 жұмыс күні. Расталған соң бала өтініш берілген уақытымен кезекке қойылады.')
  await goOn()
  expect(told()).toContain('Баланың тегін жазыңыз')
  expect(told()).toContain('Файл тіркелмеген: Заңды өкілдік туралы құжаттардың скан-көшірмелері')
})

test('a child that is registered elsewhere is a non-resident', async () => {
  await look({ ...LOOKED, child_districts: ['1110'] })
  await screen.findByText(/Бала бұл ауданда тіркелмеген/)
  const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Резидент емес' })
  expect(tick.checked).toBe(true)
  fireEvent.click(tick)
  await goOn()
  expect(told()).toContain('«Резидент емес» белгіленіп')
})

test('while the register is silent a paper is entered all the same; whom it does not know applies for nobody', async () => {
  await look(refusal('register_unavailable', 503))
  await screen.findByText('Мемлекеттік дерекқор қазір жауап бермей тұр.')
  await screen.findByRole('button', { name: 'Келесі' })
  cleanup()
  await look({ ...LOOKED, applicant: null, child: null })
  await screen.findByText(/Өтініш беруші дерекқорда табылмады/)
  expect(screen.queryByRole('button', { name: 'Келесі' })).toBeNull()
})
