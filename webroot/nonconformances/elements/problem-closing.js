import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { leftOf } from '../reading/nonconformances.js';
import { close, reopen } from '../requests.js';

/** Closes it, with a reason for each thing that is left; or opens it again. */
class ProblemClosing extends FormElement {
  static properties = { page: { attribute: false } };

  #key = newKey();

  render() {
    const isOpen = this.page.state === 'open';
    const name = isOpen ? 'close' : 'reopen';
    const blocked = isOpen && this.page.left.some(({ each }) => each);
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t(`nonconformance.${name}`)}</h2>
      <p class="soft">${t(`problem-closing.${name}`)}</p>
      ${isOpen ? this.page.left.map((matter) => this.#left(matter)) : nothing}
      ${this.#words('word', t(`problem-closing.${name}-word`), !isOpen, this.wrong(isOpen ? 'text' : 'reason', 'word'))}
      ${this.trouble('reason', 'text')}
      <p class="buttons">
        <button class="go" data-action="${name}-now" ?disabled=${this.busy || blocked}>
          ${t(`nonconformance.${name}`)}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #left(matter) {
    if (matter.each) {
      return html`<p class="trouble" data-left=${matter.what}>
        ${t('problem-closing.each', { what: leftOf(matter) })}
      </p>`;
    }
    const label = t('problem-closing.left', { what: leftOf(matter) });
    return this.#words(`left-${matter.what}`, label, true, this.wrong(`left-${matter.what}`));
  }

  #words(name, label, required, error) {
    return html`<div class="entry">
      <label for=${name}>${label}</label>
      <textarea
        id=${name}
        name=${name}
        maxlength="1000"
        ?required=${required}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="${name}-error"
      ></textarea>
      <p class="trouble" id="${name}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #send = async (event) => {
    const said = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const { number, state, left } = this.page;
    const reasons = left.filter(({ each }) => !each).map(({ what }) => ({ what, reason: said[`left-${what}`] }));
    const act = () =>
      state === 'open'
        ? close(number, { text: said.word, left: reasons }, this.#key)
        : reopen(number, said.word, this.#key);
    (await this.attempt(act)) && this.done();
  };
}

customElements.define('problem-closing', ProblemClosing);
