/** The log: one JSON line per step of a lifecycle. It names ids of connections and meetings, never a person, a patient or a text. */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** A logger that writes JSON lines, to stdout where nothing else is given. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
