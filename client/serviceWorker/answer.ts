/** Decides what the service worker does with a request. It never has to do with the API, nor with anything of a patient. */

/** The parts of a request that decide. */
interface Asked {
  readonly method: string;
  readonly url: string;
  /** `navigate` for a page that is opened. */
  readonly mode: string;
}

/** The parts of the build that decide. */
interface Known {
  /** `https://samrad.example`, as a page says it. */
  readonly origin: string;
  /** The paths of the files that are kept. */
  readonly files: ReadonlySet<string>;
}

/**
 * `file`: from the kept files. `page`: from the network, and where there is none, the kept page that all addresses of the app
 * lead to. `network`: not our concern, the browser asks as if there were no worker.
 */
export type Decision = 'file' | 'page' | 'network';

/** Paths that are never a page of the app. */
const server = /^\/(api|sync|socket\.io)(\/|$)/;

export function decide({ method, url, mode }: Asked, { origin, files }: Known): Decision {
  const asked = new URL(url);
  if (method !== 'GET' || asked.origin !== origin || server.test(asked.pathname)) return 'network';
  if (mode === 'navigate') return 'page';
  return files.has(asked.pathname) ? 'file' : 'network';
}
