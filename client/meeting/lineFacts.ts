/** The line in plain words and numbers: for the person who looks at it, with names, and for support, with none. */
import { texts } from '../i18n/texts.ts';
import type { Direction, LineSummary, Picture } from '../media/lineStats.ts';
import type { RemoteMedia } from '../media/remoteMedia.ts';
import type { MeetingSnapshot } from '../../shared/protocol/types.ts';

/** Whose picture a track is. `number`: the place in the meeting, from 1, which stands for the name where that must not be told. */
export interface ShownPicture {
  readonly trackId: string;
  readonly name: string;
  readonly number: number;
  readonly source: 'camera' | 'screen';
}

export interface FactGroup {
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Every picture that comes in, and whose it is. */
export function shownPictures({
  meeting,
  remote,
}: {
  meeting: Pick<MeetingSnapshot, 'participants'>;
  remote: Pick<RemoteMedia, 'get'>;
}): ShownPicture[] {
  return meeting.participants.flatMap(({ id, name }, index) =>
    (['camera', 'screen'] as const).flatMap((source) => {
      const track = remote.get(id, source)?.track;
      return track ? [{ trackId: track.id, name, number: index + 1, source }] : [];
    }),
  );
}

/** What is told of the line. `named`: with the names of those whose pictures they are. */
export function lineFacts(
  summary: LineSummary,
  shown: readonly ShownPicture[],
  { named }: { named: boolean },
): FactGroup[] {
  const words = texts().line.about;
  const { up, down, soundCodec, concealed, sent, received } = summary;
  const pictures = [...sent, ...received].map((picture) => ({
    label: whose(picture, shown, named),
    value: pictureWords(picture),
  }));
  return [
    {
      heading: words.up,
      facts: [...direction(up), { label: words.available, value: rate(up.available) }],
    },
    { heading: words.down, facts: direction(down) },
    {
      heading: words.sound,
      facts: [
        { label: words.concealed, value: percent(concealed) },
        { label: words.codec, value: soundCodec ?? words.unknown },
      ],
    },
    { heading: words.pictures, facts: pictures },
  ];
}

/** The same as text to be sent to whoever helps: it names no person, no patient and no meeting. */
export function supportText(
  summary: LineSummary,
  shown: readonly ShownPicture[],
  { at, browser }: { at: Date; browser: string },
): string {
  const words = texts().line.about;
  const groups = lineFacts(summary, shown, { named: false }).map(({ heading, facts }) =>
    [
      heading,
      ...(facts.length === 0 ? [words.noPictures] : facts.map(({ label, value }) => `- ${label}: ${value}`)),
    ].join('\n'),
  );
  const head = [words.title, `${words.time}: ${at.toISOString()}`, `${words.browser}: ${browser}`].join('\n');
  return [head, ...groups].join('\n\n');
}

function direction({ way, roundTripMs, bitrate, loss }: Direction): { label: string; value: string }[] {
  const words = texts().line.about;
  return [
    { label: words.way, value: way === null ? words.unknown : words.ways[way] },
    { label: words.roundTrip, value: roundTripMs === null ? words.unknown : words.milliseconds(format(roundTripMs)) },
    { label: words.rate, value: rate(bitrate) },
    { label: words.loss, value: percent(loss) },
  ];
}

function whose({ trackId }: Picture, shown: readonly ShownPicture[], named: boolean): string {
  const words = texts().line.about;
  if (trackId === null) return words.ownPicture;
  const found = shown.find((one) => one.trackId === trackId);
  if (!found) return words.participant('?');
  const who = named ? found.name : words.participant(String(found.number));
  return found.source === 'screen' ? words.screenOf(who) : who;
}

function pictureWords({ width, height, framesPerSecond, layer, codec }: Picture): string {
  const words = texts().line.about;
  const size = words.picture(`${width} × ${height}`, format(framesPerSecond));
  return [size, words.layer(String(layer)), codec].filter((part) => part !== null).join(', ');
}

function rate(bitsPerSecond: number | null): string {
  const words = texts().line.about;
  return bitsPerSecond === null ? words.unknown : words.kilobits(format(bitsPerSecond / 1000));
}

function percent(part: number | null): string {
  const words = texts().line.about;
  return part === null ? words.unknown : words.percent(format(part * 100, 1));
}

function format(value: number, digits = 0): string {
  return String(Number(value.toFixed(digits))).replace('.', texts().line.about.decimalMark);
}
