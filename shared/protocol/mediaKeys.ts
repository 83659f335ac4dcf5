/**
 * What pages say to each other about the keys of end-to-end encryption, through a server that can read none of it. How it is
 * made and what it holds is the client's own (client/meeting/endToEnd).
 */
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';

const bytes = (count: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((count * 4) / 3)}}$`));

/** A page's public key (a point of P-256, uncompressed) and the proof that its holder knows the meeting's secret, as base64url. */
export const mediaKeySchema = z.object({ publicKey: bytes(65), proof: bytes(32) });
export type MediaKey = z.infer<typeof mediaKeySchema>;

/** A sender's key, sealed for one other participant: 12 bytes of nonce, 20 that are sealed, 16 of tag. */
const boxSchema = bytes(48);

/** Keys for others, each sealed for the one whom it is for. */
export const sealedKeysSchema = z.array(z.object({ to: idSchema, box: boxSchema })).max(64);
export type SealedKeys = z.infer<typeof sealedKeysSchema>;

/** A key that another participant has sealed for me. */
export const passedKeySchema = z.object({ from: idSchema, box: boxSchema });
export type PassedKey = z.infer<typeof passedKeySchema>;
