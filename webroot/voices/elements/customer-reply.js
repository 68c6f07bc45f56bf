import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { forget, keep, kept } from '../reading/draft.js';
import { ids, isUploading } from '../reading/photos.js';
import { answer, close, reopen, thank } from '../requests.js';
import './photo-picker.js';

const LONGEST = 4000;

/** What a customer has to say to it: an answer, more photos, that it is solved or is not, a thank-you. */
class CustomerReply extends FormElement {
  static properties = {
    page: { attribute: false },
    text: { state: true },
    photos: { state: true },
    lacking: { state: true },
    did: { state: true },
  };
  static texts = { 409: 'reply.changed' };

  #key = newKey();

  connectedCallback() {
    super.connectedCallback();
    const { text = '', photos = [] } = kept(this.#place()) ?? {};
    Object.assign(this, { text, photos });
  }

  render() {
    const can = (what) => this.page.can?.includes(what);
    if (!['add', 'close', 'reopen', 'thank'].some(can)) {
      return nothing;
    }
    const isClosed = this.page.state === 'closed';
    return html`<form class="card form reply-form" @submit=${this.#send}>
      ${can('add') || can('reopen')
        ? html`<div class="entry">
              <label for="reply-text">
                ${t(isClosed ? 'reply.again' : this.page.state === 'waiting' ? 'reply.answer' : 'reply.add')}
              </label>
              <textarea
                id="reply-text"
                name="text"
                maxlength=${LONGEST}
                .value=${this.text}
                aria-describedby="reply-error"
                aria-invalid=${this.lacking || this.wrong('text') ? 'true' : nothing}
                @input=${this.#write}
              ></textarea>
              <p class="trouble" id="reply-error" role="alert">
                ${this.wrong('text') ?? (this.lacking ? t('reply.no-text') : '')}
              </p>
            </div>
            <photo-picker .photos=${this.photos} @photos=${this.#show}></photo-picker>`
        : nothing}
      ${this.trouble('text')}
      <p class="said-done" role="status">${this.did ? t(this.did) : ''}</p>
      <p class="buttons">
        ${can('add') && !isClosed ? this.#button('go', 'send', 'reply.send') : nothing}
        ${can('reopen') && isClosed ? this.#button('quiet', 'reopen', 'reply.reopen') : nothing}
        ${can('close') && !isClosed
          ? this.#act('close', 'reply.solved', () => close(this.page, this.#said()))
          : nothing}
        ${can('thank') ? this.#act('thank', 'reply.thank', () => thank(this.page), 'reply.thanked') : nothing}
      </p>
    </form>`;
  }

  #button(look, action, words) {
    return html`<button
      class=${look}
      data-action=${action}
      ?disabled=${this.busy || isUploading(this.photos)}
    >${t(words)}</button>`;
  }

  #act(action, words, act, did) {
    return html`<button
      type="button"
      class="quiet"
      data-action=${action}
      ?disabled=${this.busy}
      @click=${() => this.#run(act, did)}
    >${t(words)}</button>`;
  }

  #place = () => `messages/${this.page.number}`;
  #said = () => (this.text.trim() ? { text: this.text.trim() } : {});

  #write = ({ target }) => {
    this.text = target.value;
    this.lacking = false;
    this.did = undefined;
    keep(this.#place(), { text: this.text, photos: this.photos });
  };

  #show = ({ detail }) => {
    this.photos = detail;
    keep(this.#place(), { text: this.text, photos: detail.filter(({ id }) => id) });
  };

  #send = (event) => {
    event.preventDefault();
    const photos = ids(this.photos);
    this.lacking = this.text.trim() === '' && (photos.length === 0 || this.page.state === 'closed');
    if (this.lacking) {
      this.querySelector('textarea').focus();
      return;
    }
    const send = this.page.state === 'closed' ? reopen : answer;
    this.#run(() => send(this.page, { ...this.#said(), photos }, this.#key), 'reply.sent');
  };

  async #run(act, did) {
    const isDone = await this.attempt(act);
    this.problem?.status === 0 || (this.#key = newKey()); // What nobody answered is sent again as the same.
    if (isDone) {
      forget(this.#place());
      Object.assign(this, { text: '', photos: [], did });
    }
  }
}

customElements.define('customer-reply', CustomerReply);
