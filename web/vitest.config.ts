import { defineConfig } from 'vitest/config'

/** Plain functions are tested in Node; components, and what needs a document, in jsdom: `.test.tsx`. */
const project = (name: string, ending: string, environment: 'node' | 'jsdom') => ({
  test: {
    name,
    environment,
    include: ['packages', 'apps']
      .map((folder) => `${folder}/*/src/**/*.test.${ending}`)
      .concat(`tools/*.test.${ending}`),
    restoreMocks: true,
    testTimeout: 20_000, // a busy machine is slow, and right
    expect: { poll: { timeout: 10_000 } },
    css: { modules: { classNameStrategy: 'non-scoped' as const } },
  },
})

export default defineConfig({
  test: { projects: [project('plain', 'ts', 'node'), project('dom', 'tsx', 'jsdom')] },
})
