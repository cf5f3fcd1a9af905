import { DESKTOP, expect, PHONE, speak, test } from '../helpers/journey.ts'
import { father } from '../helpers/people.ts'
import { confirmEmail, signInByKey } from '../helpers/signingIn.ts'

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('by key for the first time: whose key it is, then an e-mail address, then where one wanted to go', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const who = await father(sandbox, 0)
    await page.goto('/settings')
    await expect(page).toHaveURL('/sign-in?next=%2Fsettings')
    await expect(page.getByText('заңсыз пайдалану ҚР заңнамасына сәйкес жауапкершілікке әкеп соғады')).toBeVisible()
    await expect(page.getByText('алдын ала NCALayer бағдарламалық жасақтамасын орнату қажет')).toBeVisible()
    await look('sign-in-eds-kk-1280')

    await reader.set({ person: who.id, program: 'closed' })
    await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
    await expect(page.getByText('Сіз әлі кірген жоқсыз')).toBeVisible()
    await look('sign-in-no-ncalayer-kk-1280')

    await reader.set({ person: who.id })
    await page.getByRole('button', { name: 'Қайталап көру' }).click()
    await expect(page.getByText('есептік жазба тіркелген жеке тұлғаның ЭЦҚ пайдалану қажет')).toBeVisible()
    const owner = page.getByRole('region', { name: 'Таңдалған кілттің иесі' })
    await expect(owner).toContainText(`${who.person.iin.slice(0, 6)} ${who.person.iin.slice(6)}`)
    expect((await page.request.get('/api/auth/me')).status()).toBe(401)
    await look('sign-in-owner-kk-1280')
    await page.getByRole('button', { name: 'Кіру', exact: true }).click()

    await expect(page.getByRole('heading', { name: 'Электрондық поштаңызды көрсетіңіз' })).toBeFocused()
    await page.getByLabel('Электрондық пошта').fill('not an address')
    await page.getByRole('button', { name: 'Код жіберу' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await look('first-email-kk-1280')
    await page.goto('/cabinet')
    await page.goto('/settings/sessions')
    await expect(page).toHaveURL(/first-email/)
    await page.goto('/first-email?next=%2Fsettings')
    await confirmEmail(page, sandbox, who)
    await expect(page.getByRole('heading', { name: 'Баптаулар' })).toBeVisible()
    await expect(page.getByText(who.email)).toBeVisible()
    await look('settings-kk-1280')
  })

  test('by a GOST key, and nobody else’s way is followed', async ({ page, sandbox, reader }) => {
    const who = await father(sandbox, 1)
    await page.goto('/sign-in?next=https://elsewhere.example/')
    await signInByKey(page, reader, who, { algorithm: 'gost' })
    await confirmEmail(page, sandbox, who)
    await expect(page).toHaveURL('/cabinet')
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: 'Сіз жүйеге кіріп тұрсыз' })).toBeVisible()
  })
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('by a code, in English: the connection breaks, the code is wrong, the page is thrown away', async ({
    page,
    sandbox,
    look,
    context,
  }) => {
    const who = await father(sandbox, 2)
    await speak(page, 'en')
    await page.goto('/sign-in?next=%2Fsettings%2Fsessions')
    const ways = page.getByRole('navigation', { name: 'Choose how to sign in' }).getByRole('link')
    await expect(ways).toHaveText(['One-time password', 'EDS', 'By IIN'])
    await look('sign-in-code-en-360')
    await page.getByLabel('IIN', { exact: true }).fill('123')
    await page.getByRole('button', { name: 'Sign in (get a code)' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await page.getByRole('alert').getByRole('link').first().click()
    await expect(page.getByLabel('IIN', { exact: true })).toBeFocused()
    await look('sign-in-code-wrong-en-360')

    const { iin } = who.person
    await page.getByLabel('IIN', { exact: true }).fill(`${iin.slice(0, 6)} ${iin.slice(6)}`)
    await page.getByLabel('Phone number').fill(`8 (${who.phone.slice(1, 4)}) ${who.phone.slice(4)}`)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Sign in (get a code)' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Sign in (get a code)' }).click()
    const field = page.getByLabel('Type the one-time code')
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await expect(page.getByText('You may ask for another code in')).toBeVisible()
    await look('sign-in-enter-code-en-360')

    const code = await sandbox.smsCode(who.phone)
    await field.fill(code === '111111' ? '222222' : '111111')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await page.reload()
    await field.fill(code)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL('/first-email?next=%2Fsettings%2Fsessions')
  })

  test('the EDS is folded, for no phone has NCALayer', async ({ page, look }) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'ЭЦҚ', exact: true }).click()
    await expect(page.getByText('Телефонда NCALayer жұмыс істемейді')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Сертификатты таңдау' })).toBeHidden()
    await page.getByText('Осы құрылғыда ЭЦҚ-мен кіру').click()
    await expect(page.getByRole('button', { name: 'Сертификатты таңдау' })).toBeVisible()
    await look('sign-in-eds-kk-360')
    await page.getByRole('link', { name: 'ЖСН бойынша' }).click()
    await look('sign-in-password-kk-360')
  })
})
