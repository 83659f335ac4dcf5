/**
 * A backup as a file: a line of JSON that says what it is, then the database, encrypted where there is a key. The line is
 * authenticated with what follows it; without a key, a hash in it shows whether the file is whole.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, open, rename, rm, stat } from 'node:fs/promises';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ConfigError } from '../configError.ts';
import { cipherName, nonceBytes, tagBytes, type DataKeys } from '../storage/dataKeys.ts';

const headSchema = z.strictObject({
  format: z.literal('samrad-backup-1'),
  /** When it was made, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** SHA-256 of the database, as hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The end of its audit log. */
  audit: z.strictObject({ sequence: z.number().int(), hash: z.string() }),
  /** The key's name and the nonce as hex; null where it is not encrypted. */
  seal: z.strictObject({ key: z.string(), nonce: z.string().regex(/^[0-9a-f]{24}$/) }).nullable(),
});
export type BackupHead = z.infer<typeof headSchema>;

/** The longest first line, bytes. */
const longestHead = 4_096;

/** Only the one who runs the server reads a backup. */
const ownerOnly = 0o600;

/** Writes a backup of a database file that stands still. The file appears when it is whole. */
export async function writeBackup(input: {
  database: string;
  target: string;
  keys: DataKeys;
  about: Pick<BackupHead, 'at' | 'audit'>;
}): Promise<BackupHead> {
  const { database, target, keys, about } = input;
  const { current } = keys;
  const nonce = randomBytes(nonceBytes);
  const seal = current && { key: current.name, nonce: nonce.toString('hex') };
  const head: BackupHead = { format: 'samrad-backup-1', ...about, sha256: await hashOf(database), seal };
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const partial = `${target}.partial`;
  const cipher = current && createCipheriv(cipherName, current.bytes, nonce).setAAD(line);
  const file = await open(partial, 'wx', ownerOnly);
  try {
    await file.write(line);
    const through: Transform = cipher ?? new PassThrough();
    await pipeline(createReadStream(database), through, createWriteStream(partial, { flags: 'a' }));
    if (cipher) await appendFile(partial, cipher.getAuthTag());
    await file.sync();
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return head;
}

/**
 * Unpacks a backup into a new database file.
 * @throws ConfigError where it is no backup, is not whole, or its key is not held; then there is no new file.
 */
export async function unpackBackup(input: { backup: string; target: string; keys: DataKeys }): Promise<BackupHead> {
  const { backup, target, keys } = input;
  const { head, line } = await readHead(backup);
  const key = head.seal && keys.byName(head.seal.key);
  if (head.seal && !key)
    throw new ConfigError('The backup is encrypted by another key than those in DATA_KEY and DATA_KEYS_BEFORE.');
  const { size } = await stat(backup);
  const tagged = head.seal ? tagBytes : 0;
  const damaged = new ConfigError(`The backup ${backup} is not whole, or was changed. Nothing was restored.`);
  if (size < line.length + tagged) throw damaged;
  const body = createReadStream(backup, { start: line.length, end: Math.max(line.length, size - tagged - 1) });
  const decipher: Transform =
    key && head.seal
      ? createDecipheriv(cipherName, key.bytes, Buffer.from(head.seal.nonce, 'hex'))
          .setAAD(line)
          .setAuthTag(await lastBytes(backup, size))
      : new PassThrough();
  try {
    await pipeline(body, decipher, createWriteStream(target, { mode: ownerOnly, flags: 'wx' }));
    if ((await hashOf(target)) !== head.sha256) throw damaged;
  } catch {
    await rm(target, { force: true });
    throw damaged;
  }
  return head;
}

async function readHead(path: string): Promise<{ head: BackupHead; line: Buffer }> {
  const none = new ConfigError(`${path} is no backup of Samråd that can be read.`);
  const bytes = await firstBytes(path).catch(() => {
    throw none;
  });
  const end = bytes.indexOf('\n');
  if (end < 0) throw none;
  const line = bytes.subarray(0, end + 1);
  const parsed = headSchema.safeParse(jsonIn(line));
  if (!parsed.success) throw none;
  return { head: parsed.data, line };
}

function jsonIn(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return null;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0);
  await file.close();
  return buffer.subarray(0, bytesRead);
}

async function lastBytes(path: string, size: number): Promise<Buffer> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(tagBytes), 0, tagBytes, size - tagBytes);
  await file.close();
  return buffer;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
