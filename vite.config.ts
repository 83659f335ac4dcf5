/** Builds the pages. In development the server serves the built client too, so that there is one way to run. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './client/serviceWorker/plugin.ts';

const encoders = [
  ['br', promisify(brotliCompress)],
  ['gz', promisify(gzip)],
] as const;

/** Lays a compressed copy beside every script and style, so that the server need not compress them for each who asks. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    async writeBundle({ dir }) {
      const assets = join(dir ?? '', 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
      for (const name of names) {
        const content = await readFile(join(assets, name));
        for (const [ending, encode] of encoders)
          await writeFile(join(assets, `${name}.${ending}`), await encode(content));
      }
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [precompress(), serviceWorker()],
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
