import nextPlugin from '@next/eslint-plugin-next'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The direction of imports: a layer may use itself and the layers named after it. */
const domains = [
  'approvals',
  'assets',
  'uploads',
  'brand',
  'permutations',
  'creatives',
  'templates',
  'segments',
  'profiles',
  'sources',
  'products',
  'feeds',
  'rules',
  'placements',
  'events',
  'reporting',
  'experiments',
  'learning',
  'privacy',
  'workspaces',
]
const effects = ['http', 'auth', 'db', 'jobs']

/** Folders of lib/ that may not be imported from a layer, as import patterns. */
const forbid = (folders, message) => ({
  group: folders.flatMap((folder) => [`@/lib/${folder}`, `@/lib/${folder}/**`]),
  message,
})
const noUpward = {
  group: ['@/app/**', '@/components/**', '@/scripts/**', '@/e2e/**'],
  message: 'lib/ is imported by app and components, never the other way.',
}
const noParents = { regex: '^\\.\\./', message: 'Import across folders through the @/ alias.' }
const noServer = {
  group: [
    '@/lib/**/server/**',
    ...effects.map((f) => `@/lib/${f}/**`),
    '@/lib/env',
    '@/prisma/**',
    'pg',
    'node:*',
    'pino',
    'sharp',
  ],
  message: 'Pure code: only server/ folders (and lib/db, http, auth, jobs, env) may reach effects.',
}
const noCssParser = {
  group: ['css-tree'],
  importNames: ['parse'],
  message: 'css-tree may never end by itself: use parseCss of @/lib/templates/parse-css.',
}
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [noParents, noCssParser, ...patterns] }],
})

const impure = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
    { object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
    { object: 'process', property: 'env', message: 'Only lib/env.ts reads the environment.' },
    { object: 'performance', property: 'now', message: 'Take `now` as an argument.' },
  ],
  'no-restricted-globals': [
    'error',
    'fetch',
    'process',
    'crypto',
    'localStorage',
    'setTimeout',
    'setInterval',
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Take `now` as an argument.',
    },
  ],
}
const effectful = [
  'lib/**/server/**',
  ...effects.map((f) => `lib/${f}/**`),
  'lib/env.ts',
  '**/*.test.ts',
  '**/*.test.tsx',
]

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.next',
      '.intarsia',
      'prisma/generated',
      'public',
      'next-env.d.ts',
      'coverage',
      'test-results',
      'playwright-report',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.{ts,tsx,mjs}'], rules: restrict() },
  {
    files: ['lib/**/*.ts'],
    ignores: effectful,
    rules: { ...impure, ...restrict(noUpward, noServer) },
  },
  {
    files: ['lib/math/**/*.ts'],
    ignores: effectful,
    rules: restrict(
      noUpward,
      noServer,
      forbid(
        ['decision', ...domains, 'campaigns', 'audit', 'serve'],
        'lib/math imports nothing of the house.',
      ),
    ),
  },
  {
    files: ['lib/decision/**/*.ts'],
    ignores: effectful,
    rules: restrict(
      noUpward,
      noServer,
      forbid([...domains, 'campaigns', 'audit', 'serve'], 'lib/decision imports lib/math only.'),
    ),
  },
  ...domains.map((domain) => ({
    files: [`lib/${domain}/**/*.ts`],
    ignores: effectful,
    rules: restrict(
      noUpward,
      noServer,
      forbid(['campaigns', 'audit', 'serve'], 'Domains do not import campaigns, audit or serve.'),
    ),
  })),
  ...domains.map((domain) => ({
    files: [`lib/${domain}/**/server/**/*.ts`],
    rules: restrict(
      noUpward,
      forbid(['campaigns', 'audit', 'serve'], 'Domains do not import campaigns, audit or serve.'),
    ),
  })),
  {
    files: ['lib/campaigns/**/*.ts'],
    ignores: effectful,
    rules: restrict(
      noUpward,
      noServer,
      forbid(['audit', 'serve'], 'lib/campaigns does not import audit or serve.'),
    ),
  },
  {
    files: ['lib/audit/**/*.ts'],
    ignores: effectful,
    rules: restrict(noUpward, noServer, forbid(['serve'], 'lib/audit does not import serve.')),
  },
  {
    files: [
      'lib/{db,http,auth,jobs}/**/*.ts',
      'lib/serve/server/**/*.ts',
      'lib/campaigns/server/**/*.ts',
      'lib/audit/server/**/*.ts',
    ],
    rules: restrict(noUpward),
  },
  {
    files: ['components/**/*.{ts,tsx}'],
    rules: restrict({
      group: [
        '@/app/**',
        '@/lib/**/server/**',
        ...effects.map((f) => `@/lib/${f}/**`),
        '@/lib/env',
        '@/prisma/**',
      ],
      message: 'Components import pure lib only.',
    }),
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    plugins: { '@next/next': nextPlugin, 'react-hooks': reactHooks },
    rules: {
      ...nextPlugin.configs.recommended.rules,
      ...nextPlugin.configs['core-web-vitals'].rules,
      ...reactHooks.configs.recommended.rules,
    },
  },
  { files: ['scripts/**', 'bench/**', 'prisma/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
  // Tests get databases and fixtures from scripts/testing.
  { files: ['**/*.test.{ts,tsx}'], rules: restrict() },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
