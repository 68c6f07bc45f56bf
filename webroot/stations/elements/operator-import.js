import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { pasted } from '../reading/pasted.js';
import { addOperator } from '../requests.js';

const OF_A_LINE = [409, 422];
const TEXTS = { 409: 'operator-form.taken' };

/** Adds several operators at once, pasted from a sheet; `done` with how many. What was refused stays to be mended. */
class OperatorImport extends FormElement {
  #added = 0;

  render() {
    const error = this.wrong('lines');
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('operators.add-several')}</h2>
      <div class="entry">
        <label for="operator-lines">${t('operator-import.lines')}</label>
        <textarea
          id="operator-lines"
          name="lines"
          rows="8"
          required
          spellcheck="false"
          autocomplete="off"
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="operator-lines-hint operator-lines-error"
        ></textarea>
        <p class="soft" id="operator-lines-hint">${t('operator-import.hint')}</p>
        <p class="trouble" id="operator-lines-error" role="alert">${error ?? ''}</p>
      </div>
      ${this.trouble('lines')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('operators.add-several')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done(this.#added)}>
          ${t('cancel')}
        </button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const entries = pasted(submitted(event).lines);
    const wrong = entries
      .filter(({ isWhole }) => !isWhole)
      .map(({ line }) => ({ field: 'lines', said: t('operator-import.not-whole', { line }) }));
    if (this.fine(event.target, { wrong: wrong.slice(0, 1) })) {
      this.attempt(() => this.#addAll(entries));
    }
  };

  /** One after the other: who is added is added, whatever becomes of the next. */
  async #addAll(entries) {
    const left = [];
    for (const { name, badge, pin, line } of entries) {
      try {
        await addOperator({ name, badge, pin });
        this.#added++;
      } catch (problem) {
        if (!OF_A_LINE.includes(problem.status)) {
          throw problem;
        }
        left.push({ line, said: t('operator-import.refused', { name, why: refusal(problem, TEXTS) }) });
      }
    }
    if (left.length === 0) {
      this.done(this.#added);
      return;
    }
    this.querySelector('textarea').value = left.map(({ line }) => line).join('\n');
    this.problem = { faults: [{ field: 'lines', said: left.map(({ said }) => said).join(' ') }] };
  }
}

customElements.define('operator-import', OperatorImport);
