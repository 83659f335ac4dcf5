/** What a page says to the thread on which frames are encrypted and decrypted. */

/** What a stream of frames is: my own, or that of another participant. */
export type FrameRole = { readonly role: 'send' } | { readonly role: 'receive'; readonly participantId: string };

export type KeyMessage =
  /** From now on my frames are encrypted with this key. */
  | { readonly do: 'send'; readonly keyId: number; readonly secret: Uint8Array<ArrayBuffer> }
  /** A key of another participant's. */
  | {
      readonly do: 'receive';
      readonly participantId: string;
      readonly keyId: number;
      readonly secret: Uint8Array<ArrayBuffer>;
    }
  /** Of this participant's keys only this one is good. */
  | { readonly do: 'keepOnly'; readonly participantId: string; readonly keyId: number }
  /** The participant's keys are good for nothing any more. */
  | { readonly do: 'forget'; readonly participantId: string };
