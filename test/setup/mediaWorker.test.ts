/** Where the media worker comes from, and that only one that carries a call is accepted. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cacheName, checkWorker, chooseSource, ensureMediaWorker } from '../../server/setup/mediaWorker.mjs';
import { REPOSITORY } from '../../server/setup/paths.mjs';
import { createProgress } from '../../server/setup/progress.mjs';
import { fetchPrebuilt, prebuiltUrl } from '../../server/setup/workerPrebuilt.mjs';
import { keepingStream } from './support/stream.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';

const worker = process.env['MEDIASOUP_WORKER_BIN'] ?? '';

/** A mirror that answers every request with one file. */
async function mirrorOf(file: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A tar file with a program in it under the worker's name. */
function packed(program: string): string {
  const folder = temporaryFolder();
  copyFileSync(program, join(folder, 'mediasoup-worker'));
  execFileSync('tar', ['-czf', join(folder, 'worker.tgz'), '-C', folder, 'mediasoup-worker']);
  return join(folder, 'worker.tgz');
}

function ensure(cache: string, env: NodeJS.ProcessEnv) {
  const log = keepingStream(false);
  const found = ensureMediaWorker({
    root: REPOSITORY,
    cache,
    node: process.execPath,
    env,
    progress: createProgress(log),
  });
  return { found, log: log.written };
}

test('a named worker comes first, then the cache, then a ready-made one, then a build', () => {
  expect(chooseSource({ named: '/opt/worker', cachedStarts: true, prebuiltWanted: true })).toBe('named');
  expect(chooseSource({ named: undefined, cachedStarts: true, prebuiltWanted: true })).toBe('cache');
  expect(chooseSource({ named: undefined, cachedStarts: false, prebuiltWanted: true })).toBe('prebuilt');
  expect(chooseSource({ named: undefined, cachedStarts: false, prebuiltWanted: false })).toBe('build');
});

test('the cache tells apart versions, machines and recipes', () => {
  const machine = { version: '3.27.1', platform: 'linux', arch: 'x64', recipeHash: 'a1' };
  expect(cacheName(machine)).toBe('mediasoup-worker-3.27.1-linux-x64-a1');
  expect(cacheName({ ...machine, recipeHash: 'b2' })).not.toBe(cacheName(machine));
});

test('a ready-made worker has the name that its makers give it', () => {
  const facts = {
    version: '3.27.1',
    repositoryUrl: 'git+https://example.org/mediasoup.git',
    arch: 'x64',
    kernel: '6.1.0',
  };
  expect(prebuiltUrl({ ...facts, platform: 'linux', baseUrl: undefined })).toBe(
    'https://example.org/mediasoup/releases/download/3.27.1/mediasoup-worker-3.27.1-linux-x64-kernel6.tgz',
  );
  expect(prebuiltUrl({ ...facts, platform: 'darwin', baseUrl: 'https://mirror.example' })).toBe(
    'https://mirror.example/3.27.1/mediasoup-worker-3.27.1-darwin-x64.tgz',
  );
});

test('a worker through which a handshake and media pass is accepted', async () => {
  expect(await checkWorker({ node: process.execPath, workerBin: worker })).toEqual({ ok: true, reason: '' });
});

test('a program that is no worker is refused with a reason', async () => {
  const check = await checkWorker({ node: process.execPath, workerBin: '/bin/true' });
  expect(check.ok).toBe(false);
  expect(check.reason).not.toBe('');
});

test('a named worker is used as it is', async () => {
  const { found, log } = ensure(temporaryFolder(), { MEDIASOUP_WORKER_BIN: worker });
  expect(await found).toBe(worker);
  expect(log).toEqual([]);
});

test('H1: a named worker that is not there is one sentence that names the setting', async () => {
  const { found } = ensure(temporaryFolder(), { MEDIASOUP_WORKER_BIN: '/nowhere/worker' });
  await expect(found).rejects.toThrow(
    'MEDIASOUP_WORKER_BIN is /nowhere/worker, but no file is there; correct it or unset it.',
  );
});

test('a ready-made worker is fetched, checked and kept, and the next start asks for nothing', async () => {
  const cache = temporaryFolder();
  const mirror = await mirrorOf(packed(worker));
  const env = { MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: mirror.url };

  const first = await ensure(cache, env).found;
  expect(readFileSync(first).equals(readFileSync(worker))).toBe(true);
  const second = ensure(cache, env);
  expect(await second.found).toBe(first);
  expect(second.log).toEqual([]);
  expect(mirror.asked).toHaveLength(1);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('a kept worker that no longer starts is replaced', async () => {
  const cache = temporaryFolder();
  const mirror = await mirrorOf(packed(worker));
  const env = { MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: mirror.url };
  const kept = await ensure(cache, env).found;
  writeFileSync(kept, '#!/bin/sh\nexit 127\n');

  expect(await ensure(cache, env).found).toBe(kept);
  expect(readFileSync(kept).equals(readFileSync(worker))).toBe(true);
});

test('a host that is out of reach or sends something else gives no worker', async () => {
  const folder = temporaryFolder();
  const wrong = await mirrorOf(join(REPOSITORY, 'package.json'));
  expect(await fetchPrebuilt({ url: 'http://127.0.0.1:1/worker.tgz', folder })).toBeUndefined();
  expect(await fetchPrebuilt({ url: `${wrong.url}/worker.tgz`, folder })).toBeUndefined();
  expect(existsSync(join(folder, 'mediasoup-worker'))).toBe(false);
});
