/** What the page asks of this device about people: who was signed in, whose edits wait, and to forget. */
import { Device } from './device.ts';
import { KeptPlans, tidyKept, type KeptPlan } from './keptPlans.ts';
import {
  forgetPeople,
  forgetSignedIn,
  rememberedPerson,
  rememberPerson,
  unsentEdits,
  type Identity,
  type UnsentEdits,
} from './people.ts';

export type { UnsentEdits };

/** Remembers who is signed in, and lets go of what is kept of anybody else's plans and of plans that nobody opened for long. */
export function remember(identity: Identity): Promise<void> {
  return onDevice(async (device) => {
    await rememberPerson(device, identity);
    await tidyKept(device, { only: identity.me.personId, now: Date.now() });
  });
}

/** Nobody is signed in: plans go, edits that the server does not have stay. */
export function rememberNobody(): Promise<void> {
  return onDevice(async (device) => {
    await forgetSignedIn(device, null);
    await tidyKept(device, { only: null, now: Date.now() });
  });
}

/** The server says that this person's session has ended: plans go, edits that the server does not have stay. */
export function rememberSessionEnded(person: string): Promise<void> {
  return onDevice(async (device) => {
    await forgetSignedIn(device, person);
    await new KeptPlans({ device, person }).removeAll();
  });
}

/** Who was signed in when the server was last asked; null where nobody was. */
export function recall(): Promise<Identity | null> {
  return onDevice(rememberedPerson);
}

/** Whose edits wait here. */
export function unsent(): Promise<readonly UnsentEdits[]> {
  return onDevice(unsentEdits);
}

/** Takes everything of these people from the device. */
export function forget(people: readonly string[]): Promise<void> {
  return onDevice((device) => forgetPeople(device, people));
}

/** The plans of a person that are kept here. */
export function keptPlans(person: string): Promise<readonly KeptPlan[]> {
  return onDevice((device) => new KeptPlans({ device, person }).list());
}

/** One plan of a person as it was kept here, or null. */
export function keptPlan(person: string, planId: string): Promise<KeptPlan | null> {
  return onDevice((device) => new KeptPlans({ device, person }).load(planId));
}

/** The server says that these are all the plans of a person, or that one is gone: what is kept of others goes. */
export function forgetPlans(person: string, gone: (planId: string) => boolean): Promise<void> {
  return onDevice(async (device) => {
    const plans = new KeptPlans({ device, person });
    for (const { plan } of await plans.list()) if (gone(plan.id)) await plans.remove(plan.id);
  });
}

async function onDevice<Result>(operate: (device: Device) => Promise<Result>): Promise<Result> {
  const device = new Device();
  try {
    return await operate(device);
  } finally {
    device.close();
  }
}
