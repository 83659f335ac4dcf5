/**
 * Vite's part of the service worker: lists the files of the build that the app needs without a network, and builds /sw.js
 * with that list in it. Runs in Node.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** Video needs a network: what only a meeting needs is not kept. */
const onlyForMeetings = /client\/pages\/meetingPage\.ts$/;
/** What blurs a background is megabytes, for few, and of use only in a meeting too. */
const onlyForBlur = /^assets\/(blurWorker|litert_|selfie_segmentation)/;
const worker = join(import.meta.dirname, 'worker.ts');
const publicDirectory = join(import.meta.dirname, '../public');

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      // After the page itself has been made, which is one of the files.
      order: 'post',
      async handler(_options, bundle) {
        const files = [...(await publicFiles()), ...neededAssets(bundle)].toSorted();
        const version = await versionOf(bundle, files);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await workerCode({ version, files }) });
      },
    },
  };
}

async function publicFiles(): Promise<string[]> {
  return (await readdir(publicDirectory)).map((name) => `/${name}`);
}

/** Every chunk that can be reached without entering a meeting, and every style and font. */
function neededAssets(bundle: Rolldown.OutputBundle): string[] {
  const outputs = Object.values(bundle);
  const chunks = new Map(outputs.filter((output) => output.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks.get(name);
    if (!chunk || reached.has(name) || onlyForMeetings.test(chunk.facadeModuleId ?? '')) return;
    reached.add(name);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  for (const { fileName, isEntry } of chunks.values()) if (isEntry) visit(fileName);
  const assets = outputs
    .filter((output) => output.type === 'asset')
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('assets/') && !onlyForBlur.test(name));
  return [...reached, ...assets].map((name) => `/${name}`);
}

/** Another content of any file, the page included, is another version. Names of assets tell of their content. */
async function versionOf(bundle: Rolldown.OutputBundle, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(worker))
    .update(files.join('\n'));
  const page = bundle['index.html'];
  if (page?.type === 'asset') hash.update(page.source);
  for (const name of await readdir(publicDirectory)) hash.update(await readFile(join(publicDirectory, name)));
  return hash.digest('hex').slice(0, 16);
}

/** The worker as one classic script. */
async function workerCode(samradBuild: { version: string; files: readonly string[] }): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { samradBuild: JSON.stringify(samradBuild) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: worker, output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const script = outputs.find((output) => output.type === 'chunk');
  if (!script) throw new Error('the service worker was not built');
  return script.code;
}
