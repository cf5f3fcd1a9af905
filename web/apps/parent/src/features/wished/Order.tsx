/** The list: put in order by buttons that keep the focus, so that a keyboard and a thumb do the same. */
import { api, type KindergartensKindergartenView, type QueueWishesView, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, EmptyState, FormBox, Hidden, Lines, Notice, useForm } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { AddOne } from './AddOne'
import { moved, same } from './order'
import { WishLine } from './WishLine'
import { wishedTexts } from './texts'

interface OrderProps {
  wishes: QueueWishesView
  kindergartens: readonly KindergartensKindergartenView[]
  /** Outlives the list, which is drawn anew once it is stored. */
  save: Saving
}

type Saving = ReturnType<typeof useSave>

export function Order({ wishes, kindergartens, save }: OrderProps) {
  const t = useTexts(wishedTexts)
  const language = useLanguage()
  const form = useForm<'add'>()
  const stored = wishes.wishes.map((each) => each.kindergarten_id)
  const [chosen, setChosen] = useState<readonly string[]>(stored)
  const [said, setSaid] = useState('')
  const focus = useFocusAfter()
  const nameOf = (id: string) =>
    (kindergartens.find((each) => each.id === id) ?? wishes.wishes.find((each) => each.kindergarten_id === id))?.name[
      language
    ] ?? ''
  const change = (list: readonly string[], words: string, focused: string) => {
    form.clear()
    save.reset()
    setChosen(list)
    setSaid(words)
    focus(focused)
  }
  const move = (id: string, from: number, to: number, by: 'up' | 'down') => {
    if (to < 0 || to >= chosen.length) return
    change(moved(chosen, from, to), t('moved', { name: nameOf(id), n: to + 1 }), `${by}-${id}`)
  }
  return (
    <FormBox onSubmit={() => !save.isPending && save.mutate(chosen, { onError: form.fail })}>
      {form.summary}
      <Card labelledBy="list">
        <h2 id="list">{t('list')}</h2>
        <Hidden>
          <span role="status">{said}</span>
        </Hidden>
        {chosen.length === 0 && <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
        <Lines ordered>
          {chosen.map((id, at) => (
            <WishLine
              key={id}
              id={id}
              name={nameOf(id)}
              number={at + 1}
              last={at === chosen.length - 1}
              own={id === wishes.own_kindergarten_id}
              listed={wishes.waiting_list}
              wish={wishes.wishes.find((each) => each.kindergarten_id === id)}
              kindergarten={kindergartens.find((each) => each.id === id)}
              onMove={(by) => move(id, at, by === 'up' ? at - 1 : at + 1, by)}
              onRemove={() =>
                change(
                  chosen.filter((each) => each !== id),
                  t('removed', { name: nameOf(id) }),
                  'add',
                )
              }
            />
          ))}
        </Lines>
      </Card>
      <AddOne
        offered={kindergartens.filter(({ id }) => !chosen.includes(id) && id !== wishes.own_kindergarten_id)}
        full={chosen.length >= wishes.most}
        onAdd={(id) => change([...chosen, id], t('added', { name: nameOf(id), n: chosen.length + 1 }), 'add')}
      />
      {save.isSuccess && <Notice kind="ok" title={t('saved')} live focused />}
      {!save.isSuccess && !same(chosen, stored) && <Notice title={t('notSaved')} />}
      <Button type="submit" aria-disabled={save.isPending}>
        {save.isPending ? t('saving') : t('save')}
      </Button>
    </FormBox>
  )
}

/** Stores the list of an application. */
export function useSave(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (kindergartens: readonly string[]) =>
      unwrap(
        api.PUT('/api/queue/applications/{application_id}/wishes', {
          params: { path: { application_id: id } },
          body: { kindergartens: [...kindergartens] },
        }),
      ),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['queue'] }),
  })
}

/** What was pressed has moved with its line, or is gone: the focus goes with it, or to where one goes on. */
function useFocusAfter(): (id: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    document.getElementById(wanted.current)?.focus()
    wanted.current = null
  })
  return (id) => {
    wanted.current = id
  }
}
