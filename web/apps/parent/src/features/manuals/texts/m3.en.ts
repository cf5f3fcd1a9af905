import { heading, important, list, type Manual, paragraph, steps, words } from '../model'
import { byCode, byKey, firstTime, home, troubles, warning } from './shared.en'

export default {
  id: 'm3',
  sections: [
    {
      id: 'short',
      title: 'In short',
      blocks: [
        paragraph(
          'In Kezek you yourself add escorts of a child that was accepted on its referral, and they mark on a phone that the child has come and gone: [Escorts](/escorts), [Mark that a child has come](/attendance).',
        ),
      ],
    },
    {
      id: 'home',
      title: 'The home page',
      blocks: [
        ...home,
        words(
          [
            'kk«Мектепке дейінгі білім беру ұйымдарына кезекке қою және жолдама беру»',
            'The tile “Queue for a place in a kindergarten”.',
          ],
          ['kk«нұсқаулықтар бөлімі»', '“[Manuals](/manuals)”: on the home page and at the top of every page.'],
          ['kk«техникалық қолдау нөмірі»', '“Support” at the top of every page.'],
          ['kk«Ашылмалы тізімнен өзіңіздің ауданыңызды таңдаңыз»', '“Choose your district or city”.'],
        ),
      ],
    },
    {
      id: 'sign-in',
      title: 'Signing in',
      blocks: [
        paragraph('A parent can sign in in two ways: by EDS, or with a one-time code that comes to the phone.'),
        ...warning,
        ...byKey,
        ...byCode,
        ...firstTime,
        ...troubles,
        words(
          [
            'kk«Порталға кірудің екі тәсілі бар»',
            '“With your EDS” and “One-time password”. The third way (“By IIN”) is for workers of kindergartens.',
          ],
          ['kk«Сертификатты таңдаңыз»', 'The button “Choose a certificate”.'],
          ['kk«Сақтау орны»', 'The window of NCALayer: where the key is.'],
          ['kk«Ашу»', 'The window of NCALayer: after the password.'],
          ['kk«Қол қою»', 'The window of NCALayer: confirming. Then “Sign in” in Kezek.'],
          ['kk«телефон нөмірі мен ЖСН-ін»', 'The fields “IIN” and “Phone number”.'],
          [
            'kk«Кіру», kk«Бір реттік кодты енгізіңіз», kk«Кіру»',
            '“Sign in (get a code)”, the field for the code, then “Sign in”.',
          ],
        ),
      ],
    },
    {
      id: 'escorts',
      title: 'Adding escorts',
      blocks: [
        heading('Steps'),
        steps(
          'In your account you open “[Escorts](/escorts)” (kk«Еріп жүрушілер»).',
          'The parent or guardian who applied stands in the list already.',
          'If you need, you add another one: IIN, name, phone.',
          'You press “Save” (kk«Сақтау»).',
        ),
        paragraph(
          'To entrust another child to an escort who is known already, press the pencil beside the name, tick the child in the list, and save.',
        ),
        heading('Rules'),
        list(
          'At most {escorts} escorts are added for one child. The parent who applied is not counted.',
          'An escort must be {escortYears} or older.',
          'Nobody of the kindergarten’s staff can be an escort. The only exception is the parent or guardian who applied.',
          'At most {escorted} children are entrusted to one escort.',
          'Only the parent who got the referral adds escorts.',
          'The kindergarten must have accepted the child by its referral.',
        ),
        important('The escort’s phone must be right: the message that they were added or removed goes there.'),
        paragraph(
          'The former system passed the data on after 15 minutes. In Kezek nobody waits: who was added is known at once.',
        ),
        heading('If somebody else fetches the child once'),
        steps(
          'On the page “[Pick-up codes](/pickups)” (kk«Алып кету коды») you choose the child, the name of who fetches it, and the day.',
          'You press “Get the code” (kk«Кодты алу»): 8 digits and a QR are shown once. Tell or send them to that person.',
          'A worker of the kindergarten types the code, compares the name with the identity card, and gives the child.',
          'You get an SMS, and who fetched the child, and when, stands on the same page. Until it is used you can withdraw it.',
        ),
        heading('How an escort marks'),
        paragraph(
          'They come to the page “[Mark that a child has come](/attendance)” by a code that is sent to the phone you gave. Whether they have signed in stands on the page of escorts; when the child came and left you see at once on your own phone.',
        ),
        words(
          ['kk«Еріп жүрушілер»', 'The section “[Escorts](/escorts)” of your account.'],
          [
            'kk«ата-ана/қамқоршының деректері автоматты түрде көрсетіледі»',
            'The applicant stands in the list already.',
          ],
          ['kk«басқа еріп жүрушілерді … қосуыңыз керек»', 'Adding somebody else: not required.'],
          ['kk«Барлық өрістерді дұрыс толтырып», kk«Сақтау»', 'IIN, name, phone, then “Save”.'],
          ['kk«ең көп саны – 5»', 'At most {escorts} escorts for a child.'],
          ['kk«16 (он алты) жасқа дейінгі»', 'Nobody under {escortYears}.'],
          ['kk«балабақша қызметкерлерін … мүмкіндігі жоқ»', 'Nobody of the staff.'],
          ['kk«ерекшелік, егер қызметкер … ата-анасы/қамқоршысы болса»', 'The applicant may.'],
          ['kk«5-тен астам баланы қосу мүмкіндігі жоқ»', 'At most {escorted} children for an escort.'],
          ['kk«жеке кабинетіндегі деректерге сәйкес келуі тиіс»', 'The data must be those of the account.'],
          ['kk«хабарлау сипатындағы хабарламалар жіберілетін болады»', 'Messages go to the phone given.'],
          ['kk«тікелей жолдама алған ата-ана қоса алады»', 'Only the parent who got the referral adds escorts.'],
          ['kk«баланы жолдамасымен қабылдауы алғышарт»', 'The child must have been accepted first.'],
          ['kk«қарындашты басып», kk«балалар тізіміне құсбелгі қойып», kk«сақтау қажет»', 'Pencil, tick, “Save”.'],
          ['kk«Деректерді синхрондау 15 минутты алады»', 'No waiting: at once.'],
          ['kk«баланы Web қосымшасы арқылы белгілеу»', '“[Mark that a child has come](/attendance)” on the home page.'],
        ),
      ],
    },
  ],
} as const satisfies Manual
