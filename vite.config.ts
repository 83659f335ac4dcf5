/** Builds the pages. In development the server serves the built client too, so that there is one way to run. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './client/serviceWorker/plugin.ts';

/** The best that Brotli can do takes half a minute for the megabytes of a WebAssembly file, and gains little there. */
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Each ending that is laid beside a file, and how its content is made. */
const encoders = [
  [
    'br',
    (name: string, content: Buffer) => promisify(brotliCompress)(content, name.endsWith('.wasm') ? quickBrotli : {}),
  ],
  ['gz', (_name: string, content: Buffer) => promisify(gzip)(content)],
] as const;

/** Lays a compressed copy beside every script, style and WebAssembly file, so that the server need not compress them for each who asks. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    async writeBundle({ dir }) {
      const assets = join(dir ?? '', 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(js|css|wasm)$/.test(name));
      for (const name of names) {
        const content = await readFile(join(assets, name));
        for (const [ending, encode] of encoders)
          await writeFile(join(assets, `${name}.${ending}`), await encode(name, content));
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
