import { Delivery } from './delivery.js';
import { PictureDelivery } from './picture-delivery.js';
import { lacksPicture, ready } from './reading/leaving.js';
import { RetryLoop } from './retry-loop.js';

/** Whatever leaves a device leaves under this name, by one tab at a time. */
export const NAME = 'vitrine-station';
const BATCH = 50;
/** Photos do not wait for a clip that takes minutes. */
const LANES = { photos: (record) => !record.large, 'large files': (record) => Boolean(record.large) };

/**
 * Sends what is kept, by one tab at a time: reports in the order in which they were tapped within a line, and pictures
 * on lanes of their own, so that only what follows a picture on its line waits for it.
 */
export class Sending {
  #kept;
  #delivery;
  #reached;
  #reports;
  #lanes;

  /**
   * @param reached hears that the server took something
   * @param failed hears why something could not be sent now
   */
  constructor(kept, server, clock, { after, reached, failed }) {
    this.#kept = kept;
    this.#delivery = new Delivery(kept, server, clock);
    this.#reached = reached;
    this.#reports = new RetryLoop(NAME, () => this.#sendReports(), { failed, after });
    this.#lanes = Object.entries(LANES).map(([name, isOurs]) => {
      const pictures = new PictureDelivery(kept, server, clock, isOurs);
      return new RetryLoop(`${NAME} ${name}`, () => this.#sendPictures(pictures), { failed, after });
    });
  }

  /** Compares the device's clock with the server's, if that is not known well. */
  compare() {
    return this.#delivery.compare();
  }

  soon(millis) {
    [this.#reports, ...this.#lanes].forEach((loop) => loop.later(millis));
  }

  /** No more waiting, for no picture either. */
  async hurry() {
    await this.#letNoneBe().catch(() => {}); // Where the disk does not answer, they wait as they would have.
    await this.#reports.hurry();
    await Promise.all(this.#lanes.map((lane) => lane.hurry()));
  }

  async #letNoneBe() {
    const hindered = (await this.#kept.all()).filter((record) => lacksPicture(record) && record.hindered);
    await this.#kept.change(
      hindered.map(({ seq }) => seq),
      (record) => ({ ...record, hindered: { ...record.hindered, rest: 0 } }),
    );
  }

  /** Sends what waits; answers when nothing more can be done now. */
  async flush() {
    await this.#reports.run();
    await Promise.all(this.#lanes.map((lane) => lane.run()));
  }

  async #sendReports() {
    const [all, station] = await Promise.all([this.#kept.all(), this.#kept.find('station')]);
    const leaving = ready(all, station).slice(0, BATCH);
    if (leaving.length === 0) {
      return undefined;
    }
    await this.#delivery.deliver(leaving, all);
    this.#reached();
    this.#lanes.forEach((lane) => lane.later(0)); // There is a network again.
    return 0;
  }

  async #sendPictures(pictures) {
    const rest = await pictures.sendNext();
    if (rest === 0) {
      this.#reached();
      await this.#reports.run();
    }
    return rest;
  }
}
