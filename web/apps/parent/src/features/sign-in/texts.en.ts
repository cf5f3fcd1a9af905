import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Sign in',
  service: 'Queue for a place in a kindergarten.',
  chooseDistrict: 'Choose a district',
  changeDistrict: 'Change the district',
  over: 'Your session is over.',
  overAdvice: 'Sign in again: you come back to the same page, and what you typed is kept.',
  warning: 'Warning.',
  chooseWay: 'Choose how to sign in',
  tabEds: 'EDS',
  tabCode: 'One-time password',
  tabPassword: 'By IIN',

  edsTitle: 'With your EDS',
  edsAbout: 'On a computer with the program NCALayer and an EDS key. Everything is open.',
  edsGet: 'Where do I get NCALayer?',
  edsGetText:
    'Download NCALayer free of charge from the National Certification Authority and install it on the computer:',
  edsOnPhone: 'NCALayer does not work on a phone.',
  edsOnPhoneAdvice:
    'On a phone, sign in with a one-time password. When you must sign something, open this page on a computer.',
  edsHere: 'Sign in with an EDS on this device',
  oldNamesChoose: '“Сертификатты таңдаңыз” is this button, “Choose a certificate”.',

  codeTitle: 'One-time password',
  codeAbout: 'On a phone, too: give your IIN and your number, the code comes by SMS.',
  escort: 'For escorts.',
  escortMore:
    'Type the number that the parent gave for you: the code comes there, even if the register does not know it. Such a session only marks coming and leaving, until the end of the day.',
  iin: 'IIN',
  iinHint: '12 digits',
  phone: 'Phone number',
  phoneHint:
    'The number that the mobile citizens register has for your IIN, such as +7\u00a0799\u00a0123\u00a045\u00a067',
  askCode: 'Sign in (get a code)',
  asking: 'Asking for a code…',
  codeSent: 'If the mobile citizens register has this number with this IIN, an SMS comes to {phone}.',
  code: 'Type the one-time code',
  codeHint: '{digits} digits of the SMS',
  codeHintLonger: '{digits} digits of the SMS, sometimes {longer}',
  codeFor: 'The code is good for {span}.',
  codeExpired: 'The code has expired. Ask for a new one.',
  enter: 'Sign in',
  entering: 'Signing in…',
  changeNumbers: 'Change IIN and number',
  noCode: 'The code does not come?',
  noCodeWait: 'An SMS may take some minutes.',
  noCodeRegister:
    'If the mobile citizens register does not have your number, no code comes. Numbers are registered on egov.kz or at a public service centre.',
  noCodeEds: 'Or sign in with your EDS.',
  codeSigns: 'With a code everything is open that is not signed. Signing asks for the EDS.',

  passwordTitle: 'By IIN (login and password)',
  passwordAbout: 'For workers of kindergartens. Officers and administrators sign in with their EDS.',
  login: 'Login (IIN)',
  loginHint: 'The login is your IIN, 12 digits',
  password: 'Password',
  showPassword: 'Show the password',
  passwordFrom: 'Where does the password come from?',
  passwordForgot: 'If you forgot it, sign in with your EDS and set a new one.',
  noAccount: 'Your kindergarten has no login and password?',
  noAccountAsk: 'Ask for an account for a kindergarten',
  noAccountOld: 'This used to be a letter to support.',

  already: 'You are signed in already',
  goOn: 'Go on',
  another: 'Sign in as somebody else',
  anotherAbout: 'This session is ended first.',
} as const satisfies English<typeof kk>
