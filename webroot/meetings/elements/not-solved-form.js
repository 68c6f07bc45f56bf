import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { notSolved } from '../minutes-requests.js';

/** What is not solved: a message is open again, an action did not work, and stands on the next agenda. */
class NotSolvedForm extends FormElement {
  static properties = { about: { attribute: false } };

  #key = newKey();

  render() {
    return html`<form class="form" @submit=${this.#send}>
      <h2>${t('you-said.not-solved')}</h2>
      ${this.about.text ? html`<blockquote>${this.about.text}</blockquote>` : nothing}
      <p class="soft">${t('not-solved.text')}</p>
      <div class="entry">
        <label for="not-solved">${t('not-solved.field')}</label>
        <textarea id="not-solved" name="text" rows="3" maxlength="1000" required></textarea>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="say" ?disabled=${this.busy}>${t('not-solved.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { text } = submitted(event);
    (await this.attempt(() => notSolved(this.about, text, this.#key))) && this.done(true);
  };
}

customElements.define('not-solved-form', NotSolvedForm);
