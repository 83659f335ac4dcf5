/**
 * One meeting on one page: puts flow, devices, media, sound and plan together, obeys the person's commands, and tells the
 * page when there is something new to draw.
 */
import { newId } from '../../shared/domain/ids.ts';
import { SamradError, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { RtpCapabilities } from '../../shared/protocol/media.ts';
import type { RequestInput, RequestName } from '../../shared/protocol/requests.ts';
import { guardPage } from '../api/pageLock.ts';
import { call } from '../api/rest.ts';
import { openSocket } from '../api/socket.ts';
import { promised } from '../app/promised.ts';
import { texts } from '../i18n/texts.ts';
import { LineTestRun, type LineTestView } from '../lineTest/lineTestRun.ts';
import { AudioOutput } from '../media/audioOutput.ts';
import { wait } from '../media/backoff.ts';
import { mediaDevices } from '../media/capture.ts';
import { LineReport, type LineReportState } from '../media/lineReport.ts';
import { LocalMedia } from '../media/localMedia.ts';
import type { LocalState } from '../media/localState.ts';
import { MediaLink } from '../media/mediaLink.ts';
import { onNetworkChange } from '../media/networkChange.ts';
import type { RemoteMedia } from '../media/remoteMedia.ts';
import { pushToTalk } from '../media/pushToTalk.ts';
import { ring } from '../media/ringTone.ts';
import { playTestSound } from '../media/testSound.ts';
import { announcements } from './announcements.ts';
import { BesideKeeper, type BesideView } from './beside/besideKeeper.ts';
import type { MeetingCommand } from './command.ts';
import { watchDevices } from './deviceWatch.ts';
import { Drawing } from './drawing.ts';
import { Encryption, type EncryptionView } from './endToEnd/encryption.ts';
import { pin, rememberedLayout, rememberLayout, type Layout } from './layout/layout.ts';
import { MeetingFlow } from './meetingFlow.ts';
import { PlanLoader, type PlanState } from './planLoader.ts';
import type { Connection, MeetingState } from './state.ts';
import { MeetingWords, type MeetingWordsView } from './words.ts';

/** How long the plan waits for sound and the first picture, milliseconds. Without them the meeting has a plan still. */
const planWaitsMs = 1_500;

/** What there is to draw. */
export interface MeetingView {
  readonly state: MeetingState;
  readonly local: LocalState;
  readonly remote: RemoteMedia;
  /** Live only where both the line to the server and the media are. */
  readonly connection: Connection;
  /** The browser plays no sound until something is pressed. */
  readonly soundBlocked: boolean;
  readonly plan: PlanState;
  readonly words: MeetingWordsView;
  readonly encryption: EncryptionView;
  /** The line in numbers, while somebody looks at them. */
  readonly line: LineReportState | null;
  /** The test of devices and line before the meeting. */
  readonly lineTest: LineTestView;
  readonly layout: Layout;
  /** Who spoke last beside me. */
  readonly speaker: string | null;
  /** Whether the plan goes where the meeting goes. */
  readonly following: boolean;
  /** Who sits beside whom. */
  readonly beside: BesideView;
  /** Why the latest command was refused; null where it was not. */
  readonly refusal: ErrorCode | null;
  /** What a screen reader is to be told now. */
  readonly announcement: string;
  /** Came by a link: this meeting is all there is, so no way leads on from it. */
  readonly guest: boolean;
}

export class MeetingController {
  readonly lineTest: LineTestRun;
  readonly #meetingId: string;
  readonly #onChange = (): void => this.#drawing.request();
  readonly #socket = openSocket();
  readonly #local = new LocalMedia({ storage: localStorage });
  readonly #encryption: Encryption;
  /** Somebody else's picture is seen, and those of all the others. */
  readonly #firstFace = promised<undefined>();
  readonly #allFaces = promised<undefined>();
  #faces = 0;
  readonly #link = new MediaLink({
    ask: this.#socket.ask,
    local: this.#local,
    protection: () => this.#encryption.protection,
    picturesSeen: this.#allFaces.promise,
  });
  readonly #audio = new AudioOutput({ onBlocked: (blocked) => this.#soundChanged(blocked) });
  readonly #words = new MeetingWords({ socket: this.#socket, onChange: () => this.#onChange() });
  readonly #line = new LineReport({ read: () => this.#link.read(), onChange: () => this.#onChange() });
  readonly #plan: PlanLoader;
  readonly #flow: MeetingFlow;
  readonly #routerRtpCapabilities = promised<RtpCapabilities>();
  readonly #drawing: Drawing;
  #ends: (() => void)[] = [];
  #last: MeetingState = { name: 'loading' };
  #soundBlocked = false;
  #layout = rememberedLayout(localStorage);
  #speaker: string | null = null;
  #following = true;
  #stopRinging: (() => void) | null = null;
  #announcement = '';
  #refusal: ErrorCode | null = null;
  readonly #beside = new BesideKeeper();
  #guest = false;

  constructor({ meetingId, onChange }: { meetingId: string; onChange: () => void }) {
    this.#meetingId = meetingId;
    this.#drawing = new Drawing({
      draw: onChange,
      isBusy: () => this.#flow.state.name === 'joining' || this.#link.opening,
    });
    this.#encryption = new Encryption({ meetingId, socket: this.#socket, onChange: this.#onChange });
    this.lineTest = new LineTestRun({
      socket: this.#socket,
      local: this.#local,
      opensDevices: false,
      onChange: this.#onChange,
    });
    this.#plan = new PlanLoader({
      fetchPlan: (planId) => call('plan', { planId }, {}),
      fetchElement: () => import('../plan/plan.ts'),
      onChange: this.#onChange,
    });
    const link = this.#link;
    this.#flow = new MeetingFlow({
      meetingId,
      seat: newId(),
      socket: this.#socket,
      media: {
        start: (setup, sent) => link.start(setup, sent),
        receives: () => link.receives,
        rebuild: () => link.rebuild(),
        wait: () => {
          link.wait();
          void this.#prepare();
        },
        release: () => this.#release(),
        add: (info) => link.add(info),
        remove: (consumerId) => link.remove(consumerId),
        pause: (consumerId, paused) => link.pause(consumerId, paused),
        stall: (consumerId, stalled) => link.stall(consumerId, stalled),
      },
      entered: ({ chat, meeting }) => {
        this.#words.entered(chat);
        this.#encryption.entered(meeting);
      },
      beside: () => this.#beside.now,
      loadMeeting: async () => {
        const [{ meeting, routerRtpCapabilities }, { me }] = await Promise.all([
          call('meeting', { meetingId }, {}),
          call('session', {}, {}),
        ]);
        this.#routerRtpCapabilities.resolve(routerRtpCapabilities);
        this.#guest = me !== null && me.meetingId !== null;
        this.#beside.agreed(meeting, me?.personId);
        // Where sound and picture are at another place, the devices are for that.
        if (meeting.terms.externalVideo !== null) this.#local.close();
        this.#encryption.decide(meeting);
        return meeting;
      },
    });
  }

  /** Everything as it is now. */
  get view(): MeetingView {
    const { state } = this.#flow;
    const lineDown = 'connection' in state && state.connection === 'reconnecting';
    return {
      state,
      local: this.#local.state,
      remote: this.#link.remote,
      connection: lineDown || this.#link.status === 'mending' ? 'reconnecting' : 'live',
      soundBlocked: this.#soundBlocked,
      plan: this.#plan.state,
      words: this.#words.view,
      encryption: this.#encryption.view,
      line: this.#line.state,
      lineTest: this.lineTest.view,
      layout: this.#layout,
      speaker: this.#speaker,
      following: this.#following,
      beside: this.#beside.view,
      refusal: this.#refusal,
      announcement: this.#announcement,
      guest: this.#guest,
    };
  }

  start(): void {
    const refresh = (): void => void this.#local.refreshDevices();
    mediaDevices?.addEventListener('devicechange', refresh);
    this.#ends = [
      () => mediaDevices?.removeEventListener('devicechange', refresh),
      this.#flow.subscribe((state) => this.#stateChanged(state)),
      this.#local.subscribe(this.#onChange),
      watchDevices({ local: this.#local, wake: () => this.#audio.wake(), say: (words) => this.#say(words) }),
      this.#link.subscribe(this.#onChange),
      this.#link.remote.subscribe(() => {
        this.#audio.play(this.#link.remote.sounds());
        this.#onChange();
      }),
      onNetworkChange(() => {
        this.#link.networkChanged();
        if (['deviceCheck', 'lobby'].includes(this.#flow.state.name)) void this.#prepare();
      }),
      pushToTalk({
        muted: () => this.#flow.state.name === 'inRoom' && this.#local.state.microphone.name === 'muted',
        speak: (on) => void this.#local.setMicrophone(on),
      }),
    ];
    this.#begin();
  }

  /** Does what a person asked for. */
  obey(command: MeetingCommand): void {
    switch (command.do) {
      case 'join':
        // The button stays where it was for the moment that a join takes.
        if (this.#flow.state.name === 'joining') return;
        this.lineTest.close();
        this.#local.dismissProblems();
        this.#beside.said(command.beside);
        if (!command.camera) void this.#local.setCamera(false);
        return this.#flow.join({ takeOver: false });
      case 'beside':
        this.#beside.said(command.beside);
        return this.#tell('meeting:setBeside', { beside: this.#beside.now });
      case 'besideSeen':
        this.#beside.seen();
        return this.#onChange();
      case 'takeOver':
        return this.#flow.join({ takeOver: true });
      case 'restart':
        return this.#begin();
      case 'leave':
        return this.#flow.leave();
      case 'end':
        return this.#tell('meeting:end', {});
      case 'confirm':
        return this.#tell('meeting:confirm', { participantId: command.participantId });
      case 'admit':
        return this.#tell('meeting:admit', { participantId: command.participantId });
      case 'decline':
        return this.#tell('meeting:decline', { participantId: command.participantId });
      case 'admitAll':
        return this.#tell('meeting:admitAll', {});
      case 'putBack':
        return this.#tell('meeting:putBack', { participantId: command.participantId });
      case 'remove':
        return this.#tell('meeting:remove', { participantId: command.participantId });
      case 'lock':
        return this.#tell('meeting:lock', { locked: command.on });
      case 'setPhase':
        return this.#tell('meeting:setPhase', { phase: command.phase });
      case 'goTo':
        return this.#tell('meeting:goTo', { pointId: command.pointId });
      case 'tick': {
        const { pointId, ticked, closing } = command;
        return this.#tell('meeting:tick', { pointId, ticked, closing });
      }
      case 'chat':
        return this.#words.show(command.on);
      case 'say':
        return this.#tell('meeting:say', this.#words.message(command.text));
      case 'captioner': {
        const { participantId, on: captions } = command;
        return this.#tell('meeting:setCaptioner', { participantId, captions });
      }
      case 'caption': {
        const { line, text, isDone } = command;
        return this.#tell('meeting:caption', { line, text, isDone });
      }
      case 'answerRing':
        return this.#tell('meeting:answerRing', {});
      case 'follow':
        this.#following = command.on;
        return this.#onChange();
      case 'pin':
        return this.#look(pin(this.#layout, command.participantId));
      case 'layout':
        return this.#look({ ...this.#layout, ...command.change });
      case 'hand':
        return this.#tell('meeting:raiseHand', { raised: command.on });
      case 'microphone':
        return void this.#local.setMicrophone(command.on);
      case 'restoreMicrophone':
        return void this.#local.restoreMicrophone();
      case 'aboutLine':
        return this.#line.show(command.on);
      case 'camera':
        return void this.#local.setCamera(command.on);
      case 'screen':
        return command.on ? void this.#local.shareScreen() : this.#local.stopScreen();
      case 'noiseSuppression':
        return void this.#local.setNoiseSuppression(command.on);
      case 'blur':
        return void this.#local.setBlur(command.on);
      case 'showUnblurred':
        return void this.#local.showUnblurred();
      case 'choose':
        if (command.kind === 'speaker') this.#audio.choose(command.deviceId);
        return void this.#local.choose(command.kind, command.deviceId);
      case 'dismiss':
        return this.#local.dismissProblems();
      case 'testSound':
        // Silence is the answer where no sound can be played.
        return void playTestSound(this.#local.state.choice.speaker).catch(() => undefined);
      case 'playSound':
        return this.#audio.unblock();
      case 'secret':
        return this.#encryption.paste(command.text);
      case 'loadPlan':
        return void this.#plan.load();
      case 'seen':
        return this.#seen();
      case 'shown':
        return this.#link.preferences.wish(command.participantId, command.source, command.size);
    }
  }

  close(): void {
    this.#stopRinging?.();
    this.#drawing.close();
    this.lineTest.close();
    this.#words.close();
    this.#encryption.close();
    this.#line.close();
    this.#flow.close();
    for (const end of this.#ends.splice(0)) end();
    this.#link.close();
    this.#audio.close();
    this.#local.close();
    this.#socket.close();
  }

  /** The meeting is looked up while the browser asks for the devices, and the media code comes once all that is on its way. */
  #begin(): void {
    this.#audio.choose(this.#local.state.choice.speaker);
    void this.#flow.start();
    void this.#local.open().then(() => this.#prepare());
  }

  async #prepare(): Promise<void> {
    await this.#link.prepare(this.#meetingId, await this.#routerRtpCapabilities.promise);
  }

  #stateChanged(state: MeetingState): void {
    const spoken = announcements(this.#last, state, texts());
    if (spoken.length > 0) this.#announcement = spoken.join(' ');
    this.#beside.stateChanged(this.#last, state);
    this.#last = state;
    this.#ringFor(state);
    if (state.name === 'inRoom') this.#encryption.update(state.meeting);
    if (state.name === 'ended') this.#encryption.over();
    // Who came by a link and is taken out is signed out with it: there is no way back in, so nothing to lock.
    if (state.name === 'removed' && this.#guest) guardPage(false);
    if (state.name === 'inRoom') this.#speaker = state.speaking.find((id) => id !== state.meeting.me) ?? this.#speaker;
    // The faces come first: the plan's code would compete with them for the same processor.
    if (state.name === 'inRoom')
      void this.#plan.enter(state.meeting.planId, () => Promise.race([this.#facesShown(), wait(planWaitsMs)]));
    this.#onChange();
  }

  /** In the room. Before it, what is wrong with a device stands in a status of its own. */
  #say(words: string): void {
    if (this.#flow.state.name === 'inRoom') this.#announcement = words;
    this.#onChange();
  }

  async #facesShown(): Promise<void> {
    await this.#link.flowing();
    if (this.#link.remote.pictures > 0) await this.#firstFace.promise;
  }

  #seen(): void {
    this.#faces += 1;
    this.#firstFace.resolve(undefined);
    if (this.#faces >= this.#link.remote.pictures) this.#allFaces.resolve(undefined);
  }

  #look(layout: Layout): void {
    if (layout.soundOnly !== this.#layout.soundOnly) this.#soundOnly(layout.soundOnly);
    this.#layout = layout;
    rememberLayout(localStorage, layout);
    this.#onChange();
  }

  /** The own camera goes off with the others' pictures, and is never turned on again by the machine. */
  #soundOnly(only: boolean): void {
    this.#link.preferences.soundOnly(only);
    if (only) void this.#local.setCamera(false);
  }

  /** Rings for as long as somebody is waited for here. */
  #ringFor(state: MeetingState): void {
    const rung = state.name === 'lobby' && state.lobby.rung;
    if (rung) this.#stopRinging ??= ring();
    else {
      this.#stopRinging?.();
      this.#stopRinging = null;
    }
  }

  #release(): void {
    this.#link.stop();
    this.#local.close();
    this.#plan.leave();
  }

  #soundChanged(blocked: boolean): void {
    this.#soundBlocked = blocked;
    this.#onChange();
  }

  /** A request whose effect shows in the next snapshot. Where the line is down, the page says so already. */
  #tell<Name extends RequestName>(name: Name, input: RequestInput<Name>): void {
    this.#refused(null);
    this.#socket.ask(name, input).catch((error: unknown) => {
      if (error instanceof SamradError) this.#refused(error.code);
    });
  }

  #refused(code: ErrorCode | null): void {
    this.#refusal = code;
    this.#onChange();
  }
}
