import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { Typing } from '../reading/typing.js';
import { hold, save, write } from '../table-requests.js';
import { refusedBox, removedBox } from './writer-trouble.js';

const KINDS = ['remark', 'decision'];
/** As the server says that a line is there no more. */
const REMOVED = { status: 404 };

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
  /** To what a new line is said: where the table was when somebody began to write it. */
  #about;
  /** Whether the line stood among all lines, so that it is removed once it does not. */
  #seen;

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
    this.#about = undefined;
    this.#seen = false;
    this.#typing?.stop();
    this.#typing = new Typing(this.#ask, () => this.requestUpdate(), { text: line?.text, version: line?.version });
  }

  /** What is written here and stands nowhere else; nothing where all is saved. */
  get unsent() {
    return this.#typing.isSaved && !this.#isRemoved() ? '' : this.#typing.text.trim();
  }

  firstUpdated() {
    this.line && this.querySelector('textarea').focus();
  }

  willUpdate() {
    const stands = Boolean(this.lines?.[this.#key]);
    this.#seen ||= stands || Boolean(this.line);
    if (this.#key && this.#seen && !stands && !this.#typing.refused) {
      this.#typing.refuse(REMOVED);
    }
  }

  #isRemoved = () => Boolean(this.#key) && this.#typing.refused?.status === REMOVED.status;

  render() {
    const id = `line-${this.line?.key ?? 'new'}`;
    return html`<form class="line-writer" @submit=${this.#submit}>
      ${this.line ? nothing : this.#kinds()}
      <label class="visually-hidden" for=${id}>${t(this.line ? 'writer.change' : 'writer.new')}</label>
      <textarea id=${id} rows="2" maxlength="1000" .value=${this.#typing.text} placeholder=${t('writer.placeholder')}
        @input=${this.#type} @keydown=${this.#keys}></textarea>
      ${this.#trouble()}
      ${this.#isRemoved() ? nothing : this.#buttons()}
    </form>`;
  }

  #kinds() {
    return html`<div class="kinds" role="group" aria-label=${t('writer.kind')}>
      ${KINDS.map((kind) => html`<button type="button" data-kind=${kind}
        aria-pressed=${kind === this.kind ? 'true' : 'false'} @click=${() => (this.kind = kind)}>${
          t(`line.${kind}`)}</button>`)}
    </div>`;
  }

  #buttons() {
    const { refused, isSaved } = this.#typing;
    return html`<p class="buttons">
      <button class="go" data-action="line-done" ?disabled=${Boolean(refused)}>${t('writer.done')}</button>
      ${this.line
        ? html`<button type="button" class="quiet" data-action="line-leave" @click=${this.#leave}>${
            t('cancel')}</button>`
        : nothing}
      <span class="soft" role="status">${this.#key && isSaved && !refused ? t('writer.saved') : ''}</span>
    </p>`;
  }

  #trouble() {
    const { refused: problem, text } = this.#typing;
    if (!problem) {
      return nothing;
    }
    const newest = this.lines?.[this.#key];
    const select = () => this.querySelector('textarea').select();
    return this.#isRemoved()
      ? removedBox({ text, select, anew: this.#anew, close: this.#close })
      : refusedBox({ problem, newest, now: this.now, insist: () => this.#insist(newest), close: this.#close });
  }

  #type = ({ target }) => {
    this.#about ??= { item: this.item };
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

  #anew = () => {
    const { line } = this;
    if (line) {
      this.#about = { item: line.item };
      this.kind = KINDS.includes(line.kind) ? line.kind : undefined; // As whoever writes usually does.
    }
    this.line = undefined;
    this.#key = undefined;
    this.#seen = false;
    this.#typing.forget();
    return this.#finish();
  };

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
    const { kind } = this;
    const { item } = this.#about ?? this;
    const saved = await write(this.number, { item, kind, text, hold: writesOn });
    this.#key = saved.key;
    writesOn && this.dispatchEvent(new CustomEvent('writing', { detail: saved.key }));
    return saved;
  };
}

customElements.define('line-writer', LineWriter);
