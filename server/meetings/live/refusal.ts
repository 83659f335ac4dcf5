/** Refusing for lack of a right. It looks like `not-found` from outside; whoever answers it records it. */
import { SamradError } from '../../../shared/protocol/errors.ts';

export class Refusal extends SamradError {
  constructor() {
    super('not-found');
    this.name = 'Refusal';
  }
}
