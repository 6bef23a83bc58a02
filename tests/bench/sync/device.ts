/** What a page has to do so that it can be measured: the same for the floor, the peers and ours. */

/** How a device finds its queue. */
export type Opening = {
  queueUrl: string;
  code: string /** Names its database, so that pages of one origin are devices of their own. */;
  device: string;
};

export type BenchDevice = {
  open(opening: Opening): Promise<void>;
  /** Puts clips from one number up to another into the device's database, ready to be sent. Not measured. */
  fill(from: number, to: number): Promise<void>;
  push(): Promise<void>;
  pull(): Promise<void>;
  /** What comes after a push or a pull and is looked at by itself. */
  settle(): Promise<void>;
  /** A person changes the clip with this number, and it is sent. */
  change(number: number): Promise<void>;
  /** How many clips are there. */
  count(): Promise<number>;
};

declare global {
  interface Window {
    bench: BenchDevice;
  }
}
