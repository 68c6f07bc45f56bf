import { html } from 'lit';
import { t } from '../words.js';
import { LightElement } from './light-element.js';

/** Opens an element in a dialog until it is `done` or put away; answers with what it was done. */
export function inDialog(element, label) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', label);
  dialog.append(element);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer;
    element.addEventListener('done', ({ detail }) => {
      answer = detail;
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
    element.updateComplete.then(() => isIn(element) || element.querySelector('input, select, textarea')?.focus());
  });
}

/** Whether the focus is in there already. */
const isIn = (element) => element.contains(document.activeElement);

/** Asks before what cannot be undone; `go` names what will be done. Answers whether to do it. */
export const confirmed = (question) =>
  inDialog(Object.assign(document.createElement('confirm-question'), { question }), question.title);

class ConfirmQuestion extends LightElement {
  static properties = { question: { attribute: false } };

  render() {
    const { title, text, go } = this.question;
    return html`<h2>${title}</h2>
      <p>${text}</p>
      <p class="buttons">
        <button class="go danger" data-action="confirm" @click=${() => this.#answer(true)}>${go}</button>
        <button class="quiet" data-action="cancel" autofocus @click=${() => this.#answer(false)}>${t('cancel')}</button>
      </p>`;
  }

  firstUpdated() {
    this.querySelector('[autofocus]').focus(); // The careful answer is the one at hand.
  }

  #answer(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('confirm-question', ConfirmQuestion);
