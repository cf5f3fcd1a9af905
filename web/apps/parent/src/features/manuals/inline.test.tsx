import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { Inline } from './inline'
import { plain } from './plain'

const TEXT = '**МАҢЫЗДЫ: ru«Отмена»** – [«Кезек ережелері»](/rules), [жұмыс кабинеті](/staff).'

test('marks become what they mean', () => {
  const { container } = render(<Inline text={TEXT} />)
  expect(container.textContent).toBe('МАҢЫЗДЫ: «Отмена» – «Кезек ережелері», жұмыс кабинеті.')
  expect(screen.getByText('«Отмена»').getAttribute('lang')).toBe('ru')
  expect(screen.getByText('«Отмена»').parentElement?.tagName).toBe('B')
  expect(screen.getByRole('link', { name: '«Кезек ережелері»' }).getAttribute('href')).toBe('/rules')
})

test('a link within the app is followed in place, one to the other app is not', () => {
  const followed: string[] = []
  addEventListener('pushState', () => followed.push(location.pathname))
  render(<Inline text="[a](/rules) [b](/staff)" />)
  screen.getByRole('link', { name: 'a' }).click()
  expect(followed).toEqual(['/rules'])
  const staff = screen.getByRole('link', { name: 'b' })
  staff.addEventListener('click', (event) => {
    expect(event.defaultPrevented).toBe(false)
    event.preventDefault()
  })
  staff.click()
  expect(followed).toEqual(['/rules'])
})

test('a number of the policy stands where its name does, and other braces stay', () => {
  const text = '{choiceDays} жұмыс күні, **{stopListDays}**, {name}'
  const { container } = render(<Inline text={text} />)
  expect(container.textContent).toBe('3 жұмыс күні, 10, {name}')
  expect(plain(text)).toBe('3 жұмыс күні, 10, {name}')
})

test('read without its marks', () => {
  expect(plain(TEXT)).toBe('МАҢЫЗДЫ: «Отмена» – «Кезек ережелері», жұмыс кабинеті.')
})
