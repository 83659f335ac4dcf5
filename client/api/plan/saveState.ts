/** What the screen may say of a section: one state at a time. "Saved" is only ever said of what is on the server's disk. */
import type { ProviderPhase } from './durableProvider.ts';

/** Where edits are that the server has not confirmed. `page`: only in this page, because the device could not store them. */
export type UnsavedPlace = 'none' | 'storing' | 'device' | 'page';

export type SaveState =
  | { readonly kind: 'loading' }
  /** Loading takes long: the server is not reached. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly unsaved: UnsavedPlace }
  | { readonly kind: 'closed'; readonly code: number; readonly unsaved: UnsavedPlace };

/**
 * How far loading is: `kept` is the content as this device kept it, while the server is being asked; `kept-slow`, that the
 * server does not answer. `done` for good from the first time on that the page was in step.
 */
export type LoadState = 'running' | 'slow' | 'kept' | 'kept-slow' | 'done';

interface Facts {
  readonly load: LoadState;
  readonly phase: ProviderPhase;
  readonly unsaved: UnsavedPlace;
}

/** The state of a section from the facts about it. */
export function saveStateOf({ load, phase, unsaved }: Facts): SaveState {
  if (phase.kind === 'closed') return { kind: 'closed', code: phase.code, unsaved };
  if (load === 'running' || (load === 'kept' && phase.kind === 'connecting')) return { kind: 'loading' };
  if (load === 'slow') return { kind: 'unreachable' };
  if (phase.kind === 'connecting') return { kind: 'offline', unsaved };
  return { kind: unsaved === 'none' ? 'saved' : 'saving' };
}

/** Whether two states say the same. */
export function sameState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
