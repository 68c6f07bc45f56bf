import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { decide } from '../minutes-requests.js';

/** Whether minutes read otherwise from now on; whoever asked for it reads the answer. */
class DecideForm extends FormElement {
  static properties = { amendment: { attribute: false }, number: { attribute: false } };

  render() {
    const { amendment } = this;
    return html`<form class="form" @submit=${this.#send}>
      <h2>${t('wanted.decide')}</h2>
      <div class="entry">
        <label for="decide-text">${t(amendment.line ? 'decide.line' : 'decide.whole')}</label>
        <textarea id="decide-text" name="text" rows="3" maxlength="2000" .defaultValue=${amendment.text}></textarea>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      <div class="entry">
        <label for="decide-answer">${t('decide.answer')}</label>
        <textarea id="decide-answer" name="answer" rows="2" maxlength="1000" required></textarea>
        <p class="soft">${t('decide.hint')}</p>
        <p class="trouble" role="alert">${this.wrong('answer') ?? ''}</p>
      </div>
      ${this.trouble('text', 'answer')}
      <p class="buttons">
        <button class="go" value="taken" data-action="take" ?disabled=${this.busy}>${t('decide.take')}</button>
        <button value="declined" data-action="decline" ?disabled=${this.busy}>${t('decide.decline')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    event.preventDefault();
    const { text, answer } = Object.fromEntries(new FormData(event.target));
    const outcome = event.submitter?.value || 'taken';
    const said = outcome === 'taken' ? { outcome, answer, text } : { outcome, answer };
    (await this.attempt(() => decide(this.number, this.amendment.key, said))) && this.done(true);
  };
}

customElements.define('decide-form', DecideForm);
