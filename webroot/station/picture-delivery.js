import { refuse } from './delivery.js';
import { hindered, isForeign, isRefusal, lacksPicture, restOf } from './reading/leaving.js';

/**
 * Brings pictures to the server before their reports, one report after the other. One that does not get through holds
 * up its own line alone: the others have their turn, and it is tried again ever more seldom.
 */
export class PictureDelivery {
  #kept;
  #server;
  #clock;
  #isOurs;

  /** @param isOurs which of the reports that lack their pictures it takes care of */
  constructor(kept, server, clock, isOurs) {
    this.#kept = kept;
    this.#server = server;
    this.#clock = clock;
    this.#isOurs = isOurs;
  }

  /** Sends those of one report; answers after how many milliseconds the next may be sent, nothing where none waits. */
  async sendNext() {
    const station = await this.#kept.find('station');
    const waiting = await this.#waiting(station);
    if (waiting.length === 0) {
      return undefined;
    }
    const now = this.#clock.now();
    const rest = Math.min(...waiting.map((one) => restOf(one, now)));
    if (rest === 0) {
      const tries = (one) => one.hindered?.tries ?? 0;
      await this.#send(waiting.filter((one) => restOf(one, now) === 0).sort((a, b) => tries(a) - tries(b))[0]);
    }
    return rest;
  }

  async #waiting(station) {
    const all = station ? await this.#kept.all() : [];
    return all.filter((one) => lacksPicture(one) && !isForeign(one, station) && this.#isOurs(one));
  }

  async #send({ seq, report }) {
    try {
      for (const hash of report.evidence) {
        await this.#sendPicture(hash);
      }
      await this.#become([seq], () => ({ pictured: true, hindered: undefined }));
    } catch (problem) {
      if (isRefusal(problem)) {
        await refuse(this.#kept, [seq], problem, 'evidence');
        return;
      }
      await this.#server.contact(); // Where that fails, too, it is not the picture that does not get through.
      await this.#hinder(seq, problem);
    }
  }

  async #sendPicture(hash) {
    const picture = await this.#kept.picture(hash);
    if (picture && !picture.sent) {
      await this.#server.sendPicture(hash, picture.file);
      await this.#kept.pictureIsSent(hash, true);
    }
  }

  /** Until when the server wants none, none of the others is tried in vain. */
  async #hinder(seq, problem) {
    const concerned = problem.retryAfterSeconds ? await this.#waiting(await this.#kept.find('station')) : [{ seq }];
    const now = this.#clock.now();
    await this.#become(
      concerned.map((one) => one.seq),
      (record) => ({ hindered: hindered(record, problem, now, record.seq === seq) }),
    );
  }

  /** Somebody may have decided otherwise meanwhile. */
  #become(seqs, change) {
    return this.#kept.change(seqs, (record) => (lacksPicture(record) ? { ...record, ...change(record) } : record));
  }
}
