/** One template: the text in both languages, what may be filled in, how it will look, and the way to publish it. */
import type { AuthMe, DocumentsTemplateView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Fold, Notice, ProblemNotice, Small, Stack, TextArea, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { unsignedOf, useUnsigned } from '../../shared/rules/unsigned'
import { previewOf, type TemplateWords, type Whose } from './queries'
import { SignStep } from './SignStep'
import css from './Template.module.css'
import { contractsTexts } from './texts'

const LONGEST = 20_000
const LINES = 18

interface TemplateProps {
  me: AuthMe
  whose: Whose
  view: DocumentsTemplateView
}

export function Template({ me, whose, view }: TemplateProps) {
  const t = useTexts(contractsTexts)
  const form = useForm<'kk' | 'ru'>()
  const { version } = view.template
  const draft = `contract.${whose.district}.${whose.ownership}.${String(version)}`
  const [words, setWords] = useState<TemplateWords>(() => keptOf(draft) ?? { kk: view.kk, ru: view.ru })
  const [signing, setSigning] = useState(false)
  const newest = view.versions[0]?.version ?? 0
  // an older text may be published again as it is
  const changed = words.kk !== view.kk || words.ru !== view.ru
  useUnsigned(draft, changed ? words : null)
  const checked = () => form.check({ kk: !words.kk.trim() && t('missing'), ru: !words.ru.trim() && t('missing') })
  if (signing) {
    return (
      <SignStep me={me} whose={whose} words={words} version={newest} draft={draft} onBack={() => setSigning(false)} />
    )
  }
  return (
    <Stack>
      <Small>{t('shows', { version })}</Small>
      {form.summary}
      <Fields fields={view.fields} />
      <div className={css.sides}>
        <Stack>
          {(['kk', 'ru'] as const).map((each) => (
            <TextArea
              key={each}
              id={each}
              label={t(each)}
              hint={t('textHint')}
              error={form.errorOf(each)}
              lang={each}
              rows={LINES}
              maxLength={LONGEST}
              value={words[each]}
              onChange={({ target }) => setWords({ ...words, [each]: target.value })}
            />
          ))}
        </Stack>
        <div className={css.beside}>
          <Preview words={words} check={checked} />
        </div>
      </div>
      {(changed || version !== newest) && (
        <Notice title={t('unsigned')} live>
          <p>{t('unsignedMore')}</p>
          <Actions>
            <Button
              onClick={() => {
                if (checked()) setSigning(true)
              }}
            >
              {t('toSign')}
            </Button>
            {changed && (
              <Button kind="second" onClick={() => setWords({ kk: view.kk, ru: view.ru })}>
                {t('reset')}
              </Button>
            )}
          </Actions>
        </Notice>
      )}
    </Stack>
  )
}

function Fields({ fields }: { fields: DocumentsTemplateView['fields'] }) {
  const t = useTexts(contractsTexts)
  return (
    <Fold summary={t('fields')}>
      <Small>{t('fieldsMore')}</Small>
      <ul>
        {fields.map(({ name, needed }) => (
          <li key={name}>
            <code>{`{${name}}`}</code>
            {` – ${t(name)}${needed ? ' *' : ''}`}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

interface PreviewProps {
  words: TemplateWords
  check: () => boolean
}

/** Phones do not, for example. */
const showsPapers = () => !('pdfViewerEnabled' in navigator) || navigator.pdfViewerEnabled

/** The paper as a kindergarten would get it, beside the text; a browser that shows none in a page opens it by the link. */
function Preview({ words, check }: PreviewProps) {
  const t = useTexts(contractsTexts)
  const preview = useMutation({ mutationFn: previewOf })
  const { data: address, variables: made } = preview
  useEffect(() => {
    if (address) return () => URL.revokeObjectURL(address)
    return undefined
  }, [address])
  return (
    <Stack>
      <Actions>
        <Button
          kind="second"
          disabled={preview.isPending}
          onClick={() => {
            if (check()) preview.mutate(words)
          }}
        >
          {t('preview')}
        </Button>
      </Actions>
      {preview.error && <ProblemNotice error={preview.error} />}
      {address && (
        <>
          <Notice kind="ok" title={t(made === words ? 'previewReady' : 'previewOld')} live>
            <p>{t('previewMore')}</p>
            <a href={address} target="_blank" rel="noreferrer">
              {t('openPreview')}
            </a>
          </Notice>
          {showsPapers() && <iframe className={css.paper} src={address} title={t('previewReady')} />}
        </>
      )}
    </Stack>
  )
}

/** A text that was left unsigned. */
function keptOf(draft: string): TemplateWords | null {
  return unsignedOf(draft) as TemplateWords | null
}
