/** How the room is seen on this device: who stands large, who in a strip, and how much room the plan has. Kept on the device. */
import { z } from 'zod';
import type { PersonTile, ScreenTile } from '../tiles.ts';

export const layoutModes = ['grid', 'speaker', 'plan'] as const;

const layoutSchema = z.object({
  /** `grid`: all alike. `speaker`: who speaks stands large. `plan`: the plan is large, with a strip of faces. */
  mode: z.enum(layoutModes),
  hideSelf: z.boolean(),
  /** Large type and three buttons; null where nobody has chosen, and then it is for relatives who came by a link. */
  simple: z.boolean().nullable(),
});

/** `pinned`: up to two people who stand large whoever speaks; only for this stay. */
export type Layout = z.infer<typeof layoutSchema> & {
  readonly pinned: readonly string[];
  /** No pictures in either direction; only for this stay. */
  readonly soundOnly: boolean;
};

const storageKey = 'samrad.layout';
const usual: Layout = { mode: 'grid', hideSelf: false, simple: null, pinned: [], soundOnly: false };
const mostPinned = 2;

/** What was chosen last on this device. */
export function rememberedLayout(storage: Storage): Layout {
  try {
    const read = layoutSchema.safeParse(JSON.parse(storage.getItem(storageKey) ?? ''));
    return read.success ? { ...read.data, pinned: [], soundOnly: false } : usual;
  } catch {
    return usual;
  }
}

/** Remembers a choice for the next meeting. */
export function rememberLayout(storage: Storage, { mode, hideSelf, simple }: Layout): void {
  storage.setItem(storageKey, JSON.stringify({ mode, hideSelf, simple }));
}

/** Pins somebody, or lets go of them; the one who was pinned longest gives way to a third. */
export function pin(layout: Layout, participantId: string): Layout {
  const { pinned } = layout;
  if (pinned.includes(participantId)) return { ...layout, pinned: pinned.filter((id) => id !== participantId) };
  return { ...layout, pinned: [...pinned, participantId].slice(-mostPinned) };
}

/** Whether the room is drawn with large type and three buttons for this person. */
export function isSimple({ simple }: Layout, me: { role: string; identification: string } | undefined): boolean {
  return simple ?? (me?.role === 'relative' && me.identification === 'link');
}

interface Seen {
  readonly people: readonly PersonTile[];
  readonly screens: readonly ScreenTile[];
  /** Who spoke last and is not me; stays when they fall silent. */
  readonly speaker: string | null;
  readonly layout: Layout;
}

/** Who stands large and who in the strip; `stage` is empty where all are alike. */
export function arrange({ people, screens, speaker, layout }: Seen): {
  readonly stage: readonly PersonTile[];
  readonly strip: readonly PersonTile[];
} {
  const shown = layout.hideSelf ? people.filter(({ me }) => !me) : people;
  const isPinned = ({ participant }: PersonTile): boolean => layout.pinned.includes(participant.id);
  const pinned = shown.filter(isPinned);
  const speaks = shown.filter(({ participant }) => participant.id === speaker);
  const others = shown.filter(({ me }) => !me);
  const stage =
    pinned.length > 0
      ? pinned
      : layout.mode === 'speaker' && screens.length === 0
        ? [...speaks, ...others].slice(0, 1)
        : [];
  return { stage, strip: shown.filter((person) => !stage.includes(person)) };
}
