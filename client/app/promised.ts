/** A promise that is kept from outside. Telephones of a few years ago do not have `Promise.withResolvers`. */

export interface Promised<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

export function promised<Value>(): Promised<Value> {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((keep) => (resolve = keep));
  return { promise, resolve };
}
