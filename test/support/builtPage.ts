/** Builds a page of the tests with Vite, as the product's own pages are built. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const vitePath = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

/** Builds the page whose `index.html` lies in `source`. In a process of its own: Vite declares the process that it builds in to be production. */
export async function buildPage(source: string, directory: string): Promise<void> {
  const options = ['--outDir', directory, '--emptyOutDir', '--base', './', '--target', 'esnext', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vitePath, 'build', source, ...options]);
}
