/**
 * Credentials for a TURN server that shares a secret with us, good for some hours and for nothing else ("A REST API for access to
 * TURN services", draft-uberti-behave-turn-rest-00; coturn's `use-auth-secret`).
 */
import { createHmac } from 'node:crypto';
import { newId } from '../../shared/domain/ids.ts';
import type { IceServer } from '../../shared/protocol/media.ts';

export interface TurnSettings {
  /** Such as `turn:turn.example:3478?transport=udp` and `turns:turn.example:5349`. */
  readonly urls: readonly string[];
  readonly secret: string;
}

/** Longer than a meeting, milliseconds. */
const lifetimeMs = 4 * 3_600_000;

/** Credentials from now on. The name in them says nothing of who they are for. */
export function turnCredentials({ urls, secret }: TurnSettings, now: Date): IceServer {
  const username = `${Math.floor((now.getTime() + lifetimeMs) / 1000)}:${newId()}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { urls: [...urls], username, credential };
}
