import { heading, important, list, type Manual, note, paragraph, steps, words } from '../model'
import { byCode, byKey, firstTime, home, troubles, warning } from './shared.en'

export default {
  id: 'm4',
  sections: [
    {
      id: 'home',
      title: 'The home page',
      blocks: [
        ...home,
        words(
          ['kk«өз ауданыңызды ашылған тізімнен таңдаңыз»', '“Choose your district or city”.'],
          ['kk«нұсқаулықтар бөлімі»', '“[Manuals](/manuals)”.'],
          [
            'kk«баланың келуін белгілеу бөлімі»',
            '“[Mark that a child has come](/attendance)”: a tile of the home page.',
          ],
          ['kk«Жүйеге кіру»', 'The button “Sign in” on the home page.'],
        ),
      ],
    },
    {
      id: 'sign-in',
      title: 'Signing in',
      blocks: [
        ...warning,
        ...byKey,
        ...byCode,
        ...firstTime,
        ...troubles,
        words(
          [
            'The tabs kk«ЭЦҚ», kk«Бір реттік құпия сөз»',
            'The ways on the sign-in page. On a phone the code comes first, on a computer the EDS.',
          ],
          ['kk«Кіру»', '“Sign in”: both the heading of the page and the button.'],
          ['kk«Сертификатты таңдаңыз»', 'The button “Choose a certificate”.'],
          ['kk«Сіздің компьютеріңіз»', 'The window of NCALayer: a key on the computer itself is chosen there.'],
          ['kk«Сақтау орны»', 'The window of NCALayer: where the key is.'],
          ['kk«Ашу», kk«Қол қою»', 'Buttons in the window of NCALayer. Then “Sign in” in Kezek.'],
          ['kk«ЖСН *»', 'The field “IIN”.'],
          ['kk«Телефон нөмірі *», “+7( )”', 'The field “Phone number”.'],
          ['kk«Бір реттік кодты енгізіңіз»', 'The field for the code, then “Sign in”.'],
          ['kk«алдын ала NCALayer … орнату қажет!» (in places written “NSALayer”)', 'The first notice “IMPORTANT!”.'],
          ['kk«МАБ тіркелген болуы қажет!»', 'The second notice “IMPORTANT!”.'],
        ),
      ],
    },
    {
      id: 'apply',
      title: 'Applying',
      blocks: [
        important(
          'To apply, the child must be registered at a permanent or temporary address, and in the very district that you choose. In Kazakh: kk«тұрақты немесе уақытша тұрғылықты жері бойынша тіркеу міндетті».',
        ),
        paragraph(
          'Kezek takes the child’s address from the state register. The permanent and the temporary registration both count. If Kezek says “registered in another district”, check the registration at a public service centre, or call the support.',
        ),
        heading('Before you begin'),
        steps(
          'Sign in to [your account](/cabinet).',
          'Open the section “[Application form for the general queue](/apply)” (kk«Жалпы білім беру кезегіне қоюға өтініш формасы»).',
          'Read the Algorithm: “[Rules of the queue](/rules)”.',
          'Tick that you undertake to keep the data current.',
          'Tick that you have read the Algorithm.',
          'Press “Apply” (kk«Өтініш беру»).',
        ),
        heading('Step 1: the applicant'),
        steps(
          'Check your IIN, name, birth date and registered address. They are filled in from the state register of persons and cannot be typed.',
          'Type your phone number.',
          'Type your e-mail address.',
          'Press “Next” (kk«Келесі»).',
        ),
        paragraph('What is wrong in the register is corrected by a public service centre (ХҚКО); Kezek cannot do it.'),
        heading('Step 2: the child'),
        steps(
          'Choose your child in the list, or type its IIN. Name and birth date come from the register.',
          'Choose the district (kk«Аймақ»).',
          'Choose the language of instruction. If you choose several, put them in the order of your wish: the child is called only for places with these languages.',
          'Press “Next” (kk«Келесі»).',
        ),
        heading('Checking and signing'),
        steps(
          'Check your answers. To correct them press “Change” or “Back to the data”.',
          'Read the text that you sign.',
          'Press “Join the queue” (kk«Кезекке тұру»). NCALayer opens.',
          'Choose the key for signing (RSA or GOST) and enter its password.',
          'Confirm in the window of NCALayer.',
          'Write down the number of the application. The journal has it, too.',
        ),
        note(
          'Your position counts from the moment of your signature: to the minute and the second. What you type is kept: if the session breaks off, sign in again on any device and go on.',
        ),
        heading('If Kezek does not take the application'),
        list(
          '**It is not your child.** The register does not name you as a parent or guardian. Who represents the child ticks it at step 2 and attaches the paper.',
          '**There is an application already.** A child has only one in the whole region.',
          '**The child is {belowYears} years old.**',
          '**The child is registered in another district.** Apply in that district, or tick “Non-resident” and attach a paper.',
        ),
        note(
          'Some families tick more at step 2: “Non-resident”, “There is a benefit”, “Twins”, “Special educational needs”. Copies of the papers are attached: not more than {files} files, together {megabytes} MB. An officer decides on them, working days: {reviewDays}; the time of the application stays. Twins have one form, and stand next to each other. A benefit or special needs that you have only later are named on the application’s page: “Add a benefit or special needs”.',
        ),
        heading('Words of the form'),
        words(
          ['kk«Жалпы білім беру кезегіне қоюға өтініш формасы»', 'This section of your account.'],
          ['kk«деректердің өзектілігін сақтауға»', 'The first tick.'],
          [
            'kk«Алгоритммен танысқаныңызды растау»',
            'The second tick. The Algorithm is “[Rules of the queue](/rules)”.',
          ],
          ['kk«Өтініш беру»', '“Apply”.'],
          [
            'kk«Жеке тұлғалар» мемлекеттік деректер қорынан … автоматты түрде толтырылады',
            'The state register of persons: the data come by themselves.',
          ],
          ['kk«1-қадам: Өтініш беруші туралы ақпаратты енгізу»', 'Step 1: the applicant.'],
          ['kk«Өтініш берушінің ЖСН *»', 'The applicant’s IIN: filled in.'],
          ['kk«Өтініш берушінің Т.А.Ә. *»', 'The applicant’s name: filled in.'],
          ['kk«Туған күні *»', 'Birth date: filled in.'],
          ['kk«Тұрғылықты жері бойынша тіркеу мекенжайы *»', 'Registered address: filled in.'],
          ['kk«Телефон нөмірі *», «Email *»', 'Typed by you.'],
          ['kk«Бас тарту» (now kk«Болдырмау»)', '“Cancel”: the form closes, nothing is sent.'],
          ['kk«Келесі»', '“Next”.'],
          ['kk«2-қадам: Баланың ақпаратын енгізу»', 'Step 2: the child.'],
          ['kk«Бала ЖСН *»', 'Choosing the child, or typing its IIN.'],
          ['kk«Баланың аты-жөні *», kk«Баланың туған күні *»', 'Name and birth date: filled in.'],
          ['kk«Аймақ *»', 'District or city.'],
          ['kk«Тілден таңдау *»', 'Languages of instruction, in the order of your wish.'],
          [
            'kk«Резидент емес», kk«растаушы құжаттардың скан-көшірмелерін тіркеу»',
            'A tick at step 2, with copies of the papers.',
          ],
          [
            'kk«Жеңілдіктің бар болуы», kk«тізімнен жеңілдік түрін таңдау»',
            'A tick at step 2; choose the kind and attach the paper.',
          ],
          ['kk«Егіздер», kk«балалардың ЖСН енгізу»', 'A tick at step 2; write the IINs.'],
          ['kk«Ақпаратты қайту»', '“Back to the data”.'],
          ['kk«Кезекке тұру», kk«өтінішке ЭЦҚ арқылы қол қою»', 'The last button, and signing.'],
        ),
      ],
    },
    {
      id: 'journal',
      title: 'Looking at the application',
      blocks: [
        steps(
          'Sign in to [your account](/cabinet).',
          'Open the “[Journal of queue applications](/journal)” (kk«Кезекке қоюға өтініштер журналы»).',
          'Press “▶” beside the application, or its number.',
        ),
        list(
          '**“Information”** (kk«Өтінім туралы ақпарат»): applicant, child, district, languages.',
          '**“History”** (kk«Тарих»): what happened, when, and by which rule.',
          '**“Documents”** (kk«Құжаттар»): documents that the system made: the referral (PDF).',
        ),
        paragraph(
          'Which position your child has is shown by the page “Position in the queue”, which opens from [your account](/cabinet): how many children stand before, in which classes, what changed ahead and why.',
        ),
        paragraph(
          'Until your turn comes there is nothing to do now. What happens then: [Leaflet for parents](/manuals/m2#choose).',
        ),
        words(
          ['kk«Кезекке қоюға өтініштер журналы»', '“Journal of queue applications” in your account.'],
          ['«▶»', 'The same sign opens an application.'],
        ),
      ],
    },
  ],
} as const satisfies Manual
