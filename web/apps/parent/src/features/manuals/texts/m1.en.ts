import { heading, important, type Manual, paragraph, steps, words } from '../model'
import admission from './m1Admission.en'
import places from './m1Places.en'
import { byKey, firstTime, troubles, warning } from './shared.en'

export default {
  id: 'm1',
  sections: [
    {
      id: 'about',
      title: 'About this manual',
      blocks: [
        paragraph(
          'The four chapters of the former manual stand here in the same order. The old names of buttons and sections are given in «quotes», in Kazakh or Russian as they were on the screen. Where Kezek has another name, it stands beside.',
        ),
        paragraph(
          'Steps that Kezek does not have yet are marked “Not in Kezek yet:”. There you also read what to do meanwhile.',
        ),
        words(
          ['kk«…мектепке дейінгі ұйым қызметкерлеріне арналған нұсқаулық»', 'This manual.'],
          ['kk«МАЗМҰНЫ»', '“Contents” at the beginning of this page.'],
          ['kk«Қолдау қызметі»', 'Support: phone and e-mail address at the top and the bottom of every page.'],
          ['kk«БМҰ» (балаларға арналған мектепке дейінгі ұйым)', 'A kindergarten.'],
        ),
      ],
    },
    {
      id: 'sign-in',
      title: '1. Signing in',
      blocks: [
        paragraph('Formerly kk«Жүйедегі авторизация».'),
        heading('From the home page to the sign-in page'),
        steps(
          'Open the [home page](/) of Kezek (formerly kk«негізгі парақша»).',
          'Choose a district or city in the list “Choose your district or city” (kk«Ауданыңызды немесе қалаңызды таңдаңыз»).',
          'Press the tile “Workroom of a kindergarten worker” (kk«БМҰ қызметкерінің жұмыс кабинеті»). The tile “Queue for a place in a kindergarten” (kk«Мектеп жасына дейінгі балаларды БМҰ-ға кезекке қою») leads in, too.',
          'Choose how to sign in: “With your EDS” (kk«ЭЦҚ бойынша») or “By IIN” (kk«ЖСН бойынша»).',
        ),
        ...warning,
        important(
          'You need the EDS of the very individual for whom the kindergarten’s account is registered! In the former manual: kk«есептік жазба тіркелген жеке тұлғаның ЭЦҚ пайдалану қажет!» The account hangs on the IIN: neither another person’s key nor an organisation’s key opens it.',
        ),
        ...byKey,
        ...firstTime,
        heading('“By IIN”: login and password'),
        paragraph(
          '**The login (kk«логин») is your IIN. Nobody sends you a password (kk«құпиясөз»): you set it yourself after a first sign-in by EDS.**',
        ),
        steps(
          'Sign in by EDS the first time.',
          'Open “[Password](/settings/password)” on the page “[Settings](/settings)”.',
          'Set a new password. If you signed in by EDS more than 15 minutes ago, sign in anew first.',
          'The next time choose the way “By IIN”.',
          'Type your IIN into the field “Login (IIN)”.',
          'Type your password into the field “Password”.',
          'Press “Sign in” (kk«Кіру»).',
        ),
        paragraph(
          'After several wrong passwords in a row you have to wait a little: from 5 seconds to 5 minutes. If you have forgotten the password, sign in by EDS and set a new one.',
        ),
        heading('If the kindergarten has no account'),
        paragraph(
          'Formerly one wrote a letter: kk«Қолдау көрсету қызметіне хат жолдаңыз». Now the same data go into a form.',
        ),
        steps(
          'Open the page “[An account for a kindergarten](/account-request)”.',
          'Fill in the form.',
          'Press “Send the request”. Kezek gives you a number and a code: write them down, the code is not shown again.',
          'On the page “[How far the request is](/account-request/status)” type number and code to see the state.',
          'The decision comes by SMS and e-mail. If the request is approved, the person whose IIN stands in the form signs in with their own EDS.',
        ),
        words(
          [
            'kk«БМҰ-ның қазақ және орыс тілдеріндегі толық атауы»',
            'The full name in two languages: in Kazakh and in Russian.',
          ],
          ['kk«БМҰ мекенжайы»', 'The address, in two languages. The district is chosen from a list.'],
          ['kk«БМҰ телефоны»', 'The kindergarten’s phone. A landline will do.'],
          ['kk«БМҰ веб-сайты (болған жағдайда)»', 'The web site, if there is one. Not required.'],
          [
            'kk«БМҰ түрі (МББ/ЖББ/Мини-орталық)»',
            'The kind: МББ is a state one, ЖББ a private one, мини-орталық a mini-centre.',
          ],
          ['kk«БМҰ иесінің ЖСН (жүйеде кіммен жұмыс істейді)»', 'The IIN of the person who will work in Kezek.'],
          ['kk«БМҰ иесінің телефоны»', 'That person’s phone: the SMS with the decision goes there.'],
          ['kk«БМҰ иесінің e-mail»', 'That person’s e-mail address: the letter with the decision goes there.'],
        ),
        ...troubles,
        words(
          ['kk«негізгі парақша»', 'The home page.'],
          [
            'kk«Ақмола облысы аудандары мен қалаларының тізімі»',
            'The list on the home page: “Choose your district or city”.',
          ],
          ['kk«кілтті сақтау тізімінен таңдап»', 'The window of NCALayer: there you choose where the key is.'],
          [
            'kk«ЭЦҚ кілтін (AUTH_RSA кілті) жүктеп»',
            'The window of NCALayer: the key whose file begins with AUTH_RSA.',
          ],
          ['kk«құпиясөзді енгізіп», kk«ОК»', 'The window of NCALayer: the password, and confirming.'],
          ['kk«құпиясөз дұрыс енгізілген жағдайда»', 'If the password is wrong, NCALayer says so itself.'],
          [
            'kk«ЭЦҚ иесінің деректері пайда болады»',
            'The sign-in page: whose key was chosen, then the button “Sign in”.',
          ],
        ),
      ],
    },
    places,
    admission,
    {
      id: 'departure',
      title: '4. Marking that a child has left the kindergarten',
      blocks: [
        paragraph('Formerly kk«Баланың мектепке дейінгі ұйымнан шығуы туралы белгі».'),
        steps(
          'Open the [workroom](/staff): kk«БМҰ қызметкерінің жұмыс кабинеті».',
          'Choose the kindergarten.',
          'Open the “List of enrolled children” (kk«есепке алынған балалардың тізімі»).',
          'Find the child by searching in any column and press “Has left”.',
          'On the page “A child has left” fill in “Date of leaving” and “Reason of leaving” and press “Continue”.',
          'Read the text and press “Sign and send”.',
          'To add the place that became free, press “Add the free place”: the form is filled in.',
        ),
        important(
          'The system does NOT add the freed place by itself (kk«автоматты түрде ҚОСПАЙДЫ»). After a departure add the place yourself: “2. Adding free places”.',
        ),
        paragraph('The former words are called here:'),
        words(
          ['kk«мектепке дейінгі ұйым тізімінен таңдау»', 'Choosing the kindergarten.'],
          ['kk«Лупа»', 'Search below the column.'],
          ['kk«Кетті», ru«Убыл»', 'The button “Has left”.'],
          ['ru«Обработка убытия»', 'The page “A child has left”: the child’s IIN and name.'],
          ['ru«Дата убытия ДД. ММ. ГГГГ»', '“Date of leaving”.'],
          ['ru«Причина убытия»', '“Reason of leaving”.'],
          ['kk«ЭЦҚ файлына жолды таңдап, құпиясөзді енгізіп»', 'The window of NCALayer.'],
          ['kk«Қол қою және жіберу», ru«Подписать и отправить»', 'The button “Sign and send”.'],
          ['ru«Отмена»', '“Cancel”.'],
          [
            'kk«автоматты түрде ҚОСПАЙДЫ»',
            'Right after the mark Kezek will offer you the free place, filled in; you check and sign it.',
          ],
        ),
      ],
    },
  ],
} as const satisfies Manual
