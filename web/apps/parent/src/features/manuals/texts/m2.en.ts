import { heading, important, list, type Manual, note, paragraph, steps, words } from '../model'
import { ageing, byCode, byKey, firstTime, reminder, troubles, warning } from './shared.en'

export default {
  id: 'm2',
  sections: [
    {
      id: 'automated-queue',
      title: 'What is an automated queue?',
      blocks: [
        paragraph(
          'The queue used to be kept by people. An automated queue is kept by a system: who is offered a place is decided by the rule, not by a person. No member of staff can move a child forward: Kezek has no such button.',
        ),
        list(
          '**One queue for one district and one birth year.** Your child stands with the children of the same age in your district.',
          '**By time.** Who signed the application earlier stands earlier: to the minute and the second.',
          '**Extraordinary children first.** Then, again and again, one priority child and {generals} on general terms. More: [Rules of the queue](/rules).',
          '**When a place becomes free, it is offered by itself.** You get a message. As a rule you have {choiceDays} working days to choose.',
          '**You can see all of it.** Your account tells which position your child has, how many children stand before (without names), and what has changed. Every change has its reason and its rule.',
        ),
        note(
          'An officer confirms a benefit by its paper. Until then the child waits on general terms; then it moves to its class and keeps its time.',
        ),
        words(['kk«Автоматтандырылған кезек деген не?»', 'This section.']),
      ],
    },
    {
      id: 'prepare',
      title: 'What you need beforehand',
      blocks: [
        steps(
          'Get the EDS of an individual at a public service centre (ХҚКО) or on egov.kz. It is free of charge. Save the key on a flash drive or on the computer.',
          'Install the program NCALayer on the computer.',
          'Open the browser Google Chrome (version 109 or newer). New versions of Firefox and Safari will do, too.',
          'Go to the site of Kezek.',
        ),
        note(
          'Without an EDS you can still sign in on a phone with a one-time code and see your child’s position. To apply and to choose a place you need the EDS; without one you may bring either on a signed paper to the education department of your district.',
        ),
        words(
          ['kk«ХҚКО-нан жеке тұлғаға ЭЦҚ алу қажет (флешкаға)»', 'EDS: at a public service centre or on egov.kz.'],
          ['kk«Google Chrome браузер арқылы» akmola.kz', 'Google Chrome, the site of Kezek.'],
        ),
      ],
    },
    {
      id: 'sign-in',
      title: 'Signing in to your account',
      blocks: [
        steps(
          'Open the [home page](/).',
          'Choose your district in the list.',
          'In the tile “Queue for a place in a kindergarten” press “Sign in”.',
        ),
        ...warning,
        ...byKey,
        ...byCode,
        ...firstTime,
        ...troubles,
        words(
          ['kk«Мектеп жасына дейінгі балаларды МҰ-ға кезекке қою»', 'The tile “Queue for a place in a kindergarten”.'],
          [
            'kk«Целиноград ауданыңызды таңдаңыз»',
            '“Choose your district or city”: the list has all districts and cities of the region.',
          ],
          ['kk«кілттерді сақтау орны тізімінен кілтті таңдап»', 'The window of NCALayer.'],
          ['kk«(AUTH_RSA кілті) көмегімен жеке кабинетке кіріп»', 'The key for signing in, then “Sign in”.'],
          [
            'kk«электрондық поштаны көрсету қажет»',
            'The page of the first sign-in: you type the address and confirm it with a code.',
          ],
        ),
      ],
    },
    {
      id: 'journal',
      title: 'Where to begin',
      blocks: [
        paragraph(
          'After signing in you see [your account](/cabinet). It shows the state of each child, beside it the next step and its deadline. When there is nothing to do, that is said outright, too.',
        ),
        paragraph(
          'The “[Journal of queue applications](/journal)” has all your applications. Each has three tabs: “Information” (kk«Өтінім туралы ақпарат»), “History” (kk«Тарих»), “Documents” (kk«Құжаттар»).',
        ),
        words(['kk«Өтініштер журналы»', '“Journal of queue applications” in your account.']),
      ],
    },
    {
      id: 'choose',
      title: 'When your turn comes: choosing a kindergarten',
      blocks: [
        heading('How you learn of it'),
        paragraph(
          'A letter comes to your mailbox and an SMS to your phone. The state of the application becomes “Called to choose a place” (kk«Хабарлама жіберілді»). Messages go to all contacts: those of the application and those confirmed in your account. Those of your account you change on the page “[Settings](/settings)”, where the application may be given them, too.',
        ),
        paragraph(
          'Between {quietFrom}:00 and {quietUntil}:00 no messages are sent; they come in the morning. But the term counts from the day on which the place was offered.',
        ),
        important(
          'Choose and sign, as a rule within {choiceDays} working days after the day on which the place was offered, until 24:00 of the last one. The last day stands on the child’s card. If you do not choose, this place opens to all children in the queue of the same group year. Your child stays in the queue at its own position, and nothing is counted against it.',
        ),
        heading('How to choose'),
        steps(
          'Sign in to [your account](/cabinet).',
          'On the child’s card press “Choose a state kindergarten” (kk«Мемлекеттік балабақшаны таңдау»).',
          'Look at the language of instruction of each place.',
          'Look at the address: is it not too far?',
          'At one place press “Choose” (kk«Таңдау»).',
          'Read the text that you sign.',
          'Press “Sign and send” (kk«Қол қою және жіберу»). NCALayer opens.',
          'Choose the key for signing (RSA or GOST) and enter its password.',
          'Confirm in the window of NCALayer.',
          'The page of the referral opens at once: look at it and download it. It also stands in the tab “Documents”, part “Common documents” (kk«Жалпы құжаттар»).',
        ),
        note(
          'Mind the language of instruction and where the kindergarten is. There is no button to change it afterwards.',
        ),
        heading('Which places are in the list'),
        list(
          '**The place that is offered to your child.** Until the term ends nobody else can take it.',
          '**Places in free choice.** Any child of this queue can take them: whoever signs first. Nobody is told of them by a message: look at the [free places](/vacancies) and at your account.',
        ),
        paragraph('If you take a place in free choice, the place that was held for you is offered to the next child.'),
        heading('If there is no button'),
        paragraph(
          'The button “Choose a state kindergarten” appears when three conditions hold at once. Kezek itself tells which one is missing.',
        ),
        list(
          '**The age is right:** the child is at least {fromYears} years old and not yet {belowYears}. If it is too early, you read from which day it is not.',
          '**Your turn has come,** or your queue has a place in free choice.',
          '**There is a free place.** If somebody has taken it, the list may be empty.',
        ),
        words(
          ['kk«бос орындар тізімін қарап шығу»', 'The page of choosing: the place offered and those in free choice.'],
          ['kk«баланың жасы … сәйкес болса»', 'The first condition.'],
          ['kk«егер Сіздің кезегіңіз келсе»', 'The second condition.'],
          ['kk«бос орындар болған жағдайда»', 'The third condition.'],
          ['kk«Оқыту тілі не … назар аударуды сұраймыз»', 'The language stands beside each place.'],
          ['kk«ұйымның орналасқан жеріне»', 'The address stands beside each place.'],
          ['kk«Сіз көрсеткен электрондық пошта мен телефон нөміріне … хабарлама келеді»', 'A letter and an SMS.'],
          ['kk«Хабарлама жіберілді»', 'The state “Called to choose a place”.'],
          ['kk«хабарламалар жіберілмейді»', 'No messages about places in free choice.'],
          ['kk«3 жұмыс күні ішінде»', 'The term: its last day and hour stand on the card.'],
          ['kk«барлық кезектегі балаларға қол жетімді болады»', 'Free choice.'],
          ['kk«кезекте қалады»', 'The child stays at its position.'],
          ['kk«ЭЦҚ (RSA) сертификатын жүктеу қажет»', 'The window of NCALayer: the key for signing.'],
          ['kk«кілттер қоймасына құпиясөзді енгізіп»', 'The window of NCALayer.'],
          ['kk«Кілттер тізімін жаңарту»', 'The button “Try again”.'],
          ['kk«Таңдалынған кілттің деректері пайда болады»', 'The window of NCALayer: the key’s owner and term.'],
          ['kk«Қол қою»', 'The last button in the window of NCALayer.'],
        ),
      ],
    },
    {
      id: 'referral',
      title: 'When you have the referral',
      blocks: [
        steps(
          'Call the kindergarten named on the referral and agree on a time.',
          'Come to the kindergarten in time.',
          'Tell the worker the number of the referral.',
          'Wait until the worker has accepted the child in Kezek and signed. The state becomes “Enrolled” (kk«Қабылданды»), and you get a message.',
        ),
        important(
          'The referral is, as a rule, valid for {referralDays} working days after the day it was issued, until 24:00 of the last one. The last day stands on the card and in the referral itself. Come to the kindergarten in that time: when the worker notes that you have come, the term stops. Otherwise the referral is void by itself, and the child is on the stop list for {stopListDays} working days.',
        ),
        list(
          '**Stop list.** As a rule for {stopListDays} working days the child is offered no place and cannot choose one. At 24:00 of the last of them it returns to its own position by itself: the time of the application stays.',
          '**Missed terms.** As a rule after {missesUntilRemoval} missed referrals the child is removed from the queue. You can apply again, but the time counts anew.',
          '**Not choosing is something else.** It does not count as a missed term.',
          reminder,
          ageing,
        ),
        paragraph(
          '**Cancelling.** For {cancelHours} hours from the issue the page of the referral has the button “Cancel the referral”: sign it with your EDS. That is no missed term: the child stands in the queue again at its own time, and the place is offered to the next child. After that it cannot be cancelled.',
        ),
        paragraph(
          '**If the kindergarten refuses,** you read the reason at once on the page of the referral, and may send your own words and papers by “Send the answer” until the decision. An officer of the education department decides: if the refusal is overruled, the kindergarten must accept the child; if it is upheld, the child is not enrolled and its place in the queue is not restored. No term runs meanwhile.',
        ),
        paragraph(
          '**If you want to change kindergartens with another family,** once the child is enrolled: open “Swap of places” in your account. One family proposes it and gets a code, the other enters it, both sign with their EDS. On the day on which both kindergartens have approved, the children change. The groups must be of one year, language and kind, in one district.',
        ),
        words(
          ['kk«Жалпы құжаттар»', '“Common documents” on the tab “Documents”.'],
          [
            'kk«жолдаманы қарап шығып», kk«жүктеуге болады»',
            'The referral is a PDF in Kazakh and Russian, with a QR code.',
          ],
          [
            'kk«5 жұмыс күні ішінде балабақшаға келмесе»',
            'The child must be accepted within {referralDays} working days.',
          ],
          ['kk«автоматты түрде жойылып»', 'The referral is void, the place is offered to the next child.'],
          ['kk«10 (он) жұмыс күніне стоп-тізімге жіберіледі»', 'The state “On the stop list”, with its last day.'],
          ['kk«3 рет өткізіп алса, … кезектен алынады»', 'The state “Removed from the queue”.'],
          [
            'kk«бір тәулік ішінде … жолдаманы жою мүмкіндігі бар», kk«жою мүмкін емес»',
            '“Cancel the referral” (kk«Жолдаманы жою»): a button on the page of the referral, for {cancelHours} hours.',
          ],
        ),
      ],
    },
  ],
} as const satisfies Manual
