/** Owns fetching the worker that mediasoup's makers built, named and placed as mediasoup's own install script does it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A host that has not begun to answer by then counts as out of reach, as it is in a closed network. */
const ANSWER_LIMIT_MS = 3_000;
const DOWNLOAD_LIMIT_MS = 120_000;

/**
 * @param {object} facts
 * @param {string} facts.version mediasoup's
 * @param {string} facts.repositoryUrl as in mediasoup's package.json
 * @param {string | undefined} facts.baseUrl a mirror (MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL)
 * @param {string} facts.platform
 * @param {string} facts.arch
 * @param {string} facts.kernel release of the operating system, such as "6.1.0-18-amd64"
 */
export function prebuiltUrl({ version, repositoryUrl, baseUrl, platform, arch, kernel }) {
  const base = baseUrl || `${repositoryUrl.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const suffix = platform === 'linux' ? `-kernel${kernel.split('.')[0]}` : '';
  return `${base}/${version}/mediasoup-worker-${version}-${platform}-${arch}${suffix}.tgz`;
}

/**
 * @param {object} options
 * @param {string} options.url of a tar file with only the binary in it
 * @param {string} options.folder an empty folder to unpack into
 * @returns {Promise<string | undefined>} path of the binary; undefined when it is not to be had
 */
export async function fetchPrebuilt({ url, folder }) {
  const tooSlow = new AbortController();
  const answerTimer = setTimeout(() => tooSlow.abort(), ANSWER_LIMIT_MS);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([tooSlow.signal, AbortSignal.timeout(DOWNLOAD_LIMIT_MS)]),
    });
    clearTimeout(answerTimer);
    if (!response.ok || !response.body) return undefined;

    const tar = spawn('tar', ['-xz', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = once(tar, 'close');
    await Promise.all([pipeline(response.body, tar.stdin), ended]);
    const binary = join(folder, 'mediasoup-worker');
    return existsSync(binary) ? binary : undefined;
  } catch {
    // Out of reach, cut off or not a tar file: the caller builds instead.
    return undefined;
  } finally {
    clearTimeout(answerTimer);
  }
}
