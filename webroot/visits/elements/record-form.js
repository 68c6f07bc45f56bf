import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { Outbox } from '../outbox.js';
import { emptyDraft, isBlank, newId } from '../reading/drafts.js';
import { hasBegun } from '../reading/visits.js';
import { choices } from '../requests.js';
import './left-over-record.js';
import './record-lines.js';
import './record-pictures.js';

const RESTS_MILLIS = 250;

/** What is said at a visit, noted on a phone: kept on the device as it is typed, and sent once there is a network. */
class RecordForm extends LightElement {
  static properties = {
    page: { attribute: false },
    me: { attribute: false },
    draft: { state: true },
    offline: { state: true },
    staff: { state: true },
    trouble: { state: true },
  };

  #outbox;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#outbox = new Outbox(this.me.email);
    this.#outbox.addEventListener('changed', this.#changed);
    addEventListener('online', this.#network);
    addEventListener('offline', this.#network);
    addEventListener('pagehide', this.#keepNow);
    this.#network();
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#keepNow();
    removeEventListener('online', this.#network);
    removeEventListener('offline', this.#network);
    removeEventListener('pagehide', this.#keepNow);
  }

  async #begin() {
    const kept = await this.#outbox.find(this.page.number).catch(() => undefined);
    this.draft = kept ?? emptyDraft(this.page, newId());
    this.#outbox.flush().catch(this.#cannotKeep);
    this.staff = await choices().then(({ staff }) => staff).catch(() => []);
  }

  #cannotKeep = () => (this.trouble = t('note.not-kept'));

  #network = () => (this.offline = !navigator.onLine);

  /** Another tab, or the sending, wrote it; what is being typed here goes first. */
  #changed = async ({ detail }) => {
    const kept = detail === this.page.number && (await this.#outbox.find(detail));
    if (kept && (kept.state !== 'draft' || !this.contains(document.activeElement))) {
      this.draft = kept;
    }
  };

  render() {
    const { draft } = this;
    if (!draft) {
      return nothing;
    }
    if (this.page.record) {
      const left = html`<left-over-record .draft=${draft} @discard=${this.#discard}></left-over-record>`;
      return draft.state === 'sent' || isBlank(draft) ? nothing : left;
    }
    const sends = draft.state === 'ready';
    return html`<section class="card" aria-labelledby="note">
      <h2 id="note">${t('note.title')}</h2>
      <p class="soft">${t('note.text')}</p>
      <p class="record-stands" role="status" data-stands=${this.#stands()}>${t(`note.stands.${this.#stands()}`)}</p>
      ${draft.state === 'sent'
        ? nothing
        : html`<form class="record-form" novalidate @submit=${this.#send} @input=${this.#typed} @changed=${this.#typed}>
            ${this.#present()}
            <record-lines sort="facts" .draft=${draft} ?busy=${sends}></record-lines>
            <record-lines sort="wishes" .draft=${draft} ?busy=${sends}></record-lines>
            <record-lines
              sort="promises"
              .draft=${draft}
              .staff=${this.staff ?? []}
              .by=${this.page.by.id}
              ?busy=${sends}
            ></record-lines>
            <record-pictures .draft=${draft} ?busy=${sends}></record-pictures>
            <p class="trouble" role="alert">${this.#refused()}</p>
            <p class="buttons">
              <button class="go" data-action="note" ?disabled=${sends || !hasBegun(this.page)}>
                ${t('note.send')}
              </button>
              ${sends
                ? html`<button type="button" class="quiet" data-action="reopen" @click=${this.#reopen}>
                    ${t('note.reopen')}
                  </button>`
                : nothing}
            </p>
            ${hasBegun(this.page) ? nothing : html`<p class="soft">${t('note.not-begun')}</p>`}
          </form>`}
    </section>`;
  }

  #discard = async () => {
    await this.#outbox.forget(this.page.number);
    this.draft = undefined;
  };

  /** Where it stands, plainly: what is on this device alone, what waits, what the server has. */
  #stands() {
    const { state } = this.draft;
    if (state === 'ready') {
      return this.offline ? 'waiting' : 'sending';
    }
    return state === 'draft' ? (isBlank(this.draft) ? 'blank' : 'here') : state;
  }

  #refused() {
    const { state, problem } = this.draft;
    return this.trouble ?? (state === 'refused' ? (problem?.message ?? t('note.refused')) : '');
  }

  #present() {
    const { draft } = this;
    return html`<fieldset ?disabled=${draft.state === 'ready'}>
      <legend>${t('note.present')}</legend>
      ${this.page.with.map(
        ({ name }) => html`<label class="tick">
          <input
            type="checkbox"
            .checked=${draft.present.includes(name)}
            @change=${({ target }) => this.#tick(name, target.checked)}
          />
          <span>${name}</span>
        </label>`,
      )}
      <div class="entry">
        <label for="note-others">${t('note.others')}</label>
        <input
          id="note-others"
          name="others"
          maxlength="1000"
          .value=${draft.others}
          @input=${({ target }) => (draft.others = target.value)}
        />
      </div>
    </fieldset>`;
  }

  #tick(name, there) {
    const { draft } = this;
    draft.present = there ? [...draft.present, name] : draft.present.filter((one) => one !== name);
    this.#typed();
  }

  #typed = () => {
    this.trouble = undefined;
    this.draft.state = 'draft';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keepNow, RESTS_MILLIS);
    this.requestUpdate();
  };

  #keepNow = () => {
    clearTimeout(this.#timer);
    if (this.draft?.state === 'draft' && !isBlank(this.draft)) {
      this.#outbox.keep(this.draft).catch(this.#cannotKeep);
    }
  };

  #send = async (event) => {
    event.preventDefault();
    if (isBlank({ ...this.draft, photos: [] })) {
      this.trouble = t('note.nothing');
      return;
    }
    clearTimeout(this.#timer);
    this.draft = { ...this.draft, state: 'ready', by: this.page.by.name, writtenOn: today(), problem: undefined };
    await this.#outbox
      .keep(this.draft)
      .then(() => this.#outbox.flush())
      .catch(this.#cannotKeep);
  };

  /** It is not sent yet: something is to be added. */
  #reopen = async () => {
    this.draft = { ...this.draft, state: 'draft' };
    await this.#outbox.keep(this.draft);
  };
}

customElements.define('record-form', RecordForm);
