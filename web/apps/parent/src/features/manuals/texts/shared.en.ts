/** What several manuals say alike: the home page and the ways in. */
import { heading, important, list, note, paragraph, steps } from '../model'

export const home = [
  steps(
    'Open the [home page](/) of Kezek.',
    'Choose your district in the list “Choose your district or city”. Your choice is kept on this device.',
    'In the tile “Queue for a place in a kindergarten” (kk«Мектеп жасына дейінгі балаларды БМҰ-ға кезекке қою») press “Sign in”.',
  ),
  paragraph(
    'At the top of every page are the languages (kk«Қаз», ru«Рус», “Eng”), the phone and e-mail address of the support, and the link “[Manuals](/manuals)”. When you change the language, both the page and what you have typed stay.',
  ),
] as const

export const warning = [
  paragraph(
    'The sign-in page begins with a warning of the law: unlawful use of a third person’s account data when registering and signing in brings liability. In Kazakh: kk«Жүйеде тіркеу және авторизациялау кезінде үшінші тұлғаның есептік деректерін заңсыз пайдалану ҚР заңнамасына сәйкес жауапкершілікке әкеп соғады». So sign in only with your own key, your own code or your own password.',
  ),
] as const

export const byKey = [
  heading('By EDS (your electronic signature)'),
  important(
    'To work with the EDS, the program NCALayer must be installed beforehand! In Kazakh: kk«ЭЦҚ-мен жұмыс істеу үшін алдын ала NCALayer бағдарламалық жасақтамасын орнату қажет!»',
  ),
  paragraph(
    'NCALayer is a free program that works with your keys. It is downloaded from the site of the National Certification Authority, ncl.pki.gov.kz. It works on a computer only: on a phone, sign in with a one-time code.',
  ),
  steps(
    'Start NCALayer on the computer.',
    'Open the [sign-in page](/sign-in).',
    'Choose the way “With your EDS”.',
    'Press “Choose a certificate” (kk«Сертификатты таңдау»). The window of NCALayer opens.',
    'In the window of NCALayer show where your key is: a file on the computer, a flash drive, or your identity card.',
    'Choose the key for signing in (AUTH_RSA), or the newer GOST key.',
    'Enter the key’s password and confirm in the window of NCALayer.',
    'Kezek shows the name and the IIN of the key’s owner, and until when the key is valid. Check that it is you.',
    'Press “Sign in” (kk«Кіру»).',
  ),
] as const

export const byCode = [
  heading('With a one-time code'),
  important(
    'To sign in with a one-time code, the phone number and the IIN must be registered together in the mobile citizens register (МАБ)! In Kazakh: kk«Жүйеге бір реттік код арқылы кіру үшін көрсетілген телефон нөмірі мен ЖСН МАБ жүйесінде тіркелген болуы қажет!»',
  ),
  paragraph(
    'You register your number there on egov.kz or at a public service centre (ХҚКО). Otherwise no code comes. The page does not tell you so: a stranger could find out whose number it is.',
  ),
  steps(
    'Open the [sign-in page](/sign-in).',
    'Choose the way “One-time password” (kk«Бір реттік құпия сөз»).',
    'Type your IIN into the field “IIN” (kk«ЖСН»).',
    'Type your number into the field “Phone number” (kk«Телефон нөмірі»). “+7”, “8”, spaces and brackets do no harm.',
    'Press “Sign in (get a code)”. An SMS comes.',
    'Type the code from the SMS (kk«Бір реттік кодты енгізіңіз»). It is good for 5 minutes.',
    'Press “Sign in” (kk«Кіру»). Now you are in.',
  ),
  paragraph('If no code comes, press “Send the code again” after a minute.'),
  note(
    'Who signed in with a code sees everything and can fill in the application. What must be signed asks for your EDS on the spot: for that, go to a computer with NCALayer.',
  ),
] as const

export const firstTime = [
  heading('The first time'),
  steps(
    'Before anything else Kezek asks for your e-mail address. Type it.',
    'Type the code that came to your mailbox. It is good for 30 minutes.',
  ),
  paragraph('Until the address is confirmed no other page opens.'),
] as const

export const troubles = [
  heading('If you cannot get in'),
  list(
    '**NCALayer does not answer.** Start it and press “Try again”. In the former window the button kk«Кілттер тізімін жаңарту» (refresh the list of keys) stood in this place.',
    '**The browser asks for access to the local network.** Press “Allow”: NCALayer runs on this very computer.',
    '**The key’s password is wrong.** NCALayer says so itself. Check the password and type it again.',
    '**Somebody else’s key was chosen.** Press “Choose another key”. Until “Sign in” is pressed nobody is signed in.',
    '**The key has expired or was revoked.** Get a new one at a public service centre (ХҚКО) or on egov.kz, free of charge.',
    '**An organisation’s key was chosen.** It does not fit: the key of the individual is needed.',
  ),
] as const

export const reminder =
  '**A reminder** of the end of a term for choosing, of a referral, and of a swap, comes once: as a rule in the morning of the working day before the last. A term too short for that has none.'

export const ageing =
  '**Growing too old.** At the midnight with which the child is {belowYears} years old it is removed from the queue. The family is told {ageingDays} days before, as a rule, and if that day changes. If the term of a choice, a referral or the stop list runs then, the child does not return to the queue when it ends but is removed.'
