/** How an app is built: hashed chunks, a shell per language, and everything compressed beforehand. */
import { resolve } from 'node:path'

import type { UserConfig } from 'vite'

import { compressed } from './compressed.ts'
import { shells } from './shells.ts'

const WEB = resolve(import.meta.dirname, '..')

/** The settings of the app in apps/<name>, served below `base`. */
export function app(name: string, base: string): UserConfig {
  return {
    root: resolve(WEB, 'apps', name),
    base,
    plugins: [shells(name), compressed()],
    build: {
      target: 'chrome109',
      outDir: resolve(process.env.KEZEK_WEB_OUT ?? resolve(WEB, 'dist'), base.slice(1)),
      emptyOutDir: true,
      assetsInlineLimit: 0, // the policy of the gateway knows no data: addresses
      modulePreload: { polyfill: false },
      manifest: true,
      rolldownOptions: {
        input: 'src/main.tsx',
        output: {
          // what several pages share comes in one file: on a slow line each further file costs a way there and back
          codeSplitting: { groups: [{ name: 'shared', minShareCount: 9, test: /\.(tsx?|css|js|mjs)$/ }] },
        },
        onLog: (level, log, write) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') write(level, log) // "use client" means nothing here
        },
      },
    },
  }
}
