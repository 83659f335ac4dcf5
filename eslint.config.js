/** Lint: TypeScript's strict, type-aware rules, and the few habits of this house that a rule can hold. Who may import whom is in .dependency-cruiser.cjs. */
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'client/dist', 'data', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Its mark only makes it stand out; it is used for a provider on this machine itself, and nowhere else.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // Numbers in template strings are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => list.push(x)` and `() => resolve()` are read as what they do.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // Empty functions stand where a callback must be given and nothing is to be done.
      '@typescript-eslint/no-empty-function': 'off',
      // Interfaces are satisfied by async methods that need no await of their own.
      // Yjs types toString() on its base class only.
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['YText', 'URL', 'Error'] }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/main.ts', 'server/command.ts', 'server/config.ts', 'server/setup/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
