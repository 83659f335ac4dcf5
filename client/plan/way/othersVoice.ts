/**
 * Tells screen readers where others write: once when somebody comes to a section, never more often than one can listen to,
 * and only the newest where several came at once.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { texts } from '../../i18n/texts.ts';
import type { Visitor } from '../whereabouts.ts';

/** The pause between two announcements, ms. */
const pauseMs = 8_000;

export class OthersVoice implements ReactiveController {
  readonly #say: (text: string) => void;
  readonly #now: () => number;
  readonly #where = new Map<string, string>();
  #saidAt = -Infinity;

  constructor(host: ReactiveControllerHost, say: (text: string) => void, now = () => performance.now()) {
    this.#say = say;
    this.#now = now;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#where.clear();
  }

  /** Takes in where the others are now. */
  follow(visitors: readonly Visitor[]): void {
    let news = '';
    for (const { person, at } of visitors) {
      if (at && this.#where.get(person.id) !== at.section)
        news = texts().way.writesIn(person.name, texts().shared.sections[at.section].heading);
      if (at) this.#where.set(person.id, at.section);
    }
    if (news === '' || this.#now() - this.#saidAt < pauseMs) return;
    this.#saidAt = this.#now();
    this.#say(news);
  }
}
