/** Whether what was built is in step with its sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../server/setup/stamp.mjs';
import { temporaryFolder } from './support/temporaryFolder.ts';

function project(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

const files = { 'client/a.ts': 'one', 'client/b/c.ts': 'two', 'client/dist/out.js': 'built' };
const stamp = (root: string) => hashOf({ root, paths: ['client', 'not-there.ts'], leftOut: ['client/dist'] });

test('the same files have the same stamp, wherever the clone is', () => {
  expect(stamp(project(files))).toBe(stamp(project(files)));
});

test('what was built does not count as a source', () => {
  expect(stamp(project({ ...files, 'client/dist/more.js': 'x' }))).toBe(stamp(project(files)));
});

test('a changed, a new, a renamed and a removed file each change the stamp', () => {
  const changes: Record<string, string>[] = [
    { ...files, 'client/a.ts': 'One' },
    { ...files, 'client/new.ts': '' },
    { 'client/z.ts': 'one', 'client/b/c.ts': 'two' },
    { 'client/a.ts': 'one' },
    { 'client/a.ts': 'onetwo', 'client/b/c.ts': '' },
  ];
  const stamps = [files, ...changes].map((change) => stamp(project(change)));
  expect(new Set(stamps).size).toBe(stamps.length);
});
