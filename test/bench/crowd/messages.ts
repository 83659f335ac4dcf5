/** What a page full of light participants asks of whoever speaks for one of them to a server, ours or the bare one. */
import type { types as mediasoup } from 'mediasoup-client';
import type { TransportInfo } from '../../../shared/protocol/media.ts';

export interface LineSetup {
  readonly routerRtpCapabilities: mediasoup.RtpCapabilities;
  readonly send: TransportInfo;
  readonly receive: TransportInfo;
}

export interface LineConsumer {
  readonly id: string;
  readonly producerId: string;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: mediasoup.RtpParameters;
}

/** One participant's line to a server. */
export interface Line {
  /** Comes in, and is told its transports. */
  readonly open: () => Promise<LineSetup>;
  readonly connect: (transportId: string, dtlsParameters: mediasoup.DtlsParameters) => Promise<void>;
  readonly produce: (
    transportId: string,
    kind: 'audio' | 'video',
    rtpParameters: mediasoup.RtpParameters,
  ) => Promise<void>;
  readonly consume: (rtpCapabilities: mediasoup.RtpCapabilities) => Promise<readonly LineConsumer[]>;
  readonly resume: (consumerIds: string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the page asks for one of its participants, as Playwright carries it. */
export type Signal =
  | { readonly ask: 'connect'; readonly transportId: string; readonly dtlsParameters: mediasoup.DtlsParameters }
  | {
      readonly ask: 'produce';
      readonly transportId: string;
      readonly kind: 'audio' | 'video';
      readonly rtpParameters: mediasoup.RtpParameters;
    }
  | { readonly ask: 'consume'; readonly rtpCapabilities: mediasoup.RtpCapabilities }
  | { readonly ask: 'resume'; readonly consumerIds: string[] };

/** Packets of sound and picture. */
export interface PacketCounts {
  readonly sent: number;
  readonly received: number;
}

export interface CrowdPage {
  /** Begins to send a small picture and a tone. */
  send(participant: number, setup: LineSetup): Promise<void>;
  /** Receives all that the others send now. Answers how many streams. */
  receive(participant: number, setup: LineSetup): Promise<number>;
  /** All that were sent and received so far. */
  packets(): Promise<PacketCounts>;
}

declare global {
  interface Window {
    crowd?: CrowdPage;
    signal?: (participant: number, signal: Signal) => Promise<readonly LineConsumer[]>;
  }
}
