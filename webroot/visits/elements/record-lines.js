import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { usualDue } from '../reading/drafts.js';

const LONGEST = { facts: 2000, wishes: 2000, promises: 500 };

/** What was said of one sort, a row each: Enter adds one, Backspace in an empty one takes it away. */
class RecordLines extends LightElement {
  static properties = {
    sort: { type: String },
    draft: { attribute: false },
    staff: { attribute: false },
    by: { type: Number },
    busy: { type: Boolean },
  };

  render() {
    const { sort } = this;
    return html`<fieldset ?disabled=${this.busy}>
      <legend>${t(`note.${sort}`)}</legend>
      <p class="soft">${t(`note.${sort}-hint`)}</p>
      ${this.draft[sort].map((_, at) => this.#line(at))}
      <p>
        <button
          type="button"
          class="quiet"
          data-action="add-${sort}"
          @click=${() => this.#add(this.draft[sort].length)}
        >${t(`note.${sort}-add`)}</button>
      </p>
    </fieldset>`;
  }

  #line(at) {
    const { sort } = this;
    const label = t(`note.${sort}-line`, { count: at + 1 });
    return html`<div class="rec-line">
      <textarea
        rows="1"
        name="${sort}-${at}"
        maxlength=${LONGEST[sort]}
        enterkeyhint="next"
        aria-label=${label}
        .value=${this.#text(at)}
        @input=${({ target }) => this.#write(at, target.value)}
        @keydown=${(event) => this.#key(event, at)}
      ></textarea>
      <button
        type="button"
        class="rec-remove"
        aria-label=${t('note.remove', { line: label })}
        @click=${() => this.#remove(at)}
      ><span aria-hidden="true">×</span></button>
      ${sort === 'promises' && this.#text(at).trim() ? this.#promise(at) : nothing}
    </div>`;
  }

  #promise(at) {
    const promise = this.draft.promises[at];
    return html`<div class="rec-more">
      <label class="field">
        <span>${t('note.due')}</span>
        <input
          type="date"
          min=${today()}
          .value=${promise.due || usualDue(today())}
          @input=${({ target }) => (promise.due = target.value)}
        />
      </label>
      <label class="field">
        <span>${t('note.owner')}</span>
        <select @change=${({ target }) => this.#owner(promise, target.value)}>
          <option value="">${t('note.owner-me')}</option>
          ${this.staff
            .filter(({ id }) => id !== this.by)
            .map(
              ({ email, name }) => html`<option value=${email} ?selected=${email === promise.owner}>${name}</option>`,
            )}
        </select>
      </label>
    </div>`;
  }

  #owner(promise, email) {
    promise.owner = email;
    this.#tell();
  }

  #text(at) {
    const line = this.draft[this.sort][at];
    return line.text ?? line;
  }

  #write(at, text) {
    const { draft, sort } = this;
    draft[sort][at] = sort === 'promises' ? { ...draft[sort][at], text } : text;
    this.requestUpdate();
  }

  #key(event, at) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#add(at + 1);
    } else if (event.key === 'Backspace' && this.#text(at) === '' && this.draft[this.sort].length > 1) {
      event.preventDefault();
      this.#remove(at);
    }
  }

  async #add(at) {
    const { draft, sort } = this;
    draft[sort].splice(at, 0, sort === 'promises' ? { text: '', due: '', owner: '' } : '');
    this.#tell();
    await this.#focus(at);
  }

  async #remove(at) {
    const { draft, sort } = this;
    draft[sort].splice(at, 1);
    draft[sort].length === 0 && draft[sort].push(sort === 'promises' ? { text: '', due: '', owner: '' } : '');
    this.#tell();
    await this.#focus(Math.max(0, at - 1));
  }

  async #focus(at) {
    this.requestUpdate();
    await this.updateComplete;
    this.querySelectorAll('textarea')[at]?.focus();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
  }
}

customElements.define('record-lines', RecordLines);
