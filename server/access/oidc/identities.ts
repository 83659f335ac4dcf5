/** Which person somebody is whom a provider has identified. */
import { newId } from '../../../shared/domain/ids.ts';
import type { Query } from '../../storage/database.ts';
import type { IdentityStore, StoredIdentity } from '../../storage/identityStore.ts';
import type { Identified } from './claims.ts';
import { hashIdentityNumber } from './identityNumber.ts';
import { SignInRefused } from './refusal.ts';

/** Stands where a provider's id does, for what a person has told of another: no setting can be called so. */
const announced = '(announced)';
/** HPR's category for doctors. */
const doctor = 'LE';

/** Somebody that a provider has identified just now. `guestId`: the person of the link that this browser holds, or null. */
interface Arrival {
  readonly provider: string;
  readonly identified: Identified;
  readonly guestId: string | null;
}

export class Identities {
  readonly #store: IdentityStore;
  readonly #now: () => Date;
  readonly #numberKey: Uint8Array;
  /** Two who arrive with one new number at once must not become two people. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: { store: IdentityStore; now: () => Date; numberKey: Uint8Array }) {
    this.#store = parts.store;
    this.#now = parts.now;
    this.#numberKey = parts.numberKey;
  }

  /** How providers know a person, the first first. */
  of(personId: string): Promise<StoredIdentity[]> {
    return this.#store.ofPerson(personId);
  }

  /** Whether HPR says that a person is a doctor; null where no provider has told of their approvals. */
  async isDoctor(personId: string): Promise<boolean | null> {
    const told = (await this.of(personId)).filter(({ professionId }) => professionId !== null);
    return told.length === 0 ? null : told.some(({ categories }) => categories.includes(doctor));
  }

  /**
   * Finds the person, by the provider's subject or by the identity number, or makes a new one who belongs to no care team.
   * One who came by a link is the person of the link where that person is known by this number or subject already: a link
   * that went astray must not give its finder the place that it was for.
   * @returns the person's id.
   * @throws SignInRefused `other-person` where these are different people, `not-registered` where nobody has said who may be it.
   */
  resolve(arrival: Arrival): Promise<string> {
    return this.#inTurn(() => this.#resolve(arrival));
  }

  async #resolve({ provider, identified, guestId }: Arrival): Promise<string> {
    const { subject, identityNumber, profession, organisation } = identified;
    const numberHash = identityNumber === null ? null : hashIdentityNumber(identityNumber, this.#numberKey);
    const known = await this.#known(provider, subject, numberHash);
    if (guestId !== null && known !== guestId) throw await this.#notTheGuest(guestId, known);
    const personId = known ?? newId();
    const identity = {
      provider,
      subject,
      personId,
      numberHash,
      professionId: profession?.id ?? null,
      categories: profession?.categories ?? [],
      organisation,
    };
    const kept = this.#store.keep(identity, this.#now().toISOString());
    const added = known === null ? [this.#store.addPerson({ id: personId, name: identified.name })] : [];
    await this.#store.write([...added, kept]);
    return personId;
  }

  /** Whether a provider can tell who a person is: their identity number is known, or they have signed in. */
  async isKnown(personId: string): Promise<boolean> {
    return (await this.of(personId)).length > 0;
  }

  /** Whose number it is; null for nobody known. */
  async personOf(number: string): Promise<string | null> {
    return (await this.#store.peopleOfNumber(hashIdentityNumber(number, this.#numberKey)))[0] ?? null;
  }

  /**
   * Says which identity number a person has, before they sign in.
   * @returns false where the number is known as somebody else's, or another one of this person: then nothing is written.
   */
  announce(input: { personId: string; number: string; alongside: Query }): Promise<boolean> {
    return this.#inTurn(() => this.#announce(input));
  }

  async #announce(input: { personId: string; number: string; alongside: Query }): Promise<boolean> {
    const { personId, number, alongside } = input;
    const numberHash = hashIdentityNumber(number, this.#numberKey);
    const [people, own] = await Promise.all([this.#store.peopleOfNumber(numberHash), this.of(personId)]);
    const isOthers = people.some((other) => other !== personId);
    const isAnother = own.some((known) => known.numberHash !== null && known.numberHash !== numberHash);
    if (isOthers || isAnother) return false;
    await this.#store.write([this.#announcement(personId, numberHash), alongside]);
    return true;
  }

  /**
   * The person whom an identity number means: the one who is known by it, or a new one of this name. `make` answers what is
   * written with them; where it throws, nothing is.
   */
  register(input: {
    number: string;
    name: string;
    make: (personId: string) => Promise<readonly Query[]>;
  }): Promise<void> {
    return this.#inTurn(async () => {
      const numberHash = hashIdentityNumber(input.number, this.#numberKey);
      const [known] = await this.#store.peopleOfNumber(numberHash);
      const personId = known ?? newId();
      const made = await input.make(personId);
      const added =
        known === undefined
          ? [this.#store.addPerson({ id: personId, name: input.name }), this.#announcement(personId, numberHash)]
          : [];
      await this.#store.write([...added, ...made]);
    });
  }

  /** The statement that keeps whose number it is, as somebody has told it. */
  #announcement(personId: string, numberHash: string): Query {
    const nothing = { professionId: null, categories: [], organisation: null };
    const identity = { provider: announced, subject: personId, personId, numberHash, ...nothing };
    return this.#store.keep(identity, this.#now().toISOString());
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #known(provider: string, subject: string, numberHash: string | null): Promise<string | null> {
    const bySubject = (await this.#store.find(provider, subject))?.personId ?? null;
    const byNumber = numberHash === null ? [] : await this.#store.peopleOfNumber(numberHash);
    const found = new Set([...(bySubject === null ? [] : [bySubject]), ...byNumber]);
    if (found.size > 1) throw new SignInRefused('other-person', 'known-as-two-people');
    return [...found][0] ?? null;
  }

  async #notTheGuest(guestId: string, known: string | null): Promise<SignInRefused> {
    if (known !== null) return new SignInRefused('other-person', 'known-as-somebody-else');
    const isKnown = (await this.of(guestId)).some(({ numberHash }) => numberHash !== null);
    return isKnown
      ? new SignInRefused('other-person', 'link-is-for-somebody-else')
      : new SignInRefused('not-registered', 'number-of-guest-unknown');
  }
}
