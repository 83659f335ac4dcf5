/** What is written in the meeting, as this page has it: the chat with what is unread, and the captions that stand now. */
import { newId } from '../../shared/domain/ids.ts';
import type { PushData } from '../../shared/protocol/pushes.ts';
import type { ChatMessage } from '../../shared/protocol/types.ts';
import type { MeetingSocket } from '../api/socket.ts';

export type Caption = PushData<'meeting:captioned'>;
export type CaptionLine = Caption['line'];

/** How long a caption stands after its last letter, milliseconds. */
const captionStandsMs = 8_000;
/** As many as can be read together. */
const captionsShown = 2;

export interface MeetingWordsView {
  readonly messages: readonly ChatMessage[];
  readonly unread: number;
  readonly open: boolean;
  readonly captions: readonly Caption[];
}

export class MeetingWords {
  readonly #ends: (() => void)[];
  readonly #onChange: () => void;
  #messages: readonly ChatMessage[] = [];
  #seen = 0;
  #open = false;
  #captions: readonly Caption[] = [];
  #fade: ReturnType<typeof setTimeout> | undefined;

  constructor({ socket, onChange }: { socket: Pick<MeetingSocket, 'on'>; onChange: () => void }) {
    this.#onChange = onChange;
    this.#ends = [
      socket.on('meeting:said', (message) => this.#said(message)),
      socket.on('meeting:captioned', (caption) => this.#captioned(caption)),
    ];
  }

  get view(): MeetingWordsView {
    const unread = this.#open ? 0 : this.#messages.length - this.#seen;
    return { messages: this.#messages, unread, open: this.#open, captions: this.#captions };
  }

  /** In the room, with what has been written so far. Whoever comes back has read what they had. */
  entered(messages: readonly ChatMessage[]): void {
    const known = new Set(this.#messages.map(({ id }) => id));
    const news = messages.filter(({ id }) => !known.has(id)).length;
    this.#seen = this.#messages.length === 0 ? messages.length : messages.length - news;
    this.#messages = messages;
    this.#onChange();
  }

  /** Opens or closes the chat; what is there then is read. */
  show(open: boolean): void {
    this.#open = open;
    this.#seen = this.#messages.length;
    this.#onChange();
  }

  /** A message of my own, as it is asked for. */
  message(text: string): { id: string; text: string } {
    return { id: newId(), text };
  }

  close(): void {
    clearTimeout(this.#fade);
    for (const end of this.#ends.splice(0)) end();
  }

  #said(message: ChatMessage): void {
    if (this.#messages.some(({ id }) => id === message.id)) return;
    this.#messages = [...this.#messages, message];
    if (this.#open) this.#seen = this.#messages.length;
    this.#onChange();
  }

  #captioned(caption: Caption): void {
    const isSame = (other: Caption): boolean =>
      other.participantId === caption.participantId && other.line === caption.line && !other.isDone;
    const others = this.#captions.filter((other) => !isSame(other));
    const ofLine = others.filter(({ line }) => line === caption.line).slice(1 - captionsShown);
    this.#captions = [...others.filter(({ line }) => line !== caption.line), ...ofLine, caption];
    clearTimeout(this.#fade);
    this.#fade = setTimeout(() => {
      this.#captions = [];
      this.#onChange();
    }, captionStandsMs);
    this.#onChange();
  }
}
