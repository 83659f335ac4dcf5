/** What somebody has answered to whether they are alone at their device, while they answer it. Without DOM. */
import { isSameHelper, mostBeside, type Helper } from '../../../shared/meetings/helpers.ts';

export interface BesideDraft {
  /** Whom the convener has noted for me, and whether they are here. */
  readonly noted: readonly { readonly helper: Helper; readonly here: boolean }[];
  /** Others, as far as they are written. */
  readonly others: readonly Helper[];
}

/** What is known already. Who was noted is not here until the person says so. */
export function besideDraft(noted: readonly Helper[], beside: readonly Helper[]): BesideDraft {
  const isIn = (list: readonly Helper[], helper: Helper): boolean => list.some((one) => isSameHelper(one, helper));
  return {
    noted: noted.map((helper) => ({ helper, here: isIn(beside, helper) })),
    others: beside.filter((helper) => !isIn(noted, helper)),
  };
}

/** Who of the noted ones is here; those who are written give way where there is room for no more. */
export function tick(draft: BesideDraft, index: number): BesideDraft {
  const noted = draft.noted.map((one, place) => (place === index ? { ...one, here: !one.here } : one));
  return { noted, others: draft.others.slice(0, mostBeside - ticked(noted)) };
}

/** Writes one of the others; the one after the last is a new one. */
export function write(draft: BesideDraft, index: number, change: Partial<Helper>): BesideDraft {
  const others = [...draft.others];
  others[index] = { name: '', relation: '', ...others[index], ...change };
  return { ...draft, others };
}

/** Takes away those who are written from this one on. */
export function cut(draft: BesideDraft, index: number): BesideDraft {
  return { ...draft, others: draft.others.slice(0, index) };
}

export function mayAdd({ noted, others }: BesideDraft): boolean {
  return ticked(noted) + others.length < mostBeside;
}

/** Who sits beside the person; null where somebody is written by half. */
export function besideOf({ noted, others }: BesideDraft): Helper[] | null {
  const written = others.map(({ name, relation }) => ({ name: name.trim(), relation: relation.trim() }));
  if (written.some(({ name, relation }) => name === '' || relation === '')) return null;
  return [...noted.filter(({ here }) => here).map(({ helper }) => helper), ...written];
}

function ticked(noted: BesideDraft['noted']): number {
  return noted.filter(({ here }) => here).length;
}
