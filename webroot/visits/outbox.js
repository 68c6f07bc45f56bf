import { afterRefusal, recordOf } from './reading/drafts.js';
import { sendPicture, sendRecord } from './requests.js';
import { alone, DeviceStore } from '../base/device-store.js';
import { today } from '../base/format.js';

const NAME = 'vitrine-visits';
const STORE = 'drafts';
const AGAIN_MILLIS = 20_000;
const DRAFTS = new DeviceStore(NAME, (base) => base.createObjectStore(STORE, { keyPath: ['person', 'visit'] }));

/**
 * What is being noted at visits, kept on this device until the server has it. A draft is sent by one tab at a time,
 * whichever: the lock is the browser's, and what is read under it was written before. Sent twice, it is still the
 * same to the server, by its id.
 */
export class Outbox extends EventTarget {
  #person;
  #channel = new BroadcastChannel(NAME);
  #timer;

  constructor(person) {
    super();
    this.#person = person;
    this.#channel.onmessage = ({ data }) => this.#tell(data);
    addEventListener('online', () => this.flush());
  }

  async find(visit) {
    return this.#in('readonly', (store) => store.get([this.#person, visit]));
  }

  async keep(draft) {
    await this.#in('readwrite', (store) => store.put({ ...draft, person: this.#person }));
    this.#channel.postMessage(draft.visit);
  }

  async forget(visit) {
    await this.#in('readwrite', (store) => store.delete([this.#person, visit]));
    this.#channel.postMessage(visit);
  }

  /** Everything of this person's that waits to be sent. */
  async flush() {
    clearTimeout(this.#timer);
    const mine = IDBKeyRange.bound([this.#person], [this.#person, []]);
    const all = await this.#in('readonly', (store) => store.getAll(mine));
    const waiting = all.filter(({ state }) => state === 'ready');
    for (const { visit } of waiting) {
      await this.send(visit);
    }
    const left = await Promise.all(waiting.map(({ visit }) => this.find(visit)));
    if (left.some((draft) => draft?.state === 'ready')) {
      this.#timer = setTimeout(() => this.flush(), AGAIN_MILLIS);
    }
  }

  /** Sends what waits of one visit, if nobody else is at it. */
  async send(visit) {
    await alone(`${NAME}-${this.#person}-${visit}`, async () => {
      const draft = await this.find(visit);
      if (draft?.state === 'ready') {
        await this.#send(draft);
      }
    });
  }

  async #send(draft) {
    try {
      await this.#sendPhotos(draft);
      await sendRecord(draft.visit, recordOf(draft, draft.by, draft.writtenOn ?? today()));
      await this.#become({ visit: draft.visit, id: draft.id, state: 'sent' });
    } catch (problem) {
      const { status = 500, field, message } = problem;
      const lost = field === 'photos' && draft.photos.some(({ id, file }) => id && file);
      const photos = lost ? draft.photos.map(({ file, name }) => ({ file, name })) : draft.photos;
      const state = lost && !draft.again ? 'ready' : afterRefusal({ status });
      await this.#become({ ...draft, photos, state, again: lost, problem: { status, field, message } });
      if (lost && !draft.again) {
        await this.#send(await this.find(draft.visit)); // What the server forgot meanwhile is sent anew, once.
      } else if (state === 'ready') {
        this.#timer ??= setTimeout(() => this.flush(), AGAIN_MILLIS);
      }
    }
  }

  /** Each is kept with its id as soon as it has one, so that it is not sent again. */
  async #sendPhotos(draft) {
    for (const photo of draft.photos.filter(({ id }) => !id)) {
      photo.id = (await sendPicture(new File([photo.file], photo.name, { type: photo.file.type }))).id;
      await this.#become(draft);
    }
  }

  async #become(draft) {
    await this.keep(draft);
    this.#tell(draft.visit);
  }

  #tell(visit) {
    this.dispatchEvent(new CustomEvent('changed', { detail: visit }));
  }

  #in(mode, work) {
    return DRAFTS.in(mode, STORE, work);
  }
}
