/** What has changed about who sits beside the others: a new person before a camera surprises nobody. Without DOM. */
import { isSameHelper, type Helper } from '../../../shared/meetings/helpers.ts';
import type { MeetingSnapshot } from '../../../shared/protocol/types.ts';

/** Somebody beside one of the others. */
export interface Beside {
  readonly personId: string;
  /** Whose side they sit at. */
  readonly name: string;
  readonly helper: Helper;
}

/** Everybody who sits beside one of the others. */
export function besideOthers({ participants, me }: MeetingSnapshot): Beside[] {
  return participants
    .filter(({ id }) => id !== me)
    .flatMap(({ personId, name, beside }) => beside.map((helper) => ({ personId, name, helper })));
}

/** Those of the first list who are not in the second. By person, for whoever comes back after a restart has another place. */
export function without(some: readonly Beside[], others: readonly Beside[]): Beside[] {
  return some.filter(
    ({ personId, helper }) =>
      !others.some((other) => other.personId === personId && isSameHelper(other.helper, helper)),
  );
}
