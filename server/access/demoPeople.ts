/** The people that the demonstration's sign-in page offers. */
import type { MemberInfo } from '../../shared/protocol/types.ts';
import type { CareTeamStore } from '../storage/careTeamStore.ts';

export class DemoPeople {
  readonly #store: CareTeamStore;
  readonly #planIds: readonly string[];
  readonly #now: () => Date;

  constructor({ store, planIds, now }: { store: CareTeamStore; planIds: readonly string[]; now: () => Date }) {
    this.#store = store;
    this.#planIds = planIds;
    this.#now = now;
  }

  /** Everyone in the demo plans' teams, each once. */
  async list(): Promise<MemberInfo[]> {
    const teams = await Promise.all(this.#planIds.map((id) => this.#store.members(id, this.#now().toISOString())));
    const people = new Map(teams.flat().map((member) => [member.personId, member]));
    return [...people.values()].map(({ personId, name, role, organisation }) => ({
      personId,
      name,
      role,
      organisation,
    }));
  }
}
