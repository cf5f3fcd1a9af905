import { heading, important, list, type Manual, note, paragraph, steps, words } from '../model'
import { byCode, byKey, firstTime, home, troubles, warning } from './shared.en'

export default {
  id: 'm5',
  sections: [
    {
      id: 'today',
      title: 'Where to hand in papers',
      blocks: [
        steps(
          'Call the kindergarten: its phone stands on the referral.',
          'Ask which papers it needs. Usually these are the forms №065, №027 and №052-2.',
          'Attach copies of them on the page where [papers are handed in](/papers), and sign.',
          'Read the contract on the same page: you sign it with the papers, the kindergarten when it accepts the child.',
          'Check that a worker has accepted the child in Kezek: the state becomes “Enrolled” (kk«Қабылданды»).',
        ),
        important(
          'As a rule within {referralDays} working days after the day of the referral, until 24:00 of the last one, hand in the papers: then the term stands, and you lose nothing while the kindergarten looks at them. Otherwise the referral (voucher) is void, and the child is on the stop list for {stopListDays} working days.',
        ),
        note(
          'Districts with vouchers have no stop list: who is late has an application that is “Inactive”, which can be restored once. More in the [rules of the queue](/rules).',
        ),
      ],
    },
    {
      id: 'home',
      title: 'The home page',
      blocks: [
        ...home,
        words(
          ['kk«ашылмалы тізімнен өзіңіздің ауданыңызды таңдаңыз»', '“Choose your district or city”.'],
          ['kk«оң жақ жоғарғы бұрышында тілді өзгерте аласыз»', 'The languages: kk«Қаз», ru«Рус», “Eng”.'],
          ['kk«техникалық қолдау қызметінің телефон нөмірі»', '“Support” at the top of every page.'],
          ['kk«Нұсқаулықтар»', '“[Manuals](/manuals)”.'],
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
          ['The tabs kk«ЭЦҚ», kk«Бір реттік құпия сөз»', 'The ways on the sign-in page.'],
          ['kk«Кіру»', '“Sign in”: both the heading of the page and the button.'],
          ['kk«Сертификатты таңдаңыз»', 'The button “Choose a certificate”.'],
          [
            'kk«Сіздің компьютеріңіз» (in places written kk«Елдің компьютеріңіз»)',
            'The window of NCALayer: a key on the computer itself.',
          ],
          ['kk«Сақтау орны»', 'The window of NCALayer: where the key is.'],
          ['kk«Ашу», kk«Қол қою»', 'Buttons in the window of NCALayer. Then “Sign in” in Kezek.'],
          ['kk«ЖСН *», kk«Телефон нөмірі *»', 'The fields “IIN” and “Phone number”.'],
          ['kk«Бір реттік кодты енгізіңіз»', 'The field for the code, then “Sign in”.'],
        ),
      ],
    },
    {
      id: 'papers',
      title: 'Handing in admission papers',
      blocks: [
        heading('Term'),
        paragraph(
          'As a rule there are {referralDays} working days to upload the papers and to sign, until 24:00 of the last one. Otherwise the referral (formerly “voucher”) is void, and the admission application goes to the archive by itself.',
        ),
        heading('Steps'),
        steps(
          'In your account open the [section](/papers) “Hand in papers for a child’s admission to a kindergarten” (kk«Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру»).',
          'You will read the description of the service and tick that you have.',
          'You will press “Apply” (kk«Өтініш беру»).',
          'In step 1 you will fill in your own data.',
          'In step 2 you will tick the child that has a valid referral.',
          'You will check what is said of the child and of the referral.',
          'You will upload three forms: 065/у, 027/у, 052-2/у.',
          'You will read the contract by its link and tick it as read.',
          'You will read the application, press “Sign and send” and sign with your EDS.',
        ),
        heading('What files must be like'),
        list(
          'Format: pdf, jpeg or jpg.',
          'Number: not more than {files}.',
          'Size: not more than {megabytes} MB together.',
        ),
        note(
          'Copies must be clear. What cannot be read is returned; you can correct it and send it again while the referral is valid.',
        ),
        heading('The former words'),
        words(
          [
            'kk«Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру»',
            'A [section](/papers) of your account.',
          ],
          [
            'kk«5 жұмыс күні беріледі», kk«ваучер жарамсыз деп танылады»',
            'The term, and what happens after. A voucher is a referral.',
          ],
          [
            'kk«өтінім автоматты түрде мұрағатқа жіберіледі»',
            'The state will be “Archived”. Where papers are required and nothing was handed in the journal has a line with that reason, too.',
          ],
          [
            'kk«қызметтің сипаттамасы», kk«толық нұсқаулығы», kk«нұсқаулықпен танысқаныңызды растау», kk«Өтініш беру»',
            'The window before you begin.',
          ],
          ['kk«1-қадам: Өтініш беруші туралы ақпаратты енгізу»', 'Step 1.'],
          ['kk«барлық міндетті өрістерді толтыру қажет»', 'The next step opens once everything is filled in.'],
          [
            'kk«Өтініш берушінің ЖСН *», kk«Өтініш берушінің Т.А.Ә. *», kk«Туған күні *», kk«Өтініш берушінің мекенжайы *»',
            'IIN, name, birth date, address: filled in from the register.',
          ],
          [
            'kk«Жеке куәлік нөмірі *», kk«Жарамдылық мерзімі *», kk«Берілген орган *»',
            'Number, validity and issuer: from your identity card.',
          ],
          ['«Email *», kk«Телефон нөмірі *»', 'Typed by you.'],
          ['kk«2-қадам: Белсенді жолдамасы бар балалар туралы деректер»', 'Step 2.'],
          ['kk«баланың Т.А.Ә. жанындағы белгіні қойып»', 'Ticking the child.'],
          ['kk«баланың және оның жолдамасына қатысты ақпаратпен танысыңыз»', 'Opens once the child is ticked.'],
          ['kk«Құжаттарды жүктеу»', 'Choosing files.'],
          ['kk«Файл форматы: Pdf, jpeg, jpg»', 'Format of a file.'],
          ['kk«Саны: 3 файлдан аспауы тиіс»', 'Files: not more than {files}.'],
          ['kk«Жалпы көлемі: 10 МБ-тан аспауы тиіс»', 'Not more than {megabytes} MB together.'],
          ['kk«№065 нысаны», kk«№027 нысаны», kk«№052-2 нысаны»', 'The forms 065/у, 027/у, 052-2/у.'],
          [
            'kk«сілтеме арқылы келісімшарттың мазмұнымен танысыңыз», kk«танысқаныңызды растағаныңызды белгілеп»',
            'Reading the contract, and the tick.',
          ],
          ['kk«Келісімшартқа қол қою»', '“Sign and send”: one signature under papers and contract.'],
          ['kk«Бас тарту»', '“Cancel”: closing the form.'],
          ['kk«сапалы көшірмелерін ғана … бас тартылады»', 'Clear copies only.'],
        ),
      ],
    },
    {
      id: 'journal',
      title: 'Journal of admission applications',
      blocks: [
        paragraph('The columns and tabs of the [journal](/admissions):'),
        words(
          ['kk«МДҰ-ға қабылдау үшін өтініштер журналы»', 'A section of your account.'],
          ['kk«сол жақтағы үшбұрышты батырманы басу»', 'Opening an application: “▶”.'],
          ['«ID» (110), «№» (320.2025.107)', 'Serial number, and number of the application.'],
          ['kk«Баланың аты-жөні», kk«Туған күні»', 'The child.'],
          ['kk«Өтінім берушінің Т.А.Ә.»', 'The applicant.'],
          ['kk«Құрастырылған күні» (16.10.2025 14:32:16)', 'Made at: day and time.'],
          ['kk«Қабылдау күні»', 'Accepted on; empty if not accepted.'],
          ['kk«Мәртебесі: Қабылданды / Қабылдамады»', 'State: “Enrolled” or “Not enrolled”.'],
          ['kk«МДҰ», kk«Тіл» (kk«Орыс» / kk«Қазақ»)', 'Kindergarten, and language of instruction.'],
          ['kk«Деректері»', 'Details.'],
          ['kk«Өтінім туралы ақпарат»', 'The first tab: “Information”.'],
          ['kk«Тарих»', 'The second tab: “History”.'],
          [
            'kk«Құжаттар»: kk«Өтінімге тіркемелер», kk«Жалпы құжаттар»',
            'The third tab, “Documents”: those you attached, and those the system made.',
          ],
        ),
        paragraph(
          'Where a refusal stands, or the child has left the kindergarten, the system makes a paper of that: a PDF in Kazakh and Russian. It stands on the page of the child’s referral; the kindergarten sees it, too. It does not tell the reason of the refusal.',
        ),
      ],
    },
  ],
} as const satisfies Manual
