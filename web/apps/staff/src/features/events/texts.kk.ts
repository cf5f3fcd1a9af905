import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Қауіпсіздік оқиғалары',
  lead: 'Кірулер, сәтсіз кіру әрекеттері, құқықтар мен байланыстың өзгеруі.',
  kind: 'Оқиға түрі',
  allKinds: 'Барлық түрі',
  details: 'Мәліметтері',
  code: 'Себебі',
  signed_in: 'Жүйеге кірді',
  sign_in_refused: 'Кіруге рұқсат берілмеді',
  sign_in_refusals_counted: 'Көп кіру әрекетіне рұқсат берілмеді',
  signed_out: 'Жүйеден шықты',
  session_ended: 'Сеанс аяқталды',
  grant_made: 'Құқық берілді',
  grant_ended: 'Құқық тоқтатылды',
  email_confirmed: 'E-mail расталды',
  phone_confirmed: 'Телефон расталды',
  password_set: 'Құпиясөз орнатылды',
  password_removed: 'Құпиясөз өшірілді',
  security_events_exported: 'Қауіпсіздік оқиғалары көшіріп алынды',
  readings_exported: 'Деректерді ашу журналы көшіріп алынды',
} as const satisfies Kazakh
