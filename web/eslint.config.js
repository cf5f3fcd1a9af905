// Every type-checked rule; what is left out has its reason.
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

import { boundaries } from './tools/boundaries.js'

export default defineConfig(
  globalIgnores(['dist', 'build', '**/schema.d.ts', 'node_modules']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off', // a mapped or joined type cannot be an interface
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }], // numbers print as expected
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }], // handlers read better
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true, skipBlankLines: true }],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['packages/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
    plugins: { kezek: { rules: { boundaries } } },
    rules: {
      'kezek/boundaries': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(randomUUID|toSorted|toReversed|toSpliced|findLast|groupBy|withResolvers)$/]',
          message: 'Chromium 109 or an insecure origin lacks it.',
        },
        { selector: 'MemberExpression[object.name=AbortSignal][property.name=any]', message: 'Chromium 109 lacks it.' },
        { selector: 'JSXAttribute[name.name=dangerouslySetInnerHTML]', message: 'Texts are no markup.' },
        {
          selector: 'MemberExpression[property.name=/^toLocale/]',
          message: 'Browsers have no Kazakh: use @kezek/domain.',
        },
      ],
    },
  },
  {
    files: ['**/texts.*.ts', '**/*.test.{ts,tsx}', '**/*.spec.ts', 'packages/i18n/src/**/{kk,ru,en}.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' }, // tables of texts and of cases, and stories
  },
  { files: ['e2e/**/*.ts'], rules: { 'no-empty-pattern': 'off' } }, // Playwright reads what a fixture takes
)
