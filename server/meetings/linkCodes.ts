/**
 * The code that opens a link beside the link itself: six digits, mailed to the address that is known of its person. It can be
 * used for ten minutes and guessed at five times; five codes are sent for a link at most.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { hashSecret } from '../access/secrets.ts';
import type { LinkStore, StoredLink } from '../storage/linkStore.ts';
import type { MeetingMails } from './meetingMails.ts';

interface Dependencies {
  readonly linkStore: LinkStore;
  readonly mails: Pick<MeetingMails, 'addresses' | 'sendCode'>;
  readonly now: () => Date;
}

const codeMs = 10 * 60_000;

export type CodeProblem = 'link-code-needed' | 'link-code-wrong' | 'link-code-spent';

export class LinkCodes {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /**
   * Whether the link may be opened with what was given; null: it may. Where no code was given, one is mailed. Who has no address
   * is not asked for one.
   */
  async problem(link: StoredLink, tokenHash: string, code: string | undefined): Promise<CodeProblem | null> {
    const address = (await this.#parts.mails.addresses([link.personId])).get(link.personId);
    if (address === undefined) return null;
    if (code === undefined) return this.#send(link, tokenHash, address);
    return (await this.#fits(tokenHash, code)) ? null : 'link-code-wrong';
  }

  async #send({ meetingId, personId }: StoredLink, tokenHash: string, address: string): Promise<CodeProblem> {
    const { linkStore, mails, now } = this.#parts;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const until = new Date(now().getTime() + codeMs).toISOString();
    // The hash is of code and link together: the same digits for another link are another code.
    if (!(await linkStore.newCode(tokenHash, hashSecret(tokenHash + code), until))) return 'link-code-spent';
    await mails.sendCode({ meetingId, personId, address, code });
    return 'link-code-needed';
  }

  /** The try is counted before it is looked at, so that many at once are no more than many after each other. */
  async #fits(tokenHash: string, code: string): Promise<boolean> {
    const { linkStore, now } = this.#parts;
    const expected = await linkStore.tryCode(tokenHash, now().toISOString());
    if (expected === null) return false;
    const given = hashSecret(tokenHash + code.replaceAll(/\s/g, ''));
    return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  }
}
