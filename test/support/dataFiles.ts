/** What stands in the files of a server's data directory. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that hold a text, as UTF-8 or as UTF-16, by their paths in the directory. */
export async function filesThatHold(directory: string, text: string): Promise<string[]> {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found: string[] = [];
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    const bytes = await readFile(path);
    if (wanted.some((one) => bytes.includes(one))) found.push(path);
  }
  return found;
}
