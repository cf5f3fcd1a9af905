/** The parts of a manual, each as its kind asks. */
import { useTexts } from '@kezek/i18n'
import { classes } from '@kezek/ui'

import css from './Blocks.module.css'
import { Inline } from './inline'
import { labels } from './labels'
import type { Block, Notice, WordRow } from './model'

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <Shown key={index} block={block} />)
}

function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className={css.heading}>
          <Inline text={block.text} />
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      )
    case 'steps':
      return (
        <ol className={css.steps}>
          <Items items={block.items} />
        </ol>
      )
    case 'list':
      return (
        <ul className={css.list}>
          <Items items={block.items} />
        </ul>
      )
    case 'words':
      return <Words rows={block.rows} />
    case 'important':
    case 'note':
    case 'later':
      return <Box kind={block.kind} text={block.text} />
  }
}

function Items({ items }: { items: readonly string[] }) {
  return items.map((item, index) => (
    <li key={index}>
      <Inline text={item} />
    </li>
  ))
}

function Box({ kind, text }: { kind: Notice; text: string }) {
  const t = useTexts(labels)
  return (
    <div className={classes(css.box, css[kind])}>
      <p>
        <b className={css.label}>{t(kind)}</b> <Inline text={text} />
      </p>
    </div>
  )
}

function Words({ rows }: { rows: readonly WordRow[] }) {
  const t = useTexts(labels)
  return (
    <div>
      <p className={css.caption}>{t('words')}</p>
      <dl className={css.words}>
        {rows.map(([old, now], index) => (
          <div key={index}>
            <dt>
              <Inline text={old} />
            </dt>
            <dd>
              <Inline text={now} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
