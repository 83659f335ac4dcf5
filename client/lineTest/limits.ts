/** From where on a line is weak for a meeting, and from where it is a fault: data, each with its reason. */

interface Limit {
  readonly weak: number;
  readonly fault: number;
}

/**
 * The part that is lost. Conversation wants less than 3 % (ITU-T G.1010, table I.1, conversational voice); up to a tenth Opus repairs
 * from the packets that follow (our own measurement, promise M11), beyond it words are missing.
 */
export const lossAbove: Limit = { weak: 0.03, fault: 0.1 };

/**
 * Milliseconds there and back. ITU-T G.114 wants at most 150 ms one way and calls more than 400 ms unfit; with what a meeting adds
 * itself, people begin to speak at the same time above some 400 ms there and back.
 */
export const roundTripAbove: Limit = { weak: 400, fault: 800 };

/**
 * Bits per second up. Sound takes some 40 000, the smallest picture 120 000, the middle one 350 000 (media/sendPolicy.ts). Below
 * 300 000 a small picture leaves sound no room for repairs; 600 000 carries sound with the two lower layers.
 */
export const upBelow: Limit = { weak: 600_000, fault: 300_000 };

/** Bits per second down: four others as small pictures with sound make 640 000, one alone as a small picture 160 000 and repairs. */
export const downBelow: Limit = { weak: 800_000, fault: 300_000 };
