import { heading, important, list, note, paragraph, type Section, steps, words } from '../model'

export default {
  id: 'admission',
  title: '3. Enrolling a child, or refusing with a reason',
  blocks: [
    paragraph('Formerly kk«Баланы балабақшаға есепке алу немесе есепке алудан дәлелді бас тарту».'),
    heading('Finding a referral'),
    steps(
      'Open the [workroom](/staff): kk«БМҰ қызметкерінің жұмыс кабинеті».',
      'If you have several kindergartens, choose the one you need in the list.',
      'Open the section “Acceptance by referral”.',
      'Choose how to search: by IIN or by referral.',
      'Type the number of the referral, or the IIN. The number has 10 digits; spaces and the sign “№” do no harm.',
      'Press “Search” (kk«Іздеу»).',
    ),
    paragraph(
      'Kezek checks whether the referral is genuine (kk«жолдаманың шынайылығын») and gives one of four answers:',
    ),
    list(
      '**The referral is valid.** The child’s data are filled in by themselves.',
      '**It leads to another kindergarten.** You cannot accept it here. Which kindergarten it is stands on the paper itself.',
      '**It is not valid.** You read why: its term has run out, or the child is enrolled already.',
      '**There is no such referral.** Check the digits. If the number is right, call the support.',
    ),
    note(
      'Every search is recorded: the family sees in its account who opened its data, when and what for. Do not search without need.',
    ),
    heading('Accepting the child'),
    important(
      'A referral is, as a rule, valid for {referralDays} working days after the day it was issued, until 24:00 of the last one. When the family has come, press “The family came”: the term stops, and the referral is not made void by itself. If neither that is noted nor the child accepted in time, the referral is void, the child is on the stop list for {stopListDays} working days, and the place is offered to the next child.',
    ),
    steps(
      'Compare the data of the child and of the applicant with their papers.',
      'Press “Accept” (kk«БМҰ-ға қабылдау»).',
      'Read the text that you sign.',
      'Press “Sign and accept” and sign with your EDS: you need the **key for signing** (RSA or GOST): your own, or one issued to you for the kindergarten.',
      'Open the “List of enrolled children” and check that the child is there. It may take a few seconds.',
    ),
    important(
      'After accepting, be sure to check that the child stands in the list! In the former manual: kk«балалар тізімінде болуын тексеру қажет».',
    ),
    heading('Words of the former screens'),
    words(
      [
        'ru«Список доступных дошкольных организаций», kk«Қосу», ru«Добавить»',
        'Choosing the kindergarten, then the button “Choose”.',
      ],
      ['kk«ЖСН немесе жолдама бойынша», ru«Поиск по ИИН / НОМЕРУ НАПРАВЛЕНИЯ»', 'How to search.'],
      ['kk«жолдаманың нөмірін немесе ЖСН»', 'The search field.'],
      ['kk«Іздеу», ru«Поиск»', 'The button “Search”.'],
      ['ru«Обработка направления»', 'The card of the referral that was found.'],
      ['ru«ИИН ребенка»', 'The child’s IIN.'],
      ['ru«ФИО ребенка»', 'The child’s name.'],
      ['ru«ФИО заявителя»', 'The applicant’s name.'],
      ['ru«Название ДДО»', 'Name of the kindergarten.'],
      ['ru«Год очереди»', 'Group year.'],
      [
        'ru«Льготность: Без льготы»',
        'Benefit: its name, or “No benefit”. One that is not confirmed yet is said to be so; it does not hinder the acceptance.',
      ],
      ['kk«БМҰ-ға қабылдау», ru«Принять в ДДО»', 'The button “Accept”.'],
      ['kk«ЭЦҚ (RSA) арқылы әрекетке қол қою»', 'The text to sign, and the window of NCALayer.'],
      ['ru«Список числящихся детей»', '“List of enrolled children”.'],
      ['ru«Номер заявления» (16.UO.2018.07339.1)', 'Application number.'],
      ['ru«Номер направления» (1024928201)', 'Referral number.'],
      ['ru«ГОД»', 'Group year.'],
      ['ru«Действие: Убыл»', 'Marking a departure: see chapter 4.'],
    ),
    heading('The child’s card'),
    paragraph(
      'The button “Download the child’s card” (kk«Баланың карточкасын жүктеу», ru«Скачать карточку ребенка») downloads the card as PDF, in Kazakh and Russian, with the benefit and the referral’s QR code. That you downloaded it stands in the log that the family reads.',
    ),
    heading('Refusing'),
    paragraph('A child may be refused for a good reason only. The education department of the district decides.'),
    steps(
      'In the card of the referral press “Refuse to accept”.',
      'Choose the reason of the list, and explain it in your own words: the family reads them at once.',
      'Press “Refuse to accept” once more, and read what you sign.',
      'Press “Sign and refuse”, and sign with your EDS.',
    ),
    note(
      'No term runs until the decision. The family sees the reason in its account and may send an answer with papers; the officer reads both beside each other.',
    ),
    paragraph('The words of the former manual:'),
    words(
      ['kk«Бас тарту»', 'The button “Refuse”. (Closing a form is another button: “Cancel”, kk«Болдырмау».)'],
      ['kk«бас тарту себебін көрсетіп»', 'The reason of the refusal: required.'],
      ['Again kk«Бас тарту», then kk«ЭЦҚ (RSA) арқылы әрекетке қол қою»', 'Confirming and signing.'],
      [
        'kk«Білім бөлімінің уәкілетті тұлғасына тексеруге түседі»',
        'The education department of the district decides. Meanwhile the referral’s term does not run.',
      ],
      [
        'kk«ҚАБЫЛДАНБАЙДЫ», kk«кезекті қалпына келтірілмейді»',
        'If the refusal is upheld, the child is not enrolled, and its place in the queue is not restored.',
      ],
      [
        'kk«қабылдауға міндетті»',
        'If it is not upheld, the kindergarten must accept the child, found again by number or IIN.',
      ],
    ),
    heading('Swaps of places'),
    paragraph(
      'Two families may swap the places of their enrolled children: the swap waits for your approval in the section “Swaps”.',
    ),
    steps(
      'Open the section “Swaps” and press “Open”.',
      'See who leaves you, and who comes in its place.',
      'Choose “Approve” or “Decline”. If you decline, write the reason: both families read it.',
      'Press “Next”, read the text and sign with your EDS.',
    ),
    note(
      'Once the other kindergarten approves, too, the children change at once. No place is published, the norm of the group stays as it is.',
    ),
    heading('The sheet of the month'),
    paragraph(
      'Once a month is over the attendance sheet of a group is closed with an EDS. A closed month takes neither marks nor corrections, and no late marks.',
    ),
    steps(
      'Open the section “The group’s day”, press “Sheet of the month” below, and choose the month.',
      'Look through the working days without a mark, and fill them in.',
      'Press “Close the month”, read the text with the days of each child, and sign with your EDS.',
      'Download the sheet as PDF in Kazakh or Russian, and with its hours as XLSX.',
    ),
    note(
      'If there is a mistake, press “Reopen”, say why and sign: the paper of before is void, and the month is closed again when it is corrected.',
    ),
  ],
} as const satisfies Section
