import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

/** A rule of ours among many under one id of ESLint's: its name leads the message. */
const syntax = (name, selector, why) => ({ selector, message: `${name}: ${why}` })

const everywhere = [
  syntax('no-export-all', 'ExportAllDeclaration[exported=null]', 'name what leaves a file.'),
]
const named = [
  syntax('no-default-export', 'ExportDefaultDeclaration', 'a thing has one name.'),
  syntax('no-default-export', 'ExportSpecifier[exported.name="default"]', 'a thing has one name.'),
]
const pure = [
  syntax('no-class', ':matches(ClassDeclaration, ClassExpression)', 'values and functions.'),
  syntax('no-throw', 'ThrowStatement', 'a refusal is an answer, a failure is a value.'),
  syntax('no-clock', 'NewExpression[callee.name="Date"][arguments.length=0]', 'time comes in.'),
  syntax('no-clock', 'CallExpression[callee.name="Date"]', 'time comes in.'),
  syntax(
    'no-clock',
    'MemberExpression[object.name="Temporal"][property.name="Now"]',
    'time comes in.',
  ),
]
const libPath = {
  regex: '^(fp-ts|io-ts)/(?!lib/.+[.]js$)',
  message: 'lib-path: `fp-ts/lib/X.js`; `fp-ts/X` fails in plain Node.',
}

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '.cache/', '.stryker-tmp/', 'reports/']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...named],
      'no-restricted-imports': ['error', { patterns: [libPath] }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/array-type': ['error', { default: 'array', readonly: 'generic' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: false, allowAny: false, allowNullish: false },
      ],
      // `const { proposal, ...rest } = file` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Codecs of no properties of their own are `{}` on the way to something.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // A partial `switch` says so with its `default`; a fold over events has none and must be whole.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['packages/{core,projections}/src/**/*.ts'],
    ignores: ['packages/core/src/{plain,testing}/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...named, ...pure],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'no-clock: time comes in.' },
        { object: 'Math', property: 'random', message: 'no-chance: chance comes in.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [libPath],
          paths: [
            {
              name: 'uuid',
              importNames: ['v1', 'v4', 'v6', 'v7'],
              message: 'no-chance: ids come in, or are made of other ids.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.config.{ts,js}', '.dependency-cruiser.mjs'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
)
