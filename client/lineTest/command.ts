/** What a person can ask for in a test before the meeting, as its element tells it to the page. */

/** `heard` and `notHeard` answer whether the sound was heard. */
export type LineTestCommand = 'begin' | 'playAgain' | 'heard' | 'notHeard';

export class LineTestEvent extends Event {
  static readonly eventName = 'samrad-line-test';
  readonly command: LineTestCommand;

  constructor(command: LineTestCommand) {
    super(LineTestEvent.eventName, { bubbles: true });
    this.command = command;
  }
}
