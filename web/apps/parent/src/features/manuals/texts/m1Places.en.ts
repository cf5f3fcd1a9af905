import { heading, important, note, paragraph, type Section, steps, words } from '../model'

export default {
  id: 'places',
  title: '2. Adding free places',
  blocks: [
    important(
      'CHECK what you have entered before you save! What is saved cannot be corrected! In the former manual: kk«Сақтаудың алдында … ТЕКСЕРІҢІЗ!», kk«түзетулер енгізуге болмайды!»',
    ),
    steps(
      'Open the [workroom](/staff).',
      'If you work in several kindergartens, choose one first. In a session you work in one kindergarten; you can change it at any time.',
      'Open the section “Free places in kindergartens” (kk«БМҰ-дағы бос орындардың базасы»).',
      'Press “Add” (kk«Қосу»). The page “Add free places” opens (formerly the window ru«Добавление»).',
      'Check the name of the kindergarten. If you work in several, choose one in the field “Kindergarten”.',
      'Choose the language of instruction (kk«оқыту тілі»): Kazakh, Russian or English.',
      'Choose the group year (kk«топтың жылы»): it is the birth year of the group’s children.',
      'Choose the kind of group: general or correctional. This field is new.',
      'Type the number of free places (kk«бос орындардың саны»): from 1 to {maxPlaces}.',
      'Press “Save” (kk«Сақтау»). A window asks you to confirm.',
      'Read the data in the window once more.',
      'If all is right, press “OK” (kk«ОК»). If not, “Cancel”: nothing is saved.',
      'Read what you sign, press “Sign” and sign with your EDS. You need not the key for signing in but the **key for signing** (RSA or GOST): your own, or one issued to you for the kindergarten.',
    ),
    paragraph(
      'In the former system nothing was signed after kk«ОК». In Kezek places are published only once they are signed.',
    ),
    paragraph(
      '**What happens then.** The places are offered to children in the queue at once. The family whose turn it is gets a message. As a rule it has {choiceDays} working days to choose. If it does not, the place opens to free choice.',
    ),
    note(
      'The tile “[Free places in kindergartens](/vacancies)” on the home page shows free places to everybody, without signing in. Places are added in the workroom only.',
    ),
    paragraph(
      '**A place published by mistake.** You cannot take it back yourself: tell the education department of your district at once. An officer annuls a place that no child has taken, with a reason and a signature. The number of annulled places stands in the list, in the column “Free”: press it to see who annulled them, when and why.',
    ),
    heading('Groups and norms'),
    steps(
      'Open the section “Groups of the kindergarten”: norm, children and published places of every group in one table.',
      'Press “State the norm” or “Add a group”, and give the norm and how many children were enrolled before the system.',
      'Read the text and sign. From then on no more places can be published than the norm allows. Without a norm there is no limit.',
    ),
    heading('Columns of the list'),
    paragraph(
      'Below every column is a filter: ru«(Все)» in lists, a search field elsewhere (kk«лупа»). The table can be downloaded with its filters: XLSX or CSV.',
    ),
    words(
      [
        'ru«Список детских дошкольных организаций (добавление свободных мест)»',
        '“Free places in kindergartens”: all your kindergartens in one table.',
      ],
      ['ru«Название детского сада»', 'Name of the kindergarten.'],
      ['ru«Год группы»', 'Group year.'],
      ['ru«Язык»', 'Language of instruction.'],
      ['ru«Всего»', 'How many places were published.'],
      ['ru«Свободно»', 'Places nobody has taken yet. A place held for a child is counted, too.'],
      ['ru«Пользователь»', 'The name of the worker who added the places.'],
      ['ru«Тип детского сада»', 'Kind of kindergarten: МББ, ЖББ, mini-centre.'],
      ['ru«Дата добавления»', 'Day and hour.'],
      [
        'ru«Состояние»: ru«Ожидает» (kk«Күтуде»)',
        '“Waiting”. The place will be offered, or is offered, to a child in the queue.',
      ],
      [
        'ru«Состояние»: ru«В свободном выборе» (kk«Еркін таңдауда»)',
        '“In free choice”. At least one place is open to everybody in the queue.',
      ],
      ['A new state', '“No places left”: all of them are taken.'],
      ['ru«(Все)», kk«лупа»', 'Filters below the columns.'],
    ),
    heading('Words of the windows'),
    words(
      ['ru«Добавление», kk«Қосу»', 'The button “Add” and its window.'],
      [
        'ru«Детский сад: Выберите детский сад» («Title», «Day Care Type Name»)',
        '“Kindergarten”: a list of those you work in, with name and kind. Where it is only one, its name stands there.',
      ],
      ['ru«Язык обучения: Выбрать…»', 'Language of instruction.'],
      ['ru«Год группы: Выбрать…»', 'Group year.'],
      ['ru«Количество свободных мест»', 'Number of free places.'],
      ['ru«Сохранить», ru«Отменить»', '“Save”, “Cancel”.'],
      [
        'ru«ВНИМАНИЕ Вы уверены в корректности введенных данных? После подтверждения, сохраненные данные редактированию не подлежат!»',
        'The window that asks you to confirm: are you sure that the data are right? Once confirmed they cannot be edited.',
      ],
      ['kk«ОК», ru«Отмена»', '“OK”, “Cancel”. After “OK” you sign.'],
    ),
  ],
} as const satisfies Section
