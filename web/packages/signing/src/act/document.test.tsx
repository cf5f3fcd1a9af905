import { expect, test } from 'vitest'

import { documentOf } from './document'

const NCALAYER = {} as Parameters<typeof documentOf>[0]['ncalayer']
const SAID = { statement: ['Келісімшартқа қол қоямын: <«Үлгі» & Ко>.'], facts: { contract_number: '1110-2026-000017' } }

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
const prepared = (text: string) => ({
  act_id: 'act',
  type: 'referrals.submit-papers',
  document_base64: base64(text),
  expires_at: '',
  ncalayer: NCALAYER,
})

const escaped = JSON.stringify(SAID).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#">
<asic:SigReference URI="META-INF/signature-1.p7s"/>
<asic:ASiCManifestExtensions><asic:Extension Critical="false">
<k:Statement xmlns:k="urn:kezek:statement">${escaped}</k:Statement>
</asic:Extension></asic:ASiCManifestExtensions>
</asic:ASiCManifest>
`

test('of an act about files the statement is shown that stands in the very bytes that are signed', () => {
  const shown = documentOf(prepared(MANIFEST))
  expect(shown.statement).toEqual(SAID.statement)
  expect(JSON.parse(shown.facts)).toEqual(SAID.facts)
  expect(shown.base64).toBe(base64(MANIFEST))
})

test('of any other act it is the document itself', () => {
  expect(documentOf(prepared(JSON.stringify(SAID))).statement).toEqual(SAID.statement)
})
