import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { writer } from '../reading/table.js';
import { Typing } from '../reading/typing.js';
import { hold, save, write } from '../table-requests.js';

const KINDS = ['remark', 'decision'];

/**
 * The box in which a line is written: a new one, or one that is there. Others see it grow; what is refused stays in
 * the box, beside what the line reads by now.
 */
class LineWriter extends LightElement {
  static properties = {
    number: { type: Number },
    /** To what a new line is said. */
    item: {},
    /** The line as it was when somebody began to write at it. */
    line: { attribute: false },
    /** All lines as they are now. */
    lines: { attribute: false },
    now: { type: Number },
    kind: { state: true },
  };

  #typing;
  #key;

  constructor() {
    super();
    this.kind = 'remark';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#typing.stop();
  }

  #begin() {
    const { line } = this;
    this.#key = line?.key;
    this.#typing?.stop();
    this.#typing = new Typing(this.#ask, () => this.requestUpdate(), { text: line?.text, version: line?.version });
  }

  render() {
    const id = `line-${this.line?.key ?? 'new'}`;
    const { refused, isSaved } = this.#typing;
    return html`<form class="line-writer" @submit=${this.#submit}>
      ${this.line ? nothing : this.#kinds()}
      <label class="visually-hidden" for=${id}>${t(this.line ? 'writer.change' : 'writer.new')}</label>
      <textarea id=${id} rows="2" maxlength="1000" .value=${this.#typing.text} placeholder=${t('writer.placeholder')}
        @input=${this.#type} @keydown=${this.#keys}></textarea>
      ${refused ? this.#refused(refused) : nothing}
      <p class="buttons">
        <button class="go" data-action="line-done" ?disabled=${Boolean(refused)}>${t('writer.done')}</button>
        ${this.line
          ? html`<button type="button" class="quiet" data-action="line-leave" @click=${this.#leave}>${
              t('cancel')}</button>`
          : nothing}
        <span class="soft" role="status">${this.#key && isSaved && !refused ? t('writer.saved') : ''}</span>
      </p>
    </form>`;
  }

  #kinds() {
    return html`<div class="kinds" role="group" aria-label=${t('writer.kind')}>
      ${KINDS.map((kind) => html`<button type="button" data-kind=${kind}
        aria-pressed=${kind === this.kind ? 'true' : 'false'} @click=${() => (this.kind = kind)}>${
          t(`line.${kind}`)}</button>`)}
    </div>`;
  }

  /** The newer text, beside the one in the box. */
  #refused(problem) {
    const newest = this.lines?.[this.#key];
    const name = newest && writer(newest, this.now);
    return html`<div class="trouble-box" role="alert">
      <p>${problem.status === 409 ? t(name ? 'writer.held' : 'writer.changed', { name }) : refusal(problem)}</p>
      ${newest ? html`<blockquote class="writer-newest">${newest.text}</blockquote>` : nothing}
      <p class="buttons">
        <button type="button" class="go" data-action="line-insist" @click=${() => this.#insist(newest)}>${
          t('writer.insist')}</button>
        <button type="button" class="quiet" data-action="line-give-in" @click=${this.#close}>${
          t('writer.give-in')}</button>
      </p>
    </div>`;
  }

  #type = ({ target }) => {
    this.#typing.type(target.value);
    this.requestUpdate();
  };

  #keys = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#finish();
    }
  };

  #submit = (event) => {
    event.preventDefault();
    this.#finish();
  };

  async #finish() {
    if (!this.#typing.text.trim()) {
      return;
    }
    (await this.#typing.finish()) && this.#close();
  }

  #insist = (newest) => this.#typing.insist(newest?.version);

  #leave = () => {
    hold(this.number, this.#key, false).catch(() => {}); // It ends by itself.
    this.#close();
  };

  #close = () => {
    this.line = undefined;
    this.#begin();
    this.dispatchEvent(new CustomEvent('writing'));
    this.dispatchEvent(new CustomEvent('done'));
    this.requestUpdate();
  };

  #ask = async ({ text, version, hold: writesOn }) => {
    if (this.#key) {
      const kind = this.line ? undefined : this.kind;
      return save(this.number, this.#key, { text, version, kind, hold: writesOn });
    }
    const { item, kind } = this;
    const saved = await write(this.number, { item, kind, text, hold: writesOn });
    this.#key = saved.key;
    writesOn && this.dispatchEvent(new CustomEvent('writing', { detail: saved.key }));
    return saved;
  };
}

customElements.define('line-writer', LineWriter);
