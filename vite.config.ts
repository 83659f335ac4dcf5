/** Builds the pages. In development the server serves the built client too, so that there is one way to run. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // zod and its setting in one chunk, so that the setting is made before any table is built with it.
            { name: 'zod', test: /node_modules\/zod\/|client\/app\/zodWithoutEval\.ts$/ },
            { name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\// },
          ],
        },
      },
    },
  },
});
