import { heading, important, list, type Manual, note, paragraph } from '../model'

export default {
  id: 'privacy',
  sections: [
    {
      id: 'kept',
      title: 'What Kezek keeps',
      blocks: [
        paragraph(
          'Kezek takes only what the queue and the referral need. Everything else it asks of the state registers, not of you once more.',
        ),
        heading('Parent and child'),
        list(
          '**Account:** IIN, name, e-mail address, phone, language.',
          '**Application:** names and IINs of applicant and child, the child’s birth date, district, languages of instruction, contacts, time.',
          '**The register’s answer:** name, birth date, district of registration, IINs of the children. The full address is only shown on the screen and not kept.',
          '**What was signed,** and the signatures.',
          '**The referral** (PDF), the history of the application, SMS and letters that were sent.',
        ),
        heading('Worker of a kindergarten'),
        list(
          'IIN, name, contacts, in which kindergarten they work, a digest of the password (not the password itself).',
          'The data of the request for an account.',
        ),
        heading('About signing in'),
        list(
          'From which device (name of the browser) and network address, when, and in which way you signed in.',
          'Security events: signing in, a failed try, changed contacts.',
        ),
      ],
    },
    {
      id: 'seen',
      title: 'Who sees it',
      blocks: [
        list(
          '**You:** all your own data.',
          '**A worker of the kindergarten to which the referral leads:** names and IINs of child and applicant, the child’s birth date. From the issue of the referral on. Not your phone, not your e-mail address.',
          '**The administrator of the region:** workers, requests for accounts, and the logs. What the administrator looks at is recorded, too.',
          '**Other parents:** nothing. Who stands before them they see as a number only.',
          '**Anybody who checks a referral by its QR code:** whether it is valid, for which kindergarten, until when. Nothing about the child.',
          '**Anybody who looks at the free places:** kindergartens and numbers of places only.',
        ),
        important(
          'When a member of staff opens your data, it is recorded: who, of which organisation, when and what for. See the page “[Who saw my data](/settings/readings)”. Not even the system can change this log.',
        ),
      ],
    },
    {
      id: 'outside',
      title: 'What leaves Kezek',
      blocks: [
        list(
          '**The register of persons:** we ask it by IIN.',
          '**The mobile citizens register (МАБ):** when you sign in with a code, we ask whether IIN and phone are registered together.',
          '**The SMS and mail service:** your number or address, and the text of the message. It holds neither the child’s name nor its IIN: only the number of the application, the name of the kindergarten and the term.',
          '**The National Certification Authority:** we ask whether your certificate is valid.',
        ),
        paragraph(
          'There are no advertisements, no counters and no foreign code on the pages. Your browser speaks to nobody else, with one exception: NCALayer on your own computer.',
        ),
      ],
    },
    {
      id: 'long',
      title: 'For how long',
      blocks: [
        list(
          '**What was signed, signatures, referrals:** for good. They are the proof of who did what.',
          '**The application and its history, the account:** no term is laid down yet. Until it is, they are kept.',
          '**The log of who read data, and security events:** no term is laid down yet. Until it is, they are kept.',
          '**Sessions that are over:** 90 days. **A known device:** 365 days after the last sign-in.',
          '**A one-time code:** 5 minutes. It is not kept in the clear.',
          '**A refused request for an account:** 180 days.',
        ),
      ],
    },
    {
      id: 'device',
      title: 'What stays on your device',
      blocks: [
        list(
          '**The cookie of the session** tells that you are signed in. A session ends after 30 minutes without use, or after 12 hours. For staff, after 20 minutes and 9 hours.',
          '**The cookie of the device** tells that you have signed in on it before; it stays for a year. It opens nothing.',
          '**The cookie of the language** and **the chosen district** save you from choosing every time.',
          '**An application that you have begun** is locked with a key of your session. If the session ends by itself, it stays. If you press “Sign out”, it is deleted after a warning. A request for an account is kept in its tab only, and gone when the tab is closed.',
        ),
        note('On somebody else’s computer press “Sign out” at the end.'),
      ],
    },
    {
      id: 'rights',
      title: 'What you can do',
      blocks: [
        list(
          'See your data in [your account](/cabinet).',
          'Change e-mail address, phone and language in the [settings](/settings).',
          'See [who opened your data](/settings/readings) and [where you are signed in](/settings/sessions), and end somebody else’s session.',
          'Have a mistake of the register corrected at a public service centre (ХҚКО): Kezek takes it over when it asks next.',
          'If in doubt, ask the support: its phone and e-mail address stand at the top of every page.',
        ),
        paragraph(
          'The law: Law of the Republic of Kazakhstan No. 94-V of 21 May 2013 on personal data and their protection.',
        ),
      ],
    },
  ],
} as const satisfies Manual
