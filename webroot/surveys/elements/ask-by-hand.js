import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { askByHand } from '../requests.js';

const BECAME = ['asked', 'before', 'resting', 'left'];

/** Asks contacts by their addresses. */
class AskByHand extends FormElement {
  static properties = { code: { attribute: false } };

  render() {
    const at = this.problem?.field?.startsWith('emails') ? this.problem.field : undefined;
    return html`<form class="form" novalidate @submit=${this.#ask}>
      <h2>${t('survey-page.by-hand')}</h2>
      <div class="entry">
        <label for="by-hand">${t('ask-by-hand.label')}</label>
        <textarea
          id="by-hand"
          name="emails"
          required
          rows="3"
          aria-invalid=${at || this.wrong('emails') ? 'true' : 'false'}
          aria-describedby="by-hand-hint by-hand-error"
        ></textarea>
        <p class="soft" id="by-hand-hint">${t('ask-by-hand.hint')}</p>
        <p class="trouble" id="by-hand-error" role="alert">${this.wrong('emails') ?? (at ? this.wrong(at) : '')}</p>
      </div>
      ${this.trouble('emails', at)}
      <p class="buttons">
        <button class="go" data-action="ask" ?disabled=${this.busy}>${t('ask-by-hand.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #ask = (event) => {
    const emails = submitted(event).emails.split(/[\s,，;；、]+/).filter(Boolean);
    if (this.fine(event.target)) {
      this.attempt(async () => {
        const became = await askByHand(this.code, emails);
        this.done(
          BECAME.filter((name) => became[name].length > 0)
            .map((name) => t(`ask-by-hand.${name}`, { emails: became[name].join(', ') }))
            .join(' '),
        );
      });
    }
  };
}

customElements.define('ask-by-hand', AskByHand);
