/** Builds the pages. In development the server serves the built client too, so that there is one way to run. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
