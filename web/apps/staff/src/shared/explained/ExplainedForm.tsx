/** One of a few ways, and why in one's own words: neither goes without the other. */
import { Actions, Button, type Choice, FormBox, RadioGroup, TextArea, useForm } from '@kezek/ui'
import { type ReactNode, useState } from 'react'

export interface Explained<V extends string> {
  way: V
  words: string
}

interface ExplainedFormProps<V extends string> {
  /** What was said before. */
  first?: Explained<V> | null
  choices: readonly Choice<V>[]
  /** What stands at the choice and at the words, and what is said where one is missing. */
  said: { way: string; wayMissing: string; words: string; wordsHint: string; wordsMissing: string }
  /** The button that goes on. */
  next: ReactNode
  /** What is not to be pressed lightly. */
  grave?: boolean
  onSaid: (said: Explained<V>) => void
  /** Other ways on. */
  children?: ReactNode
}

export function ExplainedForm<V extends string>(props: ExplainedFormProps<V>) {
  const { first = null, choices, said, next, grave = false, onSaid, children } = props
  const form = useForm<'way' | 'words'>()
  const [way, setWay] = useState<V | null>(first?.way ?? null)
  const [words, setWords] = useState(first?.words ?? '')
  const send = () => {
    const good = form.check({ way: way === null && said.wayMissing, words: words.trim() === '' && said.wordsMissing })
    if (good && way !== null) onSaid({ way, words: words.trim() })
  }
  return (
    <FormBox onSubmit={send}>
      {form.summary}
      <RadioGroup
        id="way"
        legend={said.way}
        error={form.errorOf('way')}
        value={way}
        onChange={setWay}
        choices={choices}
      />
      <TextArea
        id="words"
        label={said.words}
        hint={said.wordsHint}
        error={form.errorOf('words')}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Actions>
        <Button type="submit" {...(grave && { kind: 'bad' as const })}>
          {next}
        </Button>
        {children}
      </Actions>
    </FormBox>
  )
}
