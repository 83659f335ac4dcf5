/** People, rooms and tracks as the server and the browser would tell of them, for tests that need only a few of their facts. */
import type { MediaSetup } from '../../../shared/protocol/media.ts';
import type { JoinedInfo, LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { Knock, MeetingInfo, MeetingSnapshot, Participant } from '../../../shared/protocol/types.ts';
import { firstCourse, type Terms } from '../../../shared/meetings/course.ts';
import type { MeetingState } from '../../../client/meeting/state.ts';

export const terms: Terms = {
  withPatient: true,
  professionalsFirst: false,
  agenda: [],
  keepChat: false,
  linkCode: false,
  endToEnd: false,
  externalVideo: null,
  helpers: [],
};

export function participant(change: Partial<Participant> & { id: string }): Participant {
  return {
    personId: change.id,
    name: change.id,
    role: 'gp',
    organisation: 'Legesenteret',
    identification: 'demo',
    confirmedBy: null,
    beside: [],
    state: 'joined',
    line: 'good',
    mediaKey: null,
    microphone: true,
    camera: true,
    cameraRests: false,
    screen: false,
    captions: false,
    handRaisedAt: null,
    ...change,
  };
}

export function knock(change: Partial<Knock> & { id: string }): Knock {
  return {
    name: change.id,
    role: 'relative',
    organisation: '',
    identification: 'link',
    beside: [],
    heldBack: false,
    callIn: false,
    ...change,
  };
}

/** A room in which I am `me`. */
export function room(participants: readonly Participant[], change: Partial<MeetingSnapshot> = {}): MeetingSnapshot {
  return {
    meetingId: 'meeting',
    planId: 'plan',
    patientName: 'Ola',
    kind: 'care-team',
    terms,
    course: firstCourse(terms),
    me: 'me',
    mayLead: true,
    participants: [participant({ id: 'me' }), ...participants],
    lobby: [],
    ...change,
  };
}

export function inRoom(
  meeting: MeetingSnapshot,
  connection: 'live' | 'reconnecting' = 'live',
): MeetingState & { name: 'inRoom' } {
  return { name: 'inRoom', meeting, speaking: [], connection };
}

export const inLobby: LobbyInfo = {
  state: 'lobby',
  meetingId: 'meeting',
  kind: 'care-team',
  convenerName: 'Kari',
  waitingFor: 'admission',
  present: [],
  pointAt: null,
  rung: false,
};

const transport = (id: string): MediaSetup['send'] => ({
  id,
  iceParameters: { usernameFragment: 'u', password: 'p' },
  iceCandidates: [],
  dtlsParameters: { fingerprints: [] },
});

export const mediaSetup: MediaSetup = {
  iceServers: [],
  routerRtpCapabilities: {},
  send: transport('send'),
  receive: transport('receive'),
};

export function joined(meeting: MeetingSnapshot = room([])): JoinedInfo {
  return { state: 'joined', meeting, chat: [], media: mediaSetup };
}

const convener = { personId: 'kari', name: 'Kari', role: 'coordinator', organisation: 'Kommunen' } as const;

export const meetingInfo: MeetingInfo = {
  id: 'meeting',
  planId: 'plan',
  patientName: 'Ola',
  kind: 'care-team',
  state: 'open',
  startsAt: '2026-11-23T13:00:00.000Z',
  convener,
  terms,
  seriesId: null,
  invited: [],
  mayLead: false,
};

/** A track as Node can have one: a browser's own come only with a device. */
export class SilentTrack extends EventTarget implements MediaStreamTrack {
  contentHint = '';
  enabled = true;
  readonly id: string;
  readonly kind: 'audio' | 'video';
  readonly label = '';
  readonly muted = false;
  onended = null;
  onmute = null;
  onunmute = null;
  readonly readyState = 'live';

  constructor(kind: 'audio' | 'video', id: string = kind) {
    super();
    this.kind = kind;
    this.id = id;
  }

  applyConstraints(): Promise<void> {
    return Promise.resolve();
  }
  clone(): MediaStreamTrack {
    return new SilentTrack(this.kind, this.id);
  }
  getCapabilities(): MediaTrackCapabilities {
    return {};
  }
  getConstraints(): MediaTrackConstraints {
    return {};
  }
  getSettings(): MediaTrackSettings {
    return {};
  }
  stop(): void {
    this.dispatchEvent(new Event('stopped'));
  }
}
