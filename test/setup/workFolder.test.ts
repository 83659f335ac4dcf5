/** The folder that something is made in. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inWorkFolder } from '../../server/setup/workFolder.mjs';
import { temporaryFolder } from './support/temporaryFolder.ts';

test('it is gone afterwards, whether making succeeded or failed', async () => {
  const cache = join(temporaryFolder(), 'new');
  expect(await inWorkFolder(cache, async (folder) => existsSync(folder))).toBe(true);
  await expect(inWorkFolder(cache, () => Promise.reject(new Error('no compiler')))).rejects.toThrow('no compiler');
  expect(readdirSync(cache)).toEqual([]);
});

test('H1: a cache folder that cannot be written is named, with the setting that moves it', async () => {
  const cache = join(temporaryFolder(), 'file');
  writeFileSync(cache, '');
  await expect(inWorkFolder(cache, async () => {})).rejects.toThrow(/^The cache folder .*file .*XDG_CACHE_HOME/);
});
