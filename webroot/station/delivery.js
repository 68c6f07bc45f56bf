import { isRefusal, lineOf, stampedTimes } from './reading/leaving.js';

const COMPARED_FOR_MILLIS = 300_000;

/**
 * Brings reports to the server, once their pictures are there. Whatever happens on the way, a report is `sent` or
 * `refused` only by the server's own word; anything else is thrown, and it waits as before.
 */
export class Delivery {
  #kept;
  #server;
  #clock;
  #comparedAt = -Infinity;

  constructor(kept, server, clock) {
    this.#kept = kept;
    this.#server = server;
    this.#clock = clock;
  }

  /** Delivers these; `all` are all that are kept, for their times. */
  async deliver(leaving, all) {
    await this.compare();
    await this.#stamp(leaving, all);
    await this.#post(leaving.map(({ seq }) => seq));
    await this.#kept.tidy();
  }

  /** Compares the device's clock with the server's, if that is not known well. */
  async compare() {
    const isOld = this.#clock.ticks() - this.#comparedAt > COMPARED_FOR_MILLIS;
    if (this.#clock.jumped() || !this.#clock.isCompared() || isOld) {
      await this.#server.contact();
      this.#comparedAt = this.#clock.ticks();
    }
  }

  /** Its time is fixed before it is first sent: sent again, it says the same in the same words. */
  async #stamp(records, all) {
    const stamped = all.filter((one) => one.stamped);
    const newest = new Map(stamped.map((one) => [lineOf(one), Date.parse(one.stamped.happenedAt)]));
    const times = stampedTimes(records, this.#clock, newest);
    const bySeq = new Map(records.map(({ seq }, at) => [seq, times[at]]));
    await this.#become([...bySeq.keys()], ({ seq }) => ({ stamped: bySeq.get(seq) }));
  }

  async #post(seqs) {
    const wanted = new Set(seqs);
    const records = (await this.#kept.all()).filter(({ seq, state }) => wanted.has(seq) && state === 'waiting');
    if (records.length === 0) {
      return;
    }
    try {
      const answer = await this.#server.send(records.map(({ report, stamped }) => ({ ...report, ...stamped })));
      await this.#settle(records, answer);
    } catch (problem) {
      if (!isRefusal(problem)) {
        throw problem;
      }
      await this.#refuseOneByOne(records, problem);
    }
  }

  /** One that cannot even be read must not hold up the others. */
  async #refuseOneByOne(records, problem) {
    if (records.length === 1) {
      await refuse(this.#kept, [records[0].seq], problem, problem.field);
      return;
    }
    for (const { seq } of records) {
      await this.#post([seq]);
    }
  }

  /** What the server said of each; what it said nothing of is not sent. */
  async #settle(records, { taken, known, refused: not }) {
    const at = ({ index }) => records[index];
    const isThis = (one) => at(one)?.report.id === one.id;
    const has = new Map([...taken, ...known].filter(isThis).map((one) => [at(one).seq, one.version]));
    const sentAt = this.#clock.now();
    await this.#become([...has.keys()], ({ seq }) => ({
      state: 'sent',
      sentAt,
      version: has.get(seq),
      problem: undefined,
    }));
    for (const one of not.filter((answer) => at(answer))) {
      await this.#refusedReport(at(one), one);
    }
    if (taken.length + known.length + not.length < records.length) {
      throw new Error('The server did not say what became of every report');
    }
  }

  /** Pictures that the server has no longer are sent anew, once for each time that somebody wants it sent. */
  async #refusedReport(record, { field, reason }) {
    if (field?.startsWith('evidence') && !record.resent) {
      for (const hash of record.report.evidence ?? []) {
        await this.#kept.pictureIsSent(hash, false);
      }
      await this.#become([record.seq], () => ({ resent: true, pictured: false }));
    } else {
      await refuse(this.#kept, [record.seq], { message: reason }, field);
    }
  }

  #become(seqs, change) {
    return this.#kept.change(seqs, (record) => ({ ...record, ...change(record) }));
  }
}

/**
 * The server has refused these: they stay until a person acts. What was undone meanwhile is gone, with what was to take
 * it back: the server has neither.
 */
export async function refuse(kept, seqs, { message, status }, field) {
  await kept.change(seqs, (record) => ({ ...record, state: 'refused', problem: { message, status, field } }));
  const all = await kept.all();
  const gone = all.filter(({ state, undone }) => state === 'refused' && undone).map(({ report }) => report.id);
  for (const { seq, report } of all) {
    if ([report.id, report.corrects].some((id) => gone.includes(id))) {
      await kept.remove(seq);
    }
  }
}
