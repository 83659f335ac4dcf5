/** JavaScript on a guest's way from the link into the lobby, as it comes over the line. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { callMeeting, passDeviceCheck } from '../support/gathering.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { browserOf } from './browserOf.ts';
import { type Figure } from './harness.ts';

const guest = 'Inger Solbakken';
const limitKilobytes = 150;

export async function guestJavascript(): Promise<Figure[]> {
  const server = await ServerProcess.start();
  const browser = await launchBrowser();
  try {
    const gzip = await kilobytes(browser, server, 'gzip');
    const brotli = await kilobytes(browser, server, 'br');
    return [
      {
        name: 'guest-javascript',
        unit: 'kB with gzip',
        value: { n: 1, median: gzip.total },
        target: { says: `below ${limitKilobytes} kB`, isMet: ({ value }) => value < limitKilobytes },
        more: { withBrotli: brotli.total, files: gzip.files },
      },
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

async function kilobytes(browser: Browser, server: ServerProcess, encoding: string) {
  const link = await newLink(server);
  const { page, close } = await browserOf(browser, null, { extraHTTPHeaders: { 'accept-encoding': encoding } });
  const sizes = collect(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Bli med i møtet' }).click();
  await passDeviceCheck({ page });
  await page.getByRole('heading', { name: 'Vent litt, så blir du sluppet inn' }).waitFor();
  // What was begun while the guest waits belongs to the way.
  await page.waitForLoadState('networkidle');
  const files = Object.fromEntries(await Promise.all(sizes));
  await close();
  return { total: Object.values(files).reduce((sum, size) => sum + size, 0), files };
}

/** Every script that comes from now on, with its size on the line in kB. */
function collect(page: Page): Promise<readonly [string, number]>[] {
  const sizes: Promise<readonly [string, number]>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    const name = new URL(request.url()).pathname.replace('/assets/', '');
    sizes.push(request.sizes().then(({ responseBodySize }) => [name, responseBodySize / 1000] as const));
  });
  return sizes;
}

async function newLink(server: ServerProcess): Promise<string> {
  const { meetingId } = await callMeeting(server.url, [guest]);
  const coordinator = await server.signIn('Kari Nymoen');
  const { invitations } = await coordinator.call('createLinks', { meetingId }, {});
  return invitations.find(({ member }) => member.name === guest)?.url ?? '';
}
